using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>The report as an official workbook or as CSV.</summary>
[Needs(Permission.ReadReports)]
public sealed record WriteMonthlyReport(MonthlyReport Report, ReportFormat Format) : IQuery<ReportFile>;

/// <summary>Says who took which export away; answered after it is on disk.</summary>
[Needs(Permission.ReadReports)]
public sealed record LogExport(string What, AreaCode? Area) : ICommand<Guid>;

public enum ReportFormat { Xlsx, Csv }

public sealed record ReportFile(byte[] Bytes, string ContentType, string FileName);

sealed class WriteMonthlyReportHandler(DbSession db, ReferenceData reference) : IQueryHandler<WriteMonthlyReport, ReportFile>
{
    public async Task<ReportFile> Handle(WriteMonthlyReport query, CancellationToken ct)
    {
        var definition = await reference.ReportDefinition(db, ct);
        var name = $"{query.Report.Header.Unit}-{query.Report.Period}";
        return query.Format switch
        {
            ReportFormat.Xlsx => new ReportFile(MonthlyReportWorkbook.Write(query.Report, definition), MonthlyReportWorkbook.ContentType, $"{name}.xlsx"),
            ReportFormat.Csv => new ReportFile(MonthlyReportCsv.Write(query.Report, definition), MonthlyReportCsv.ContentType, $"{name}.csv"),
        };
    }
}

sealed class LogExportHandler(CurrentUser user, AccessLog log, TimeProvider clock) : ICommandHandler<LogExport, Guid>
{
    public async Task<Guid> Handle(LogExport command, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        await log.Add(new AccessRow
        {
            Id = id, At = clock.GetUtcNow(), AccountId = user.Account.Id, OrganisationId = user.Account.OrganisationId, Kind = "Export",
            DistrictCode = user.Account.Area.District.Value, Detail = $"{command.What} {command.Area ?? user.Account.Area}",
        });
        return id;
    }
}
