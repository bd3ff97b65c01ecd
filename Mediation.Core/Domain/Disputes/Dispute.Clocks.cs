using System.Text.Json.Nodes;
using Mediation.Core.Domain.Calendar;
using Mediation.Core.Domain.Clocks;
using Mediation.Core.Domain.Journal;

namespace Mediation.Core.Domain.Disputes;

public sealed partial class Dispute
{
    /// <summary>Notes a fact of a court, an organ or a party from which a statutory clock runs, stops or begins anew; no step, it moves no date.</summary>
    public void NoteLegalFact(LegalFactRecord fact, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.NoteLegalFact);
        RefuseFuture(fact.On, step, "factOn");
        if (StatuteOfStranger(fact.Fact) is { } statute)
            throw new RuleViolationException("fact.other-type", $"{fact.Fact} belongs to another type of dispute.", statute, "fact");
        if (Beginning(fact.Fact) is { } beginning && !IsOpenAt(beginning, fact))
            throw new RuleViolationException("fact.not-begun", $"Nothing is noted by then that this ends: no open {beginning}.", "event dates", "fact");
        Note(JournalEvent.LegalFactNoted, step, file => file with { LegalFacts = [.. file.LegalFacts, fact] },
            new JsonObject { ["fact"] = fact.Fact.ToString(), ["on"] = fact.On.ToString("yyyy-MM-dd", null) }, new() { ["evidence"] = fact.Evidence });
    }

    /// <summary>
    /// Gives a running clock more time, as far as its law allows: case clocks by the parties (medical: parties and committee), dated and any
    /// number of times; matter clocks by the office above; what no law extends is refused with its article.
    /// </summary>
    public void ExtendClock(ClockExtension asked, ClockReading? running, WorkCalendar calendar, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.ExtendClock);
        var rule = ClockTable.Of(asked.Clock);
        if (rule.ExtendedBy == ClockExtender.Nobody)
            throw new RuleViolationException("clock.not-extendable", $"No law extends this limit ({rule.WordsEn}).", rule.Statute, "clock");
        if (running is not { IsMet: false })
            throw new RuleViolationException("clock.not-running", "This clock does not run in this matter.", rule.Statute, "clock");
        if (running is not { Due: { } due, PlainDue: { } plain })
            throw new RuleViolationException("clock.stopped", "It stands still now; more time is agreed when it goes on.", rule.Statute, "clock");
        RefuseImpossibleExtension(rule, asked, due, plain, calendar, step);
        if (rule.IsOfCase && DisputeWarnings.Signatories(File).FirstOrDefault(p => !asked.AgreedBy.Contains(p.Id)) is { } silent)
            throw new RuleViolationException("extension.consent-missing", $"More time needs every side's yes; {silent.Id} has not said it.", rule.Statute, "agreedBy");
        var granted = asked with { SubjectId = running.Run.SubjectId, Step = running.Run.Step };
        Note(JournalEvent.ClockExtended, step, file => file with { ClockExtensions = [.. file.ClockExtensions, granted] }, new JsonObject
        {
            ["clock"] = granted.Clock.ToString(), ["until"] = granted.Until.ToString("yyyy-MM-dd", null), ["subject"] = granted.SubjectId?.ToString(),
            ["step"] = granted.Step?.ToString(), ["agreedBy"] = Names(granted.AgreedBy),
        }, new() { ["evidence"] = granted.Evidence });
    }

    void RefuseImpossibleExtension(ClockRule rule, ClockExtension asked, DateOnly due, DateOnly plain, WorkCalendar calendar, Step step)
    {
        foreach (var id in asked.AgreedBy)
            _ = RequireParty(id, "agreedBy");
        RefuseFuture(asked.On, step, "on");
        if (asked.Until <= due)
            throw new RuleViolationException("extension.not-longer", $"It runs until {due:yyyy-MM-dd} already.", rule.Statute, "until");
        if (rule.OverIsFinal && asked.On > due)
            throw new RuleViolationException("extension.too-late", $"It ran out on {due:yyyy-MM-dd} and counts as failed.", rule.Statute, "on");
        if (rule.LongestExtension is { } longest && asked.Until > calendar.Due(plain, longest.Amount, longest.Unit).Due)
            throw new RuleViolationException("extension.too-long", $"At most {longest.Amount} {longest.Unit} more.", rule.Statute, "until");
    }

    bool IsOpenAt(LegalFact beginning, LegalFactRecord ending) => File.LegalFacts
        .Where(f => f.On <= ending.On && (f.Fact == beginning || f.Fact == ending.Fact)).OrderBy(f => f.On).LastOrDefault()?.Fact == beginning;

    static LegalFact? Beginning(LegalFact fact) => fact switch
    {
        LegalFact.AppraisalEnded => LegalFact.AppraisalStarted,
        LegalFact.LimitResumed => LegalFact.LimitSuspended,
        LegalFact.HearingEnded => LegalFact.HearingStarted,
        _ => null,
    };

    /// <summary>The statute of the fact when this matter is none of its kind; null when it may be noted.</summary>
    string? StatuteOfStranger(LegalFact fact)
    {
        var facts = ClockFacts.Of(File);
        return fact switch
        {
            LegalFact.HealthDepartmentApplied or LegalFact.HealthDepartmentAccepted or LegalFact.HealthDepartmentEnded or LegalFact.AppraisalStarted or LegalFact.AppraisalEnded =>
                facts.IsMedical ? null : "医疗纠纷预防和处理条例 38、40",
            LegalFact.LimitInterrupted or LegalFact.LimitSuspended or LegalFact.LimitResumed or LegalFact.ArbitrationAccepted =>
                facts.IsLabour || facts.IsLandContract ? null : "劳动争议调解仲裁法 27",
            LegalFact.ArbitralReviewApplied or LegalFact.PaymentOrderApplied => facts.IsLabour ? null : "劳动争议调解仲裁法 16",
            LegalFact.ArbitrationAwarded => facts.IsLandContract ? null : "农村土地承包经营纠纷调解仲裁法 47",
            LegalFact.AccidentFindingReceived or LegalFact.TrafficMediationRequested or LegalFact.TrafficMediationStart or LegalFact.TrafficMediationEnded =>
                facts.IsTraffic ? null : "道路交通安全法实施条例 94",
            _ => null,
        };
    }
}
