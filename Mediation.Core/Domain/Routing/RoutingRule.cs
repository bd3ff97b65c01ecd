using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Routing;

/// <summary>When all its conditions hold, a matter belongs to this tier and target, or is offered them.</summary>
public sealed record RoutingRule(
    RoutingReason Reason, Tier Tier, RoutingTarget Target, bool Offer, bool Default, Func<RoutingFacts, RiskLevel, bool> Holds)
{
    /// <summary>An organ's word is always worth saying; else an offer must lead further, and nothing is offered beside an organ.</summary>
    internal bool Adds(Tier tier, RoutingTarget target) =>
        Target == RoutingTarget.Organ || (target < RoutingTarget.Sector && (Tier > tier || Target > target));

    internal static RoutingRule Read(RuleNode node)
    {
        node.AllowOnly("id", "when", "tier", "target", "offer", "local", "zh", "en", "basis");
        var conditions = node["when"].Members().Select(Conditions.OfRouting).ToList();
        return new RoutingRule(
            node.Reason(),
            node["tier"].Enum<Tier>(),
            node["target"].Enum<RoutingTarget>(),
            node["offer"].Flag(),
            conditions.Count == 0,
            (facts, level) => conditions.All(holds => holds(facts, level)));
    }
}

/// <summary>When all its conditions hold, a matter is at least this hot.</summary>
public sealed record LevelRule(RoutingReason Reason, RiskLevel Level, Func<RiskFacts, bool> Holds)
{
    internal static LevelRule Read(RuleNode node)
    {
        node.AllowOnly("id", "when", "level", "local", "zh", "en", "basis");
        var conditions = node["when"].Members().Select(Conditions.OfRisk).ToList();
        if (conditions.Count == 0) throw node.Fault("a level needs at least one condition");
        return new LevelRule(node.Reason(), node["level"].Enum<RiskLevel>(), facts => conditions.All(holds => holds(facts)));
    }
}
