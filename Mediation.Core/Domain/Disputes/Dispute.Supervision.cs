using System.Text.Json.Nodes;
using Mediation.Core.Domain.Calendar;
using Mediation.Core.Domain.Clocks;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Domain.Supervision;

namespace Mediation.Core.Domain.Disputes;

public sealed partial class Dispute
{
    /// <summary>督办: a card to whoever holds the matter. A graver one takes the place of a lighter one; a lighter one beside it says nothing.</summary>
    public void IssueCard(SupervisionCard card, Step step)
    {
        RequireSupervisable(step);
        if (File.ClosedOn is not null)
            throw new RuleViolationException("card.matter-ended", "The matter is closed.", "domain 5.3");
        if (File.Oversight.StandingCard is { } standing && standing.Kind >= card.Kind)
            throw new RuleViolationException("card.stands", $"A card of the same or a graver kind stands ({standing.Kind}).", "domain 5.3", "kind");
        if (card.DueOn < step.On)
            throw new RuleViolationException("card.due-before-issue", "Due before it is issued.", "event dates", "dueOn");
        var replaced = new CardCancellation(step.On, null) { ReplacedBy = card.Id };
        Write(JournalEvent.CardIssued, step, Overseen(o => o with { Cards = [.. o.Cards.Select(c => c.IsOpen ? c with { Cancellation = replaced } : c), card] }), new JsonObject
        {
            ["card"] = card.Id.ToString(), ["kind"] = card.Kind.ToString(), ["cause"] = card.Cause.ToString(), ["to"] = card.ToId.ToString(), ["dueOn"] = Day(card.DueOn),
            ["limitOn"] = Day(card.LimitOn),
        }, new() { ["supervision.opinion"] = card.Opinion });
    }

    /// <summary>The card of a clock that ran out; false where one of this colour fell for the same limit, or a graver one stands.</summary>
    public bool IssueClockCard(SupervisionCard card, Step step)
    {
        var fell = File.Oversight.Cards.Any(c => c.Cause == card.Cause && c.LimitOn == card.LimitOn && c.Kind >= card.Kind);
        if (File.ClosedOn is not null || !DisputeLifecycle.Allows(File.Status, DisputeAction.Supervise) || fell || File.Oversight.StandingCard?.Kind >= card.Kind)
            return false;
        IssueCard(card, step);
        return true;
    }

    public void ReplyToCard(Guid cardId, string reply, Step step)
    {
        RequireSupervisable(step);
        var card = RequireCard(cardId);
        if (card.Reply is not null)
            throw new RuleViolationException("card.replied", "It was answered already.", "domain 5.3", "cardId");
        if (step.On < card.IssuedOn)
            throw new RuleViolationException("card.reply-before-issue", "Answered before it was issued.", "event dates", "on");
        Write(JournalEvent.CardReplied, step, WithCard(card with { Reply = new CardReply(step.On, reply) }),
            new JsonObject { ["card"] = cardId.ToString(), ["inTime"] = step.On <= card.DueOn }, new() { ["supervision.reply"] = reply });
    }

    public void CancelCard(Guid cardId, string reason, Step step)
    {
        RequireSupervisable(step);
        var card = RequireCard(cardId);
        if (step.On < card.IssuedOn)
            throw new RuleViolationException("card.cancelled-before-issue", "Taken back before it was issued.", "event dates", "on");
        Write(JournalEvent.CardCancelled, step, WithCard(card with { Cancellation = new CardCancellation(step.On, reason) }),
            new JsonObject { ["card"] = cardId.ToString() }, new() { ["supervision.reason"] = reason });
    }

    /// <summary>The holder asks for more working days; only matter clocks have a superior who could give them (domain 12).</summary>
    public void RequestExtension(ExtensionRequest request, ClockReading? running, int most, Step step)
    {
        RequireSupervisable(step);
        var rule = RequireMatterClock(request.Clock);
        if (request.Workdays > most)
            throw new RuleViolationException("extension.too-many-workdays", $"At most {most} working days.", "本地规则", "workdays");
        if (running is not { IsMet: false, Due: not null })
            throw new RuleViolationException("clock.not-running", "This clock does not run in this matter.", rule.Statute, "clock");
        if (File.Oversight.PendingRequest is not null)
            throw new RuleViolationException("extension.pending", "A request waits to be decided.", "domain 5.3");
        Write(JournalEvent.ExtensionRequested, step, Overseen(o => o with { Requests = [.. o.Requests, request] }),
            new JsonObject { ["request"] = request.Id.ToString(), ["clock"] = request.Clock.ToString(), ["workdays"] = request.Workdays },
            new() { ["supervision.reason"] = request.Reason });
    }

