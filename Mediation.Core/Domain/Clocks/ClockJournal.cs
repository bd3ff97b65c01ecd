using System.Globalization;
using System.Text.Json.Nodes;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Domain.Routing;

namespace Mediation.Core.Domain.Clocks;

/// <summary>
/// Reads the clocks' facts out of a dispute's journal, row by row: each row changes what its event changes, and a reversal goes back to
/// the facts before the step that it undid.
/// </summary>
public static class ClockJournal
{
    /// <summary>Marks the second and later rows of what was written as one step.</summary>
    public const string Part = "part";

    /// <summary>The facts after the last of the rows, which begin with the registration.</summary>
    public static ClockFacts Read(IEnumerable<JournalRow> rows)
    {
        ClockFacts? facts = null;
        var before = new Stack<ClockFacts>();
        ClockFacts? start = null;
        foreach (var row in rows)
        {
            var happened = Enum.Parse<JournalEvent>(row.Event);
            var told = JsonNode.Parse(row.Payload)!.AsObject();
            if (facts is null)
            {
                facts = Registered(row.OnDate, told);
                continue;
            }
            if (!told.ContainsKey(Part))
                start = facts;
            facts = happened == JournalEvent.Reversed && before.TryPop(out var undone) ? Levelled(undone, told) : Status(Step(facts, happened, row.OnDate, told), row.OnDate, told);
            // An erasure takes the earlier files away, and with them the way back.
            if (happened == JournalEvent.Erased)
                before.Clear();
            else if (happened.IsStep && start is not null)
            {
                before.Push(start);
                start = null;
            }
        }
        return facts ?? throw new InvalidOperationException("A journal begins with a registration.");
    }

    static ClockFacts Registered(DateOnly on, JsonObject told) => new()
    {
        Type = Word<DisputeType>(told, "type"), Subtype = (string?)told["subtype"], Level = Word<RiskLevel>(told, "level"), Tier = Word<Tier>(told, "tier"),
        ResponsibleId = Id(told, "responsible"), ReceivedOn = on, Status = DisputeStatus.Registered, StatusSince = on,
    };

    static ClockFacts Step(ClockFacts facts, JournalEvent happened, DateOnly on, JsonObject told) => happened switch
    {
        JournalEvent.Accepted => facts with { Cases = [.. facts.Cases, new CaseFacts(Id(told, "case"), Id(told, "organisation"), on)] },
        JournalEvent.MediatorsAppointed or JournalEvent.ChallengeDecided => Open(facts, c => told["organisation"] is null ? c : c with { OrganisationId = Id(told, "organisation") }),
        JournalEvent.Suspended => Open(facts, c => c with
        {
            Suspensions = [.. c.Suspensions, new Suspension(Word<SuspensionReason>(told, "reason"), Day(told, "from")!.Value, null)],
        }),
        JournalEvent.Resumed => Open(facts, c => c with { Suspensions = [.. c.Suspensions.SkipLast(1), c.Suspensions[^1] with { To = Day(told, "to") }] }),
        JournalEvent.MediationFailed or JournalEvent.MediationTerminated or JournalEvent.Withdrawn => Open(facts, Ended(on, (string?)told["reason"])),
        JournalEvent.Voided => Cancelled(Open(facts, Ended(on, nameof(CaseState.Voided))), on),
        JournalEvent.Merged => Cancelled(Open(facts, Ended(on, nameof(DisputeStatus.Merged))), on),
        JournalEvent.Escalated => Sent(facts, on, told, performanceOnly: false),
        JournalEvent.Returned => Sent(facts, on, told, performanceOnly: (string?)told["reason"] == nameof(ReturnReason.PerformanceOnly)),
        JournalEvent.HandoverAccepted => Decided(facts, told, on, accepted: true) with { ResponsibleId = Id(told, "to"), Tier = Word<Tier>(told, "tier") },
        JournalEvent.HandoverRefused => Decided(facts, told, on, accepted: false),
        JournalEvent.HandoverForwarded => Forwarded(Decided(facts, told, on, accepted: false), told, on),
        JournalEvent.AgreementReached => Case(facts, told, c => c with { EndedOn = on, Agreement = JournalledAgreement.Read(on, told) }),
        JournalEvent.SettledOnTheSpot => Spot(facts, on, told),
        JournalEvent.ObligationPerformed => Due(facts, told, due => due with { Performances = [.. due.Performances, new PerformanceFacts(Day(told, "on") ?? on, (decimal?)told["amount"])] }),
        JournalEvent.BreachRecorded => Due(facts, told, due => due with { Breaches = [.. due.Breaches, Day(told, "on") ?? on] }),
        JournalEvent.ConfirmationMoved => Agreement(facts, told, a => a with { Confirmation = JournalledAgreement.Confirmation(told) }),
        JournalEvent.FollowedUp => facts with { FollowUps = [.. facts.FollowUps, Day(told, "on") ?? on] },
        JournalEvent.Reopened => facts with { ReopenedOn = on },
        JournalEvent.LegalFactNoted => facts with { LegalFacts = [.. facts.LegalFacts, new LegalFactRecord(Word<LegalFact>(told, "fact"), Day(told, "on")!.Value, null)] },
        JournalEvent.ClockExtended => facts with { Extensions = [.. facts.Extensions, Extension(on, told)] },
        JournalEvent.Corrected => Corrected(facts, (string?)told["field"], told["new"]),
        _ => facts,
    };

