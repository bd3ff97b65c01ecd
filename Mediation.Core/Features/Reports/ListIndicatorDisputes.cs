using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>The disputes behind an indicator, each with what it adds to either number; returns, mediators and assessments have lists of their own.</summary>
[Needs(Permission.ReadReports)]
public sealed record ListIndicatorDisputes(string? Period, AreaCode? Area, Indicator? Indicator, string? Cursor, int Limit = 50) : IQuery<IndicatorCell>;

public sealed record IndicatorCell(int Numerator, int Denominator, IReadOnlyList<IndicatorCellItem> Items, string? Next);

public sealed record IndicatorCellItem(int Numerator, int Denominator, LedgerItem Dispute);

sealed class ListIndicatorDisputesValidator : AbstractValidator<ListIndicatorDisputes>
{
    public ListIndicatorDisputesValidator()
    {
        RuleFor(q => q.Period).Must(period => ReportPeriod.Parse(period) is not null).WithMessage("A period as 2026-11, 2026-Q4, 2026-H2 or 2026, from 2000 on.");
        RuleFor(q => q.Indicator).NotNull().WithErrorCode("required");
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || ListReportDisputesValidator.Place(cursor) is not null).WithMessage("This cursor is none of ours.");
    }
}

sealed class ListIndicatorDisputesHandler(CurrentUser user, IndicatorReader reader, LedgerReader ledger) : IQueryHandler<ListIndicatorDisputes, IndicatorCell>
{
    public async Task<IndicatorCell> Handle(ListIndicatorDisputes query, CancellationToken ct)
    {
        var (area, period) = (query.Area ?? user.Account.Area, ReportPeriod.Parse(query.Period)!);
        if (!user.Account.SeesArea || !user.Account.Area.Holds(area))
            throw new NotFoundException("The area");
        var cell = (await reader.Marks(area, period, ct)).Where(one => one.Mark.Indicator == query.Indicator).GroupBy(one => one.DisputeId, one => one.Mark)
            .Select(group => (Id: group.Key, Numerator: group.Sum(mark => mark.Numerator), Denominator: group.Sum(mark => mark.Denominator))).ToList();
        var skip = ListReportDisputesValidator.Place(query.Cursor)?.Month ?? 0;
        var page = cell.Skip(skip).Take(query.Limit).ToList();
        var items = new List<IndicatorCellItem>();
        foreach (var one in page)
            if (await ledger.Find(one.Id, user.Account, ct) is { } dispute)
                items.Add(new IndicatorCellItem(one.Numerator, one.Denominator, dispute));
        return new IndicatorCell(
            cell.Sum(one => one.Numerator), cell.Sum(one => one.Denominator), items, cell.Count > skip + page.Count ? Cursor.Write(skip + page.Count, page[^1].Id) : null);
    }
}
