using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Domain.Reports;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>Settled at the table: one act, one line, and every guard of the single steps.</summary>
sealed class SpotSettlementTests
{
    [Test]
    public void One_line_tells_it_all()
    {
        var dispute = Given.Registered();

        Settle(dispute, Given.Owes(50));

        var line = dispute.News[^1];
        Assert.That(dispute.News.Select(n => n.Event), Is.EqualTo([JournalEvent.Registered, JournalEvent.SettledOnTheSpot]));
        Assert.That((string?)line.Facts["number"], Is.EqualTo("（2026）海口村人调字第1号"));
        Assert.That(line.Personal["terms"], Is.EqualTo("当场付清。"));
        Assert.That(line.Facts["report"], Is.Not.Null);
        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.Closed));
        Assert.That(dispute.File.Cases.Single().State, Is.EqualTo(CaseState.Archived));
        Assert.That(dispute.File.Report.Conclusions.Single().Success, Is.True);
        Assert.That(dispute.File.Report.Exits.Single().Kind, Is.EqualTo(StockExitKind.Resolved));
        Assert.That(dispute.PresentParties.Select(p => p.Notice!.Form), Is.All.EqualTo(NoticeForm.TakingPart));
    }

    [Test]
    public void A_continuing_duty_is_settled_too_and_looked_at_afterwards()
    {
        var dispute = Given.Registered();

        dispute.SettleOnTheSpot(Given.Case(), "鸡关好，不再跑进菜地。", [Given.Owes(null)], continuing: true, Given.On(-9));
        dispute.FollowUp(new FollowUpRecord(Given.Today, FollowUpForm.Phone, true, false, null, null), Given.On(0));

        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.Closed));
        Assert.That(dispute.File.Cases[0].Agreement!.Obligations[0].Continuing, Is.True);
    }

    [Test]
    public void An_open_case_is_settled_under_its_own_number_and_host()
    {
        var dispute = Given.Accepted();
        dispute.HoldSession(Given.Session(SessionResult.NotAgreed), Given.On(-8));
        var open = dispute.OpenCase!;

        dispute.SettleOnTheSpot(open, "当场付清。", [], false, Given.On(-7));

        var settled = dispute.File.Cases.Single();
        Assert.That((settled.Id, settled.Number, settled.HostId, settled.Sessions.Count), Is.EqualTo((open.Id, open.Number, open.HostId, 2)));
        Assert.That(dispute.News[^1].Event, Is.EqualTo(JournalEvent.SettledOnTheSpot));
        Assert.That(dispute.PresentParties.Select(p => p.Notice!.On), Is.All.EqualTo(Given.Today.AddDays(-9)), "who was told before was told then");
    }

    [Test]
    public void After_a_failure_a_new_case_settles_it()
    {
        var dispute = Given.Unresolved();

        Settle(dispute);

        Assert.That(dispute.File.Cases.Select(c => c.State), Is.EqualTo([CaseState.Failed, CaseState.Archived]));
        Assert.That(dispute.File.Report.Conclusions.Select(c => c.Success), Is.EqualTo([false, true]));
    }

    /// <summary>人民调解法 17, 若干规定 22, 医疗条例 31 and 39, 劳动争议调解仲裁法 14: being quick excuses nothing, and a refusal leaves no trace.</summary>
    [Test]
    public void Every_guard_still_runs()
    {
        var alone = Given.Registered(change: file => file with { Parties = [Given.Zhang] });
        var labour = Given.Registered(DisputeType.OtherLabor);
        var medical = Given.Registered(DisputeType.Medical, file => file with { Source = Source.CommitteeInitiated });
        var opened = Given.Accepted(DisputeType.OtherLabor);
        var early = Given.Registered();

        Given.Refused(alone, "parties.two-sides", "人民调解法 17", () => Settle(alone));
        Given.Refused(labour, "agreement.must-be-written", "劳动争议调解仲裁法 14", () => Settle(labour));
        Given.Refused(medical, "medical.committee-initiated", "医疗纠纷条例 31", () => Settle(medical));
        Given.Refused(opened, "agreement.must-be-written", "劳动争议调解仲裁法 14", () => Settle(opened));
        Given.Refused(early, "dispute.date-before-previous-step", "event dates", () => early.SettleOnTheSpot(Given.Case(), "当场付清。", [], false, Given.On(-11)));
    }

    static void Settle(Dispute dispute, params Obligation[] obligations) => dispute.SettleOnTheSpot(Given.Case(), "当场付清。", obligations, false, Given.On(-7));
}
