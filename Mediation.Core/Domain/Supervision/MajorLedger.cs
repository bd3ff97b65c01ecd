using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Supervision;

/// <summary>Who stands on the ledger of major matters and long petitions, and what a removal from it needs.</summary>
public static class MajorLedger
{
    /// <summary>Red, 30 people or more, death or serious injury, put on it, or a long petition (contract 3, the letter's section 8); until it is cleared.</summary>
    public static bool Holds(DisputeFile file) => file.Oversight.Clearance is null && IsOf(file);

    /// <summary>The same, cleared or not; voided and merged matters never count.</summary>
    public static bool IsOf(DisputeFile file) => !file.Report.Excluded && (file.Report.Major || file.Oversight.LongPetition is not null);

    /// <summary>The day from which it is counted: that of the mark, or of the receipt for what is major by itself.</summary>
    public static DateOnly Since(DisputeFile file)
    {
        var (marked, petition) = (file.Oversight.Major?.On ?? file.Report.ReceivedOn, file.Oversight.LongPetition?.On ?? DateOnly.MaxValue);
        return file.Report.Major && marked < petition || petition == DateOnly.MaxValue ? marked : petition;
    }

    public static IReadOnlyList<SponsorshipGap> Gaps(DisputeFile file)
    {
        var sponsorship = file.Oversight.Sponsorship;
        return
        [
            .. sponsorship?.LeaderName is null ? [SponsorshipGap.Leader] : (SponsorshipGap[])[],
            .. sponsorship?.Unit is null ? [SponsorshipGap.Unit] : (SponsorshipGap[])[],
            .. sponsorship?.Person is null ? [SponsorshipGap.Person] : (SponsorshipGap[])[],
        ];
    }

    /// <summary>What is not done yet; the proof comes with the removal itself.</summary>
    public static IReadOnlyList<ClearanceNeed> Missing(DisputeFile file, int proofs)
    {
        var needs = new List<ClearanceNeed>();
        // Only what is performed, lawfully ended or decided by another organ is closed.
        if (file.Status != DisputeStatus.Closed)
            needs.Add(ClearanceNeed.Ended);
        if (!IsFollowedUp(file))
            needs.Add(ClearanceNeed.FollowedUp);
        if (proofs == 0)
            needs.Add(ClearanceNeed.Proof);
        if (file.Oversight.StandingCard is not null)
            needs.Add(ClearanceNeed.CardCancelled);
        if (file.Oversight.StandingListing is not null)
            needs.Add(ClearanceNeed.ListingLifted);
        return needs;
    }

    /// <summary>Files that stand: neither erased nor replaced.</summary>
    public static IEnumerable<Attachment> Proofs(DisputeFile file) => file.Attachments.Where(a => a is { ErasedOn: null, SupersededBy: null });

    /// <summary>Somebody looked whether it holds, and it did; what was reopened is looked after anew.</summary>
    static bool IsFollowedUp(DisputeFile file) =>
        file.FollowUps is [.., { Relapse: false } last] && (file.ReopenedOn is not { } again || last.On >= again);
}
