using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>What is open in an area by tier, type and level, what was settled where, and the trend of 14 months.</summary>
[Needs(Permission.ReadReports)]
public sealed record GetOverview(AreaCode? Area) : IQuery<OverviewPage>;

/// <summary>The figures behind a centre's charts, and of which area and day they are.</summary>
public sealed record OverviewPage
{
    public required AreaCode AreaCode { get; init; }

    public required string AreaName { get; init; }

    public required DateOnly AsOf { get; init; }

    public required OpenFigures Open { get; init; }

    /// <summary>Open matters past their limit, of all that are open.</summary>
    public required Share Late { get; init; }

    public required OverviewRatios Ratios { get; init; }

    /// <summary>14 months, oldest first; the last one is the present month until now.</summary>
    public required IReadOnlyList<TrendMonth> Trend { get; init; }
}

/// <summary>Of the present month and the present year, each until now.</summary>
public sealed record OverviewRatios(SettledShares Month, SettledShares Year);

sealed class GetOverviewHandler(CurrentUser user, DbSession db, TallyStore tallies, TimeProvider clock) : IQueryHandler<GetOverview, OverviewPage>
{
    const int LastMonth = 999_912;

    public async Task<OverviewPage> Handle(GetOverview query, CancellationToken ct)
    {
        var area = query.Area ?? user.Account.Area;
        if (!user.Account.SeesArea || !user.Account.Area.Holds(area))
            throw new NotFoundException("The area");
        var today = Shanghai.DateOf(clock.GetUtcNow());
        var first = Tallies.MonthOf(today.AddMonths(1 - AreaOverview.TrendMonths));
        var figures = AreaOverview.Of(await Open(area, today, ct), await tallies.Sum(area, first, LastMonth, ct), today);
        return new OverviewPage
        {
            AreaCode = area, AreaName = await Name(area, ct), AsOf = today, Open = figures.Open, Late = figures.Late,
            Ratios = new OverviewRatios(figures.Month, figures.Year), Trend = figures.Trend,
        };
    }

    /// <summary>What the report calls open: in no organ's hands but ours.</summary>
    async Task<IReadOnlyList<OpenRow>> Open(AreaCode area, DateOnly today, CancellationToken ct) => [.. (await db.Query<Row>(
        $"""
        select tier, type, level, count(*) as open_rows, sum(case when due_on < @today then 1 else 0 end) as late_rows
        from dispute
        where {LedgerScope.Of(user.Account, area)!.Area} and closed_at is null and status <> 'ReferredOut'
        group by tier, type, level
        order by tier, type, level
        """, new { today, First = area.Value, End = area.End.Value }, ct))
        .Select(row => new OpenRow(Enum.Parse<Tier>(row.Tier), Enum.Parse<DisputeType>(row.Type), Enum.Parse<RiskLevel>(row.Level), (int)row.OpenRows, (int)row.LateRows))];

    async Task<string> Name(AreaCode area, CancellationToken ct) =>
        await db.Find<string>("select name from area where code = @Code", new { Code = area.Value }, ct) ?? area.ToString();

    sealed record Row
    {
        public required string Tier { get; init; }
        public required string Type { get; init; }
        public required string Level { get; init; }
        public required long OpenRows { get; init; }
        public required long LateRows { get; init; }
    }
}
