using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Journal;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>Violence is reported before anything is settled (反家庭暴力法 14, 未成年人保护法 11); and the smaller facts of a case.</summary>
sealed class ViolenceTests
{
    static RiskReport Report(Risk risk) => new(risk, "海口派出所", Given.Now.AddDays(-9), "值班民警");

    static IEnumerable<string> Warnings(Dispute dispute) => DisputeWarnings.Of(dispute.File, Given.Now).Select(w => w.Code);

    [TestCase(Risk.DomesticViolence, "反家庭暴力法 14")]
    [TestCase(Risk.ChildHarm, "未成年人保护法 11")]
    public void Nothing_is_settled_or_closed_before_it_is_reported(Risk risk, string statute)
    {
        DisputeFile Marked(DisputeFile file) => file with { Risks = [risk] };
        var (dispute, spot) = (Given.Accepted(change: Marked), Given.Registered(change: Marked));

        Given.Refused(dispute, "risk.report-missing", statute, () => dispute.Agree(Given.Oral(), Given.On(-7)));
        Given.Refused(spot, "risk.report-missing", statute, () => spot.SettleOnTheSpot(Given.Case(), "各让一步。", [], false, Given.On(-9)));
        dispute.Fail([FollowOnChannel.Suit], Given.On(-7));
        Given.Refused(dispute, "risk.report-missing", statute, () => dispute.Close(Given.On(-6)));
        Assert.That(Warnings(dispute), Does.Contain("risk.report-duty"));
        spot.ReportRisk(Report(risk), Given.On(-9));
        spot.SettleOnTheSpot(Given.Case(), "各让一步。", [], false, Given.On(-9));
        dispute.ReportRisk(Report(risk), Given.On(-9));
        dispute.Close(Given.On(-6));

        Assert.That((spot.File.Status, dispute.File.Status), Is.EqualTo((DisputeStatus.Closed, DisputeStatus.Closed)));
        Assert.That(Warnings(dispute), Does.Contain("risk.civil-parts-only").And.Not.Contain("risk.report-duty"));
    }

    [Test]
    public void A_report_moves_no_date_and_its_names_stay_out_of_the_facts()
    {
        var dispute = Given.Accepted(change: file => file with { Risks = [Risk.DomesticViolence] });
        dispute.HoldSession(Given.Session(SessionResult.Continue), Given.On(-8));

        dispute.ReportRisk(Report(Risk.DomesticViolence), Given.On(-9));

        Assert.That(dispute.File.LastStepOn, Is.EqualTo(Given.Today.AddDays(-8)));
        Assert.That(dispute.News[^1].Facts.ToJsonString(), Does.Not.Contain("民警"));
        Assert.That(dispute.News[^1].Personal["report.receiver"], Is.EqualTo("值班民警"));
    }

    /// <summary>反家庭暴力法 14: the report is of a mark that this matter bears, and not of days to come.</summary>
    [Test]
    public void Only_what_is_marked_is_reported()
    {
        var dispute = Given.Registered(change: file => file with { Risks = [Risk.Threat, Risk.ChildHarm] });

        Given.Refused(dispute, "risk.not-marked", "反家庭暴力法 14", () => dispute.ReportRisk(Report(Risk.Threat), Given.On(-9)));
        Given.Refused(dispute, "risk.not-marked", "反家庭暴力法 14", () => dispute.ReportRisk(Report(Risk.DomesticViolence), Given.On(-9)));
        Given.Refused(dispute, "date.in-future", "event dates",
            () => dispute.ReportRisk(Report(Risk.ChildHarm) with { ReportedAt = Given.Now.AddDays(2) }, Given.On(-9)));
    }

    /// <summary>反家庭暴力法 5: the victim's whereabouts stay off everything the other side sees.</summary>
    [Test]
    public void A_victims_contact_never_goes_to_the_other_side()
    {
        var victim = Given.Zhang with { Phone = "13800000001", Address = "海口村东组1号", Contact = "张试姐" };

        Assert.That(PartyContact.ForOtherSide(victim), Is.SameAs(victim));
        var shown = PartyContact.ForOtherSide(victim with { Protected = true });
        Assert.That((shown.Phone, shown.Address, shown.Contact, shown.Area, shown.Name), Is.EqualTo(((string?)null, (string?)null, (string?)null, (Core.Domain.Areas.AreaCode?)null, victim.Name)));
    }

