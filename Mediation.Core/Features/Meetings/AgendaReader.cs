using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Supervision;

namespace Mediation.Core.Features.Meetings;

/// <summary>Counts what a meeting talks about: the matters of its area in its days, by type, level and place.</summary>
[Scoped]
sealed class AgendaReader(DbSession db, ReferenceData reference, TimeProvider clock)
{
    const int MostMatters = 200;

    const string Counts =
        """
        sum(case when dispute.received_at >= @Since and dispute.received_at < @Until then 1 else 0 end) as received,
            sum(case when dispute.closed_at >= @Since and dispute.closed_at < @Until then 1 else 0 end) as ended,
            sum(case when dispute.closed_at is null then 1 else 0 end) as open_rows,
            sum(case when dispute.closed_at is null and dispute.due_on < @Today then 1 else 0 end) as late_rows
        """;

    public async Task<AgendaFigures> Figures(AreaCode area, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var today = Shanghai.DateOf(clock.GetUtcNow());
        var parameters = new
        {
            First = area.Value, End = area.End.Value, Since = Shanghai.StartOf(from), Until = Shanghai.StartOf(to.AddDays(1)), Today = today,
            FirstNumber = Number(from), LastNumber = Number(to), From = from, To = to,
        };
        var byType = await By("type", area, parameters, ct);
        var byLevel = await By("level", area, parameters, ct);
        var villages = await Areas("village_code", area, parameters, ct);
        var rules = await reference.Supervision(db, to, ct);
        var standing = await Standing(area, parameters, ct);
        return new AgendaFigures
        {
            Received = byType.Sum(row => (int)row.Received), Ended = byType.Sum(row => (int)row.Ended), Open = byType.Sum(row => (int)row.OpenRows),
            Late = byType.Sum(row => (int)row.LateRows), NewOnLedger = (int)standing.Fresh, Cleared = (int)standing.Cleared, StandingCards = (int)standing.Cards,
            ByType = [.. byType.Select(row => new AgendaType(Enum.Parse<DisputeType>(row.Word), (int)row.Received, (int)row.Ended, (int)row.OpenRows)).OrderBy(row => row.Type)],
            ByLevel = [.. byLevel.Select(row => new AgendaLevel(Enum.Parse<RiskLevel>(row.Word), (int)row.Received, (int)row.OpenRows)).OrderByDescending(row => row.RiskLevel)],
            ByArea = area.Level == AreaLevel.District ? await Areas("town_code", area, parameters, ct) : villages,
            HotSpots = [.. villages.Where(village => village.Received >= rules.HotSpotFrom).OrderByDescending(village => village.Received)],
        };
    }

    /// <summary>What stands on the ledger now, the oldest first.</summary>
    public async Task<IReadOnlyList<Guid>> Matters(AreaCode area, CancellationToken ct) => await db.Query<Guid>(
        $"""
        select oversight.dispute_id from oversight
        where {OversightStore.In(area.Level)} and oversight.on_ledger = 1
        order by oversight.since_day, oversight.dispute_id
        limit @MostMatters
        """, new { First = area.Value, End = area.End.Value, MostMatters }, ct);

    Task<IReadOnlyList<WordRow>> By(string column, AreaCode area, object parameters, CancellationToken ct) => db.Query<WordRow>(
        $"""
        select dispute.{column} as word, {Counts}
        from dispute
        where {OversightStore.DisputesIn(area.Level)} and dispute.status not in ('Merged', 'Voided') and (dispute.closed_at is null or dispute.closed_at >= @Since)
        group by dispute.{column}
        """, parameters, ct);

    async Task<IReadOnlyList<AgendaArea>> Areas(string column, AreaCode area, object parameters, CancellationToken ct) => [.. (await db.Query<AreaRow>(
        $"""
        select dispute.{column} as code, area.name, {Counts}
        from dispute
        left join area on area.code = dispute.{column}
        where {OversightStore.DisputesIn(area.Level)} and dispute.status not in ('Merged', 'Voided') and (dispute.closed_at is null or dispute.closed_at >= @Since)
        group by dispute.{column}, area.name
        order by dispute.{column}
        """, parameters, ct)).Select(row => new AgendaArea(new AreaCode(row.Code), row.Name ?? "", (int)row.Received, (int)row.Ended, (int)row.OpenRows))];

    async Task<StandingRow> Standing(AreaCode area, object parameters, CancellationToken ct) => (await db.Find<StandingRow>(
        $"""
        select
            (select count(*) from oversight where {OversightStore.In(area.Level)} and (major = 1 or petition = 1) and since_day >= @FirstNumber and since_day <= @LastNumber) as fresh,
            (select count(*) from oversight where {OversightStore.In(area.Level)} and cleared_on >= @From and cleared_on <= @To) as cleared,
            (select count(*) from supervision_card where {OversightStore.CardsIn(area.Level)} and standing = 1) as cards
        """, parameters, ct))!;

    static long Number(DateOnly day) => day.Year * 10_000L + day.Month * 100 + day.Day;

    sealed record WordRow
    {
        public required string Word { get; init; }
        public required long Received { get; init; }
        public required long Ended { get; init; }
        public required long OpenRows { get; init; }
        public required long LateRows { get; init; }
    }

    sealed record AreaRow
    {
        public required long Code { get; init; }
        public string? Name { get; init; }
        public required long Received { get; init; }
        public required long Ended { get; init; }
        public required long OpenRows { get; init; }
        public required long LateRows { get; init; }
    }

    sealed record StandingRow
    {
        public required long Fresh { get; init; }
        public required long Cleared { get; init; }
        public required long Cards { get; init; }
    }
}
