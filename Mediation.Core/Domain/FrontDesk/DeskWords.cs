namespace Mediation.Core.Domain.FrontDesk;

/// <summary>With what somebody comes to the desk.</summary>
public enum DeskKind { Consultation, Help, Dispute }

/// <summary>How it came to the desk; what another office sends has a number there.</summary>
public enum DeskSource { WalkIn, Phone, Hotline12345, Police, Court, PetitionOffice }

public enum DeskState { Open, Closed, TurnedIntoDispute }

/// <summary>The rules of the front desk (一点受理、一站办结).</summary>
public static class FrontDeskRules
{
    extension(DeskSource source)
    {
        /// <summary>Sent by another office, which is told what came of it.</summary>
        public bool IsReferral => source is not (DeskSource.WalkIn or DeskSource.Phone);
    }

    public static void RequireOpen(DeskState state, string field)
    {
        if (state != DeskState.Open)
            throw new RuleViolationException("desk.ended", $"It is {state} already.", "front desk", field);
    }

    /// <summary>The other office is told once, of what has ended here.</summary>
    public static void RequireFeedback(DeskSource source, DeskState state, DateOnly? toldOn, DateOnly receivedOn, DateOnly on)
    {
        if (!source.IsReferral)
            throw new RuleViolationException("desk.no-referral", "Nobody sent it, so nobody is told.", "front desk");
        if (state == DeskState.Open)
            throw new RuleViolationException("desk.still-open", "It has not ended yet.", "front desk");
        if (toldOn is { } day)
            throw new RuleViolationException("desk.told", $"The office was told on {day:yyyy-MM-dd}.", "front desk");
        if (on < receivedOn)
            throw new RuleViolationException("desk.told-before", "It was not told before it came.", "event dates", "on");
    }
}
