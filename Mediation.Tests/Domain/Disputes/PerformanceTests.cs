using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Reports;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>Whether what was agreed was done, and when a matter may be closed and opened again.</summary>
sealed class PerformanceTests
{
    /// <summary>人民调解法 31: instalments add up to what is owed and never to more.</summary>
    [Test]
    public void Instalments_add_up()
    {
        var dispute = Given.Agreed(Given.Oral(Given.Owes(100.10m)));

        Pay(dispute, 40, -6);
        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.Performing));
        Given.Refused(dispute, "performance.too-much", "人民调解法 31", () => Pay(dispute, 60.11m, -5));
        Given.Refused(dispute, "closure.not-performed", "人民调解法 31", () => dispute.Close(Given.On(-5)));
        Pay(dispute, 60.10m, -5);

        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.Performed));
        Assert.That(dispute.AgreedCase!.State, Is.EqualTo(CaseState.Performed));
    }

    [Test]
    public void Every_obligation_is_performed_before_the_whole_is()
    {
        var dispute = Given.Agreed(Given.Oral(Given.Owes(100), Given.Owes(null)));

        Pay(dispute, 100, -6);
        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.Performing));
        Pay(dispute, null, -6, obligation: 1);
        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.Performed));
    }

    [Test]
    public void A_performance_lies_between_the_agreement_and_tomorrow()
    {
        var dispute = Given.Agreed(Given.Oral(Given.Owes(100)));
        void Perform(Guid obligation, int day) => dispute.Perform(obligation, new PerformanceRecord(Given.Today.AddDays(day), 100, null), Given.On(-6));
        var owed = dispute.AgreedCase!.Agreement!.Obligations[0].Id;

        Given.Refused(dispute, "performance.before-agreement", "event dates", () => Perform(owed, -8));
        Given.Refused(dispute, "date.in-future", "event dates", () => Perform(owed, 2));
        Given.Refused(dispute, "obligation.unknown", "人民调解法 31", () => Perform(Guid.NewGuid(), -7));
        Perform(owed, -7);
        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.Performed));
    }

    /// <summary>Domain 12: an open-ended duty needs its first act and one follow-up.</summary>
    [Test]
    public void A_continuing_duty_is_looked_at_once_before_the_file_goes()
    {
        var dispute = Given.Agreed(Given.Oral(Given.Owes(500, continuing: true)));
        Given.Refused(dispute, "closure.not-performed", "人民调解法 31", () => dispute.Close(Given.On(-6)));
        Pay(dispute, 500, -6);
        Given.Refused(dispute, "closure.follow-up-missing", "domain 12", () => dispute.Close(Given.On(-6)));

        dispute.FollowUp(new FollowUpRecord(Given.Today.AddDays(-5), FollowUpForm.Phone, true, false, 5, null), Given.On(-5));
        dispute.Close(Given.On(-5));

        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.Closed));
    }

    [Test]
    public void Without_a_continuing_duty_nobody_has_to_look_again()
    {
        var dispute = Given.Closed();

        Assert.That((dispute.File.Status, dispute.File.FollowUps.Count), Is.EqualTo((DisputeStatus.Closed, 0)));
        Assert.That(dispute.File.Cases[0].State, Is.EqualTo(CaseState.Archived));
    }

    [Test]
    public void A_closed_matter_is_still_followed_up_and_stays_closed()
    {
        var dispute = Given.Closed();

        dispute.FollowUp(new FollowUpRecord(Given.Today, FollowUpForm.Visit, true, false, null, null), Given.On(0));

        Assert.That(dispute.File, Has.Property("Status").EqualTo(DisputeStatus.Closed).And.Property("StatusSince").EqualTo(Given.Today.AddDays(-5)));
    }

    [Test]
    public void What_failed_is_closed_as_lawfully_ended()
    {
        var dispute = Given.Unresolved();

        dispute.Close(Given.On(-6));

        Assert.That(dispute.File.Report.Exits, Is.EqualTo([new StockExit(Given.Today.AddDays(-6), StockExitKind.LawfullyEnded)]));
    }

    /// <summary>What went to an organ left the stock on that day, and leaves it once.</summary>
    [Test]
    public void A_matter_sent_to_an_organ_and_closed_leaves_the_stock_once()
    {
        var dispute = Given.ReferredOut();
        dispute.Close(Given.On(-5));
        Assert.That(dispute.File.Report.Exits, Is.EqualTo([new StockExit(Given.Today.AddDays(-9), StockExitKind.ReferredOut)]));

        dispute.Reopen("主管机关退回", Given.On(-4));
        dispute.Accept(Given.Case(), Given.Told(dispute, -4), Given.On(-4));
        dispute.Fail([FollowOnChannel.Suit], Given.On(-3));
        dispute.Close(Given.On(-2));

        Assert.That(dispute.File.Report.Exits.Select(e => e.Kind), Is.EqualTo([StockExitKind.ReferredOut, StockExitKind.LawfullyEnded]));
        Assert.That(dispute.File.Report.Reopenings, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_default_is_opened_again_and_the_old_agreement_holds_no_more()
    {
        var dispute = Given.Agreed(Given.Oral(Given.Owes(100)));

        dispute.Reopen("对方一直不履行，双方同意重新调解。", Given.On(-3));

        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.Registered));
        Assert.That(dispute.AgreedCase, Is.Null);
        Assert.That(dispute.File.Report.Reopenings, Is.Empty, "it never left the stock");
        dispute.Accept(Given.Case(), [], Given.On(-3));
        dispute.Agree(Given.Oral(Given.Owes(80)) with { ReachedOn = Given.Today.AddDays(-2) }, Given.On(-2));
        Assert.That(dispute.AgreedCase!.Agreement!.Obligations[0].Amount, Is.EqualTo(80));
    }

    /// <summary>However often it is closed, sent out and reopened, the facts stay countable.</summary>
    [Test]
    public void No_second_exit_without_a_reopening()
    {
        var (open, sent, performed) = (Given.Closed(), Given.ReferredOut(), Given.Performed());
        open.Reopen("显失公平", Given.On(-4));
        open.Reject(Given.RejectedCase(FollowOnChannel.Suit), RejectionReason.PartyRefuses, Given.On(-4));
        open.ReferOut(new Referral(Given.Today.AddDays(-3), "区自然资源局", null), Given.On(-3));
        open.Close(Given.On(-3));
        sent.Reopen("退回", Given.On(-3));
        performed.Reopen("显失公平", Given.On(-4));

        foreach (var dispute in (Dispute[])[open, sent, performed])
            Assert.That(FactFaults.Of("x", dispute.File.Report, Reports.Reporting.Definition), Is.Empty);
        Assert.That((open.File.Report.Exits.Count, open.File.Report.Reopenings.Count), Is.EqualTo((2, 1)));
    }

    static void Pay(Dispute dispute, decimal? amount, int day, int obligation = 0) => dispute.Perform(
        dispute.AgreedCase!.Agreement!.Obligations[obligation].Id, new PerformanceRecord(Given.Today.AddDays(day), amount, null), Given.On(day));
}
