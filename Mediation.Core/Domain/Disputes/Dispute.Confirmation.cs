using System.Text.Json.Nodes;
using Mediation.Core.Domain.Calendar;
using Mediation.Core.Domain.Journal;

namespace Mediation.Core.Domain.Disputes;

public sealed partial class Dispute
{
    /// <summary>
    /// What the parties or the court did about the confirmation of the agreement: applied for jointly within thirty days (人民调解法 33, 民事诉讼法 205),
    /// taken or not (民事诉讼法解释 355), confirmed or dismissed (民事诉讼法 206, 解释 358), withdrawn (357), received.
    /// </summary>
    public void MoveConfirmation(ConfirmationStep move, WorkCalendar calendar, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.MoveConfirmation);
        var agreed = RequireAgreedCase();
        var agreement = agreed.Agreement!;
        var before = agreement.Confirmation;
        var next = Confirmation.After(before?.State ?? ConfirmationState.NotApplied, move.Move);
        RefuseFuture(move.On, step, "movedOn");
        if (move.On < before?.MovedOn)
            throw new RuleViolationException("confirmation.out-of-order", $"It is dated before the move it follows ({before.MovedOn:yyyy-MM-dd}).", "event dates", "movedOn");
        Confirmation.CheckGround(move);
        if (move.Move == ConfirmationMove.Apply)
            CheckApplication(agreement, move, calendar);
        var moved = Confirmation.Moved(before, move, next);
        Take(DisputeAction.MoveConfirmation, JournalEvent.ConfirmationMoved, step,
            file => WithCase(file, agreed with { Agreement = agreement with { Confirmation = moved } }),
            new JsonObject
            {
                ["move"] = move.Move.ToString(), ["movedOn"] = Day(move.On), ["state"] = moved.State.ToString(), ["appliedOn"] = Day(moved.AppliedOn), ["filedOn"] = Day(moved.FiledOn),
                ["decidedOn"] = Day(moved.DecidedOn), ["receivedOn"] = Day(moved.ReceivedOn), ["ground"] = moved.Ground?.ToString(),
                ["applicants"] = Names(moved.ApplicantIds),
            },
            new() { ["confirmation.court"] = move.Court, ["confirmation.caseNumber"] = move.CaseNumber });
    }

    void CheckApplication(Agreement agreement, ConfirmationStep move, WorkCalendar calendar)
    {
        if (agreement.WholeOn(Signatories) is null)
            throw agreement.Form == AgreementForm.Oral
                ? new RuleViolationException("confirmation.not-written", "The court is handed the agreement; write it down first.", "民事诉讼法解释 354", "move")
                : new RuleViolationException("confirmation.not-effective", "A signature or the seal is missing.", "人民调解法 29", "move");
        if (Confirmation.NotConfirmable(File, agreement) is { } ground)
            throw new RuleViolationException(
                ground == ConfirmationGround.StatusRelation ? "confirmation.status" : "confirmation.title",
                "No court confirms an agreement on status or on whose a right is.", Confirmation.Statute(ground), "move");
        var effective = agreement.EffectiveOn(Signatories)!.Value;
        if (move.On < effective)
            throw new RuleViolationException("confirmation.before-effective", "It is not in force on that day.", "人民调解法 33", "movedOn");
        if (Confirmation.LastDay(effective, calendar).Due is var last && move.On > last)
            throw new RuleViolationException("confirmation.too-late", $"The thirty days ended on {last:yyyy-MM-dd}.", "人民调解法 33", "movedOn");
        if (string.IsNullOrWhiteSpace(move.Court))
            throw new RuleViolationException("confirmation.court-missing", "Say to which court it goes.", "民事诉讼法 205", "court");
        RequireJointApplicants(agreement, move);
    }

    /// <summary>All of them, each in person or through an agent with authority (人民调解法 33: jointly; 民事诉讼法解释 351).</summary>
    void RequireJointApplicants(Agreement agreement, ConfirmationStep move)
    {
        var bound = Bound(agreement).ToList();
        bool Applies(Party party) => move.ApplicantIds.Contains(party.Id)
            || party.Agents.Any(a => move.ApplicantIds.Contains(a.Id) && RequireAgent(party, a.Id, move.On, "applicantIds") is not null);
        if (move.ApplicantIds.Any(id => !bound.Any(p => p.Id == id || p.Agents.Any(a => a.Id == id))))
            throw new RuleViolationException("party.unknown", "An applicant is neither bound by the agreement nor an agent of who is.", "民事诉讼法解释 351", "applicantIds");
        if (!bound.All(Applies))
            throw new RuleViolationException("confirmation.not-joint", "All parties of the agreement apply together.", "人民调解法 33", "applicantIds");
    }

    /// <summary>Who agreed, or who followed one of them.</summary>
    IEnumerable<Party> Bound(Agreement agreement)
    {
        foreach (var id in agreement.SignatoryIds ?? [.. Signatories.Select(p => p.Id)])
        {
            var party = File.Parties.FirstOrDefault(p => p.Id == id);
            while (party?.Removal is { } left)
                party = File.Parties.FirstOrDefault(p => p.Id == left.SuccessorId);
            if (party is not null)
                yield return party;
        }
    }

    static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", null);
}
