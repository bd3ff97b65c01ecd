using Mediation.Core.Domain.Screening;

namespace Mediation.Core.Domain.Disputes;

/// <summary>One judgement of the level: before, after, why, and by whom.</summary>
public sealed record LevelAssessmentView
{
    public required LevelOccasion Occasion { get; init; }
    public required DateOnly On { get; init; }
    public required RiskLevel From { get; init; }
    public required RiskLevel To { get; init; }
    public required IReadOnlyList<ReasonView> Rules { get; init; }
    public required PersonRef By { get; init; }

    /// <summary>Who asked for it, where it was lowered.</summary>
    public PersonRef? AskedBy { get; init; }
    public string? Reason { get; init; }
}

/// <summary>The last wish to lower the level.</summary>
public sealed record LoweringView
{
    public required Guid Id { get; init; }
    public required RiskLevel To { get; init; }
    public required DateOnly On { get; init; }
    public required PersonRef By { get; init; }
    public string? Reason { get; init; }
    public required LoweringState State { get; init; }
    public PersonRef? DecidedBy { get; init; }
    public DateOnly? DecidedOn { get; init; }
    public string? Answer { get; init; }

    /// <summary>The least tier that may decide; null when it is decided.</summary>
    public Tier? ApproverTier { get; init; }
}

/// <summary>A special plan that runs or ran for a matter.</summary>
public sealed record ActivePlanView
{
    public required SpecialPlanKind Kind { get; init; }
    public required DateTimeOffset ActivatedAt { get; init; }
    public required PersonRef ActivatedBy { get; init; }
    public string? Reason { get; init; }
    public required IReadOnlyList<PlanItemView> Items { get; init; }

    /// <summary>Null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }
    public string? EndReason { get; init; }
}

/// <summary>An item of the checklist, by when it should be done, and when and by whom it was.</summary>
public sealed record PlanItemView
{
    public required string Item { get; init; }
    public required string Role { get; init; }
    public required string Zh { get; init; }
    public required string En { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public DateTimeOffset? DoneAt { get; init; }
    public PersonRef? DoneBy { get; init; }
    public string? Note { get; init; }
}
