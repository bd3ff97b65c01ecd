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
        var entries = node["criteria"].Entries().ToLookup(entry => entry["criterion"].Enum<RankingCriterion>());
        var wanted = Enum.GetValues<RankingCriterion>();
        foreach (var criterion in wanted.Where(criterion => entries[criterion].Count() != 1))
            throw node.Fault($"{criterion} needs one criterion, not {entries[criterion].Count()}");
        return new RankingRules
        {
            Criteria = wanted.ToDictionary(criterion => criterion, criterion => Criterion(entries[criterion].Single())),
            SignLanguages = node["signLanguages"].Texts(),
        };
    }

    static (int Points, RoutingReason Reason) Criterion(RuleNode node)
    {
        node.AllowOnly("id", "criterion", "points", "local", "zh", "en", "basis");
        return (node["points"].Number(), node.Reason());
    }
}
