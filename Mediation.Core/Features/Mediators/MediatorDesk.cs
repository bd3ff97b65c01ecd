using Mediation.Core.Domain;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Features.Mediators;

/// <summary>What would be left if this mediator went: cases, reminders and follow-ups.</summary>
public sealed record MediatorDesk(
    Guid MediatorId, string Name, IReadOnlyList<DeskItem> Cases, IReadOnlyList<DeskItem> FollowUps, IReadOnlyList<DeskReminder> Reminders);

/// <summary>A matter on the desk; what it is about only for those who may read it.</summary>
public sealed record DeskItem
{
    public required Guid DisputeId { get; init; }

    public required int Version { get; init; }

    public required DisputeStatus Status { get; init; }

    public required Tier Tier { get; init; }

    public required AreaCode AreaCode { get; init; }

    public string? Subject { get; init; }

    public string? CaseNumber { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>Who looks after it now.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The parties who are to be told when it changes hands.</summary>
    public required IReadOnlyList<PersonRef> PartiesToBeTold { get; init; }
}

/// <summary>Something with a day to it.</summary>
public sealed record DeskReminder(Guid DisputeId, DeskReminderKind Kind, DateOnly? DueOn, Guid? ObligationId);

/// <summary>The limit of a case, a promise that falls due, a paper that still wants a signature or the seal, a visit after the agreement.</summary>
public enum DeskReminderKind { CaseLimit, Obligation, Signatures, FollowUp }
