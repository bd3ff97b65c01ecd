using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;
using Mediation.Core.TableFiles;

namespace Mediation.Core.Features.Supervision;

/// <summary>A book as a workbook or as CSV, with the names of parties masked; null for one that is longer than a request should take, and so is written in the background.</summary>
[Needs(Permission.ReadReports)]
public sealed record ExportLedgerBook : IQuery<LedgerBookFile?>
{
    public LedgerBook Book { get; init; }

    public AreaCode? Under { get; init; }

    public RiskLevel? Level { get; init; }

    public DisputeType? Type { get; init; }

    public bool Cleared { get; init; }

    /// <summary>Why it is taken away.</summary>
    public string? Reason { get; init; }

    public BookFormat Format { get; init; }
}

public enum BookFormat { Xlsx, Csv }

public sealed record LedgerBookFile(byte[] Bytes, string ContentType, string FileName);

/// <summary>Says who took which book away and why; answered after it is on disk.</summary>
[Needs(Permission.ReadReports)]
public sealed record LogLedgerExport(LedgerBook Book, BookFormat Format, AreaCode? Under, string Reason) : ICommand<Guid>;

sealed class ExportLedgerBookValidator : AbstractValidator<ExportLedgerBook>
{
    public ExportLedgerBookValidator() => RuleFor(q => q.Reason).NotEmpty().WithErrorCode("required").MaximumLength(200).WithErrorCode("length");
}

sealed class ExportLedgerBookHandler(CurrentUser user, DbSession db, LedgerBookReader reader, TimeProvider clock) : IQueryHandler<ExportLedgerBook, LedgerBookFile?>
{
    const int Most = 2_000;

    public async Task<LedgerBookFile?> Handle(ExportLedgerBook query, CancellationToken ct)
    {
        var rows = await reader.Rows(query.Book, new BookFilter(query.Under, query.Level, query.Type, query.Cleared), null, Most + 1, masked: true, user.Account, ct);
        if (rows.Count > Most)
            return null;
        var unit = await db.Find<string>("select name from area where code = @code", new { code = (query.Under ?? user.Account.Area).Value }, ct) ?? "";
        var title = $"{unit}{LedgerBooks.Title(query.Book)}";
        var head = new TableHead(title, null, ["序号", .. LedgerBooks.Columns(query.Book).Select(column => column.Zh)]);
        var cells = rows.Select((row, index) => (IReadOnlyList<object?>)[index + 1, .. row.Row.Cells]);
        var name = $"{unit}-{LedgerBooks.Title(query.Book)}-{Shanghai.DateOf(clock.GetUtcNow()):yyyy-MM-dd}";
        return query.Format == BookFormat.Xlsx
            ? new LedgerBookFile(TableFile.Of(file => new SheetTable(file, head), cells), TableFile.XlsxType, $"{name}.xlsx")
            : new LedgerBookFile(TableFile.Of(file => new CsvTable(file, head), cells), TableFile.CsvType, $"{name}.csv");
    }
}

sealed class LogLedgerExportHandler(CurrentUser user, AccessLog log, TimeProvider clock) : ICommandHandler<LogLedgerExport, Guid>
{
    public async Task<Guid> Handle(LogLedgerExport command, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        await log.Add(new AccessRow
        {
            Id = id, At = clock.GetUtcNow(), AccountId = user.Account.Id, OrganisationId = user.Account.OrganisationId, Kind = "Export",
            DistrictCode = user.Account.Area.District.Value,
            Detail = $"ledger {command.Book} {command.Format} {command.Under ?? user.Account.Area}: {command.Reason}",
        });
        return id;
    }
}
