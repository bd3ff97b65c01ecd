using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.FrontDesk;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Domain.Routing;

namespace Mediation.Core.Domain.Screening;

/// <summary>The screening practice of a place by version (seeds/screening.json): who owes a return, how often, and until when. No law fixes any of it (domain 5.1, 11).</summary>
public sealed class ScreeningPractices
{
    readonly IReadOnlyList<ScreeningRules> versions;

    ScreeningPractices(IReadOnlyList<ScreeningRules> versions) => this.versions = versions;

    public ScreeningRules Newest => versions[^1];

    /// <summary>What holds on a day; older rounds go by the oldest version known.</summary>
    public ScreeningRules On(DateOnly day) => versions.LastOrDefault(version => version.EffectiveFrom <= day) ?? versions[0];

    /// <summary>By its name, for what was begun under it.</summary>
    public ScreeningRules Of(string version) => versions.FirstOrDefault(one => one.Version == version) ?? Newest;

    /// <summary>Before the first version no round was asked for.</summary>
    public DateOnly Begin => versions[0].EffectiveFrom;

    public static ScreeningPractices Parse(string json)
    {
        var root = RuleNode.Root(json);
        root.AllowOnly("versions");
        var versions = root["versions"].Entries().Select(ScreeningRules.Read).OrderBy(version => version.EffectiveFrom).ToList();
        return versions.Count > 0 ? new ScreeningPractices(versions) : throw root.Fault("no version");
    }
}

/// <summary>One version of the practice.</summary>
public sealed record ScreeningRules
{
    public required string Version { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Which kinds of organisation owe a return at each tier.</summary>
    public required IReadOnlyDictionary<Tier, IReadOnlySet<OrganisationKind>> Reporters { get; init; }

    public required IReadOnlyDictionary<Tier, (ScreeningCadence Normal, ScreeningCadence Sensitive)> Cadences { get; init; }

    /// <summary>Days after the end of a round until its return is late.</summary>
    public required IReadOnlyDictionary<ScreeningCadence, int> GraceDays { get; init; }

    public required IReadOnlyList<LeadLevelRule> LeadLevels { get; init; }

    /// <summary>The hottest level any rule gives a sign, with all that speak for it; green without one.</summary>
    public (RiskLevel Level, IReadOnlyList<RoutingReason> Reasons) LevelOf(IReadOnlyCollection<LeadTrigger> triggers, int people)
    {
        var hits = LeadLevels.Where(rule => rule.Holds(triggers, people)).OrderByDescending(rule => rule.Level).ToList();
        return (hits.Count == 0 ? RiskLevel.Green : hits[0].Level, [.. hits.Select(rule => rule.Reason)]);
    }

    /// <summary>The least tier that may agree to lower each level; a green one is not lowered.</summary>
    public required IReadOnlyDictionary<RiskLevel, Tier> Lowering { get; init; }

    public Tier LoweredBy(RiskLevel level) => Lowering.GetValueOrDefault(level, Tier.Village);

    public required IReadOnlyList<SpecialPlan> Plans { get; init; }

    public SpecialPlan Plan(SpecialPlanKind kind) => Plans.Single(plan => plan.Kind == kind);

    /// <summary>Working days until an office that sent something wants to know what came of it.</summary>
    public required IReadOnlyDictionary<DeskSource, int> ReferralWorkdays { get; init; }

    public bool Owes(Organisation organisation) => Reporters[organisation.Tier].Contains(organisation.Kind);

    public ScreeningCadence Cadence(Tier tier, bool sensitive) => sensitive ? Cadences[tier].Sensitive : Cadences[tier].Normal;

    public DateOnly DueOn(ScreeningPeriod round, ScreeningCadence cadence) => round.To.AddDays(GraceDays[cadence]);

    internal static ScreeningRules Read(RuleNode node)
    {
        node.AllowOnly("version", "effectiveFrom", "local", "basis", "reporters", "cadence", "graceDays", "leadLevels", "lowering", "plans", "referralWorkdays");
        _ = node.BasisOrLocal();
        var plans = node["plans"].Entries().Select(SpecialPlan.Read).ToList();
        if (!plans.Select(plan => plan.Kind).Order().SequenceEqual(Each<SpecialPlanKind>())) throw node.Fault("one plan of each kind");
        return new ScreeningRules
        {
            Version = node["version"].Text(),
            EffectiveFrom = node["effectiveFrom"].Date(),
            Reporters = Each<Tier>().ToDictionary(tier => tier, tier => node["reporters"][tier.ToString()].Enums<OrganisationKind>()),
            Cadences = Each<Tier>().ToDictionary(tier => tier, tier => Pair(node["cadence"][tier.ToString()])),
            GraceDays = Each<ScreeningCadence>().ToDictionary(cadence => cadence, cadence => node["graceDays"][cadence.ToString()].Number()),
            Lowering = new[] { RiskLevel.Yellow, RiskLevel.Red }.ToDictionary(level => level, level => node["lowering"][level.ToString()].Enum<Tier>()),
            Plans = plans,
            ReferralWorkdays = Each<DeskSource>().Where(source => source.IsReferral).ToDictionary(source => source, source => node["referralWorkdays"][source.ToString()].Number()),
            LeadLevels = [.. node["leadLevels"].Entries().Select(LeadLevelRule.Read)],
        };
    }

    static (ScreeningCadence Normal, ScreeningCadence Sensitive) Pair(RuleNode node)
    {
        node.AllowOnly("normal", "sensitive");
        return (node["normal"].Enum<ScreeningCadence>(), node["sensitive"].Enum<ScreeningCadence>());
    }

    static T[] Each<T>() where T : struct, Enum => Enum.GetValues<T>();
}
