namespace Mediation.Core.Domain.Journal;

public static class JournalEventKinds
{
    extension(JournalEvent happened)
    {
        /// <summary>
        /// Done by those above, beside the committee's own steps: whoever saw the matter as it was before saw all that its own work rests on, so a card that
        /// falls while a mediator has no network refuses nothing.
        /// </summary>
        public bool IsBeside => happened is JournalEvent.LedgerMarked or JournalEvent.SponsorshipSet or JournalEvent.SponsorVisited or JournalEvent.SponsorshipAdvanced
            or JournalEvent.LedgerCleared or JournalEvent.CardIssued or JournalEvent.CardReplied or JournalEvent.CardCancelled
            or JournalEvent.ExtensionRequested or JournalEvent.ExtensionDecided or JournalEvent.PubliclyListed or JournalEvent.ListingLifted;

        /// <summary>What is no step cannot be taken back as one: a reversal, an erasure, the other entry of a duplicate or of a relapse, a file, a reviewer's word, what came too late, a sign of a round, a level, a plan, what those above did.</summary>
        public bool IsStep =>
            !happened.IsBeside && happened is not (JournalEvent.Reversed or JournalEvent.Erased or JournalEvent.DuplicateLinked or JournalEvent.DuplicateUnlinked
                or JournalEvent.RelapseLinked or JournalEvent.FileAttached or JournalEvent.DossierReviewed or JournalEvent.LateSubmitted or JournalEvent.LateDecided
                or JournalEvent.LeadLinked or JournalEvent.LevelAssessed or JournalEvent.LoweringAsked or JournalEvent.LoweringDecided
                or JournalEvent.PlanActivated or JournalEvent.PlanStepTaken or JournalEvent.PlanEnded);
    }
}
