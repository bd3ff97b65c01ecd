namespace Mediation.Core.Domain.Supervision;

/// <summary>Takes the words out and leaves what was done: that somebody was named stays, who does not.</summary>
public static class OversightErasure
{
    const string Erased = "已依法删除";

    public static Oversight Without(Oversight of) => of with
    {
        Major = Without(of.Major),
        LongPetition = Without(of.LongPetition),
        Sponsorship = of.Sponsorship is { } s ? Without(s) : null,
        Cards = [.. of.Cards.Select(c => c with
        {
            Opinion = Erased,
            Reply = c.Reply is { } reply ? reply with { Text = Erased } : null,
            Cancellation = c.Cancellation is { } end ? end with { Reason = Gone(end.Reason) } : null,
        })],
        Requests = [.. of.Requests.Select(r => r with { Reason = Erased, Decision = r.Decision is { } decision ? decision with { Reason = Gone(decision.Reason) } : null })],
        Listings = [.. of.Listings.Select(l => l with { LiftReason = Gone(l.LiftReason) })],
        Clearance = of.Clearance is { } cleared ? cleared with { Note = Gone(cleared.Note), ApprovedAbove = Gone(cleared.ApprovedAbove) } : null,
    };

    static LedgerMark? Without(LedgerMark? mark) => mark is null ? null : mark with { Reason = Erased };

    static Sponsorship Without(Sponsorship s) => s with
    {
        LeaderName = Gone(s.LeaderName),
        LeaderPost = Gone(s.LeaderPost),
        Unit = Gone(s.Unit),
        Person = Gone(s.Person),
        Plan = Gone(s.Plan),
        Result = Gone(s.Result),
        ConfirmedBy = Gone(s.ConfirmedBy),
        Visits = [.. s.Visits.Select(v => v with { Record = Erased })],
    };

    static string? Gone(string? text) => text is null ? null : Erased;
}
