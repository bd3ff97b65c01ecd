namespace Mediation.Core.Domain.Supervision;

/// <summary>
/// What those above have done about a matter (domain 5.3): marks, sponsor, cards, requests for time, public listings, clearance. It is the matter's and
/// touches no mediation case: a leader confirms and never edits or closes one (domain 12).
/// </summary>
public sealed record Oversight
{
    public static Oversight None { get; } = new();

    /// <summary>Put on the major ledger by hand; red matters, those of many people and those with death or serious injury stand there by themselves.</summary>
    public LedgerMark? Major { get; init; }

    public LedgerMark? LongPetition { get; init; }

    public Sponsorship? Sponsorship { get; init; }

    public IReadOnlyList<SupervisionCard> Cards { get; init; } = [];

    public IReadOnlyList<ExtensionRequest> Requests { get; init; } = [];

    public IReadOnlyList<PublicListing> Listings { get; init; } = [];

    /// <summary>Removal from the ledger (销号); a reopening undoes it.</summary>
    public LedgerClearance? Clearance { get; init; }

    public SupervisionCard? StandingCard => Cards.Where(c => c.IsOpen).MaxBy(c => c.Kind);

    public PublicListing? StandingListing => Listings.LastOrDefault(l => l.IsOpen);

    public ExtensionRequest? PendingRequest => Requests.LastOrDefault(r => r.Decision is null);

    /// <summary>The organisations that are named here.</summary>
    public IEnumerable<Guid> Organisations => Cards.SelectMany(c => (Guid[])[c.IssuedBy, c.ToId])
        .Concat(Listings.Select(l => l.ById)).Concat(Requests.SelectMany(r => (Guid[])[r.ById, .. r.Decision is { } decision ? [decision.ById] : (Guid[])[]]))
        .Concat(Clearance is { } cleared ? [cleared.ById] : []);
}

/// <summary>Since when and why it stands on a ledger.</summary>
public sealed record LedgerMark(DateOnly On, string Reason);

/// <summary>The ledgers on which a matter is put by hand: 重大矛盾纠纷台账, and the long petitions of the letter's section 8.</summary>
public enum LedgerKind { Major, LongPetition }

/// <summary>领导包案: a leader, a unit and a person answer for the matter, with a plan and what came of it.</summary>
public sealed record Sponsorship
{
    public string? LeaderName { get; init; }

    public string? LeaderPost { get; init; }

    public Tier? LeaderTier { get; init; }

    /// <summary>责任单位.</summary>
    public string? Unit { get; init; }

    /// <summary>责任人.</summary>
    public string? Person { get; init; }

    public required DateOnly AcceptedOn { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>一案一策.</summary>
    public string? Plan { get; init; }

    public SponsorshipStage Stage { get; init; }

    public string? Result { get; init; }

    public string? ConfirmedBy { get; init; }

    public DateOnly? ConfirmedOn { get; init; }

    public IReadOnlyList<SponsorVisit> Visits { get; init; } = [];

    /// <summary>The letter's section 8 asks for all three.</summary>
    public bool IsComplete => LeaderName is not null && Unit is not null && Person is not null;
}

public enum SponsorshipStage { Planned, UnderWay, Resolved, Confirmed }

/// <summary>The leader went there, or received the parties (接访).</summary>
public sealed record SponsorVisit(DateOnly On, SponsorVisitKind Kind, string Record);

public enum SponsorVisitKind { Visit, Reception }

/// <summary>Which of the three a sponsorship lacks.</summary>
public enum SponsorshipGap { Leader, Unit, Person }

/// <summary>挂牌督办: listed publicly under a number, and lifted with a reason.</summary>
public sealed record PublicListing(Guid Id, Guid ById, Tier Level, string Number, DateOnly PublishedOn)
{
    public DateOnly? LiftedOn { get; init; }

    public string? LiftReason { get; init; }

    public bool IsOpen => LiftedOn is null;
}

/// <summary>More working days for a limit of the matter, asked for by its holder and decided by the office above.</summary>
public sealed record ExtensionRequest(Guid Id, Disputes.Clock Clock, int Workdays, string Reason, Guid ById, DateOnly On)
{
    public ExtensionDecision? Decision { get; init; }
}

public sealed record ExtensionDecision(bool Granted, int? Workdays, DateOnly? Until, string? Reason, Guid ById, DateOnly On);

/// <summary>销号, with the files that prove it and who approved.</summary>
public sealed record LedgerClearance(DateOnly On, Guid ById, IReadOnlyList<Guid> Proof, string? Note)
{
    /// <summary>For what the district itself handled: the office above it, and its paper.</summary>
    public string? ApprovedAbove { get; init; }
}

/// <summary>What a removal from the ledger needs (domain 5.3).</summary>
public enum ClearanceNeed { Ended, FollowedUp, Proof, CardCancelled, ListingLifted }
