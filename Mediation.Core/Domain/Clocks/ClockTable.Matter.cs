using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Domain.Routing;

namespace Mediation.Core.Domain.Clocks;

/// <summary>The administrative clocks of a matter, by local rules with effective dates; the office above extends them (domain 12).</summary>
public static partial class ClockTable
{
    /// <summary>Local, by analogy to 人民法院在线调解规则 12: the receiver accepts or refuses a handover.</summary>
    static ClockRule Handover => new()
    {
        Clock = Clock.Handover, Statute = "本地规则（参照人民法院在线调解规则 12）", Binds = ClockBinds.Holder, ExtendedBy = ClockExtender.OfficeAbove,
        WhenOver = ClockState.Red, MakesLate = true,
        Words = "接收单位在期限内签收或者退回", WordsEn = "The receiver accepts or refuses in time",
        Lapses = "移交单位继续负责，由上级综治中心督办", LapsesEn = "The sender goes on answering; the centre above supervises",
        Runs = (facts, context) =>
            from sent in facts.Handovers
            let limit = LimitOf(facts, context, sent.SentOn, sent.ToTier, LimitStep.Handover)
            select new ClockRun(nameof(JournalEvent.Escalated), sent.SentOn)
            {
                SubjectId = sent.Id, MetOn = sent.DecidedOn, Limit = new ClockLimit(limit.Amount, limit.Unit.OfCalendar()), Step = LimitStep.Handover, Rule = limit.Id,
            },
    };

    /// <summary>Local: taking, assigning and handling the matter, counted from the day its present status was reached.</summary>
    static ClockRule Matter => new()
    {
        Clock = Clock.Matter, Statute = "本地规则", Binds = ClockBinds.Holder, ExtendedBy = ClockExtender.OfficeAbove, WhenOver = ClockState.Red, MakesLate = true,
        Words = "责任单位按本地时限办理", WordsEn = "The organisation that answers acts within the local limit",
        Lapses = "列为逾期，由上级综治中心督办", LapsesEn = "Listed as late; the centre above supervises",
        Runs = (facts, context) => StepOf(facts.Status) is { } step ? [MatterRun(facts, context, step)] : [],
    };

    /// <summary>人民调解法 31: what was agreed is done by the day the parties fixed, which does not roll (domain 12).</summary>
    static ClockRule Performance => new()
    {
        Clock = Clock.Performance, Statute = "人民调解法 31", Binds = ClockBinds.Debtor, WhenOver = ClockState.Red, MakesLate = true,
        Words = "按协议约定的日期履行", WordsEn = "Performed by the day that was agreed",
        Lapses = "可督促履行、申请执行已确认的协议或者起诉", LapsesEn = "Urge, have a confirmed agreement enforced, or sue",
        Runs = (facts, context) =>
            from due in facts.AgreedCase?.Agreement!.Dues ?? []
            where due.NextDueOn is not null
            select new ClockRun(nameof(JournalEvent.AgreementReached), facts.AgreedCase!.Agreement!.EffectiveOn ?? facts.AgreedCase.Agreement.ReachedOn)
            {
                SubjectId = due.ObligationId, FixedDue = due.NextDueOn, MetOn = due.IsPerformed ? due.LastPerformedOn : null,
            },
    };

    /// <summary>Local: a visit or a call after performance; not where it was performed at once, unless the matter is yellow or red (domain 12).</summary>
    static ClockRule FollowUp => new()
    {
        Clock = Clock.FollowUp, Statute = "本地规则", Binds = ClockBinds.Holder, WhenOver = ClockState.Red, MakesLate = true,
        Words = "履行后在期限内回访", WordsEn = "A visit or a call in the days after performance",
        Lapses = "计入未按时回访", LapsesEn = "Counted as not visited in time",
        Runs = (facts, context) => FollowUpRun(facts, context) is { } run ? [run] : [],
    };

    /// <summary>The limit of the present status; of what is closed, that of handling, for the index alone.</summary>
    internal static ClockRun MatterRun(ClockFacts facts, ClockContext context, LimitStep step)
    {
        var limit = LimitOf(facts, context, facts.StatusSince, facts.Tier, step);
        return new ClockRun(facts.Status.ToString(), facts.StatusSince) { Limit = new ClockLimit(limit.Amount, limit.Unit.OfCalendar()), Step = step, Rule = limit.Id };
    }

    static LimitStep? StepOf(DisputeStatus status) => status switch
    {
        DisputeStatus.Registered => LimitStep.Acceptance,
        DisputeStatus.Unresolved => LimitStep.Assignment,
        DisputeStatus.InMediation or DisputeStatus.Suspended or DisputeStatus.Agreed or DisputeStatus.Performing or DisputeStatus.Performed or DisputeStatus.ReferredOut =>
            LimitStep.Handling,
        _ => null,
    };

    static LimitRule LimitOf(ClockFacts facts, ClockContext context, DateOnly on, Tier tier, LimitStep step) =>
        context.Rules.On(on).LimitRule(tier, step, facts.Type, facts.Level != RiskLevel.Green);

    static ClockRun? FollowUpRun(ClockFacts facts, ClockContext context)
    {
        if (facts.AgreedCase is not { Agreement: { IsPerformed: true } agreement } of || facts.Status == DisputeStatus.Agreed)
            return null;
        var performed = agreement.Dues.Select(d => d.LastPerformedOn).Max() ?? agreement.ReachedOn;
        // A duty that goes on is looked at once more, unless the matter was settled and closed at the table.
        var goesOn = agreement.Dues.Any(d => d.Continuing) && !(facts.Status == DisputeStatus.Closed && facts.StatusSince <= agreement.ReachedOn);
        if (performed <= agreement.ReachedOn && facts.Level == RiskLevel.Green && !goesOn)
            return null;
        var rules = context.Rules.On(performed).Clocks;
        return new ClockRun(nameof(JournalEvent.ObligationPerformed), performed)
        {
            SubjectId = of.Id, Limit = new ClockLimit(rules.FollowUpTo, Calendar.TimeUnit.Day), EarliestOn = performed.AddDays(rules.FollowUpFrom),
            MetOn = facts.FollowUps.Where(on => on >= performed).Select(on => (DateOnly?)on).Min(),
        };
    }
}
