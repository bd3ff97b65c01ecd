using Mediation.Core.Domain.Routing;

namespace Mediation.Core.Domain.Disputes;

/// <summary>On what occasion a level was judged.</summary>
public enum LevelOccasion { Session, Assessment, Lowering }

/// <summary>What became of a wish to lower a level.</summary>
public enum LoweringState { Pending, Approved, Refused }

/// <summary>One judgement of the level of a matter (domain 5.2): before, after, the rules that spoke, and who judged.</summary>
public sealed record LevelAssessment
{
    public required LevelOccasion Occasion { get; init; }

    public required DateOnly On { get; init; }

    public required RiskLevel From { get; init; }

    public required RiskLevel To { get; init; }

    /// <summary>Ids of the level rules that held; their words are in the rule set of that version.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    public required string RuleSetVersion { get; init; }

    public required Guid By { get; init; }

    /// <summary>Who asked for it, where it was lowered.</summary>
    public Guid? AskedBy { get; init; }

    public string? Reason { get; init; }
}

/// <summary>A wish to lower the level, which a second person decides on.</summary>
public sealed record LoweringRequest
{
    public required Guid Id { get; init; }

    public required RiskLevel To { get; init; }

    public required DateOnly On { get; init; }

    public required Guid By { get; init; }

    public string? Reason { get; init; }

    public LoweringState State { get; init; }

    public Guid? DecidedBy { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public string? Answer { get; init; }
}

/// <summary>What a level is judged by at this moment, and what the person who was there says.</summary>
public sealed record LevelCheck(RuleSet Rules, RiskFacts Facts, RiskLevel? Told);
