using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Reports;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>Sessions, and the ways in which a mediation ends without agreement.</summary>
sealed class MediationTests
{
    /// <summary>人民调解法 23: told of rights at the latest before sitting down.</summary>
    [Test]
    public void Nobody_sits_down_untold()
    {
        var dispute = Given.Registered();
        dispute.Accept(Given.Case(), [(Given.Zhang.Id, new PartyNotice(NoticeForm.Oral, Given.Today.AddDays(-9)))], Given.On(-9));

        Given.Refused(dispute, "notice.missing", "人民调解法 23", () => dispute.HoldSession(Given.Session(SessionResult.Continue), Given.On(-8)));
        dispute.GiveNotice(Given.Li.Id, new PartyNotice(NoticeForm.TakingPart, Given.Today.AddDays(-8)), Given.On(-8));
        dispute.HoldSession(Given.Session(SessionResult.Continue), Given.On(-8));
        Assert.That(dispute.OpenCase!.Sessions, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_notice_of_the_next_day_is_no_notice()
    {
        var dispute = Given.Registered();
        dispute.Accept(Given.Case(), Given.Told(dispute, day: -7), Given.On(-9));

        Given.Refused(dispute, "notice.missing", "人民调解法 23", () => dispute.HoldSession(Given.Session(SessionResult.Continue), Given.On(-8)));
    }

    [Test]
    public void Only_parties_attend_as_parties()
    {
        var dispute = Given.Accepted();
        var stranger = Given.Session(SessionResult.Continue) with { AttendeeIds = [Guid.NewGuid()] };

        Given.Refused(dispute, "party.unknown", "parties", () => dispute.HoldSession(stranger, Given.On(-8)));
    }

    /// <summary>人民调解法 26: who does not agree is told which lawful ways remain.</summary>
    [Test]
    public void A_failure_and_a_termination_name_the_ways_that_remain()
    {
        var dispute = Given.Accepted();

        Given.Refused(dispute, "channels.missing", "人民调解法 26", () => dispute.Fail([], Given.On(-7)));
        Given.Refused(dispute, "channels.missing", "人民调解法 26", () => dispute.Terminate(TerminationReason.PartyRefusesOrQuits, [], Given.On(-7)));
        dispute.Fail([FollowOnChannel.Suit], Given.On(-7));
        Assert.That(dispute.File.Cases[0], Has.Property("State").EqualTo(CaseState.Failed).And.Property("IsOpen").False);
        Assert.That(dispute.File.Report.Conclusions, Is.EqualTo([new Conclusion(Given.Today.AddDays(-7), Tier.Village, false)]));
    }

    /// <summary>医疗纠纷预防和处理条例 38: only there the limit ends a case; the ordinary month never does (domain 12).</summary>
    [Test]
    public void Only_a_medical_mediation_ends_by_its_limit()
    {
        foreach (var type in Enum.GetValues<DisputeType>().Where(t => t != DisputeType.Medical))
        {
            var dispute = Given.Accepted(type);
            Given.Refused(dispute, "termination.limit-only-medical", "医疗纠纷条例 38", () => dispute.Terminate(TerminationReason.TimeLimitExpired, [FollowOnChannel.Suit], Given.On(-7)));
        }
        var medical = Given.Accepted(DisputeType.Medical);
        medical.Terminate(TerminationReason.TimeLimitExpired, [FollowOnChannel.Suit], Given.On(-7), limitDue: Given.Today.AddDays(-8));
        Assert.That(medical.File.Status, Is.EqualTo(DisputeStatus.Unresolved));
    }

    /// <summary>Domain 12: a suit does not end what this very court sent; another ground of law does, by its name.</summary>
    [Test]
    public void The_referring_organs_own_file_ends_nothing()
    {
        var dispute = Given.Accepted(change: file => file with { Source = Source.EntrustedReferral, ReferredBy = ReferringOrgan.Court });

        Given.Refused(dispute, "termination.referred-by-organ", "domain 12",
            () => dispute.Terminate(TerminationReason.LegallyRequired, [FollowOnChannel.Suit], Given.On(-7)));
        dispute.Terminate(TerminationReason.LegallyRequired, [FollowOnChannel.Suit], Given.On(-7, "经鉴定构成轻伤，公安机关已立刑事案件。"));
        Assert.That(dispute.File.Cases[0].State, Is.EqualTo(CaseState.Terminated));
    }

    [Test]
    public void What_nobody_referred_ends_when_the_law_requires_it()
    {
        var dispute = Given.Accepted();

        dispute.Terminate(TerminationReason.LegallyRequired, [FollowOnChannel.Suit], Given.On(-7));

        Assert.That(dispute.File.Cases[0].EndReason, Is.EqualTo("LegallyRequired"));
    }

    /// <summary>人民调解法 23(2): the other side refuses; it has nothing to take back.</summary>
    [Test]
    public void Only_an_applicant_withdraws_and_that_is_no_conclusion()
    {
        var dispute = Given.Accepted();

        Given.Refused(dispute, "withdrawal.not-applicant", "人民调解法 23", () => dispute.Withdraw(Given.Li.Id, Given.On(-7)));
        dispute.Withdraw(Given.Zhang.Id, Given.On(-7));
        Assert.That(dispute.File.Cases[0].State, Is.EqualTo(CaseState.Withdrawn));
        Assert.That(dispute.File.Report.Conclusions, Is.Empty);
    }

    [Test]
    public void A_suspension_lies_between_acceptance_and_tomorrow()
    {
        var dispute = Given.Accepted();

        Given.Refused(dispute, "suspension.before-acceptance", "event dates",
            () => dispute.Suspend(SuspensionReason.Appraisal, Given.Today.AddDays(-10), Given.On(-8)));
        Given.Refused(dispute, "date.in-future", "event dates", () => dispute.Suspend(SuspensionReason.Appraisal, Given.Today.AddDays(2), Given.On(-8)));
        dispute.Suspend(SuspensionReason.Appraisal, Given.Today.AddDays(-8), Given.On(-8));
        Given.Refused(dispute, "resumption.before-suspension", "event dates", () => dispute.Resume(Given.Today.AddDays(-9), Given.On(-8)));
        Given.Refused(dispute, "date.in-future", "event dates", () => dispute.Resume(Given.Today.AddDays(2), Given.On(-8)));
        dispute.Resume(Given.Today.AddDays(-8), Given.On(-8));
        Assert.That(dispute.OpenCase!.Suspensions, Is.EqualTo([new Suspension(SuspensionReason.Appraisal, Given.Today.AddDays(-8), Given.Today.AddDays(-8))]));
    }

    /// <summary>Every verb asks the lifecycle before anything else: on a closed matter each is an illegal move, whatever it says.</summary>
    [Test]
    public void The_lifecycle_speaks_first()
    {
        var dispute = Given.Closed();
        var unknown = Guid.NewGuid();
        var step = Given.On(0);
        Action[] verbs =
        [
            () => dispute.Accept(Given.Case(), [], step), () => dispute.Reject(Given.RejectedCase(), RejectionReason.PartyRefuses, step),
            () => dispute.AppointMediators(unknown, unknown, [], step), () => dispute.GiveNotice(unknown, new PartyNotice(NoticeForm.Oral, Given.Today), step),
            () => dispute.HoldSession(Given.Session(SessionResult.Agreed), step), () => dispute.Fail([], step),
            () => dispute.Terminate(TerminationReason.TimeLimitExpired, [], step), () => dispute.Withdraw(unknown, step),
            () => dispute.Suspend(SuspensionReason.Appraisal, Given.Today, step), () => dispute.Resume(Given.Today, step),
            () => dispute.Agree(Given.Oral(), step), () => dispute.CompleteAgreement(Given.Oral(), step),
            () => dispute.Perform(unknown, new PerformanceRecord(Given.Today, null, null), step), () => dispute.Close(step),
            () => dispute.SettleOnTheSpot(Given.Case(), null, [], false, step), () => dispute.ReferOut(new Referral(Given.Today, "x", null), step),
            () => dispute.Escalate(unknown, Given.Village, Given.Town, EscalationReason.RedLevel, Given.Rules, step),
            () => dispute.Return(unknown, Given.Town, Given.Village, ReturnReason.SingleVillage, Given.Rules, step),
            () => dispute.AcceptHandover(step), () => dispute.RefuseHandover(HandoverRefusal.NotRipe, unknown, null, Given.Rules, step),
            () => dispute.ChangeParties(PartyChange.Remove, unknown, null, "x", step),
        ];

        foreach (var verb in verbs)
            Given.Refused(dispute, "dispute.illegal-move", "lifecycle", verb);
    }
}
