namespace Mediation.Core.Domain.Journal;

/// <summary>What can happen to a dispute; the timeline on the screen is made of these.</summary>
public enum JournalEvent
{
    Registered, Accepted, Rejected, MediatorsAppointed, NoticeGiven, SessionHeld, AgreementReached, AgreementCompleted,
    MediationFailed, MediationTerminated, Withdrawn, Suspended, Resumed, ObligationPerformed, FollowedUp, Closed, Reopened, SettledOnTheSpot,
    Escalated, Returned, HandoverAccepted, HandoverRefused, HandoverForwarded, ReferredOut, Corrected, Reversed, Voided, PartiesChanged, Merged,
    DuplicateLinked, DuplicateUnlinked, Erased, DeskHandedOver,
    StanceDeclared, GuardianNamed, AgentsChanged, GroupChanged, InterestDeclared, MediatorChallenged, ChallengeDecided, Investigated, RiskReported,
    RelapseLinked, LegalFactNoted, ClockExtended, SignatureDrawn, BreachRecorded, ConfirmationMoved, FileAttached, DossierArchived, DossierReviewed,
    LateSubmitted, LateDecided, LeadLinked, LevelAssessed, LoweringAsked, LoweringDecided,
    PlanActivated, PlanStepTaken, PlanEnded,
    LedgerMarked, SponsorshipSet, SponsorVisited, SponsorshipAdvanced, LedgerCleared, CardIssued, CardReplied, CardCancelled, ExtensionRequested,
    ExtensionDecided, PubliclyListed, ListingLifted,
}
