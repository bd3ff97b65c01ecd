namespace Mediation.Core.Domain.Journal;

public static class JournalEventKinds
{
    extension(JournalEvent happened)
    {
        /// <summary>What is no step cannot be taken back as one: a reversal, an erasure, the other entry of a duplicate or of a relapse, a file, a reviewer's word, what came too late, a sign of a round, a level, a plan, what those above did.</summary>
        public bool IsStep =>
            happened is not (JournalEvent.Reversed or JournalEvent.Erased or JournalEvent.DuplicateLinked or JournalEvent.DuplicateUnlinked
                or JournalEvent.RelapseLinked or JournalEvent.FileAttached or JournalEvent.DossierReviewed or JournalEvent.LateSubmitted or JournalEvent.LateDecided
                or JournalEvent.LeadLinked or JournalEvent.LevelAssessed or JournalEvent.LoweringAsked or JournalEvent.LoweringDecided
                or JournalEvent.PlanActivated or JournalEvent.PlanStepTaken or JournalEvent.PlanEnded
                or JournalEvent.LedgerMarked or JournalEvent.SponsorshipSet or JournalEvent.SponsorVisited or JournalEvent.SponsorshipAdvanced
                or JournalEvent.LedgerCleared or JournalEvent.CardIssued or JournalEvent.CardReplied or JournalEvent.CardCancelled
                or JournalEvent.ExtensionRequested or JournalEvent.ExtensionDecided or JournalEvent.PubliclyListed or JournalEvent.ListingLifted);
    }
}
