using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Registry;

namespace Mediation.Core.Domain.Supervision;

/// <summary>Who supervises (domain 3.3): the centres of town and district for their area, cards and time from a tier above the holder's.</summary>
public sealed class SupervisionRights(DisputeFile file, Account viewer, Organisation? holder)
{
    /// <summary>The centre that answers for the place, of the handler's own tier or a higher one.</summary>
    public static bool Governs(DisputeFile file, Account viewer) =>
        viewer.May(Permission.Direct) && viewer.SeesArea && viewer.Tier > Tier.Village && viewer.Tier >= file.Tier && viewer.Area.Holds(file.Area);

    /// <summary>Of a higher tier than the holder; the district's sector and enterprise committees stand below its centre.</summary>
    public static bool IsAbove(DisputeFile file, Account viewer, Organisation? holder) => Governs(file, viewer)
        && (viewer.Tier > (holder?.Tier ?? file.Tier) || viewer.Tier == holder?.Tier && holder.Kind is OrganisationKind.SectorCommittee or OrganisationKind.EnterpriseCommittee);

    /// <summary>Names of the operations that may be sent now.</summary>
    public IReadOnlyList<string> Can => DisputeLifecycle.Allows(file.Status, DisputeAction.Supervise) ? [.. Governing(), .. Above(), .. Held()] : [];

    IEnumerable<string> Governing()
    {
        if (!Governs(file, viewer))
            yield break;
        var (of, onLedger) = (file.Oversight, MajorLedger.Holds(file));
        if (of.Clearance is not null || of.Major is null || of.LongPetition is null)
            yield return "MarkLedger";
        if (onLedger)
            yield return "AssignSponsor";
        if (of.Sponsorship?.LeaderName is not null)
            yield return "RecordSponsorVisit";
        if (of.Sponsorship is not null)
            yield return "AdvanceSponsorship";
        if (file.ClosedOn is null && of.StandingListing is null)
            yield return "ListPublicly";
        if (of.StandingListing is not null)
            yield return "LiftListing";
        if (onLedger && (viewer.Tier > file.Tier || file.Tier == Tier.District) && MajorLedger.Missing(file, proofs: 1).Count == 0)
            yield return "ClearLedger";
    }

    IEnumerable<string> Above()
    {
        if (!IsAbove(file, viewer, holder))
            yield break;
        if (file.ClosedOn is null && file.Oversight.StandingCard?.Kind != CardKind.Red)
            yield return "IssueCard";
        if (file.Oversight.StandingCard is not null)
            yield return "CancelCard";
        if (file.Oversight.PendingRequest is not null)
            yield return "DecideExtension";
    }

    IEnumerable<string> Held()
    {
        if (holder is null || !viewer.ActsFor(holder) || !viewer.May(Permission.Register))
            yield break;
        if (file.Oversight.Cards.Any(c => c is { IsOpen: true, Reply: null }))
            yield return "ReplyToCard";
        if (file.ClosedOn is null && file.Oversight.PendingRequest is null)
            yield return "RequestExtension";
    }
}
