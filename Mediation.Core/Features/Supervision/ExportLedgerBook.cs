using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Supervision;

/// <summary>A book as a workbook or as CSV, with the names of parties masked; complete or refused, never a part of it.</summary>
[Needs(Permission.ReadReports)]
public sealed record ExportLedgerBook : IQuery<LedgerBookFile>
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

sealed class ExportLedgerBookHandler(CurrentUser user, DbSession db, LedgerBookReader reader, TimeProvider clock) : IQueryHandler<ExportLedgerBook, LedgerBookFile>
{
    const int Most = 2_000;

    public async Task<LedgerBookFile> Handle(ExportLedgerBook query, CancellationToken ct)
    {
        var rows = await reader.Rows(query.Book, new BookFilter(query.Under, query.Level, query.Type, query.Cleared), null, Most + 1, masked: true, user.Account, ct);
        if (rows.Count > Most)
            throw new RuleViolationException("ledger.too-long", $"More than {Most} matters; take a smaller area.", "domain 9", "under");
        var unit = await db.Find<string>("select name from area where code = @code", new { code = (query.Under ?? user.Account.Area).Value }, ct) ?? "";
        var title = query.Book == LedgerBook.Prominent ? "突出矛盾纠纷台账" : "稳定台账";
        var day = Shanghai.DateOf(clock.GetUtcNow());
        string[] heads = ["序号", .. LedgerBooks.Columns(query.Book).Select(column => column.Zh)];
        var cells = rows.Select((row, index) => (string[])[$"{index + 1}", .. row.Row.Cells]).ToList();
        var name = $"{unit}-{title}-{day:yyyy-MM-dd}";
        return query.Format == BookFormat.Xlsx
            ? new LedgerBookFile(LedgerSheet.Xlsx($"{unit}{title}", heads, cells), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{name}.xlsx")
            : new LedgerBookFile(LedgerSheet.Csv(heads, cells), "text/csv; charset=utf-8", $"{name}.csv");
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
