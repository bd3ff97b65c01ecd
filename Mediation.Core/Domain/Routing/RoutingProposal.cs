using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Routing;

/// <summary>Who takes a matter at its tier, in rising precedence; an organ means that no committee may mediate it.</summary>
public enum RoutingTarget { Committee, Centre, Sector, Organ }

/// <summary>Where a matter belongs and why; a person may decide otherwise with a written reason.</summary>
public sealed record RoutingProposal
{
    public required Tier Tier { get; init; }

    public required RoutingTarget Target { get; init; }

    public required RiskLevel Level { get; init; }

    /// <summary>The rules that carry the proposal first, then those for less.</summary>
    public required IReadOnlyList<RoutingReason> Reasons { get; init; }

    public required IReadOnlyList<RoutingReason> LevelReasons { get; init; }

    /// <summary>What the parties are told they may also choose or must know; none of it moves the matter.</summary>
    public required IReadOnlyList<RoutingReason> Offers { get; init; }

    public required string RuleSetVersion { get; init; }
}

/// <summary>A rule that spoke, and what it says to the person who asks why.</summary>
public sealed record RoutingReason(string Rule, string Text)
{
    public required string TextEn { get; init; }

    /// <summary>The statute behind the rule; null for a purely local one.</summary>
    public string? Basis { get; init; }
}

/// <summary>The level of a matter; green has no reasons.</summary>
public sealed record RiskAssessment(RiskLevel Level, IReadOnlyList<RoutingReason> Reasons);
