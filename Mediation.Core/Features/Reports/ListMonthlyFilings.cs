using System.Globalization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>The monthly reports, or the justice returns, of an area's units, latest month first.</summary>
[Needs(Permission.ReadReports)]
public sealed record ListMonthlyFilings : IQuery<Page<FilingItem>>
{
    public AreaCode? Under { get; init; }
    public string? Month { get; init; }
    public FilingState? State { get; init; }
    public ReportForm Form { get; init; }
    public string? Cursor { get; init; }
    public int Limit { get; init; } = 50;
}

sealed class ListMonthlyFilingsValidator : AbstractValidator<ListMonthlyFilings>
{
    public ListMonthlyFilingsValidator()
    {
        RuleFor(q => q.Month).Must(month => month is null || GetMonthlyReportValidator.MonthOf(month) is not null).WithMessage("A month as yyyy-MM, from 2000-01 on.");
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || Place(cursor) is not null).WithMessage("This cursor is none of ours.");
    }

    public static (int Month, long Area)? Place(string? cursor) => Cursor.Read(cursor, 2) is [var month, var area]
        && int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && AreaCode.TryParse(area, out var code)
        ? (number, code.Value)
        : null;
}

sealed class ListMonthlyFilingsHandler(CurrentUser user, FilingStore filings, ReturnStore returns, FilingDesk desk) : IQueryHandler<ListMonthlyFilings, Page<FilingItem>>
{
    public async Task<Page<FilingItem>> Handle(ListMonthlyFilings query, CancellationToken ct)
    {
        var under = query.Under ?? user.Account.Area;
        if (!user.Account.SeesArea || !user.Account.Area.Holds(under))
            throw new NotFoundException("The area");
        var month = GetMonthlyReportValidator.MonthOf(query.Month) is { } first ? Tallies.MonthOf(first) : (int?)null;
        var found = await (query.Form == ReportForm.Justice ? returns : filings).List(under, new FilingFilter(month, query.State, ListMonthlyFilingsValidator.Place(query.Cursor), query.Limit + 1), ct);
        var items = new List<FilingItem>();
        foreach (var report in found.Take(query.Limit))
            items.Add(await desk.Item(report, ct));
        return new Page<FilingItem>(items, found.Count > query.Limit ? Cursor.Write(found[query.Limit - 1].Filing.Month, items[^1].AreaCode) : null);
    }
}
