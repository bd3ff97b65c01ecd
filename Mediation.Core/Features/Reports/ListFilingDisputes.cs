using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>The disputes behind a number of a unit's report, or behind its correction; a dispute that was taken out of a sealed number counts as minus one.</summary>
[Needs(Permission.ReadReports)]
public sealed record ListFilingDisputes : IQuery<FilingCell>
{
    public required Guid Id { get; init; }
    public int? Row { get; init; }
    public ReportColumn? Column { get; init; }

    /// <summary>true: what stands in the column of corrections.</summary>
    public bool Correction { get; init; }
    public string? Cursor { get; init; }
    public int Limit { get; init; } = 50;
}

/// <summary>The number of a cell and a page of what makes it.</summary>
public sealed record FilingCell(int Count, IReadOnlyList<FilingCellItem> Items, string? Next);

/// <summary>A dispute, the month to which it belongs, and by how much it changes the number.</summary>
public sealed record FilingCellItem(string Month, int Change, LedgerItem Dispute);

sealed class ListFilingDisputesValidator : AbstractValidator<ListFilingDisputes>
{
    public ListFilingDisputesValidator()
    {
        RuleFor(q => q.Row).NotNull().WithErrorCode("required");
        RuleFor(q => q.Row).InclusiveBetween(1, ReportDefinition.RowCount).WithErrorCode("range");
        RuleFor(q => q.Row).Must(row => row is not (3 or 5 or 51)).WithMessage("A rate has no disputes of its own; ask for the rows that it divides.");
        RuleFor(q => q.Column).NotNull().WithErrorCode("required");
        RuleFor(q => q.Column).Must(column => column is not ReportColumn.YearToDate).WithErrorCode("range").WithMessage("The year is the sum of its months; ask for them.");
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || ListReportDisputesValidator.Place(cursor) is not null).WithMessage("This cursor is none of ours.");
    }
}

sealed class ListFilingDisputesHandler(CurrentUser user, FilingDesk desk, FilingReader reader, LedgerReader ledger) : IQueryHandler<ListFilingDisputes, FilingCell>
{
    public async Task<FilingCell> Handle(ListFilingDisputes query, CancellationToken ct)
    {
        var filing = (await desk.Load(query.Id, ct)).Filing;
        var cell = (await reader.Entries(filing, ct))
            .Where(entry => query.Correction == entry.Key.Month < filing.Month && query.Column!.Value.Holds(entry.Key.Tier) && entry.In(query.Row!.Value) != 0)
            .OrderBy(entry => entry.Key.Month).ThenBy(entry => entry.DisputeId.ToString("N"), StringComparer.Ordinal).ThenBy(entry => entry.In(query.Row!.Value))
            .ToList();
        var skip = ListReportDisputesValidator.Place(query.Cursor)?.Month ?? 0;
        var page = cell.Skip(skip).Take(query.Limit).ToList();
        var items = new List<FilingCellItem>();
        foreach (var entry in page)
            if (await ledger.Find(entry.DisputeId, user.Account, ct) is { } dispute)
                items.Add(new FilingCellItem(FilingDesk.MonthText(entry.Key.Month), entry.In(query.Row!.Value), dispute));
        return new FilingCell(
            cell.Sum(entry => entry.In(query.Row!.Value)), items, cell.Count > skip + page.Count ? Cursor.Write(skip + page.Count, page[^1].DisputeId) : null);
    }
}
