using Mediation.Core.Domain.Clocks;
using Mediation.Core.Domain.Disputes;
using NUnit.Framework;
using static Mediation.Core.Domain.Clocks.ClockState;
using static Mediation.Core.Domain.Disputes.Clock;
using static Mediation.Core.Domain.Disputes.DisputeType;
using static Mediation.Core.Domain.Disputes.LegalFact;
using static Mediation.Core.Domain.Disputes.SuspensionReason;
using static Mediation.Tests.Domain.Clocks.ClockGiven;

namespace Mediation.Tests.Domain.Clocks;

/// <summary>How far a clock has run: yellow from 70 % of the limit with extensions, red when over, still while the law lets it, lapsed when a right is gone.</summary>
sealed class ClockStateTests
{
    [TestCase("2026-10-19", Running, 20 - 5)]
    [TestCase("2026-10-26", Running, 20)]
    [TestCase("2026-10-27", Yellow, 21, Description = "21 of 30 working days are 70 %")]
    [TestCase("2026-11-09", Yellow, 30, Description = "the last day is still within")]
    [TestCase("2026-11-10", Red, 31)]
    public void Medical_mediation_article_38_is_yellow_from_seventy_percent_and_red_when_over(string today, ClockState state, int used)
    {
        var reading = Accepted(Medical, "2026-09-21").Read(MedicalMediation, today)!;

        Assert.That((reading.State, reading.Used, reading.YellowOn), Is.EqualTo((state, used, (DateOnly?)On("2026-10-27"))));
    }

    [Test]
    public void An_extension_moves_the_yellow_point_too_article_38()
    {
        var reading = Accepted(Medical, "2026-09-21").Extended(MedicalMediation, "2026-12-06", "2026-11-02", CaseId).Read(MedicalMediation, "2026-11-10")!;

        // 50 working days to Sunday, 6 December: the date that was agreed does not roll; 35 of 49 are used on 16 November.
        Assert.That((reading.Due, reading.State, reading.YellowOn), Is.EqualTo(((DateOnly?)On("2026-12-06"), Running, (DateOnly?)On("2026-11-16"))));
    }

