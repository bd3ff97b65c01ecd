using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Clocks;

/// <summary>Every clock of the trade, one row each, with its article. Statute stands here; local limits stand in the rule sets.</summary>
public static partial class ClockTable
{
    public static IReadOnlyList<ClockRule> All { get; } =
    [
        OrdinaryMediation, MedicalMediation, HealthDepartmentDecision, HealthDepartmentMediation, LabourMediation, EnterpriseLabourAcceptance,
        EnterpriseLabourMediation, LabourArbitrationLimit, LabourAgreementReview, LabourPaymentOrder, LandContractMediation, LandArbitrationLimit,
        LandArbitrationAward, TrafficPoliceRequest, TrafficPoliceMediation, TrafficAfterMediation, PropertyMediation, CourtDelegationAcceptance,
        CourtPreFiling, CourtAfterFiling, ConfirmationApplication, CourtReview, ConfirmationObjection, ConfirmationThirdPartyObjection, PetitionReply,
        PetitionHandoverObjection, PetitionHandling, PetitionReviewApplication, PetitionReview, PetitionReReviewApplication, PetitionReReview,
        Handover, Matter, Performance, FollowUp,
    ];

    public static ClockRule Of(Clock clock) => All.Single(rule => rule.Clock == clock);

    /// <summary>Each attempt from its acceptance to its end.</summary>
    static IEnumerable<ClockRun> FromAcceptance(ClockFacts facts, bool applies, Func<CaseFacts, IReadOnlyList<ClockStop>>? stops = null) =>
        from of in applies ? facts.Cases : []
        select new ClockRun(nameof(Journal.JournalEvent.Accepted), of.AcceptedOn) { SubjectId = of.Id, MetOn = of.EndedOn, Stops = stops?.Invoke(of) ?? [] };

    /// <summary>From the last fact of a kind to the first of those that end it.</summary>
    static IEnumerable<ClockRun> FromFact(ClockFacts facts, LegalFact start, params IReadOnlyList<LegalFact> ends) =>
        facts.Last(start) is { } began ? [new ClockRun(start.ToString(), began.On) { MetOn = facts.FirstSince(began.On, ends) }] : [];

    /// <summary>From a day of the agreement that holds now.</summary>
    static IEnumerable<ClockRun> FromAgreement(ClockFacts facts, Journal.JournalEvent start, Func<AgreementFacts, (DateOnly? Start, DateOnly? Met)> days) =>
        facts.AgreedCase is { Agreement: { } agreement } of && days(agreement) is ({ } began, var met)
            ? [new ClockRun(start.ToString(), began) { SubjectId = of.Id, MetOn = met }]
            : [];

    /// <summary>A limitation of action: time that is suspended does not count, an interruption begins it anew.</summary>
    static IEnumerable<ClockRun> Limitation(ClockFacts facts, bool applies)
    {
        if (!applies || facts.Last(LegalFact.HarmKnown) is not { } known)
            return [];
        var interrupted = facts.Last(LegalFact.LimitInterrupted) is { } anew && anew.On >= known.On ? anew : null;
        var start = interrupted ?? known;
        return
        [
            new ClockRun(start.Fact.ToString(), start.On)
            {
                MetOn = facts.FirstSince(known.On, LegalFact.ArbitrationAccepted),
                Stops = Intervals(facts, LegalFact.LimitSuspended, LegalFact.LimitResumed, ClockStopReason.LimitSuspended),
            },
        ];
    }

    /// <summary>Each beginning with the end that follows it.</summary>
    static IReadOnlyList<ClockStop> Intervals(ClockFacts facts, LegalFact from, LegalFact to, ClockStopReason why) =>
        [.. facts.LegalFacts.Where(f => f.Fact == from).OrderBy(f => f.On).Select(f => new ClockStop(f.On, facts.FirstSince(f.On, to), why))];

    /// <summary>Appraisal time (医疗纠纷预防和处理条例 38, 40), noted as a fact or as a suspension of the case for it.</summary>
    static IReadOnlyList<ClockStop> Appraisals(ClockFacts facts, CaseFacts? of) =>
    [
        .. (of?.Suspensions ?? []).Where(s => s.Reason == SuspensionReason.Appraisal).Select(s => new ClockStop(s.From, s.To, ClockStopReason.Appraisal)),
        .. Intervals(facts, LegalFact.AppraisalStarted, LegalFact.AppraisalEnded, ClockStopReason.Appraisal),
    ];

    static IEnumerable<ClockRun> With(IEnumerable<ClockRun> runs, IReadOnlyList<ClockStop> stops) => runs.Select(run => run with { Stops = stops });
}
