using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Domain.Reports;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>Taking part is voluntary: the last word of each party holds, and a clear no ends it (人民调解法 17, 23, 26).</summary>
sealed class ParticipationTests
{
    static PartyStance Said(Stance stance, int day, NoticeForm form = NoticeForm.Oral) => new(stance, form, Given.Today.AddDays(day));

    static void Says(Dispute dispute, Party party, Stance stance, int day, params FollowOnChannel[] channels) =>
        dispute.DeclareStance(party.Id, Said(stance, day), channels, Given.On(day));

    /// <summary>人民调解法 17 and 26: at once, and with the ways that remain.</summary>
    [Test]
    public void A_clear_refusal_ends_an_open_case_at_once()
    {
        var dispute = Given.Accepted();

        Given.Refused(dispute, "channels.missing", "人民调解法 26", () => Says(dispute, Given.Li, Stance.Refuses, -8));
        Says(dispute, Given.Li, Stance.Refuses, -8, FollowOnChannel.Suit);

        var ended = dispute.File.Cases.Single();
        Assert.That((dispute.File.Status, ended.State, ended.EndReason), Is.EqualTo((DisputeStatus.Unresolved, CaseState.Terminated, "PartyRefusesOrQuits")));
        Assert.That(ended.Channels, Is.EqualTo([FollowOnChannel.Suit]));
        Assert.That(dispute.News.TakeLast(2).Select(n => n.Event), Is.EqualTo([JournalEvent.StanceDeclared, JournalEvent.MediationTerminated]));
        Assert.That(dispute.File.Report.Conclusions, Is.EqualTo([new Conclusion(Given.Today.AddDays(-8), Mediation.Core.Domain.Tier.Village, false)]));
    }

    [Test]
    public void A_suspended_case_is_ended_by_a_refusal_too()
    {
        var dispute = Given.Accepted();
        dispute.Suspend(SuspensionReason.PartyUnavailable, Given.Today.AddDays(-8), Given.On(-8));

        Says(dispute, Given.Zhang, Stance.Refuses, -7, FollowOnChannel.LegalAid);

        Assert.That(dispute.OpenCase, Is.Null);
    }

    /// <summary>人民调解法 17, also of what the committee started itself: nobody has refused.</summary>
    [TestCase(Source.PartyApplication)]
    [TestCase(Source.CommitteeInitiated)]
    public void Nothing_is_accepted_while_a_side_refuses(Source source)
    {
        var dispute = Given.Registered(change: file => file with { Source = source });
        Says(dispute, Given.Li, Stance.Refuses, -10);

        Given.Refused(dispute, "party.refuses", "人民调解法 17", () => dispute.Accept(Given.Case(), [], Given.On(-9)));
        Given.Refused(dispute, "party.refuses", "人民调解法 17", () => dispute.SettleOnTheSpot(Given.Case(), "各让一步。", [], false, Given.On(-9)));
        Says(dispute, Given.Li, Stance.TakesPart, -9);
        dispute.Accept(Given.Case(), Given.Told(dispute), Given.On(-9));

        Assert.That(dispute.File.Parties[1].Stances.Select(s => s.Stance), Is.EqualTo([Stance.Refuses, Stance.TakesPart]), "the history is kept");
    }

    /// <summary>人民调解法 17: should one refuse in an open case in spite of all, nobody sits down and nothing is agreed.</summary>
    [Test]
    public void No_session_and_no_agreement_while_a_side_refuses()
    {
        var refusing = new Dispute(WithStance(Given.Accepted().File, Said(Stance.Refuses, -9)), 1);

        Given.Refused(refusing, "party.refuses", "人民调解法 17", () => refusing.HoldSession(Given.Session(SessionResult.Agreed), Given.On(-8)));
        Given.Refused(refusing, "party.refuses", "人民调解法 17", () => refusing.Agree(Given.Oral(), Given.On(-7)));
        Given.Refused(refusing, "party.refuses", "人民调解法 17",
            () => refusing.GiveNotice(Given.Li.Id, new PartyNotice(NoticeForm.Oral, Given.Today.AddDays(-8)), Given.On(-8)));
    }

    [Test]
    public void A_third_partys_refusal_ends_nothing_but_keeps_it_away()
    {
        var third = Given.Named("王试三", PartySide.ThirdParty);
        var dispute = Given.Accepted(change: file => file with { Parties = [Given.Zhang, Given.Li, third] });

        Says(dispute, third, Stance.Refuses, -8);

        Assert.That(dispute.OpenCase, Is.Not.Null);
        Given.Refused(dispute, "party.refuses", "人民调解法 17",
            () => dispute.HoldSession(Given.Session(SessionResult.Continue) with { AttendeeIds = [Given.Zhang.Id, Given.Li.Id, third.Id] }, Given.On(-8)));
        dispute.HoldSession(Given.Session(SessionResult.Continue), Given.On(-8));
    }

    /// <summary>医疗纠纷条例 31: a yes of each side, told or signed, counts like the notice.</summary>
    [Test]
    public void Stances_are_the_consent_of_a_medical_matter()
    {
        var dispute = Given.Registered(DisputeType.Medical);
        Says(dispute, Given.Zhang, Stance.TakesPart, -10);

        Given.Refused(dispute, "medical.consent-missing", "医疗纠纷条例 31", () => dispute.Accept(Given.Case(), [], Given.On(-9)));
        Says(dispute, Given.Li, Stance.TakesPart, -9);
        dispute.Accept(Given.Case(), [], Given.On(-9));

        Assert.That(dispute.OpenCase, Is.Not.Null);
    }

    [Test]
    public void The_last_word_is_the_latest()
    {
        var dispute = Given.Registered();
        Says(dispute, Given.Li, Stance.TakesPart, -9);

        Given.Refused(dispute, "stance.before-last", "event dates", () => dispute.DeclareStance(Given.Li.Id, Said(Stance.Refuses, -10), [], Given.On(-9)));
        Given.Refused(dispute, "date.in-future", "event dates", () => dispute.DeclareStance(Given.Li.Id, Said(Stance.Refuses, 2), [], Given.On(-9)));
        Given.Refused(dispute, "party.unknown", "parties", () => dispute.DeclareStance(Guid.NewGuid(), Said(Stance.Refuses, -9), [], Given.On(-9)));
    }

    static DisputeFile WithStance(DisputeFile file, PartyStance stance) =>
        file with { Parties = [.. file.Parties.Select(p => p.Id == Given.Li.Id ? p with { Stances = [stance] } : p)] };
}
