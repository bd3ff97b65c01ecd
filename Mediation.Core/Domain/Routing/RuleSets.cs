using System.Text.Json;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Routing;

/// <summary>All versions of the routing rules; the day of the matter says which one speaks.</summary>
public sealed class RuleSets
{
    RuleSets(IReadOnlyList<RuleSet> versions) => Versions = versions;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<RuleSet> Versions { get; }

    /// <summary>The version in force; older matters that are entered late go by the oldest version known.</summary>
    public RuleSet On(DateOnly day) => Versions.LastOrDefault(version => version.EffectiveFrom <= day) ?? Versions[0];

    public static RuleSets Parse(string json)
    {
        var root = RuleNode.Root(json);
        root.AllowOnly("versions");
        var versions = root["versions"].Entries().Select(Version).OrderBy(version => version.EffectiveFrom).ToList();
        if (versions.Count == 0) throw root.Fault("no version");
        Unique(root, versions.Select(version => version.Version));
        Unique(root, versions.Select(version => version.EffectiveFrom.ToString("yyyy-MM-dd", null)));
        return new RuleSets(versions);
    }

    /// <summary>One version as it stands in the text, for whoever keeps a copy of the rules.</summary>
    public static JsonElement TextOf(string json, string version) => JsonElement.Parse(json).GetProperty("versions").EnumerateArray()
        .First(one => one.GetProperty("version").ValueEquals(version));

    static RuleSet Version(RuleNode node)
    {
        node.AllowOnly("version", "effectiveFrom", "rules", "levels", "limits", "handover", "major", "ranking", "clocks");
        var set = new RuleSet
        {
            Version = node["version"].Text(),
            EffectiveFrom = node["effectiveFrom"].Date(),
            Rules = [.. node["rules"].Entries().Select(RoutingRule.Read)],
            Levels = [.. node["levels"].Entries().Select(LevelRule.Read)],
            Limits = [.. node["limits"].Entries().Select(LimitRule.Read)],
            Handover = HandoverRules.Read(node["handover"]),
            Major = MajorRule.Read(node["major"]),
            Ranking = RankingRules.Read(node["ranking"]),
            Clocks = ClockRules.Read(node["clocks"]),
        };
        Unique(node, [.. set.Rules.Select(rule => rule.Reason.Rule), .. set.Levels.Select(rule => rule.Reason.Rule),
            .. set.Limits.Select(rule => rule.Id), .. set.Ranking.Criteria.Values.Select(criterion => criterion.Reason.Rule)]);
        if (set.Rules.Count(rule => rule.Default) != 1) throw node.Fault("exactly one rule has no conditions: the default");
        Complete(node, set);
        return set;
    }

    static void Unique(RuleNode node, IEnumerable<string> names)
    {
        var twice = names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw node.Fault($"'{twice.Key}' stands twice");
    }

    /// <summary>A step without a limit would never be late, so the file must answer for every tier, step and type.</summary>
    static void Complete(RuleNode node, RuleSet set)
    {
        var gaps =
            from tier in Enum.GetValues<Tier>()
            from step in Enum.GetValues<LimitStep>()
            from type in Enum.GetValues<DisputeType>()
            from complex in new[] { false, true }
            where !set.Limits.Any(rule => rule.Fits(tier, step, type, complex))
            select $"no limit for {tier}, {step}, {type}{(complex ? ", complex" : "")}";
        if (gaps.FirstOrDefault() is { } gap) throw node.Fault(gap);
    }
}
