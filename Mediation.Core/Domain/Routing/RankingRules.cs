namespace Mediation.Core.Domain.Routing;

/// <summary>For what a mediator is suggested before another.</summary>
public enum RankingCriterion { Expertise, SectorCommittee, SameVillage, SameTown, Load, Language, LocalDialect, SignLanguage, Grade }

/// <summary>How much each criterion weighs, and which words in the registry mean sign language.</summary>
public sealed record RankingRules
{
    public required IReadOnlyDictionary<RankingCriterion, (int Points, RoutingReason Reason)> Criteria { get; init; }

    public required IReadOnlyList<string> SignLanguages { get; init; }

    internal static RankingRules Read(RuleNode node)
    {
        node.AllowOnly("signLanguages", "criteria");
        var criteria = node["criteria"].Entries().ToDictionary(entry => entry["criterion"].Enum<RankingCriterion>(), Criterion);
        var missing = Enum.GetValues<RankingCriterion>().Where(criterion => !criteria.ContainsKey(criterion)).ToList();
        if (missing.Count > 0) throw node.Fault($"no criterion for {string.Join(", ", missing)}");
        return new RankingRules { Criteria = criteria, SignLanguages = node["signLanguages"].Texts() };
    }

    static (int Points, RoutingReason Reason) Criterion(RuleNode node)
    {
        node.AllowOnly("id", "criterion", "points", "local", "zh", "en", "basis");
        return (node["points"].Number(), node.Reason());
    }
}
