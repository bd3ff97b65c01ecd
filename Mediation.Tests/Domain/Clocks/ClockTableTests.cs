using Mediation.Core.Domain;
using Mediation.Core.Domain.Calendar;
using Mediation.Core.Domain.Clocks;
using Mediation.Core.Domain.Disputes;
using NUnit.Framework;
using static Mediation.Core.Domain.Disputes.Clock;
using static Mediation.Core.Domain.Disputes.DisputeType;
using static Mediation.Core.Domain.Disputes.LegalFact;
using static Mediation.Tests.Domain.Clocks.ClockGiven;

namespace Mediation.Tests.Domain.Clocks;

/// <summary>Every row of domain 4.4 as corrected in 12: its article, its limit, and the last day by the calendar of 2026.</summary>
sealed class ClockTableTests
{
    static IEnumerable<TestCaseData> Rows()
    {
        yield return Row(OrdinaryMediation, "人民调解工作若干规定 33", "1 Month", Accepted(Neighbor, "2026-01-31"), "2026-02-28", "the month's last day, a worked Saturday");
        yield return Row(MedicalMediation, "医疗纠纷预防和处理条例 38", "30 Workday", Accepted(Medical, "2026-09-21"), "2026-11-09");
        yield return Row(HealthDepartmentDecision, "医疗纠纷预防和处理条例 40", "5 Workday",
            Registered(Medical, "2026-09-30").Noting(HealthDepartmentApplied, "2026-09-30"), "2026-10-13", "8, 9, 10 (Saturday, worked), 12, 13 October");
        yield return Row(HealthDepartmentMediation, "医疗纠纷预防和处理条例 40", "30 Workday",
            Registered(Medical, "2026-09-30").Noting(HealthDepartmentAccepted, "2026-09-30"), "2026-11-17");
        yield return Row(LabourMediation, "劳动争议调解仲裁法 14", "15 Day", Registered(OtherLabor, "2026-09-21"), "2026-10-08", "from the receipt, not from the acceptance");
        yield return Row(EnterpriseLabourAcceptance, "企业劳动争议协商调解规定 21", "3 Workday", Registered(OtherLabor, "2026-09-30"), "2026-10-10");
        yield return Row(EnterpriseLabourMediation, "企业劳动争议协商调解规定 29", "15 Day", Accepted(OtherLabor, "2026-09-22"), "2026-10-08");
        yield return Row(LabourArbitrationLimit, "劳动争议调解仲裁法 27", "1 Year", Registered(MigrantWageArrears, "2026-01-05").Noting(HarmKnown, "2025-02-28"), "2026-02-28");
        yield return Row(LabourAgreementReview, "企业劳动争议协商调解规定 27", "15 Day", Agreed(OtherLabor, "2026-11-13"), "2026-11-30", "a Saturday moves to Monday");
        yield return Row(LabourPaymentOrder, "劳动争议调解仲裁法 16", null, Agreed(MigrantWageArrears, "2026-09-01").Due("2026-11-20"), null);
        yield return Row(LandContractMediation, "农村土地承包经营纠纷调解仲裁法 7-10", null, Accepted(ForestLand, "2026-09-01"), null);
        yield return Row(LandArbitrationLimit, "农村土地承包经营纠纷调解仲裁法 18", "2 Year", Registered(ForestLand, "2026-01-05").Noting(HarmKnown, "2024-09-27"), "2026-09-28");
        yield return Row(LandArbitrationAward, "农村土地承包经营纠纷调解仲裁法 47", "60 Day", Registered(ForestLand, "2026-01-05").Noting(ArbitrationAccepted, "2026-08-03"), "2026-10-08");
        yield return Row(TrafficPoliceRequest, "道路交通安全法实施条例 94", "10 Day", Registered(RoadTraffic, "2026-09-24").Noting(AccidentFindingReceived, "2026-09-24"), "2026-10-08");
        yield return Row(TrafficPoliceMediation, "道路交通安全法实施条例 94、95", "10 Day", Registered(RoadTraffic, "2026-09-24").Noting(TrafficMediationStart, "2026-11-09"), "2026-11-19");
        yield return Row(TrafficAfterMediation, "道路交通事故处理程序规定 85", "3 Day", Accepted(RoadTraffic, "2026-11-02").Ended("2026-11-19", "NotAgreed"), "2026-11-23");
        yield return Row(PropertyMediation, "人民调解工作若干规定 33", "1 Month", Accepted(PropertyManagement, "2026-10-31"), "2026-11-30");
        yield return Row(CourtDelegationAcceptance, "人民法院在线调解规则 12", "3 Workday", Registered(Contract, "2026-09-30").Noting(CourtMessageReceived, "2026-09-30"), "2026-10-10");
        yield return Row(CourtPreFiling, "人民法院在线调解规则 24", "30 Day", Registered(Contract, "2026-09-04").Noting(CourtDelegated, "2026-09-04"), "2026-10-08");
        yield return Row(CourtAfterFiling, "人民法院在线调解规则 24", "15 Day", Registered(Contract, "2026-11-02").Noting(CourtFiled, "2026-11-02"), "2026-11-17");
        yield return Row(CourtAfterFiling, "人民法院在线调解规则 24", "7 Day", Registered(Contract, "2026-11-02").Noting(CourtFiledSimple, "2026-11-02"), "2026-11-09", "summary procedure");
        yield return Row(ConfirmationApplication, "人民调解法 33、民事诉讼法 205", "30 Day", Agreed(Neighbor, "2026-09-05"), "2026-10-08");
        yield return Row(CourtReview, "民事诉讼法 187", "30 Day", Agreed(Neighbor, "2026-10-20", a => a with
        {
            Confirmation = new ConfirmationFacts(ConfirmationState.UnderReview, On("2026-10-21"), On("2026-10-22"), null, null),
        }), "2026-11-23");
        yield return Row(ConfirmationObjection, "民诉法解释 372", "15 Day", Confirmed("2026-09-15", "2026-09-19"), "2026-10-08");
        yield return Row(ConfirmationObjection, "民诉法解释 372", "15 Day", Confirmed("2026-09-15").Noting(RulingReceived, "2026-09-19"), "2026-10-08", "receipt noted as a fact");
        yield return Row(ConfirmationThirdPartyObjection, "民诉法解释 372", "6 Month", Confirmed("2026-03-20").Noting(HarmKnown, "2026-03-31"), "2026-09-30");
        yield return Row(PetitionReply, "信访工作条例 22", "15 Day", Registered(Other, "2026-09-18").Noting(PetitionReceived, "2026-09-18"), "2026-10-08");
        yield return Row(PetitionHandoverObjection, "信访工作条例 23", "5 Workday", Registered(Other, "2026-09-18").Noting(PetitionTransferred, "2026-09-30"), "2026-10-13");
        yield return Row(PetitionHandling, "信访工作条例 34", "60 Day", Registered(Other, "2026-07-18").Noting(PetitionAccepted, "2026-08-02"), "2026-10-08");
        yield return Row(PetitionReviewApplication, "信访工作条例 35", "30 Day", Registered(Other, "2026-07-18").Noting(PetitionReplied, "2026-09-06"), "2026-10-08");
        yield return Row(PetitionReview, "信访工作条例 35", "30 Day", Registered(Other, "2026-07-18").Noting(PetitionReviewApplied, "2026-09-06"), "2026-10-08");
        yield return Row(PetitionReReviewApplication, "信访工作条例 36", "30 Day", Registered(Other, "2026-07-18").Noting(PetitionReviewReplied, "2026-09-06"), "2026-10-08");
        yield return Row(PetitionReReview, "信访工作条例 36", "30 Day", Registered(Other, "2026-07-18").Noting(PetitionReReviewApplied, "2026-09-06"), "2026-10-08");
        yield return Row(Clock.Handover, "人民法院在线调解规则 12", "3 Workday", Registered(Neighbor, "2026-09-28") with
        {
            Status = DisputeStatus.HandoverPending,
            Handovers = [new HandoverFacts(HandoverId, Tier.Town, false, On("2026-09-30"), null, false)],
        }, "2026-10-10");
        yield return Row(Matter, "本地规则", "3 Workday", Registered(Neighbor, "2026-09-30"), "2026-10-10", "acceptance");
        yield return Row(Matter, "本地规则", "7 Day", Accepted(Neighbor, "2026-09-26"), "2026-10-08", "handling in the village");
        yield return Row(Performance, "人民调解法 31", null, Agreed(Neighbor, "2026-09-05").Due("2026-10-03"), "2026-10-03", "a date that the parties fixed does not roll over the holiday");
        yield return Row(FollowUp, "本地规则", "30 Day", Agreed(Neighbor, "2026-09-01").Performed("2026-09-05"), "2026-10-08", "after performance");
    }

