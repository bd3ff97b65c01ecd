using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Registry;

namespace Mediation.Core.Domain.Access;

/// <summary>A person who signs in, with the organisation they act for; its area is what they may see.</summary>
public sealed record Account
{
    public required Guid Id { get; init; }

    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    public required IReadOnlyList<Role> Roles { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string OrganisationName { get; init; }

    public required OrganisationKind OrganisationKind { get; init; }

    public required Tier Tier { get; init; }

    public required AreaCode Area { get; init; }

    public Guid? MediatorId { get; init; }

    public bool May(Permission permission) => Roles.Allow(permission);

    /// <summary>The organisation itself, or the centre and committee that share its area and tier (综治中心 and 调委会 of one town).</summary>
    public bool ActsFor(Organisation organisation) => organisation.Id == OrganisationId
        || SeesArea && organisation.Tier == Tier && organisation.Area == Area && organisation.Kind is not (OrganisationKind.SectorCommittee or OrganisationKind.EnterpriseCommittee);

    /// <summary>A sector or enterprise committee answers for what is sent to it, never for an area.</summary>
    public bool SeesArea => OrganisationKind is not (OrganisationKind.SectorCommittee or OrganisationKind.EnterpriseCommittee);
}
