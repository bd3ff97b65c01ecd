using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Registry;

namespace Mediation.Core.Data;

/// <summary>Who could mediate for an organisation on a day, as the registry and the open desks know them.</summary>
[Scoped]
public sealed class MediatorCandidates(OrganisationStore organisations, MediatorStore mediators)
{
    /// <summary>The organisation's own mediators; a centre mediates through the committees of its area, at the district the sector committees.</summary>
    public async Task<IReadOnlyList<MediatorCandidate>> Of(
        Organisation organisation, IReadOnlyList<Party> parties, DateOnly on, CancellationToken ct)
    {
        var candidates = new List<MediatorCandidate>();
        foreach (var desk in await Desks(organisation, ct))
            foreach (var (mediator, openCases) in await mediators.Of(desk.Id, ct))
                candidates.Add(Candidate(mediator, openCases, desk, parties, on));
        return candidates;
    }

    async Task<IReadOnlyList<Organisation>> Desks(Organisation organisation, CancellationToken ct) =>
        organisation.Kind != OrganisationKind.GovernanceCenter
            ? [organisation]
            : [organisation, .. (await organisations.Of(organisation.Area, ct)).Where(other => other.Id != organisation.Id
                && other.DissolvedOn is null && other.Kind is not (OrganisationKind.GovernanceCenter or OrganisationKind.EnterpriseCommittee))];

    static MediatorCandidate Candidate(Mediator mediator, int openCases, Organisation desk, IReadOnlyList<Party> parties, DateOnly on) => new()
    {
        Id = mediator.Id, Name = mediator.Name, OrganisationId = desk.Id, OrganisationArea = desk.Area, OrganisationKind = desk.Kind,
        Expertise = mediator.Expertise, Languages = mediator.Languages, Capacity = mediator.Capacity, OpenCases = openCases, Grade = mediator.Grade,
        Status = mediator.StatusOn(on), TermTo = mediator.TermTo, CertificateTo = mediator.CertificateTo,
        IsParty = parties.Any(party => mediator.IsLike(party, desk.Area)),
    };
}
