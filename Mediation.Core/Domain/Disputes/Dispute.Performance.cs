using System.Text.Json.Nodes;
using Mediation.Core.Domain.Journal;

namespace Mediation.Core.Domain.Disputes;

public sealed partial class Dispute
{
    /// <summary>Something that was agreed was done, with its evidence; instalments add up to what is owed and never to more (人民调解法 31).</summary>
    public void Perform(Guid obligationId, PerformanceRecord performance, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.Perform);
        var agreed = RequireAgreedCase();
        var obligation = RequireObligation(agreed, obligationId);
        RefuseFuture(performance.On, step, "performedOn");
        if (performance.On < agreed.Agreement!.ReachedOn)
            throw new RuleViolationException("performance.before-agreement", "Performed before it was agreed.", "event dates", "performedOn");
        if (obligation.Instalments.Count > 0 && performance.Amount is null)
            throw new RuleViolationException("performance.amount-missing", "Of an obligation in instalments say how much was paid.", "人民调解法 31", "amount");
        if (obligation is { Continuing: false, Amount: { } owed } && obligation.Paid + (performance.Amount ?? 0) > owed)
            throw new RuleViolationException("performance.too-much", $"More than the {owed} yuan that are owed.", "人民调解法 31", "amount");
        if (performance.AttachmentId is { } proof && !File.Attachments.Any(a => a.Id == proof && a.ErasedOn is null))
            throw new RuleViolationException("attachment.unknown", "The dispute has no such file.", "attachments", "attachmentId");
        if (performance.StrokeId is { } receipt && !File.Strokes.Any(s => s.Id == receipt && s is { Purpose: StrokePurpose.Receipt, ErasedOn: null } && IsOf(s, obligation.CreditorId)))
            throw new RuleViolationException("performance.receipt-unknown", "The creditor drew no such receipt.", "电子签名法 13", "strokeId");
        if (performance.StrokeId is { } used && File.Cases.SelectMany(c => c.Agreement?.Obligations ?? []).SelectMany(o => o.Performances).Any(p => p.StrokeId == used))
            throw new RuleViolationException("performance.receipt-used", "This receipt was drawn for another performance.", "电子签名法 13", "strokeId");
        var changed = WithObligation(agreed, obligation with { Performances = [.. obligation.Performances, performance] });
        var last = changed.State == CaseState.Performed;
        Take(last ? DisputeAction.PerformLast : DisputeAction.Perform, JournalEvent.ObligationPerformed, step, file => WithCase(file, changed),
            new JsonObject
            {
                ["obligation"] = obligationId.ToString(), ["on"] = Day(performance.On), ["amount"] = performance.Amount, ["attachment"] = performance.AttachmentId?.ToString(),
                ["receipt"] = performance.StrokeId?.ToString(),
            },
            new() { ["evidence"] = performance.Evidence });
    }

    /// <summary>
    /// What was due was not done (人民调解法 31). It opens the ways of <see cref="LawfulSteps"/>; without a day the creditor may ask at any time (民法典 511).
    /// </summary>
    public void RecordBreach(Guid obligationId, DateOnly breachedOn, string? record, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.RecordBreach);
        var agreed = RequireAgreedCase();
        var obligation = RequireObligation(agreed, obligationId);
        RefuseFuture(breachedOn, step, "breachedOn");
        if (agreed.Agreement!.EffectiveOn(Signatories) is not { } effective)
            throw new RuleViolationException("agreement.not-effective", "A signature or the seal is missing; nothing is due yet.", "人民调解法 29", "obligationId");
        if (obligation is { IsPerformed: true, Continuing: false })
            throw new RuleViolationException("breach.performed", "It was performed.", "人民调解法 31", "obligationId");
        // The debtor has the whole of the last day.
        var due = obligation.NextDueOn ?? effective;
        if (breachedOn <= due)
            throw new RuleViolationException("breach.not-due", $"It is due on {due:yyyy-MM-dd} and not broken before that day is over.", "人民调解法 31", "breachedOn");
        var changed = WithObligation(agreed, obligation with { Breaches = [.. obligation.Breaches, new BreachRecord(breachedOn, record)] });
        Take(DisputeAction.RecordBreach, JournalEvent.BreachRecorded, step, file => WithCase(file, changed),
            new JsonObject { ["obligation"] = obligationId.ToString(), ["on"] = Day(breachedOn), ["dueOn"] = Day(obligation.NextDueOn), ["state"] = changed.State.ToString() },
            new() { ["record"] = record });
    }

    public void FollowUp(FollowUpRecord visit, Step step) =>
        Take(DisputeAction.FollowUp, JournalEvent.FollowedUp, step, file => file with { FollowUps = [.. file.FollowUps, visit] },
            new JsonObject { ["on"] = Day(visit.On), ["by"] = visit.By.ToString(), ["performed"] = visit.Performed, ["relapse"] = visit.Relapse, ["satisfaction"] = visit.Satisfaction },
            new() { ["record"] = visit.Record });

    bool IsOf(DrawnSignature drawn, Guid partyId) =>
        drawn.PartyId == partyId || PresentParties.Any(p => p.Id == partyId && p.Agents.Any(a => a.Id == drawn.AgentId));

    static Obligation RequireObligation(MediationCase agreed, Guid obligationId) => agreed.Agreement!.Obligations.FirstOrDefault(o => o.Id == obligationId)
        ?? throw new RuleViolationException("obligation.unknown", "The agreement has no such obligation.", "人民调解法 31", "obligationId");

    static MediationCase WithObligation(MediationCase agreed, Obligation changed)
    {
        var agreement = agreed.Agreement! with { Obligations = [.. agreed.Agreement!.Obligations.Select(o => o.Id == changed.Id ? changed : o)] };
        return agreed with { State = agreement.PerformanceState, Agreement = agreement };
    }
}
