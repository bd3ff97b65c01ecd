namespace Mediation.Core.Domain.Disputes;

/// <summary>One committee's lawful, consent-based attempt to settle a dispute.</summary>
public sealed record MediationCase
{
    public required Guid Id { get; init; }

    /// <summary>The host's committee.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The organisation whose desk opened the case; a centre's desk opens it for its committee.</summary>
    public required Guid DeskId { get; init; }

    public required Tier Tier { get; init; }

    /// <summary>Exactly one host (若干规定 25).</summary>
    public Guid? HostId { get; init; }

    /// <summary>Sees to performance and follow-ups since the host left; the papers keep the host's name.</summary>
    public Guid? SuccessorId { get; init; }

    public IReadOnlyList<Guid> AssistantIds { get; init; } = [];

    /// <summary>（2026）海口村人调字第1号; none for a rejected one.</summary>
    public string? Number { get; init; }

    public required CaseState State { get; init; }

    public required DateOnly AcceptedOn { get; init; }

    public IReadOnlyList<MediationSession> Sessions { get; init; } = [];

    public Agreement? Agreement { get; init; }

    public IReadOnlyList<Suspension> Suspensions { get; init; } = [];

    /// <summary>Parties who chose the host themselves (人民调解法 19).</summary>
    public IReadOnlyList<Guid> ChosenBy { get; init; } = [];

    public IReadOnlyList<InterestDeclaration> Declarations { get; init; } = [];

    public IReadOnlyList<MediatorChallenge> Challenges { get; init; } = [];

    public IReadOnlyList<Investigation> Investigations { get; init; } = [];

    /// <summary>Settled in one act at the table: one sheet, the 登记单, stands for its dossier (domain 12).</summary>
    public bool OnTheSpot { get; init; }

    /// <summary>Set when the dossier is archived.</summary>
    public DossierRecord? Dossier { get; init; }

    public DateOnly? EndedOn { get; init; }

    /// <summary>Why it ended without agreement: a member of RejectionReason or TerminationReason, or MovedUp.</summary>
    public string? EndReason { get; init; }

    /// <summary>Ways that were told to the parties (人民调解法 26).</summary>
    public IReadOnlyList<FollowOnChannel> Channels { get; init; } = [];

    /// <summary>Whose desk it lies on.</summary>
    public Guid? OwnerId => SuccessorId ?? HostId;

    public bool IsOpen => State is CaseState.Accepted or CaseState.Mediating or CaseState.Suspended;

    public bool IsAgreed => Agreement is not null;

    /// <summary>The host and the assistants.</summary>
    public IEnumerable<Guid> Mediators() => HostId is { } host ? [host, .. AssistantIds] : AssistantIds;
}

/// <summary>One sitting at the table.</summary>
public sealed record MediationSession
{
    public required DateOnly On { get; init; }

    public string? Place { get; init; }

    public IReadOnlyList<Guid> AttendeeIds { get; init; } = [];

    public IReadOnlyList<string> Invitees { get; init; } = [];

    /// <summary>Parties who agreed to the invitees (人民调解法 20).</summary>
    public IReadOnlyList<Guid> InviteesAcceptedBy { get; init; } = [];

    /// <summary>Held in public, as parties may ask (人民调解法 23); closed otherwise.</summary>
    public bool Open { get; init; }

    /// <summary>Parties who agreed to an open session.</summary>
    public IReadOnlyList<Guid> OpenAcceptedBy { get; init; } = [];

    public string? Record { get; init; }

    public required SessionResult Result { get; init; }
}

public sealed record Suspension(SuspensionReason Reason, DateOnly From, DateOnly? To);
