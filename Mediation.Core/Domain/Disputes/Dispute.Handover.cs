using System.Text.Json.Nodes;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Domain.Routing;

namespace Mediation.Core.Domain.Disputes;

/// <summary>An organisation as a handover sees it.</summary>
public sealed record Desk(Guid Id, Tier Tier, OrganisationKind Kind, IReadOnlyList<DisputeType> Types);

public sealed partial class Dispute
{
    /// <summary>Sends the matter up; the village's case ends as moved up, which is no conclusion (domain 7).</summary>
    public void Escalate(Guid handoverId, Desk from, Desk to, EscalationReason reason, HandoverRules rules, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.Escalate);
        if (reason == EscalationReason.RedLevel && File.Level != RiskLevel.Red)
            throw new RuleViolationException("escalation.not-red", "Only a red matter is sent up for its level.", "domain 5.2", "reason");
        if (reason == EscalationReason.FailedAttempts && FailedAttempts(from.Tier) == 0)
            throw new RuleViolationException("escalation.no-attempt", "No attempt has failed here yet.", "首调首处", "reason");
        RefuseLevelSkipped(from, to, reason, rules);
        Send(new Handover
        {
            Id = handoverId, FromId = from.Id, ToId = to.Id, ToTier = to.Tier, Kind = HandoverKind.Escalation, Escalation = reason, Note = step.Note,
            SentOn = step.On, State = HandoverState.Pending,
        }, DisputeAction.Escalate, JournalEvent.Escalated, reason.ToString(), step);
    }

    /// <summary>Sends the matter down or back; never what came up for a conflict of interest, what is red, or where the tier below has done its part.</summary>
    public void Return(Guid handoverId, Desk from, Desk to, ReturnReason reason, HandoverRules rules, Step step)
    {
        var action = reason == ReturnReason.PerformanceOnly ? DisputeAction.ReturnForPerformance : DisputeAction.Return;
        _ = DisputeLifecycle.After(File.Status, action);
        if (to.Tier > from.Tier || to.Tier == from.Tier && from.Kind != OrganisationKind.SectorCommittee)
            throw new RuleViolationException("return.not-down", "A return goes to a lower tier.", "domain 7", "toOrganisationId");
        RefuseReturn(reason, to, rules);
        Send(new Handover
        {
            Id = handoverId, FromId = from.Id, ToId = to.Id, ToTier = to.Tier, Kind = HandoverKind.Return, Return = reason, Note = step.Note,
            SentOn = step.On, State = HandoverState.Pending,
        }, action, JournalEvent.Returned, reason.ToString(), step);
    }

    /// <summary>An override at intake sends the matter on at once; whoever registered it answers until it is accepted.</summary>
    public void RouteTo(Guid handoverId, Desk from, Desk to, Step step) =>
        Send(new Handover
        {
            Id = handoverId, FromId = from.Id, ToId = to.Id, ToTier = to.Tier, Kind = HandoverKind.Routing, SentOn = step.On, State = HandoverState.Pending,
        }, DisputeAction.Escalate, JournalEvent.Escalated, "Override", step);

    public void AcceptHandover(Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.AcceptHandover);
        var pending = RequirePendingHandover();
        var performanceOnly = pending.Return == ReturnReason.PerformanceOnly;
        Take(performanceOnly ? DisputeAction.AcceptPerformance : DisputeAction.AcceptHandover, JournalEvent.HandoverAccepted, step,
            file => Decided(file, pending with { State = HandoverState.Accepted, DecidedOn = step.On }) with
            {
                ResponsibleId = pending.ToId,
                HolderId = pending.ToId,
                Tier = pending.ToTier,
                Report = pending.ToTier == file.Tier ? file.Report
                    : file.Report with { Moves = [.. file.Report.Moves, new TierMove(step.On, pending.ToTier)] },
            },
            new JsonObject { ["handover"] = pending.Id.ToString(), ["from"] = pending.FromId.ToString(), ["to"] = pending.ToId.ToString(), ["tier"] = pending.ToTier.ToString() });
    }

    /// <summary>
    /// Refuses with a reason; two refusals in a row bring the matter to the next higher centre, which decides who handles it
    /// (by analogy to 信访工作条例 24).
    /// </summary>
    public void RefuseHandover(HandoverRefusal reason, Guid forwardId, Desk? nextHigher, HandoverRules rules, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.RefuseHandover);
        var pending = RequirePendingHandover();
        if (reason == HandoverRefusal.NotRipe && pending.Escalation == EscalationReason.PartyRequest)
            throw new RuleViolationException("refusal.not-ripe-against-party", "A party's own request is not refused as not ripe.", "domain 12", "reason");
        var inARow = 1 + File.Handovers.Where(h => h.State != HandoverState.Cancelled && h.Id != pending.Id).Reverse().TakeWhile(h => h.State == HandoverState.Refused).Count();
        var forwards = inARow >= rules.RefusalsInARow;
        if (forwards && nextHigher is null)
            throw new RuleViolationException("refusal.top-decides", "It was refused before; the highest centre decides who handles it.", "domain 7", "reason");
        var refused = pending with { State = HandoverState.Refused, DecidedOn = step.On, Refusal = reason, RefusalNote = step.Note };
        var action = pending.Return == ReturnReason.PerformanceOnly ? DisputeAction.RefusePerformance : DisputeAction.RefuseHandover;
        Take(forwards ? DisputeAction.ForwardHandover : action, forwards ? JournalEvent.HandoverForwarded : JournalEvent.HandoverRefused, step,
            file => forwards ? Forwarded(Decided(file, refused), refused, forwardId, nextHigher!, step) : Decided(file, refused) with { HolderId = file.ResponsibleId },
            new JsonObject
            {
                ["handover"] = pending.Id.ToString(), ["reason"] = reason.ToString(), ["inARow"] = inARow, ["to"] = forwards ? nextHigher!.Id.ToString() : null,
                ["toTier"] = forwards ? nextHigher!.Tier.ToString() : null, ["forwardedAs"] = forwards ? forwardId.ToString() : null,
            });
    }

    static DisputeFile Forwarded(DisputeFile file, Handover refused, Guid id, Desk to, Step step) => file with
    {
        HolderId = to.Id,
        Handovers = [.. file.Handovers, refused with
        {
            Id = id, ToId = to.Id, ToTier = to.Tier, SentOn = step.On, State = HandoverState.Pending, DecidedOn = null, Refusal = null, RefusalNote = null,
        }],
    };

    void Send(Handover sent, DisputeAction action, JournalEvent happened, string reason, Step step)
    {
        if (sent.ToId == sent.FromId)
            throw new RuleViolationException("handover.to-self", "It is there already.", "domain 7", "toOrganisationId");
        Take(action, happened, step, file => (OpenCase is { } open
            ? WithCase(file, open with { State = CaseState.MovedUp, EndedOn = step.On, EndReason = nameof(CaseState.MovedUp) })
            : file) with
        {
            HolderId = sent.ToId,
            Handovers = [.. file.Handovers, sent],
        },
        new JsonObject
        {
            ["handover"] = sent.Id.ToString(), ["from"] = sent.FromId.ToString(), ["to"] = sent.ToId.ToString(), ["toTier"] = sent.ToTier.ToString(), ["reason"] = reason,
        });
    }

    static DisputeFile Decided(DisputeFile file, Handover decided) =>
        file with { Handovers = [.. file.Handovers.Select(h => h.Id == decided.Id ? decided : h)] };

    Handover RequirePendingHandover() => PendingHandover
        ?? throw new RuleViolationException("handover.none-pending", "No handover is waiting.", "lifecycle");

    void RefuseLevelSkipped(Desk from, Desk to, EscalationReason reason, HandoverRules rules)
    {
        var toSector = to.Kind == OrganisationKind.SectorCommittee;
        if (toSector && !to.Types.Contains(File.Type))
            throw new RuleViolationException("escalation.sector-not-competent", "That sector committee does not take this type.", "人民调解法 34", "toOrganisationId");
        if (to.Tier < from.Tier || to.Tier == from.Tier && !toSector)
            throw new RuleViolationException("escalation.not-up", "An escalation goes to a higher tier.", "domain 7", "toOrganisationId");
        if (to.Tier > from.Tier && to.Tier != from.Tier.Above && !rules.SkipLevelReasons.Contains(reason))
            throw new RuleViolationException("escalation.skips-level", $"The reason {reason} does not allow passing over a tier.", "domain 7", "toOrganisationId");
    }

    void RefuseReturn(ReturnReason reason, Desk to, HandoverRules rules)
    {
        if (File.Level == RiskLevel.Red && rules.ForbidReturnFor.Contains(EscalationReason.RedLevel))
            throw new RuleViolationException("return.red", "A red matter is not sent down.", "domain 7", "reason");
        if (File.Handovers.Any(h => h is { State: HandoverState.Accepted, Escalation: { } why } && rules.ForbidReturnFor.Contains(why)))
            throw new RuleViolationException("return.forbidden-reason", "What came up for this reason is not sent down.", "domain 7", "reason");
        // What is agreed is only performed there: it takes no attempt.
        if (reason != ReturnReason.PerformanceOnly && rules.AttemptsMaximum.TryGetValue(to.Tier, out var maximum) && FailedAttempts(to.Tier) >= maximum)
            throw new RuleViolationException("return.attempts-exhausted", $"That tier has tried {maximum} times already.", "domain 7", "toOrganisationId");
    }
}
