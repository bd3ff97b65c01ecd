using Mediation.Core.Domain.Clocks;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Journal;
using Mediation.Tests.Domain.Clocks;
using Mediation.Tests.Domain.Routing;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>More time as far as the law gives it, facts from which limits run, and the end of the medical limit.</summary>
sealed class ClockVerbTests
{
    static readonly Guid[] Both = [Given.Zhang.Id, Given.Li.Id];

    [Test]
    public void The_parties_give_the_ordinary_month_more_time_any_number_of_times_RuoganGuiding_33()
    {
        var dispute = Given.Accepted();

        Extend(dispute, Clock.OrdinaryMediation, "2026-12-31", Both);
        Extend(dispute, Clock.OrdinaryMediation, "2027-01-31", Both);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Reading(dispute, Clock.OrdinaryMediation)!.Due, Is.EqualTo(new DateOnly(2027, 1, 31)), "a Sunday: the parties' date does not roll");
            Assert.That(dispute.News.Count(n => n.Event == JournalEvent.ClockExtended), Is.EqualTo(2));
            Assert.That(dispute.File.LastStepOn, Is.EqualTo(Given.Today.AddDays(-9)), "a note moves no date");
        }
    }

    [TestCase(Clock.OrdinaryMediation, DisputeType.Neighbor, "人民调解工作若干规定 33")]
    [TestCase(Clock.MedicalMediation, DisputeType.Medical, "医疗纠纷预防和处理条例 38")]
    public void Without_every_sides_yes_there_is_no_more_time(Clock clock, DisputeType type, string article)
    {
        var dispute = Given.Accepted(type);

        Given.Refused(dispute, "extension.consent-missing", article, () => Extend(dispute, clock, "2027-01-29", [Given.Zhang.Id]));
    }

    [Test]
    public void Nobody_extends_the_fifteen_days_of_labour_article_14() =>
        RefusedForGood(Given.Accepted(DisputeType.OtherLabor), Clock.LabourMediation, "劳动争议调解仲裁法 14");

    [Test]
    public void Nobody_extends_the_thirty_days_for_confirmation_article_33() =>
        RefusedForGood(Given.Agreed(Given.Oral(Given.Owes(100))), Clock.ConfirmationApplication, "人民调解法 33、民事诉讼法 205");

    [Test]
    public void More_time_is_longer_than_what_there_is()
    {
        var dispute = Given.Accepted();

        Given.Refused(dispute, "extension.not-longer", "人民调解工作若干规定 33", () => Extend(dispute, Clock.OrdinaryMediation, "2026-12-07", Both));
    }

    [Test]
    public void A_medical_limit_that_is_over_counts_as_failed_and_gets_no_more_time_article_38()
    {
        var dispute = Given.Accepted(DisputeType.Medical);
        var late = Given.StepAt(new DateOnly(2026, 12, 21), new DateTimeOffset(2026, 12, 21, 2, 0, 0, TimeSpan.Zero));

        Given.Refused(dispute, "extension.too-late", "医疗纠纷预防和处理条例 38", () => Extend(dispute, Clock.MedicalMediation, "2027-01-29", Both, late));
    }

    [Test]
    public void A_clock_that_does_not_run_is_not_extended()
    {
        var dispute = Given.Registered();

        Given.Refused(dispute, "clock.not-running", "人民调解工作若干规定 33", () => Extend(dispute, Clock.OrdinaryMediation, "2027-01-29", Both));
    }

    [Test]
    public void While_an_appraisal_goes_on_the_medical_clock_stands_still_and_is_not_extended_article_38()
    {
        var dispute = Given.Accepted(DisputeType.Medical);
        dispute.Suspend(SuspensionReason.Appraisal, Given.Today.AddDays(-5), Given.On(-5));

        Given.Refused(dispute, "clock.stopped", "医疗纠纷预防和处理条例 38", () => Extend(dispute, Clock.MedicalMediation, "2027-01-29", Both));
    }

    [TestCase("2027-01-08", true)]
    [TestCase("2027-01-11", false)]
    public void An_award_in_land_contract_gets_thirty_days_more_and_no_further_article_47(string until, bool allowed)
    {
        var dispute = Given.Registered(DisputeType.ForestLand, file => file with { Subtype = "0901" });
        // Sixty days to 9 December, thirty more to 8 January.
        dispute.NoteLegalFact(new LegalFactRecord(LegalFact.ArbitrationAccepted, new DateOnly(2026, 10, 10), "受理通知书"), Given.On(0));

        if (allowed)
            Assert.That(() => Extend(dispute, Clock.LandArbitrationAward, until, []), Throws.Nothing);
        else
            Given.Refused(dispute, "extension.too-long", "农村土地承包经营纠纷调解仲裁法 47", () => Extend(dispute, Clock.LandArbitrationAward, until, []));
    }

    [TestCase(DisputeType.Neighbor, LegalFact.HealthDepartmentApplied, "医疗纠纷预防和处理条例 38、40")]
    [TestCase(DisputeType.Medical, LegalFact.AccidentFindingReceived, "道路交通安全法实施条例 94")]
    [TestCase(DisputeType.RoadTraffic, LegalFact.LimitInterrupted, "劳动争议调解仲裁法 27")]
    public void A_fact_of_another_kind_of_dispute_is_not_noted(DisputeType type, LegalFact fact, string article)
    {
        var dispute = Given.Registered(type);

        Given.Refused(dispute, "fact.other-type", article, () => dispute.NoteLegalFact(new LegalFactRecord(fact, Given.Today, "材料"), Given.On(0)));
    }

    [Test]
    public void An_appraisal_ends_only_after_it_began_article_38()
    {
        var dispute = Given.Accepted(DisputeType.Medical);

        Given.Refused(dispute, "fact.not-begun", "event dates",
            () => dispute.NoteLegalFact(new LegalFactRecord(LegalFact.AppraisalEnded, Given.Today, "鉴定意见"), Given.On(0)));
        dispute.NoteLegalFact(new LegalFactRecord(LegalFact.AppraisalStarted, Given.Today.AddDays(-5), "鉴定委托书"), Given.On(0));
        dispute.NoteLegalFact(new LegalFactRecord(LegalFact.AppraisalEnded, Given.Today, "鉴定意见"), Given.On(0));

        Assert.That(Reading(dispute, Clock.MedicalMediation)!.Run.Stops, Has.Count.EqualTo(1));
    }

    [TestCase(null)]
    [TestCase("2026-11-16")]
    public void A_medical_mediation_ends_by_its_limit_only_when_it_is_over_article_38(string? limitDue)
    {
        var dispute = Given.Accepted(DisputeType.Medical);
        DateOnly? due = limitDue is null ? null : ClockGiven.On(limitDue);

        Given.Refused(dispute, "termination.limit-not-over", "医疗纠纷预防和处理条例 38",
            () => dispute.Terminate(TerminationReason.TimeLimitExpired, [FollowOnChannel.Suit], Given.On(0), due));
        dispute.Terminate(TerminationReason.TimeLimitExpired, [FollowOnChannel.Suit], Given.On(0), Given.Today.AddDays(-1));
        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.Unresolved));
    }

    static void RefusedForGood(Dispute dispute, Clock clock, string article) =>
        Given.Refused(dispute, "clock.not-extendable", article, () => Extend(dispute, clock, "2027-01-29", Both));

    static void Extend(Dispute dispute, Clock clock, string until, Guid[] agreedBy, Step? step = null)
    {
        var taken = step ?? Given.On(0);
        dispute.ExtendClock(
            new ClockExtension(clock, ClockGiven.On(until), taken.On) { AgreedBy = agreedBy, Evidence = "书面约定" }, Reading(dispute, clock), ClockGiven.Official, taken);
    }

    static ClockReading? Reading(Dispute dispute, Clock clock) => MatterClocks
        .Of(ClockFacts.Of(dispute.File), new ClockContext(ClockGiven.Official, SeededRules.All, new HashSet<Guid>(), Given.Today)).SingleOrDefault(r => r.Rule.Clock == clock);
}