    /// <summary>The office above grants as many working days as it wishes, from the end of the limit on, or none with a reason.</summary>
    public void DecideExtension(Guid requestId, bool granted, int? workdays, string? reason, ClockReading? running, WorkCalendar calendar, Step step)
    {
        RequireSupervisable(step);
        var request = File.Oversight.Requests.FirstOrDefault(r => r.Id == requestId)
            ?? throw new RuleViolationException("extension.unknown", "There is no such request.", "domain 5.3", "requestId");
        if (request.Decision is not null)
            throw new RuleViolationException("extension.decided", "This was decided already.", "domain 5.3", "requestId");
        if (granted && running is not { IsMet: false, Due: not null })
            throw new RuleViolationException("clock.not-running", "This clock does not run in this matter any more.", RequireMatterClock(request.Clock).Statute, "requestId");
        var days = granted ? workdays ?? request.Workdays : (int?)null;
        var until = days is { } more ? calendar.Due(running!.Due!.Value, more, TimeUnit.Workday).Due : (DateOnly?)null;
        var decision = new ExtensionDecision(granted, days, until, reason, step.OrganisationId, step.On);
        Write(JournalEvent.ExtensionDecided, step, Overseen(o => o with { Requests = [.. o.Requests.Select(r => r.Id == requestId ? r with { Decision = decision } : r)] }),
            new JsonObject { ["request"] = requestId.ToString(), ["granted"] = granted, ["workdays"] = days, ["until"] = Day(until) }, new() { ["supervision.reason"] = reason });
        if (until is { } last)
            ExtendClock(new ClockExtension(request.Clock, last, step.On) { Evidence = reason }, running, calendar, step);
    }

    public void ListPublicly(PublicListing listing, Step step)
    {
        RequireSupervisable(step);
        if (File.ClosedOn is not null)
            throw new RuleViolationException("listing.matter-ended", "The matter is closed.", "domain 5.3");
        if (File.Oversight.StandingListing is not null)
            throw new RuleViolationException("listing.stands", "It is listed already.", "domain 5.3");
        Write(JournalEvent.PubliclyListed, step, Overseen(o => o with { Listings = [.. o.Listings, listing] }),
            new JsonObject { ["listing"] = listing.Id.ToString(), ["level"] = listing.Level.ToString(), ["number"] = listing.Number }, []);
    }

    public void LiftListing(string reason, Step step)
    {
        RequireSupervisable(step);
        var listing = File.Oversight.StandingListing ?? throw new RuleViolationException("listing.none", "It is not listed.", "domain 5.3");
        if (step.On < listing.PublishedOn)
            throw new RuleViolationException("listing.lifted-before-published", "Lifted before it was published.", "event dates", "on");
        var lifted = listing with { LiftedOn = step.On, LiftReason = reason };
        Write(JournalEvent.ListingLifted, step, Overseen(o => o with { Listings = [.. o.Listings.Select(l => l.Id == lifted.Id ? lifted : l)] }),
            new JsonObject { ["listing"] = listing.Id.ToString() }, new() { ["supervision.reason"] = reason });
    }

    static ClockRule RequireMatterClock(Clock clock) => ClockTable.Of(clock) is { ExtendedBy: ClockExtender.OfficeAbove } rule ? rule
        : throw new RuleViolationException("extension.not-of-matter", "Only limits of the matter are extended by the office above.", "domain 12", "clock");

    SupervisionCard RequireCard(Guid cardId) => File.Oversight.Cards.FirstOrDefault(c => c.Id == cardId) switch
    {
        null => throw new RuleViolationException("card.unknown", "There is no such card.", "domain 5.3", "cardId"),
        { IsOpen: false } => throw new RuleViolationException("card.cancelled", "This card was taken back, or a graver one stands in its place.", "domain 5.3", "cardId"),
        var card => card,
    };

    DisputeFile WithCard(SupervisionCard changed) => Overseen(o => o with { Cards = [.. o.Cards.Select(c => c.Id == changed.Id ? changed : c)] });
}
