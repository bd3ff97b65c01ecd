using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Supervision;

/// <summary>What those above did about a matter, and what the viewer may do now.</summary>
public sealed record OversightView
{
    /// <summary>Stands on the ledger of major matters and long petitions, and is not cleared.</summary>
    public required bool OnLedger { get; init; }

    /// <summary>Counts as major in the report.</summary>
    public required bool Major { get; init; }

    /// <summary>Put there by hand.</summary>
    public LedgerMark? MajorMark { get; init; }

    public LedgerMark? LongPetition { get; init; }

    public Sponsorship? Sponsorship { get; init; }

    /// <summary>Which of leader, unit and person are not named yet; empty for what stands on no ledger.</summary>
    public required IReadOnlyList<SponsorshipGap> SponsorshipGaps { get; init; }

    public required IReadOnlyList<CardView> Cards { get; init; }

    public required IReadOnlyList<ExtensionRequest> Requests { get; init; }

    public required IReadOnlyList<PublicListing> Listings { get; init; }

    public LedgerClearance? Clearance { get; init; }

    /// <summary>What a removal from the ledger still needs, the proof apart; empty for what stands on no ledger.</summary>
    public required IReadOnlyList<ClearanceNeed> ClearanceNeeds { get; init; }

    /// <summary>Files that can prove a removal from the ledger, for whoever may clear it now; what is in them stays with its desk (domain 12).</summary>
    public required IReadOnlyList<ProofView> Proofs { get; init; }

    /// <summary>Names of the operations that the viewer may send now.</summary>
    public required IReadOnlyList<string> Can { get; init; }

    public static OversightView Of(DisputeFile file, Func<Guid, OrganisationRef> names, IReadOnlyList<string> can)
    {
        var (of, onLedger) = (file.Oversight, MajorLedger.Holds(file));
        return new OversightView
        {
            OnLedger = onLedger, Major = file.Report is { Major: true, Excluded: false }, MajorMark = of.Major, LongPetition = of.LongPetition,
            Sponsorship = of.Sponsorship, SponsorshipGaps = onLedger ? MajorLedger.Gaps(file) : [], Cards = [.. of.Cards.Select(c => CardView.Of(c, names))],
            Requests = of.Requests, Listings = of.Listings, Clearance = of.Clearance,
            ClearanceNeeds = onLedger ? MajorLedger.Missing(file, proofs: 1) : [], Can = can,
            Proofs = can.Contains("ClearLedger") ? [.. MajorLedger.Proofs(file).Select(a => new ProofView(a.Id, a.Kind, a.On))] : [],
        };
    }
}

/// <summary>That there is a file, of which kind and from which day.</summary>
public sealed record ProofView(Guid Id, AttachmentKind Kind, DateOnly On);

/// <summary>A card with the names of the desks.</summary>
public sealed record CardView
{
    public required Guid Id { get; init; }
    public required CardKind Kind { get; init; }
    public required CardCause Cause { get; init; }
    public required DateOnly IssuedOn { get; init; }
    public required OrganisationRef IssuedBy { get; init; }
    public required OrganisationRef To { get; init; }
    public required string Opinion { get; init; }
    public required DateOnly DueOn { get; init; }

    /// <summary>The end of the limit that ran out.</summary>
    public DateOnly? LimitOn { get; init; }
    public CardReply? Reply { get; init; }
    public CardCancellation? Cancellation { get; init; }

    public static CardView Of(SupervisionCard card, Func<Guid, OrganisationRef> names) => new()
    {
        Id = card.Id, Kind = card.Kind, Cause = card.Cause, IssuedOn = card.IssuedOn, IssuedBy = names(card.IssuedBy), To = names(card.ToId), Opinion = card.Opinion,
        DueOn = card.DueOn, LimitOn = card.LimitOn, Reply = card.Reply, Cancellation = card.Cancellation,
    };
}
