namespace Mediation.Core.Domain.Reports;

/// <summary>Counts open matters straight from their facts, without the tallies, so that check S1 has something to stand against.</summary>
public static class OpenStock
{
    /// <summary>The tier in whose stock the matter is at the end of that day; null when it is in none.</summary>
    public static Tier? TierAt(ReportFacts facts, DateOnly day)
    {
        var left = facts.Exits.Count(e => e.On <= day);
        var back = facts.Reopenings.Count(on => on <= day);
        if (facts.Excluded || facts.ReceivedOn > day || left > back) return null;

        return facts.Moves.LastOrDefault(m => m.On <= day)?.To ?? facts.Tier;
    }

    public static IReadOnlyDictionary<Tier, int> At(IEnumerable<ReportFacts> facts, DateOnly day) => facts
        .Select(f => TierAt(f, day))
        .OfType<Tier>()
        .CountBy(tier => tier)
        .ToDictionary();
}
