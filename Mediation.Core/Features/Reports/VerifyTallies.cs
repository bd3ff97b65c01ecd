using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>Counts the journal again and holds the kept tallies against it, for the operator of a district.</summary>
[Needs(Permission.ReadReports)]
public sealed record VerifyTallies(AreaCode? Area) : IQuery<TallyVerification>;

/// <summary>What was compared, and every key that differs; `matches` when none does.</summary>
public sealed record TallyVerification(AreaCode AreaCode, int Disputes, int Keys, bool Matches, IReadOnlyList<TallyDifference> Differences);

/// <summary>A key of the tallies with what is kept under it and what the journal says.</summary>
public sealed record TallyDifference(AreaCode AreaCode, int Month, Tier Tier, int Category, TallyCounts Kept, TallyCounts Recounted);

sealed class VerifyTalliesHandler(CurrentUser user, DbSession db, TallyStore tallies, ReferenceData reference) : IQueryHandler<VerifyTallies, TallyVerification>
{
    const int Chunk = 500;
    const int FirstMonth = 0;
    const int LastMonth = 999_912;

    public async Task<TallyVerification> Handle(VerifyTallies query, CancellationToken ct)
    {
        var area = query.Area ?? user.Account.Area;
        if (user.Account.Tier != Tier.District || !user.Account.SeesArea)
            throw new ForbiddenException("role.not-allowed", "The district verifies its tallies.");
        if (!user.Account.Area.Holds(area))
            throw new NotFoundException("The area");
        var definition = await reference.ReportDefinition(db, ct);
        var (disputes, keys, differences) = await Compare(area, definition, ct);
        if (differences.Count > 0)
        {
            // A step that was saved between the two counts is no fault: what still differs by the same is one.
            var again = (await Compare(area, definition, ct)).Differences.Select(Gap).ToHashSet();
            differences = [.. differences.Where(d => again.Contains(Gap(d)))];
        }
        return new TallyVerification(area, disputes, keys, differences.Count == 0, differences);
    }

    async Task<(int Disputes, int Keys, IReadOnlyList<TallyDifference> Differences)> Compare(AreaCode area, ReportDefinition definition, CancellationToken ct)
    {
        var kept = await Kept(area, ct);
        var (disputes, counted) = await Recount(area, definition, ct);
        var keys = kept.Keys.Union(counted.Keys).Order().ToList();
        return (disputes, keys.Count, [.. keys
            .Select(key => new TallyDifference(
                new AreaCode(key.Area), key.Month, key.Tier, key.Category, kept.GetValueOrDefault(key), counted.GetValueOrDefault(key)))
            .Where(difference => difference.Kept != difference.Recounted)]);
    }

    async Task<Dictionary<Key, TallyCounts>> Kept(AreaCode area, CancellationToken ct)
    {
        var places = await db.Query<long>(
            """
            select distinct village_code
            from tally
            where district_code >= @FirstDistrict and district_code < @EndDistrict and village_code >= @First and village_code < @End
            order by village_code
            """, AreaRange.Of(area), ct);
        var kept = new Dictionary<Key, TallyCounts>();
        foreach (var place in places)
            foreach (var (key, counts) in await tallies.Own(new AreaCode(place), FirstMonth, LastMonth, ct))
                if (!counts.IsZero)
                    kept[new Key(place, key.Month, key.Tier, key.Category)] = counts;
        return kept;
    }

    async Task<(int Disputes, Dictionary<Key, TallyCounts> Counted)> Recount(AreaCode area, ReportDefinition definition, CancellationToken ct)
    {
        var (disputes, counted) = (0, new Dictionary<Key, TallyCounts>());
        for (var after = Guid.Empty; ;)
        {
            var rows = await JournalledFacts.After(db, area, after, Chunk, ct);
            foreach (var row in rows)
                foreach (var (key, counts) in Tallies.Of(row.Facts, definition))
                    Add(counted, new Key(row.AreaCode, key.Month, key.Tier, key.Category), counts);
            disputes += rows.Count;
            if (rows.Count < Chunk)
                return (disputes, counted.Where(entry => !entry.Value.IsZero).ToDictionary());
            after = rows[^1].Id;
        }
    }

    static void Add(Dictionary<Key, TallyCounts> counted, Key key, TallyCounts counts) => counted[key] = counted.GetValueOrDefault(key) + counts;

    static (AreaCode, int, Tier, int, TallyCounts) Gap(TallyDifference difference) =>
        (difference.AreaCode, difference.Month, difference.Tier, difference.Category, difference.Kept - difference.Recounted);

    readonly record struct Key(long Area, int Month, Tier Tier, int Category) : IComparable<Key>
    {
        public int CompareTo(Key other) => (Area, Month, Tier, Category).CompareTo((other.Area, other.Month, other.Tier, other.Category));
    }
}
