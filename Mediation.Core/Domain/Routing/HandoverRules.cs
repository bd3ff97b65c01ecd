using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Routing;

/// <summary>How a matter may travel between organisations.</summary>
public sealed record HandoverRules
{
    /// <summary>Only these reasons let a matter pass over a tier.</summary>
    public required IReadOnlySet<EscalationReason> SkipLevelReasons { get; init; }

    /// <summary>After so many failed attempts the tier has done its part; the district has none above it.</summary>
    public required IReadOnlyDictionary<Tier, int> AttemptsMaximum { get; init; }

    /// <summary>After so many refusals in a row the next higher centre decides who handles it.</summary>
    public required int RefusalsInARow { get; init; }

    /// <summary>What came up for one of these reasons is never sent down.</summary>
    public required IReadOnlySet<EscalationReason> ForbidReturnFor { get; init; }

    public required (int Amount, LimitUnit Unit) RefusalLimit { get; init; }

    internal static HandoverRules Read(RuleNode node)
    {
        node.AllowOnly("skipLevelReasons", "attemptsMaximum", "refusalsInARow", "forbidReturnFor", "refusalLimit");
        var attempts = node["attemptsMaximum"];
        attempts.AllowOnly(nameof(Tier.Village), nameof(Tier.Town));
        var refusal = node["refusalLimit"];
        refusal.AllowOnly("amount", "unit");
        return new HandoverRules
        {
            SkipLevelReasons = node["skipLevelReasons"].Enums<EscalationReason>(),
            AttemptsMaximum = new[] { Tier.Village, Tier.Town }.ToDictionary(tier => tier, tier => attempts[tier.ToString()].Number()),
            RefusalsInARow = node["refusalsInARow"].Number(),
            ForbidReturnFor = node["forbidReturnFor"].Enums<EscalationReason>(),
            RefusalLimit = (refusal["amount"].Number(), refusal["unit"].Enum<LimitUnit>()),
        };
    }
}

/// <summary>What counts as a major dispute in the monthly report; being put on the ledger counts besides.</summary>
public sealed record MajorRule
{
    public required int MinPeople { get; init; }

    public required IReadOnlySet<Risk> Risks { get; init; }

    public required RiskLevel Level { get; init; }

    public bool Holds(RiskLevel level, int people, IReadOnlyCollection<Risk> risks) =>
        level >= Level || people >= MinPeople || risks.Any(Risks.Contains);

    internal static MajorRule Read(RuleNode node)
    {
        node.AllowOnly("minPeople", "risks", "level");
        return new MajorRule
        {
            MinPeople = node["minPeople"].Number(),
            Risks = node["risks"].Enums<Risk>(),
            Level = node["level"].Enum<RiskLevel>(),
        };
    }
}
