using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Domain.Routing;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Finds the organisations between which a dispute travels.</summary>
[Scoped]
public sealed class HandoverDesk(DbSession db, ReferenceData reference, OrganisationStore organisations, DisputeStore disputes)
{
    public async Task<Desk> Responsible(Dispute dispute) => (await organisations.Get(dispute.File.ResponsibleId))!.Desk;

    /// <summary>An organisation of the dispute's district.</summary>
    public async Task<Desk> Require(Guid id, Dispute dispute)
    {
        var organisation = await organisations.Get(id);
        if (organisation is null || organisation.DissolvedOn is not null || organisation.Area.District != dispute.File.Area.District)
            throw new RuleViolationException("organisation.unknown", "There is no such organisation in this district.", "registry", "toOrganisationId");
        return organisation.Desk;
    }

    /// <summary>One that answers for the place above the sender, or the sector's; a stranger town is none (domain 7).</summary>
    public async Task<Desk> RequireAbove(Guid id, Dispute dispute)
    {
        var desk = await Require(id, dispute);
        if (desk.Kind != OrganisationKind.SectorCommittee && !(await organisations.Get(id))!.Area.Holds(dispute.File.Area))
            throw new RuleViolationException("escalation.other-area", "That organisation does not answer for this place.", "domain 7", "toOrganisationId");
        return desk;
    }

    /// <summary>One of the sender's own area.</summary>
    public async Task<Desk> RequireBelow(Guid id, Desk from, Dispute dispute)
    {
        var desk = await Require(id, dispute);
        if (!(await organisations.Get(from.Id))!.Area.Holds((await organisations.Get(id))!.Area))
            throw new RuleViolationException("return.other-area", "That organisation lies outside the sender's area.", "domain 7", "toOrganisationId");
        return desk;
    }

    /// <summary>Where it goes when nobody says: the sector committee for its competence, else the centre of the next tier.</summary>
    public async Task<Desk> Above(Dispute dispute, Desk from, EscalationReason reason)
    {
        if (reason == EscalationReason.SectorCompetence && await organisations.Sector(dispute.File.Area, dispute.File.Type) is { } sector)
            return sector.Desk;
        if (from.Tier.Above is not { } tier)
            throw new RuleViolationException("escalation.top-tier", "The district is the last tier; name the sector committee.", "domain 7", "toOrganisationId");
        return (await organisations.Centre(dispute.File.Area, tier) ?? await organisations.Committee(dispute.File.Area, tier, dispute.File.Type))?.Desk
            ?? throw new RuleViolationException("organisation.none-above", "No organisation of the next tier is registered for this place.", "registry", "toOrganisationId");
    }

    /// <summary>The centre that decides after two refusals; null when the district's own centre was the last to refuse.</summary>
    public async Task<Desk?> HigherCentre(Dispute dispute)
    {
        var refusing = await organisations.Get(dispute.File.HolderId);
        var isTopCentre = refusing is { Tier: Tier.District, Kind: OrganisationKind.GovernanceCenter };
        return isTopCentre ? null : (await organisations.Centre(dispute.File.Area, refusing!.Tier.Above ?? Tier.District))?.Desk;
    }

    public async Task<HandoverRules> Rules(Step step) => (await reference.RuleSet(db, step.On)).Handover;

    public async Task<Guid> DisputeOf(Guid handoverId) =>
        await disputes.OfHandover(handoverId) ?? throw new NotFoundException("The dispute");

    public static void RequirePending(Dispute dispute, Guid handoverId)
    {
        if (dispute.PendingHandover?.Id != handoverId)
            throw new RuleViolationException("handover.decided", "This handover was decided already.", "lifecycle");
    }
}
