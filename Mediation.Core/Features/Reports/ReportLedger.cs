using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Features.Reports;

/// <summary>What a report reads of the ledger itself, beside its tallies: the open matters, and the disputes that break a check.</summary>
[Scoped]
sealed class ReportLedger(DbSession db)
{
    /// <summary>Counted in the ledger, not in the tallies: the open rows of now, less what later months changed.</summary>
    public async Task<IReadOnlyDictionary<Tier, int>> OpenAtEnd(AreaCode area, IReadOnlyDictionary<Tier, int> later, CancellationToken ct)
    {
        var open = await (area.Level == AreaLevel.Village ? Village(area, ct) : Wider(area, ct)) ?? new OpenRow();
        return new Dictionary<Tier, int>
        {
            [Tier.Village] = (int)open.Village - later.GetValueOrDefault(Tier.Village), [Tier.Town] = (int)open.Town - later.GetValueOrDefault(Tier.Town),
            [Tier.District] = (int)open.District - later.GetValueOrDefault(Tier.District),
        };
    }

    /// <summary>Few enough to be counted each time.</summary>
    Task<OpenRow?> Village(AreaCode area, CancellationToken ct) => db.Find<OpenRow>(
        """
        select coalesce(sum(case when tier = 'Village' then 1 else 0 end), 0) as village, coalesce(sum(case when tier = 'Town' then 1 else 0 end), 0) as town,
            coalesce(sum(case when tier = 'District' then 1 else 0 end), 0) as district
        from dispute
        where village_code = @Code and closed_at is null and status <> 'ReferredOut'
        """, new { Code = area.Value }, ct);

    /// <summary>Kept with each row of the ledger.</summary>
    Task<OpenRow?> Wider(AreaCode area, CancellationToken ct) => db.Find<OpenRow>(
        $"""
        select cast(coalesce(sum(open_village), 0) as bigint) as village, cast(coalesce(sum(open_town), 0) as bigint) as town,
            cast(coalesce(sum(open_district), 0) as bigint) as district
        from queue_day
        where {QueueCounts.Of(area.Level)}
        """, QueueCounts.Keys(area), ct);

    public async Task<IReadOnlyList<DisputeFault>> Faults(AreaCode area, ReportDefinition definition, CancellationToken ct) => [..
        (await db.Query<string>(
            """
            select dispute_file.body
            from dispute
            join dispute_file on dispute_file.district_code = dispute.district_code and dispute_file.id = dispute.id
            where dispute.district_code >= @FirstDistrict and dispute.district_code < @EndDistrict and dispute.area_code >= @First and dispute.area_code < @End
            order by dispute.received_at desc, dispute.id
            limit 5000
            """, AreaRange.Of(area), ct))
        .Select(StorageJson.Read<Domain.Disputes.DisputeFile>).SelectMany(file => FactFaults.Of(file.Id.ToString(), file.Report, definition))];

    public async Task<string> Name(AreaCode area, CancellationToken ct) =>
        await db.Find<string>("select name from area where code = @Code", new { Code = area.Value }, ct) ?? area.ToString();

    public static Dictionary<Tier, int> ByTier(IEnumerable<TallyRow> rows) =>
        rows.GroupBy(r => r.Key.Tier).ToDictionary(g => g.Key, g => g.Sum(r => r.Counts.StockChange)) is var sums
            ? Enum.GetValues<Tier>().ToDictionary(tier => tier, tier => sums.GetValueOrDefault(tier))
            : [];

    public static Dictionary<Tier, int> EveryTier(IReadOnlyDictionary<Tier, int> sums) => Enum.GetValues<Tier>().ToDictionary(tier => tier, sums.GetValueOrDefault);

    sealed record OpenRow
    {
        public long Village { get; init; }

        public long Town { get; init; }

        public long District { get; init; }
    }
}