    /// <summary>What every row says of the matter as a whole.</summary>
    static ClockFacts Status(ClockFacts facts, DateOnly on, JsonObject told)
    {
        if (told["status"] is not null && Word<DisputeStatus>(told, "status") is var status && status != facts.Status)
            facts = facts with { Status = status, StatusSince = on };
        if (Day(told, ClockNotes.Since) is { } since)
            facts = facts with { StatusSince = since };
        if (told["level"] is not null)
            facts = facts with { Level = Word<RiskLevel>(told, "level") };
        return told.ContainsKey(ClockNotes.EffectiveOn) ? Agreement(facts, told, a => a with { EffectiveOn = Day(told, ClockNotes.EffectiveOn) }) : facts;
    }

    /// <summary>A level that was judged apart from the steps stays when one of them is taken back.</summary>
    static ClockFacts Levelled(ClockFacts undone, JsonObject told) => told["level"] is null ? undone : undone with { Level = Word<RiskLevel>(told, "level") };

    static ClockFacts Spot(ClockFacts facts, DateOnly on, JsonObject told)
    {
        if (facts.Cases.All(c => c.EndedOn is not null))
            facts = facts with { Cases = [.. facts.Cases, new CaseFacts(Id(told, "case"), told["organisation"] is null ? facts.ResponsibleId : Id(told, "organisation"), on)] };
        var agreement = JournalledAgreement.Read(on, told);
        return Case(facts, told, c => c with
        {
            EndedOn = on,
            Agreement = agreement with { Dues = [.. agreement.Dues.Select(due => due with { Performances = [new PerformanceFacts(on, due.Amount)] })] },
        });
    }

    static ClockFacts Corrected(ClockFacts facts, string? field, JsonNode? @new) => field switch
    {
        "type" => facts with { Type = Enum.Parse<DisputeType>((string)@new!) },
        "subtype" => facts with { Subtype = (string?)@new },
        "receivedAt" => facts with { ReceivedOn = Shanghai.DateOf(DateTimeOffset.Parse((string)@new!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)) },
        _ => facts,
    };

    static ClockFacts Sent(ClockFacts facts, DateOnly on, JsonObject told, bool performanceOnly) =>
        Open(facts, Ended(on, nameof(CaseState.MovedUp))) with
        {
            Handovers = [.. facts.Handovers, new HandoverFacts(Id(told, "handover"), ToTier(facts, told), performanceOnly, on, null, false)],
        };

    // Rows that were written before the clocks asked for it do not say where it goes.
    static Tier ToTier(ClockFacts facts, JsonObject told) => told["toTier"] is null ? facts.Tier : Word<Tier>(told, "toTier");

    static ClockFacts Decided(ClockFacts facts, JsonObject told, DateOnly on, bool accepted) =>
        facts with { Handovers = [.. facts.Handovers.Select(h => h.Id == Id(told, "handover") ? h with { DecidedOn = on, Accepted = accepted } : h)] };

    static ClockFacts Forwarded(ClockFacts facts, JsonObject told, DateOnly on) => facts with
    {
        Handovers = [.. facts.Handovers, facts.Handovers.First(h => h.Id == Id(told, "handover")) with
        {
            Id = told["forwardedAs"] is null ? Guid.Empty : Id(told, "forwardedAs"), ToTier = ToTier(facts, told), SentOn = on, DecidedOn = null, Accepted = false,
        }],
    };

    static ClockFacts Cancelled(ClockFacts facts, DateOnly on) =>
        facts with { Handovers = [.. facts.Handovers.Select(h => h.DecidedOn is null ? h with { DecidedOn = on } : h)] };

    static ClockExtension Extension(DateOnly on, JsonObject told) => new(Word<Clock>(told, "clock"), Day(told, "until")!.Value, on)
    {
        SubjectId = told["subject"] is null ? null : Id(told, "subject"), Step = told["step"] is null ? null : Word<LimitStep>(told, "step"),
        AgreedBy = [.. told["agreedBy"]!.AsArray().Select(id => Guid.Parse((string)id!))],
    };

    static Func<CaseFacts, CaseFacts> Ended(DateOnly on, string? reason) => of => of with { EndedOn = on, EndReason = reason };

    static ClockFacts Open(ClockFacts facts, Func<CaseFacts, CaseFacts> change) =>
        facts with { Cases = [.. facts.Cases.Select(c => c.EndedOn is null ? change(c) : c)] };

    /// <summary>The case a row names, or the last that was agreed.</summary>
    static ClockFacts Case(ClockFacts facts, JsonObject told, Func<CaseFacts, CaseFacts> change)
    {
        var id = told["case"] is null ? facts.LastAgreed?.Id : Id(told, "case");
        return facts with { Cases = [.. facts.Cases.Select(c => c.Id == id ? change(c) : c)] };
    }

    static ClockFacts Agreement(ClockFacts facts, JsonObject told, Func<AgreementFacts, AgreementFacts> change) =>
        Case(facts, told, c => c.Agreement is null ? c : c with { Agreement = change(c.Agreement) });

    static ClockFacts Due(ClockFacts facts, JsonObject told, Func<DueFacts, DueFacts> change) => facts with
    {
        Cases = [.. facts.Cases.Select(c => c.Agreement is null ? c : c with
        {
            Agreement = c.Agreement with { Dues = [.. c.Agreement.Dues.Select(d => d.ObligationId == Id(told, "obligation") ? change(d) : d)] },
        })],
    };

    static T Word<T>(JsonObject told, string name) where T : struct, Enum => Enum.Parse<T>((string)told[name]!);

    static Guid Id(JsonObject told, string name) => Guid.Parse((string)told[name]!);

    internal static DateOnly? Day(JsonObject told, string name) =>
        (string?)told[name] is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
