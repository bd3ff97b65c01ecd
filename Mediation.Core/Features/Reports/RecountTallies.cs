using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>Counts a whole district's journal again and holds the kept tallies against it, for the operator's verb, which sees one state of the database.</summary>
public sealed record RecountTallies(long District, TellProgress Tell) : IQuery<CheckOutcome>;

sealed class RecountTalliesHandler(DbSession db, ReferenceData reference) : IQueryHandler<RecountTallies, CheckOutcome>
{
    const int Slice = 500;

    public async Task<CheckOutcome> Handle(RecountTallies query, CancellationToken ct)
    {
        var definition = await reference.ReportDefinition(db, ct);
        var count = new CheckCount("tallies", await db.Find<long>("select count(*) from dispute where district_code = @District", new { query.District }, ct), query.Tell);
        var gaps = await Kept(query.District, ct);
        for (var after = Guid.Empty; ;)
        {
            var rows = await JournalledFacts.After(db, new AreaCode(query.District), after, Slice, ct);
            foreach (var row in rows)
                foreach (var (key, counts) in Tallies.Of(row.Facts, definition))
                    gaps[(row.AreaCode, key)] = gaps.GetValueOrDefault((row.AreaCode, key)) - counts;
            count.Look(rows.Count);
            if (rows.Count < Slice)
                break;
            after = rows[^1].Id;
        }
        foreach (var ((area, key), gap) in gaps.Where(gap => !gap.Value.IsZero).OrderBy(gap => (gap.Key.Area, gap.Key.Key.Month)))
            count.Fault($"{area}, {key.Month}, {key.Tier}, category {key.Category}: kept and recounted differ by {gap}");
        return count.Outcome;
    }

    async Task<Dictionary<(long Area, TallyKey Key), TallyCounts>> Kept(long district, CancellationToken ct) => (await db.Query<KeptRow>(
        $"""
        select village_code, month, tier, category, {CounterRow.Sums}
        from tally
        where district_code = @district
        group by village_code, month, tier, category
        """, new { district }, ct)).ToDictionary(row => (row.VillageCode, new TallyKey((int)row.Month, Enum.Parse<Tier>(row.Tier), (int)row.Category)), row => row.Counts);

    sealed record KeptRow : CounterRow
    {
        public long VillageCode { get; init; }
        public long Month { get; init; }
        public string Tier { get; init; } = "";
        public long Category { get; init; }
    }
}
