namespace Mediation.Core.Domain.Disputes;

/// <summary>Carries a dispute between organisations; the sender stays responsible until the receiver accepts.</summary>
public sealed record Handover
{
    public required Guid Id { get; init; }

    public required Guid FromId { get; init; }

    public required Guid ToId { get; init; }

    public required Tier ToTier { get; init; }

    /// <summary>Escalation, Return or Routing (an override at intake).</summary>
    public required HandoverKind Kind { get; init; }

    public EscalationReason? Escalation { get; init; }

    public ReturnReason? Return { get; init; }

    public string? Note { get; init; }

    public required DateOnly SentOn { get; init; }

    public required HandoverState State { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public HandoverRefusal? Refusal { get; init; }

    /// <summary>What the refuser wrote.</summary>
    public string? RefusalNote { get; init; }
}

public enum HandoverKind { Escalation, Return, Routing }

/// <summary>A visit or a call after the agreement.</summary>
public sealed record FollowUpRecord(DateOnly On, FollowUpForm By, bool Performed, bool Relapse, int? Satisfaction, string? Record);

/// <summary>An administrative matter that no committee may mediate, sent to the organ that decides it, with its receipt.</summary>
public sealed record Referral(DateOnly On, string Organ, string? Receipt);