    /// <summary>医疗纠纷预防和处理条例 42: never in public without consent; other matters as the parties ask (人民调解法 23).</summary>
    [Test]
    public void A_medical_session_is_open_with_every_partys_consent_only()
    {
        var (medical, other) = (Given.Accepted(DisputeType.Medical), Given.Accepted());
        var open = Given.Session(SessionResult.Continue) with { Open = true };

        Given.Refused(medical, "session.medical-closed", "医疗纠纷条例 42", () => medical.HoldSession(open with { OpenAcceptedBy = [Given.Zhang.Id] }, Given.On(-8)));
        medical.HoldSession(open with { OpenAcceptedBy = [Given.Zhang.Id, Given.Li.Id] }, Given.On(-8));
        other.HoldSession(open, Given.On(-8));
    }

    /// <summary>人民调解法 20: invitees with the parties' consent, else a warning.</summary>
    [Test]
    public void Invitees_without_consent_warn()
    {
        var dispute = Given.Accepted();
        var invited = Given.Session(SessionResult.Continue) with { Invitees = ["邻居"] };

        Given.Refused(dispute, "party.unknown", "parties", () => dispute.HoldSession(invited with { InviteesAcceptedBy = [Guid.NewGuid()] }, Given.On(-8)));
        dispute.HoldSession(invited with { InviteesAcceptedBy = [Given.Zhang.Id, Given.Li.Id] }, Given.On(-8));
        Assert.That(Warnings(dispute), Does.Not.Contain("invitees.consent-untold"));
        dispute.HoldSession(invited, Given.On(-8));
        Assert.That(Warnings(dispute), Does.Contain("invitees.consent-untold"));
    }

    /// <summary>Domain 4.1: with the first investigation mediating has begun.</summary>
    [Test]
    public void An_investigation_begins_the_mediation()
    {
        var dispute = Given.Accepted();
        var found = new Investigation { Id = Guid.NewGuid(), On = Given.Today.AddDays(-8), Interviewee = "邻居", Record = "当晚听见争吵。" };

        Given.Refused(dispute, "investigation.before-receipt", "event dates", () => dispute.Investigate(found with { On = Given.Today.AddDays(-11) }, Given.On(-8)));
        Given.Refused(dispute, "date.in-future", "event dates", () => dispute.Investigate(found with { On = Given.Today.AddDays(2) }, Given.On(-8)));
        dispute.Investigate(found, Given.On(-8));

        Assert.That(dispute.OpenCase!.State, Is.EqualTo(CaseState.Mediating));
        Assert.That(dispute.News[^1].Facts.ToJsonString(), Does.Not.Contain("邻居"));
        Assert.That(dispute.News[^1].Personal["record.interviewee"], Is.EqualTo("邻居"));
    }

    /// <summary>Domain 12: a relapse is a new matter, linked to what was settled.</summary>
    [Test]
    public void Only_what_was_settled_breaks_out_again()
    {
        var (open, closed, again) = (Given.Accepted(), Given.Closed(), Guid.NewGuid());

        Given.Refused(open, "relapse.not-settled", "domain 12", () => open.LinkRelapse(again, Given.On(0)));
        closed.FollowUp(new FollowUpRecord(Given.Today, FollowUpForm.Phone, true, Relapse: true, null, null), Given.On(0));
        Assert.That(Warnings(closed), Does.Contain("relapse.unlinked"));
        closed.LinkRelapse(again, Given.On(0));

        Assert.That(closed.File.Relapses, Is.EqualTo([again]));
        Assert.That(closed.News[^1].Event, Is.EqualTo(JournalEvent.RelapseLinked));
        Assert.That(Warnings(closed), Does.Not.Contain("relapse.unlinked"));
    }
}
