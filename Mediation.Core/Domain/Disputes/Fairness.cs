namespace Mediation.Core.Domain.Disputes;

/// <summary>A party takes part or refuses; how it said so and when.</summary>
public sealed record PartyStance(Stance Stance, NoticeForm Form, DateOnly On);

/// <summary>Stands in for a minor or a person of limited capacity; one with opposed interest is refused (domain 12).</summary>
public sealed record Guardian
{
    public required string Name { get; init; }

    public required GuardianRelation Relation { get; init; }

    /// <summary>The guardian's own entry when a party too.</summary>
    public Guid? PartyId { get; init; }

    public required DateOnly NamedOn { get; init; }
}

/// <summary>Acts for a party under a power of attorney (委托代理人).</summary>
public sealed record Agent
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public string? Phone { get; init; }

    public required AgentScope Scope { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? RevokedOn { get; init; }
}

/// <summary>A side of many: its head-count, its roster, and at most five who speak for it.</summary>
public sealed record PartyGroup
{
    public required Guid Id { get; init; }

    public required PartySide Side { get; init; }

    public required int HeadCount { get; init; }

    /// <summary>The photographed roster, an attachment.</summary>
    public Guid? RosterId { get; init; }

    public IReadOnlyList<GroupMember> Members { get; init; } = [];

    /// <summary>Parties who speak for the group; more than five warns.</summary>
    public IReadOnlyList<Guid> RepresentativeIds { get; init; } = [];
}

public sealed record GroupMember
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public string? IdNumber { get; init; }

    public string? Phone { get; init; }

    /// <summary>Gave up claims by an own yes, not through a representative (domain 12).</summary>
    public DateOnly? WaivedOn { get; init; }
}

/// <summary>What a mediator says of ties to the parties, per case; none is an answer (domain 12: no kinship data is stored).</summary>
public sealed record InterestDeclaration
{
    public required Guid MediatorId { get; init; }

    /// <summary>Null: no ground of recusal.</summary>
    public RecusalGround? Ground { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>Parties who were told and accept the mediator all the same.</summary>
    public IReadOnlyList<Guid> AcceptedBy { get; init; } = [];
}

/// <summary>A party doubts a mediator; the organisation decides, and a challenged host is replaced (若干规定 25).</summary>
public sealed record MediatorChallenge
{
    public required Guid Id { get; init; }

    public required Guid MediatorId { get; init; }

    public required Guid PartyId { get; init; }

    public required RecusalGround Ground { get; init; }

    public required DateOnly RaisedOn { get; init; }

    public ChallengeDecision? Decision { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public Guid? ReplacementId { get; init; }

    /// <summary>Parties who want the mediator to stay all the same.</summary>
    public IReadOnlyList<Guid> AcceptedBy { get; init; } = [];

    public bool IsOpen => Decision is null;
}

/// <summary>Fact finding, 0..n per case (调查记录).</summary>
public sealed record Investigation
{
    public required Guid Id { get; init; }

    public required DateOnly On { get; init; }

    public string? Place { get; init; }

    public IReadOnlyList<string> Participants { get; init; } = [];

    /// <summary>Who was asked.</summary>
    public string? Interviewee { get; init; }

    public string? Record { get; init; }
}

/// <summary>The duty to report violence: to which organ, when, to whom (反家庭暴力法 14, 未成年人保护法 11).</summary>
public sealed record RiskReport(Risk Risk, string Organ, DateTimeOffset ReportedAt, string Receiver);
