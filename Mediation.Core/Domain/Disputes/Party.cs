using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Domain.Disputes;

/// <summary>A side of the quarrel: a name is enough, and a described side ("不详") may stand for one that is not known yet.</summary>
public sealed record Party
{
    public required Guid Id { get; init; }

    public required PartySide Side { get; init; }

    public required PartyKind Kind { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public required IdentityBasis IdentityBasis { get; init; }

    public IdType? IdType { get; init; }

    /// <summary>Normalised; kept even when its check digit fails.</summary>
    public string? IdNumber { get; init; }

    public string? Contact { get; init; }

    public string? Phone { get; init; }

    public string? Address { get; init; }

    public AreaCode? Area { get; init; }

    public required PartyCapacity Capacity { get; init; }

    public string? GuardianName { get; init; }

    public IReadOnlyList<PartyNeed> Needs { get; init; } = [];

    /// <summary>Told of rights and not refusing (人民调解法 23): how and when.</summary>
    public PartyNotice? Notice { get; init; }

    /// <summary>Participation and refusal, oldest first; the last one holds (人民调解法 17, 23).</summary>
    public IReadOnlyList<PartyStance> Stances { get; init; } = [];

    public Guardian? Guardian { get; init; }

    public IReadOnlyList<Agent> Agents { get; init; } = [];

    /// <summary>Victim of violence: address and phone stay off everything the other side sees (domain 12).</summary>
    public bool Protected { get; init; }

    /// <summary>Set when the party left the matter; the entry stays readable.</summary>
    public PartyRemoval? Removal { get; init; }

    public bool IsPresent => Removal is null;

    public bool IsIdentified => IsPresent && !string.IsNullOrWhiteSpace(Name);

    /// <summary>Said no, and has not said yes since.</summary>
    public bool Refuses => Stances is [.., { Stance: Stance.Refuses }];

    /// <summary>Said yes, or was told of rights and does not refuse.</summary>
    public bool TakesPart => !Refuses && (Notice is not null || Stances is [.., { Stance: Stance.TakesPart }]);

    /// <summary>A minor or a person of limited capacity does not act alone (民法典 19-22).</summary>
    public bool IsWard => Kind == PartyKind.Person && Capacity != PartyCapacity.Adult;

    /// <summary>Named, at intake by name only, or in full with the relation.</summary>
    public bool HasGuardian => Guardian is not null || !string.IsNullOrWhiteSpace(GuardianName);
}

public sealed record PartyNotice(NoticeForm Form, DateOnly On);

public sealed record PartyRemoval(DateOnly On, Guid? SuccessorId);
