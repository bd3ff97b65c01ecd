using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Routing;

/// <summary>What a rule may ask of a matter, by its name in the rule file; each turns its value into a question.</summary>
static class Conditions
{
    static readonly Dictionary<string, Func<RuleNode, Func<RiskFacts, bool>>> Matter = new()
    {
        ["types"] = value => OneOf(value.Enums<DisputeType>(), facts => facts.Type),
        ["notTypes"] = value => Not(OneOf(value.Enums<DisputeType>(), facts => facts.Type)),
        ["subtypes"] = value => StartsWith(value.Texts()),
        ["notSubtypes"] = value => Not(StartsWith(value.Texts())),
        ["areaLevel"] = value => OneOf(value.Enums<AreaLevel>(), facts => facts.Area.Level),
        ["minPeople"] = value => AtLeast(value.Number(), facts => facts.PeopleInvolved),
        ["minAmount"] = value => AtLeast(value.Amount(), facts => facts.Amount),
        ["minFailedAttempts"] = value => AtLeast(value.Number(), facts => facts.FailedAttempts),
        ["anyRisk"] = value => Marked(value.Enums<Risk>()),
        ["partiesSpan"] = value => Apart(value.Enum<PartySpan>()),
        ["overdue"] = value => Is(value.Flag(), facts => facts.Overdue),
    };

    static readonly Dictionary<string, Func<RuleNode, Func<RoutingFacts, RiskLevel, bool>>> Request = new()
    {
        ["minLevel"] = value => Hot(value.Enum<RiskLevel>()),
        ["fromTier"] = value => Known(value.Enums<Tier>(), facts => facts.CurrentTier),
        ["requestedTier"] = value => Known(value.Enums<Tier>(), facts => facts.RequestedTier),
        ["sectorRequested"] = value => Asked(value.Flag(), facts => facts.SectorRequested),
        ["referredBy"] = value => Known(value.Enums<ReferringOrgan>(), facts => facts.ReferredBy),
    };

    /// <summary>A level is judged before any request, so its rules know the matter only.</summary>
    public static Func<RiskFacts, bool> OfRisk(RuleNode member) =>
        Matter.TryGetValue(member.Name, out var read) ? read(member) : throw member.Fault("unknown condition");

    public static Func<RoutingFacts, RiskLevel, bool> OfRouting(RuleNode member)
    {
        if (Request.TryGetValue(member.Name, out var read)) return read(member);
        var holds = OfRisk(member);
        return (facts, _) => holds(facts);
    }

    static Func<RiskFacts, bool> OneOf<T>(IReadOnlySet<T> wanted, Func<RiskFacts, T> fact) => facts => wanted.Contains(fact(facts));

    static Func<RoutingFacts, RiskLevel, bool> Known<T>(IReadOnlySet<T> wanted, Func<RoutingFacts, T?> fact) where T : struct =>
        (facts, _) => fact(facts) is { } known && wanted.Contains(known);

    static Func<RiskFacts, bool> Is(bool wanted, Func<RiskFacts, bool> fact) => facts => fact(facts) == wanted;

    static Func<RoutingFacts, RiskLevel, bool> Asked(bool wanted, Func<RoutingFacts, bool> fact) => (facts, _) => fact(facts) == wanted;

    static Func<RiskFacts, bool> Not(Func<RiskFacts, bool> holds) => facts => !holds(facts);

    static Func<RiskFacts, bool> StartsWith(IReadOnlyList<string> prefixes) =>
        facts => facts.Subtype is { } subtype && prefixes.Any(prefix => subtype.StartsWith(prefix, StringComparison.Ordinal));

    static Func<RiskFacts, bool> AtLeast(decimal least, Func<RiskFacts, decimal?> fact) => facts => fact(facts) >= least;

    static Func<RiskFacts, bool> Marked(IReadOnlySet<Risk> risks) => facts => facts.Risks.Any(risks.Contains);

    static Func<RiskFacts, bool> Apart(PartySpan span) => facts => facts.PartiesSpan(span);

    static Func<RoutingFacts, RiskLevel, bool> Hot(RiskLevel least) => (_, level) => level >= least;
}
