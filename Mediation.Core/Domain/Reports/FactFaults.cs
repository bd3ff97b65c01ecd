namespace Mediation.Core.Domain.Reports;

/// <summary>Which checks one dispute's facts would break, so that a failed check can name it (domain 12).</summary>
public static class FactFaults
{
    public static IEnumerable<DisputeFault> Of(string dispute, ReportFacts facts, ReportDefinition definition)
    {
        if (facts.Excluded) yield break;

        if (definition.PeopleBuckets.Count(b => b.Holds(facts.People)) != 1)
            yield return new("B5", dispute, $"涉及人数 {facts.People} 不属于任何一组");

        // The walk passes over a step out of turn; the independent count does not, hence S1 differs by this dispute.
        var walked = StockWalk.Of(facts).GroupBy(c => c.Tier).ToDictionary(g => g.Key, g => g.Sum(c => c.Counts.StockChange));
        var counted = OpenStock.TierAt(facts, DateOnly.MaxValue);
        var outOfTurn = facts.Moves.Any(m => m.On < facts.ReceivedOn) || facts.Exits.Any(e => e.On < facts.ReceivedOn);
        if (outOfTurn || Enum.GetValues<Tier>().Any(tier => walked.GetValueOrDefault(tier) != (tier == counted ? 1 : 0)))
            yield return new("S1", dispute, "办结、重新受理或流转的先后顺序不合");
    }
}