    [TestCaseSource(nameof(Rows))]
    public void A_clock_ends_as_its_article_says(Clock clock, string article, string? limit, ClockFacts facts, string? due)
    {
        var enterprise = clock is EnterpriseLabourAcceptance or EnterpriseLabourMediation ? [Committee] : Array.Empty<Guid>();
        var reading = facts.Read(clock, "2026-11-23", enterprise)!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(reading.Rule.Statute, Does.Contain(article));
            Assert.That(reading.Limit is { } length ? $"{length.Amount} {length.Unit}" : null, Is.EqualTo(limit));
            Assert.That(reading.Due?.ToString("yyyy-MM-dd", null), Is.EqualTo(due));
            Assert.That(reading.Provisional, Is.False);
        }
    }

    [Test]
    public void No_row_of_the_table_goes_untested() =>
        Assert.That(Rows().Select(row => (Clock)row.Arguments[0]!).Distinct(), Is.EquivalentTo(Enum.GetValues<Clock>()));

    [Test]
    public void The_table_has_every_clock_once_and_each_says_whom_it_binds_and_what_lapses() => Assert.That(
        ClockTable.All.Where(rule => rule is { Words.Length: > 0, WordsEn.Length: > 0, Lapses.Length: > 0, LapsesEn.Length: > 0 }).Select(rule => rule.Clock),
        Is.EquivalentTo(Enum.GetValues<Clock>()));

    [Test]
    public void A_limit_that_reaches_2027_is_provisional_until_its_holidays_are_published_CivilCode_203()
    {
        var facts = Accepted(Neighbor, "2026-12-01");
        var published = WorkCalendar.Parse("""{ "years": { "2026": { "off": ["2026-10-01"], "work": [] }, "2027": { "off": ["2027-01-01"], "work": [] } } }""");

        var before = facts.Read(OrdinaryMediation, "2026-12-02")!;
        var after = MatterClocks.Of(facts, Context("2026-12-02") with { Calendar = published }).Single(r => r.Rule.Clock == OrdinaryMediation);

        Assert.That((before.Due, before.Provisional, after.Due, after.Provisional), Is.EqualTo((On("2027-01-01"), true, On("2027-01-04"), false)));
    }

    [Test]
    public void Where_another_committee_took_a_labour_matter_over_its_fifteen_days_run_from_there_LabourMediationLaw_14()
    {
        var received = Registered(OtherLabor, "2026-11-02");
        var movedUp = received with { Handovers = [new HandoverFacts(HandoverId, Tier.Town, false, On("2026-11-03"), On("2026-11-05"), true)] };

        Assert.That((received.Read(LabourMediation, "2026-11-06")!.Due, movedUp.Read(LabourMediation, "2026-11-06")!.Due), Is.EqualTo((On("2026-11-17"), On("2026-11-20"))));
    }

    [Test]
    public void A_matter_that_was_voided_or_merged_has_no_clocks([Values(DisputeStatus.Voided, DisputeStatus.Merged)] DisputeStatus status) =>
        Assert.That(MatterClocks.Of(Accepted(Medical, "2026-09-21") with { Status = status }, Context("2026-11-23")), Is.Empty);

    static TestCaseData Row(Clock clock, string article, string? limit, ClockFacts facts, string? due, string why = "") =>
        new TestCaseData(clock, article, limit, facts, due).SetArgDisplayNames(clock.ToString(), article, limit ?? "no limit", due ?? "open", why);
}
