namespace Mediation.Core.Domain.Disputes;

public sealed record GuardianView(string Name, GuardianRelation Relation, Guid? PartyId, DateOnly NamedOn);

public sealed record AgentView
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Masked.</summary>
    public string? Phone { get; init; }
    public required AgentScope Scope { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? RevokedOn { get; init; }
}

/// <summary>A side of many; its members by name only for those who answer for the matter.</summary>
public sealed record GroupView
{
    public required Guid Id { get; init; }
    public required PartySide Side { get; init; }
    public required int HeadCount { get; init; }
    public Guid? RosterAttachmentId { get; init; }
    public required IReadOnlyList<Guid> RepresentativeIds { get; init; }
    public required int MemberCount { get; init; }

    /// <summary>How many gave up claims by an own yes.</summary>
    public required int Waived { get; init; }

    /// <summary>Null for others.</summary>
    public IReadOnlyList<MemberView>? Members { get; init; }
}

/// <summary>One of many, masked.</summary>
public sealed record MemberView(Guid Id, string Name, string? IdNumber, bool? IdVerified, string? Phone, DateOnly? WaivedOn);

/// <summary>A report of violence; who received it is told to those who answer for the matter.</summary>
public sealed record RiskReportView(Risk Risk, string Organ, DateTimeOffset ReportedAt, string? Receiver);