    [Test]
    public void Appraisal_time_does_not_count_article_38()
    {
        var accepted = Accepted(Medical, "2026-09-21");
        var bySuspension = accepted.Suspended(Appraisal, "2026-10-12", "2026-10-26").Read(MedicalMediation, "2026-10-26")!;
        var byFact = accepted.Noting(AppraisalStarted, "2026-10-12").Noting(AppraisalEnded, "2026-10-26").Read(MedicalMediation, "2026-10-26")!;
        var both = accepted.Suspended(Appraisal, "2026-10-12", "2026-10-20").Noting(AppraisalStarted, "2026-10-15").Noting(AppraisalEnded, "2026-10-26")
            .Read(MedicalMediation, "2026-10-26")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new[] { bySuspension.Due, byFact.Due, both.Due }, Is.All.EqualTo(On("2026-11-23")), "ten working days later; what overlaps stops once");
            Assert.That(bySuspension.Run.Stops.Single(), Is.EqualTo(new ClockStop(On("2026-10-12"), On("2026-10-26"), ClockStopReason.Appraisal)));
        }
    }

    [Test]
    public void While_an_appraisal_goes_on_it_stands_still_and_nothing_is_late_article_38()
    {
        var facts = Accepted(Medical, "2026-09-21").Suspended(Appraisal, "2026-10-12", null) with { Status = DisputeStatus.Suspended, StatusSince = On("2026-10-12") };
        var reading = facts.Read(MedicalMediation, "2026-11-20")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((reading.State, reading.Due, reading.Used), Is.EqualTo((Stopped, (DateOnly?)null, 9)));
            Assert.That(reading.RemindAt, Is.Empty);
            Assert.That(MatterClocks.DueOn(facts, Context("2026-11-20")), Is.GreaterThan(On("2026-11-20")), "the matter's own limit from the suspension");
        }
    }

    [Test]
    public void What_the_law_does_not_let_stop_runs_on_article_38([Values(PartyUnavailable, AwaitingRuling)] SuspensionReason reason) =>
        Assert.That(Accepted(Medical, "2026-09-21").Suspended(reason, "2026-10-12", null).Read(MedicalMediation, "2026-10-26")!.Due, Is.EqualTo(On("2026-11-09")));

    [Test]
    public void Appraisal_stops_no_clock_but_the_medical_ones()
    {
        var labour = Accepted(OtherLabor, "2026-09-21").Suspended(Appraisal, "2026-09-22", "2026-09-30");
        var ordinary = Accepted(Neighbor, "2026-10-08").Suspended(Appraisal, "2026-10-09", "2026-10-20");

        Assert.That((labour.Read(LabourMediation, "2026-10-01")!.Due, ordinary.Read(OrdinaryMediation, "2026-10-21")!.Due), Is.EqualTo((On("2026-10-08"), On("2026-11-09"))));
    }

    [TestCase("2026-11-09", Yellow)]
    [TestCase("2027-06-01", Yellow)]
    public void The_ordinary_month_of_article_33_is_amber_never_red_and_makes_nothing_late(string today, ClockState state)
    {
        var reading = Accepted(Neighbor, "2026-10-08").Read(OrdinaryMediation, today)!;

        Assert.That((reading.State, reading.Rule.MakesLate), Is.EqualTo((state, false)));
    }

    [Test]
    public void Over_fifteen_days_in_labour_is_red_and_opens_arbitration_article_14()
    {
        var reading = Accepted(OtherLabor, "2026-09-21").Read(LabourMediation, "2026-10-09")!;

        Assert.That((reading.State, reading.Rule.Lapses), Is.EqualTo((Red, "当事人可以依法申请仲裁，愿意的可继续调解")));
    }

    [TestCase("2026-10-08", null, Yellow)]
    [TestCase("2026-10-09", null, Lapsed, Description = "the window of article 33 is shut")]
    [TestCase("2026-12-01", "2026-09-20", Met)]
    [TestCase("2026-12-01", "2026-10-12", Lapsed, Description = "applied too late")]
    public void The_thirty_days_of_article_33_for_confirmation_lapse(string today, string? appliedOn, ClockState state) => Assert.That(Agreed(Neighbor, "2026-09-05", a => a with
    {
        Confirmation = appliedOn is null ? null : new ConfirmationFacts(ConfirmationState.Applied, On(appliedOn), null, null, null),
    }).Read(ConfirmationApplication, today)!.State, Is.EqualTo(state));

    /// <summary>What the court did not take, or the parties took back, is applied for again within the days; a withdrawn one is reviewed by nobody.</summary>
    [TestCase(ConfirmationState.NotAccepted)]
    [TestCase(ConfirmationState.WithdrawnByParty)]
    public void An_application_may_be_made_again_article_33(ConfirmationState state)
    {
        var facts = Agreed(Neighbor, "2026-09-05", a => a with { Confirmation = new ConfirmationFacts(state, On("2026-09-10"), On("2026-09-11"), null, null) });

        Assert.That(facts.Read(ConfirmationApplication, "2026-09-12")!.State, Is.EqualTo(Running));
        if (state == ConfirmationState.WithdrawnByParty)
            Assert.That(facts.Read(CourtReview, "2026-12-01"), Is.Null);
    }

    /// <summary>医疗纠纷条例 38: an appraisal within the extension does not count either.</summary>
    [TestCase("2026-11-12", null, null)]
    [TestCase("2026-11-12", "2026-11-19", "2026-12-07")]
    public void An_appraisal_in_the_extension_is_excluded_article_38(string from, string? to, string? due)
    {
        var extended = Accepted(Medical, "2026-09-21").Suspended(Appraisal, from, to).Extended(MedicalMediation, "2026-11-30", "2026-11-05", CaseId);

        Assert.That(extended.Read(MedicalMediation, "2026-11-20")!.Due, Is.EqualTo(due is null ? (DateOnly?)null : On(due)));
    }

    [Test]
    public void A_limitation_is_suspended_and_begins_anew_when_interrupted_LabourMediationLaw_27()
    {
        var known = Registered(OtherLabor, "2026-01-05").Noting(HarmKnown, "2025-11-03");
        var suspended = known.Noting(LimitSuspended, "2026-02-02").Noting(LimitResumed, "2026-02-12");
        var interrupted = known.Noting(LimitInterrupted, "2026-03-02");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(known.Read(LabourArbitrationLimit, "2026-11-23")!.State, Is.EqualTo(Lapsed));
            Assert.That(suspended.Read(LabourArbitrationLimit, "2026-11-23")!.Due, Is.EqualTo(On("2026-11-13")), "ten days more");
            Assert.That(interrupted.Read(LabourArbitrationLimit, "2026-11-23")!.Due, Is.EqualTo(On("2027-03-02")));
            Assert.That(known.Noting(LimitSuspended, "2026-02-02").Read(LabourArbitrationLimit, "2026-11-23")!.State, Is.EqualTo(Stopped));
        }
    }

    [Test]
    public void A_hearing_does_not_count_in_the_review_of_a_petition_article_35() => Assert.That(
        Registered(Other, "2026-07-18").Noting(PetitionReviewApplied, "2026-10-08").Noting(HearingStarted, "2026-10-12").Noting(HearingEnded, "2026-10-17")
            .Read(PetitionReview, "2026-10-20")!.Due, Is.EqualTo(On("2026-11-12")));

    [Test]
    public void An_open_right_has_no_end_LabourMediationLaw_16()
    {
        var wages = Agreed(MigrantWageArrears, "2026-09-01").Due("2026-11-20");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(wages.Read(LabourPaymentOrder, "2026-11-20"), Is.Null, "not before the day has passed");
            Assert.That(wages.Read(LabourPaymentOrder, "2026-11-21")!.State, Is.EqualTo(Open));
            Assert.That(wages.Performed("2026-11-25").Read(LabourPaymentOrder, "2026-11-26"), Is.Null);
        }
    }

    [Test]
    public void A_follow_up_is_not_due_for_what_was_performed_at_once_unless_yellow_or_red_domain_12()
    {
        var atOnce = Agreed(Neighbor, "2026-11-02").Performed("2026-11-02");

        Assert.That((atOnce.Read(FollowUp, "2026-11-23"), (atOnce with { Level = RiskLevel.Yellow }).Read(FollowUp, "2026-11-23")!.Due, atOnce.Cases.Count),
            Is.EqualTo(((ClockReading?)null, (DateOnly?)On("2026-12-02"), 1)));
    }

    [Test]
    public void A_follow_up_is_due_seven_to_thirty_days_after_performance_and_met_by_the_first_call()
    {
        var performed = Agreed(Neighbor, "2026-09-01").Performed("2026-09-05");
        var called = performed with { FollowUps = [On("2026-09-20")] };

        Assert.That((performed.Read(FollowUp, "2026-09-15")!.Run.EarliestOn, called.Read(FollowUp, "2026-10-20")!.State), Is.EqualTo(((DateOnly?)On("2026-09-12"), Met)));
    }

    [Test]
    public void The_next_instalment_that_is_not_covered_is_the_one_that_is_due_article_31()
    {
        var agreed = Agreed(Neighbor, "2026-09-01", a => a with
        {
            Dues = [new DueFacts(ObligationId, false, 300, null) { Parts = [new(On("2026-10-01"), 100), new(On("2026-11-01"), 100), new(On("2026-12-01"), 100)] }],
        });
        ClockFacts Paid(decimal amount) => agreed with
        {
            Cases = [agreed.Cases[0] with { Agreement = agreed.Cases[0].Agreement! with { Dues = [agreed.Cases[0].Agreement!.Dues[0] with { Performances = [new(On("2026-10-01"), amount)] }] } }],
        };

        Assert.That(new[] { agreed, Paid(100), Paid(150), Paid(200) }.Select(f => f.Read(Performance, "2026-10-02")!.Due),
            Is.EqualTo(new[] { On("2026-10-01"), On("2026-11-01"), On("2026-11-01"), On("2026-12-01") }));
    }

    [Test]
    public void Reminders_fall_at_the_yellow_point_and_on_the_working_day_before_the_end_when_work_begins()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Reminded(Accepted(Neighbor, "2026-10-08"), OrdinaryMediation), Is.EqualTo(new[] { "2026-11-02 08:30", "2026-11-06 08:30" }),
                "31 October is a Saturday; the end is Monday, 9 November");
            Assert.That(Reminded(Registered(Neighbor, "2026-11-20"), Matter), Is.EqualTo(new[] { "2026-11-24 08:30", "2026-11-25 08:30" }), "three working days to the 25th");
            Assert.That(Reminded(Agreed(Neighbor, "2026-11-20").Due("2026-11-21"), Performance), Is.EqualTo(new[] { "2026-11-20 08:30" }),
                "due on a Saturday: the last working day");
            Assert.That(Reminded(Agreed(Neighbor, "2026-09-20").Due("2026-10-05"), Performance), Is.EqualTo(new[] { "2026-09-30 08:30" }), "never in the holiday");
        }
    }

    [Test]
    public void Another_organs_own_limit_reminds_nobody_here() =>
        Assert.That(Registered(Other, "2026-11-16").Noting(PetitionReceived, "2026-11-16").Read(PetitionReply, "2026-11-17")!.RemindAt, Is.Empty);

    static IEnumerable<string> Reminded(ClockFacts facts, Clock clock) =>
        facts.Read(clock, "2026-11-20")!.RemindAt.Select(at => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", null));
}
