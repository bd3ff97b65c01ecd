using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>The disputes behind an item of the justice return; one that was concluded in two months of the period stands twice.</summary>
[Needs(Permission.ReadReports)]
public sealed record ListJusticeDisputes(string? Period, AreaCode? Area, int? Item, string? Cursor, int Limit = 50) : IQuery<FilingCell>;

sealed class ListJusticeDisputesValidator : AbstractValidator<ListJusticeDisputes>
{
    public ListJusticeDisputesValidator()
    {
        RuleFor(q => q.Period).Must(period => ReportPeriod.Parse(period) is not null).WithMessage("A period as 2026-11, 2026-Q4, 2026-H2 or 2026, from 2000 on.");
        RuleFor(q => q.Item).NotNull().WithErrorCode("required");
        RuleFor(q => q.Item).InclusiveBetween(1, JusticeReturn.ItemCount).WithErrorCode("range");
        RuleFor(q => q.Item).NotEqual(5).WithErrorCode("range").WithMessage("Money is no count; ask for the successful ones.");
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || ListReportDisputesValidator.Place(cursor) is not null).WithMessage("This cursor is none of ours.");
    }
}

sealed class ListJusticeDisputesHandler(CurrentUser user, ReportFiles files, LedgerReader ledger, DbSession db, ReferenceData reference)
    : IQueryHandler<ListJusticeDisputes, FilingCell>
{
    public async Task<FilingCell> Handle(ListJusticeDisputes query, CancellationToken ct)
    {
        var (area, period) = (query.Area ?? user.Account.Area, ReportPeriod.Parse(query.Period)!);
        if (!user.Account.SeesArea || !user.Account.Area.Holds(area))
            throw new NotFoundException("The area");
        var measures = (await reference.ReportDefinition(db, ct)).Measures!;
        var item = query.Item!.Value;
        var cell = (await files.Concluded(area, period.Months[0], period.Months[^1], measures, ct)).Where(one => one.In(item) != 0).ToList();
        var skip = ListReportDisputesValidator.Place(query.Cursor)?.Month ?? 0;
        var page = cell.Skip(skip).Take(query.Limit).ToList();
        var items = new List<FilingCellItem>();
        foreach (var one in page)
            if (await ledger.Find(one.DisputeId, user.Account, ct) is { } dispute)
                items.Add(new FilingCellItem(FilingDesk.MonthText(one.Month), one.In(item), dispute));
        return new FilingCell(cell.Sum(one => one.In(item)), items, cell.Count > skip + page.Count ? Cursor.Write(skip + page.Count, page[^1].DisputeId) : null);
    }
}
