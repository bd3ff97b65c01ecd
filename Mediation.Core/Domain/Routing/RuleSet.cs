using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Routing;

/// <summary>One version of the routing rules, in force from a day on; a pure function of the facts.</summary>
public sealed record RuleSet
{
    public required string Version { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    public required IReadOnlyList<RoutingRule> Rules { get; init; }

    public required IReadOnlyList<LevelRule> Levels { get; init; }

    public required IReadOnlyList<LimitRule> Limits { get; init; }

    public required HandoverRules Handover { get; init; }

    public required MajorRule Major { get; init; }

    public required RankingRules Ranking { get; init; }

    public required ClockRules Clocks { get; init; }

    /// <summary>The hottest level any rule gives, with that level's reasons first.</summary>
    public RiskAssessment Level(RiskFacts facts)
    {
        var hits = Levels.Where(rule => rule.Holds(facts)).OrderByDescending(rule => rule.Level).ToList();
        return new RiskAssessment(hits.Count == 0 ? RiskLevel.Green : hits[0].Level, [.. hits.Select(rule => rule.Reason)]);
    }

    /// <summary>The highest tier wins, an organ beats all, and at the winning tier a sector beats centre and committee.</summary>
    public RoutingProposal Propose(RoutingFacts facts)
    {
        var (level, levelReasons) = Level(facts);
        var hits = Rules.Where(rule => rule.Holds(facts, level)).ToLookup(rule => rule.Offer);
        var carrying = hits[false].Where(rule => !rule.Default).DefaultIfEmpty(Rules.Single(rule => rule.Default))
            .OrderByDescending(rule => rule.Target == RoutingTarget.Organ)
            .ThenByDescending(rule => rule.Tier).ThenByDescending(rule => rule.Target).ToList();
        var (tier, target) = (carrying.Max(rule => rule.Tier), carrying[0].Target);
        return new RoutingProposal
        {
            Tier = tier,
            Target = target,
            Level = level,
            Reasons = [.. carrying.Select(rule => rule.Reason)],
            LevelReasons = levelReasons,
            Offers = [.. hits[true].Where(rule => rule.Adds(tier, target)).Select(rule => rule.Reason)],
            RuleSetVersion = Version,
        };
    }

    /// <summary>The closest limit: one for the type before one for its complexity before the tier's own.</summary>
    public (int Amount, LimitUnit Unit) Limit(Tier tier, LimitStep step, DisputeType type, bool complex) =>
        LimitRule(tier, step, type, complex) is var limit ? (limit.Amount, limit.Unit) : default;

    public LimitRule LimitRule(Tier tier, LimitStep step, DisputeType type, bool complex) =>
        Limits.Where(rule => rule.Fits(tier, step, type, complex)).MaxBy(rule => rule.Closeness)!;
}
