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
        var open = (await db.Query<OpenRow>(
            """
            select tier, count(*) as open_rows
            from dispute
            where district_code >= @FirstDistrict and district_code < @EndDistrict and area_code >= @First and area_code < @End
                and closed_at is null and status <> 'ReferredOut'
            group by tier
            order by tier
            """, AreaRange.Of(area), ct)).ToDictionary(row => Enum.Parse<Tier>(row.Tier), row => (int)row.OpenRows);
        return Enum.GetValues<Tier>().ToDictionary(tier => tier, tier => open.GetValueOrDefault(tier) - later.GetValueOrDefault(tier));
    }

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

    sealed record OpenRow
    {
        public required string Tier { get; init; }

        public required long OpenRows { get; init; }
    }
}
