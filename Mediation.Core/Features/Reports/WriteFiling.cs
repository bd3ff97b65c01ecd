using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>A unit's report as a file, with a reason that is logged.</summary>
[Needs(Permission.ReadReports)]
public sealed record WriteFiling(Guid Id, FilingFormat Format, string? Reason) : IQuery<WrittenFiling>;

public enum FilingFormat { Xlsx, Csv, Docx }

/// <summary>The file, and of what it is, for the log.</summary>
public sealed record WrittenFiling(ReportFile File, string Month, AreaCode Area);

sealed class WriteFilingValidator : AbstractValidator<WriteFiling>
{
    public WriteFilingValidator() => RuleFor(q => q.Reason).NotEmpty().WithErrorCode("required").MaximumLength(200).WithErrorCode("length");
}

sealed class WriteFilingHandler(FilingDesk desk, FilingReader reader, DbSession db, ReferenceData reference) : IQueryHandler<WriteFiling, WrittenFiling>
{
    public async Task<WrittenFiling> Handle(WriteFiling query, CancellationToken ct)
    {
        var filing = (await desk.Load(query.Id, ct)).Filing;
        var (report, definition) = (await reader.Report(filing, ct), await reference.ReportDefinition(db, ct));
        var name = $"{report.Header.Unit}-{report.Period}";
        var file = query.Format switch
        {
            FilingFormat.Xlsx => new ReportFile(MonthlyReportWorkbook.Write(report, definition), MonthlyReportWorkbook.ContentType, $"{name}.xlsx"),
            FilingFormat.Csv => new ReportFile(MonthlyReportCsv.Write(report, definition), MonthlyReportCsv.ContentType, $"{name}.csv"),
            FilingFormat.Docx => new ReportFile(ReportDocument.Write(report, filing, definition), ReportDocument.ContentType, $"{name}.docx"),
        };
        return new WrittenFiling(file, FilingDesk.MonthText(filing.Month), filing.Area);
    }
}
