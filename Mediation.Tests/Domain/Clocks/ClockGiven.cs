using Mediation.Core.Domain;
using Mediation.Core.Domain.Calendar;
using Mediation.Core.Domain.Clocks;
using Mediation.Core.Domain.Disputes;
using Mediation.Tests.Domain.Routing;

namespace Mediation.Tests.Domain.Clocks;

/// <summary>Facts of matters as the clocks see them, with the official calendar of 2026 (2027 is not published) and the rules as shipped.</summary>
static class ClockGiven
{
    public static readonly Guid Committee = Guid.NewGuid();
    public static readonly Guid CaseId = Guid.NewGuid();
    public static readonly Guid ObligationId = Guid.NewGuid();
    public static readonly Guid HandoverId = Guid.NewGuid();

    public static readonly WorkCalendar Official =
        WorkCalendar.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "work-calendar.json")));

    public static DateOnly On(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);

    public static ClockContext Context(string today, params Guid[] enterprises) => new(Official, SeededRules.All, enterprises.ToHashSet(), On(today));

    public static ClockFacts Registered(DisputeType type, string receivedOn) => new()
    {
        Type = type, Level = RiskLevel.Green, Tier = Tier.Village, ResponsibleId = Committee, ReceivedOn = On(receivedOn), Status = DisputeStatus.Registered,
        StatusSince = On(receivedOn), Subtype = type == DisputeType.ForestLand ? "0901" : null,
    };

    public static ClockFacts Accepted(DisputeType type, string acceptedOn) => Registered(type, acceptedOn) with
    {
        Status = DisputeStatus.InMediation,
        Cases = [new CaseFacts(CaseId, Committee, On(acceptedOn))],
    };

    public static ClockFacts Agreed(DisputeType type, string effectiveOn, Func<AgreementFacts, AgreementFacts>? change = null)
    {
        var accepted = Accepted(type, effectiveOn);
        var agreement = new AgreementFacts(On(effectiveOn)) { EffectiveOn = On(effectiveOn), Dues = [new DueFacts(ObligationId, false, 100, null)] };
        return accepted with
        {
            Status = DisputeStatus.Agreed,
            Cases = [accepted.Cases[0] with { EndedOn = On(effectiveOn), Agreement = change?.Invoke(agreement) ?? agreement }],
        };
    }

    public static ClockFacts Confirmed(string decidedOn, string? receivedOn = null) => Agreed(DisputeType.Neighbor, decidedOn, a => a with
    {
        Confirmation = new ConfirmationFacts(ConfirmationState.ConfirmedValid, On(decidedOn), On(decidedOn), On(decidedOn), receivedOn is null ? null : On(receivedOn)),
    });

    public static ClockFacts Noting(this ClockFacts facts, LegalFact fact, string on) =>
        facts with { LegalFacts = [.. facts.LegalFacts, new LegalFactRecord(fact, On(on), null)] };

    public static ClockFacts Due(this ClockFacts facts, string dueOn) => Dues(facts, due => due with { DueOn = On(dueOn) });

    public static ClockFacts Performed(this ClockFacts facts, string on) => Dues(facts, due => due with { Performances = [new PerformanceFacts(On(on), 100)] }) with
    {
        Status = DisputeStatus.Performed,
        StatusSince = On(on),
    };

    public static ClockFacts Suspended(this ClockFacts facts, SuspensionReason reason, string from, string? to) => facts with
    {
        Cases = [facts.Cases[0] with { Suspensions = [.. facts.Cases[0].Suspensions, new Suspension(reason, On(from), to is null ? null : On(to))] }],
    };

    public static ClockFacts Ended(this ClockFacts facts, string on, string reason) => facts with
    {
        Status = DisputeStatus.Unresolved,
        StatusSince = On(on),
        Cases = [facts.Cases[0] with { EndedOn = On(on), EndReason = reason }],
    };

    public static ClockFacts Extended(this ClockFacts facts, Clock clock, string until, string on, Guid? subject = null) =>
        facts with { Extensions = [.. facts.Extensions, new ClockExtension(clock, On(until), On(on)) { SubjectId = subject }] };

    public static ClockReading? Read(this ClockFacts facts, Clock clock, string today, params Guid[] enterprises) =>
        MatterClocks.Of(facts, Context(today, enterprises)).SingleOrDefault(reading => reading.Rule.Clock == clock);

    static ClockFacts Dues(ClockFacts facts, Func<DueFacts, DueFacts> change) => facts with
    {
        Cases = [facts.Cases[0] with { Agreement = facts.Cases[0].Agreement! with { Dues = [.. facts.Cases[0].Agreement!.Dues.Select(change)] } }],
    };
}
