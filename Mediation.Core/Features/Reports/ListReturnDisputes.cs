using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>The disputes behind an item of a unit's justice return, or behind its correction; one that was taken out of a sealed number counts less than nothing.</summary>
[Needs(Permission.ReadReports)]
public sealed record ListReturnDisputes : IQuery<FilingCell>
{
    public required Guid Id { get; init; }
    public int? Item { get; init; }

    /// <summary>true: what stands in the column of corrections.</summary>
    public bool Correction { get; init; }
    public string? Cursor { get; init; }
    public int Limit { get; init; } = 50;
}

sealed class ListReturnDisputesValidator : AbstractValidator<ListReturnDisputes>
{
    public ListReturnDisputesValidator()
    {
        RuleFor(q => q.Item).NotNull().WithErrorCode("required");
        RuleFor(q => q.Item).InclusiveBetween(1, JusticeReturn.ItemCount).WithErrorCode("range");
        RuleFor(q => q.Item).NotEqual(5).WithErrorCode("range").WithMessage("Money is no count; ask for the successful ones.");
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || ListReportDisputesValidator.Place(cursor) is not null).WithMessage("This cursor is none of ours.");
    }
}

/// <summary>A page of the cases behind an item, the same for a unit's return and for an area's period.</summary>
[Scoped]
sealed class JusticeCell(CurrentUser user, LedgerReader ledger)
{
    public async Task<FilingCell> Page(IEnumerable<JusticeCase> cases, int item, string? cursor, int limit, CancellationToken ct)
    {
        var cell = cases.Where(one => one.In(item) != 0)
            .OrderBy(one => one.Month).ThenBy(one => one.DisputeId.ToString("N"), StringComparer.Ordinal).ThenBy(one => one.Times).ToList();
        var skip = ListReportDisputesValidator.Place(cursor)?.Month ?? 0;
        var page = cell.Skip(skip).Take(limit).ToList();
        var items = new List<FilingCellItem>();
        foreach (var one in page)
            if (await ledger.Find(one.DisputeId, user.Account, ct) is { } dispute)
                items.Add(new FilingCellItem(FilingDesk.MonthText(one.Month), one.In(item), dispute));
        return new FilingCell(cell.Sum(one => one.In(item)), items, cell.Count > skip + page.Count ? Cursor.Write(skip + page.Count, page[^1].DisputeId) : null);
    }
}

sealed class ListReturnDisputesHandler(ReturnStore returns, ReturnReader reader, FilingDesk desk, JusticeCell cell) : IQueryHandler<ListReturnDisputes, FilingCell>
{
    public async Task<FilingCell> Handle(ListReturnDisputes query, CancellationToken ct)
    {
        var filing = (await desk.Load(returns, query.Id, ct)).Filing;
        var cases = (await reader.Cases(filing, ct)).Select(one => one.Case).Where(one => query.Correction == one.Month < filing.Month);
        return await cell.Page(cases, query.Item!.Value, query.Cursor, query.Limit, ct);
    }
}
