using Mediation.Core.Domain.Disputes;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>Who cannot act alone, and who acts for whom (民法典 27, 28, 35; 民事诉讼法 62).</summary>
sealed class GuardianTests
{
    static readonly Party Child = Given.Named("韩试小", PartySide.Applicant) with { Capacity = PartyCapacity.Under14 };
    static readonly Party Father = Given.Named("韩试父", PartySide.Applicant);

    static Dispute WithWard(PartyCapacity capacity = PartyCapacity.Minor, string? guardianName = null) => Given.Registered(
        change: file => file with { Parties = [Child with { Capacity = capacity, GuardianName = guardianName }, Father, Given.Li] });

    static Guardian Named(GuardianRelation relation = GuardianRelation.Parent, Guid? partyId = null) =>
        new() { Name = "韩试父", Relation = relation, PartyId = partyId, NamedOn = Given.Today.AddDays(-10) };

    static Agreement Between(Party debtor, Party creditor) => new()
    {
        Form = AgreementForm.Oral, ReachedOn = Given.Today.AddDays(-7), Terms = "赔偿二百元。",
        Obligations = [new Obligation { Id = Guid.NewGuid(), DebtorId = debtor.Id, CreditorId = creditor.Id, Amount = 200 }],
    };

    /// <summary>民法典 27 and 28: consent of a ward is its guardian's.</summary>
    [TestCase(PartyCapacity.Minor, "民法典 27")]
    [TestCase(PartyCapacity.Under14, "民法典 27")]
    [TestCase(PartyCapacity.Limited, "民法典 28")]
    public void A_ward_consents_through_a_guardian(PartyCapacity capacity, string statute)
    {
        var dispute = WithWard(capacity);
        var told = new PartyNotice(NoticeForm.Oral, Given.Today.AddDays(-9));

        Given.Refused(dispute, "guardian.missing", statute, () => dispute.Accept(Given.Case(), [(Child.Id, told)], Given.On(-9)));
        Given.Refused(dispute, "guardian.missing", statute,
            () => dispute.DeclareStance(Child.Id, new PartyStance(Stance.TakesPart, NoticeForm.Oral, Given.Today.AddDays(-9)), [], Given.On(-9)));
        Given.Refused(dispute, "guardian.missing", statute, () => dispute.SettleOnTheSpot(Given.Case(), "赔礼道歉。", [], false, Given.On(-9)));
        dispute.NameGuardian(Child.Id, Named(), opposedInterest: false, Given.On(-9));
        dispute.Accept(Given.Case(), Given.Told(dispute), Given.On(-9));

        Assert.That(dispute.File.Parties[0], Has.Property("GuardianName").EqualTo("韩试父").And.Property("TakesPart").True);
        Assert.That(dispute.News.SelectMany(n => n.Facts).Select(f => f.Value?.ToJsonString() ?? ""), Has.None.Contains("韩试父"), "no name in the journal's facts");
    }

    [Test]
    public void A_ward_may_refuse_alone()
    {
        var dispute = WithWard();

        dispute.DeclareStance(Child.Id, new PartyStance(Stance.Refuses, NoticeForm.Oral, Given.Today.AddDays(-9)), [], Given.On(-9));

        Assert.That(dispute.File.Parties[0].Refuses, Is.True);
    }

    /// <summary>民法典 27: a name told at intake lets the ward be told; before the agreement the relation is known.</summary>
    [Test]
    public void A_name_alone_carries_as_far_as_the_table()
    {
        var dispute = WithWard(guardianName: "韩试父");
        dispute.Accept(Given.Case(), Given.Told(dispute), Given.On(-9));

        Given.Refused(dispute, "guardian.missing", "民法典 27", () => dispute.Agree(Between(Given.Li, Child), Given.On(-7)));
        dispute.NameGuardian(Child.Id, Named(), opposedInterest: false, Given.On(-8));
        dispute.Agree(Between(Given.Li, Child), Given.On(-7));

        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.Agreed));
    }

    /// <summary>民法典 35: a guardian acts for the ward's good only.</summary>
    [Test]
    public void A_guardian_with_opposed_interest_is_refused()
    {
        var dispute = WithWard();

        Given.Refused(dispute, "guardian.opposed-interest", "民法典 35", () => dispute.NameGuardian(Child.Id, Named(), opposedInterest: true, Given.On(-9)));
        Given.Refused(dispute, "guardian.opposed-interest", "民法典 35",
            () => dispute.NameGuardian(Child.Id, Named(partyId: Given.Li.Id), opposedInterest: false, Given.On(-9)));
        dispute.NameGuardian(Child.Id, Named(partyId: Father.Id), opposedInterest: false, Given.On(-9));
        dispute.Accept(Given.Case(), Given.Told(dispute), Given.On(-9));
        Given.Refused(dispute, "guardian.opposed-interest", "民法典 35", () => dispute.Agree(Between(Father, Child), Given.On(-7)));
        Given.Refused(dispute, "guardian.opposed-interest", "民法典 35", () => dispute.Agree(Between(Child, Father), Given.On(-7)));
        dispute.Agree(Between(Given.Li, Child), Given.On(-7));
    }

    [Test]
    public void Who_owes_to_the_ward_is_no_guardian_afterwards_either()
    {
        var dispute = WithWard(guardianName: "韩试叔");
        dispute.NameGuardian(Child.Id, Named(GuardianRelation.OtherRelative) with { Name = "韩试叔" }, opposedInterest: false, Given.On(-9));
        dispute.Accept(Given.Case(), Given.Told(dispute), Given.On(-9));
        dispute.Agree(Between(Father, Child), Given.On(-7));

        Given.Refused(dispute, "guardian.opposed-interest", "民法典 35",
            () => dispute.NameGuardian(Child.Id, Named(partyId: Father.Id), opposedInterest: false, Given.On(-7)));
    }

    /// <summary>民法典 18, 27, 28: who may be guardian, and of whom.</summary>
    [Test]
    public void Guardians_are_adults_near_to_the_ward()
    {
        var other = Given.Named("韩试兄", PartySide.Applicant) with { Capacity = PartyCapacity.Minor };
        var dispute = Given.Registered(change: file => file with { Parties = [Child, other, Father, Given.Li] });

        Given.Refused(dispute, "guardian.not-needed", "民法典 18", () => dispute.NameGuardian(Father.Id, Named(), opposedInterest: false, Given.On(-9)));
        Given.Refused(dispute, "guardian.relation", "民法典 27", () => dispute.NameGuardian(Child.Id, Named(GuardianRelation.Spouse), opposedInterest: false, Given.On(-9)));
        Given.Refused(dispute, "guardian.no-capacity", "民法典 27", () => dispute.NameGuardian(Child.Id, Named(partyId: other.Id), opposedInterest: false, Given.On(-9)));
        Given.Refused(dispute, "guardian.no-capacity", "民法典 27", () => dispute.NameGuardian(Child.Id, Named(partyId: Child.Id), opposedInterest: false, Given.On(-9)));
        var limited = WithWard(PartyCapacity.Limited);
        limited.NameGuardian(Child.Id, Named(GuardianRelation.Spouse), opposedInterest: false, Given.On(-9));
        Assert.That(limited.File.Parties[0].Guardian!.Relation, Is.EqualTo(GuardianRelation.Spouse));
    }

    /// <summary>民事诉讼法 62: to settle needs special authority, on the day, from this very party.</summary>
    [Test]
    public void An_agent_signs_an_agreement_with_special_authority_only()
    {
        Agent With(AgentScope scope, int from) => new() { Id = Guid.NewGuid(), Name = "陈试庚", Scope = scope, From = Given.Today.AddDays(from) };
        var (general, special, late) = (With(AgentScope.General, -9), With(AgentScope.Special, -9), With(AgentScope.Special, -5));
        var dispute = Given.Accepted();
        foreach (var agent in (Agent[])[general, special, late])
            dispute.AddAgent(Given.Li.Id, agent, Given.On(-9));
        Agreement SignedBy(Guid agent, Party? party = null) =>
            Given.Written() with { Signatures = [new Signature((party ?? Given.Li).Id, SignatureKind.Signed, Given.Today.AddDays(-7), AgentId: agent)] };

        Given.Refused(dispute, "agent.general-scope", "民事诉讼法 62", () => dispute.Agree(SignedBy(general.Id), Given.On(-7)));
        Given.Refused(dispute, "agent.not-in-office", "民事诉讼法 62", () => dispute.Agree(SignedBy(late.Id), Given.On(-7)));
        Given.Refused(dispute, "agent.unknown", "民事诉讼法 62", () => dispute.Agree(SignedBy(special.Id, Given.Zhang), Given.On(-7)));
        Assert.That(AgentRules.MaySign(dispute.File.Parties[1], special.Id, Given.Today.AddDays(-7)), Is.True);
        dispute.Agree(SignedBy(special.Id), Given.On(-7));
        Given.Refused(dispute, "agent.general-scope", "民事诉讼法 62", () => dispute.CompleteAgreement(SignedBy(general.Id), Given.On(-7)));
    }

    /// <summary>民法典 173: revoked power is none from that day on, and is revoked once.</summary>
    [Test]
    public void A_revoked_agent_signs_no_more()
    {
        var agent = new Agent { Id = Guid.NewGuid(), Name = "陈试庚", Scope = AgentScope.Special, From = Given.Today.AddDays(-9) };
        var dispute = Given.Accepted();
        dispute.AddAgent(Given.Li.Id, agent, Given.On(-9));
        Given.Refused(dispute, "agent.id-taken", "民法典 165", () => dispute.AddAgent(Given.Zhang.Id, agent, Given.On(-9)));
        dispute.RevokeAgent(Given.Li.Id, agent.Id, Given.On(-8));

        Given.Refused(dispute, "agent.not-in-office", "民法典 173", () => dispute.RevokeAgent(Given.Li.Id, agent.Id, Given.On(-8)));
        Given.Refused(dispute, "agent.unknown", "民法典 173", () => dispute.RevokeAgent(Given.Zhang.Id, agent.Id, Given.On(-8)));
        Assert.That(AgentRules.Problem(dispute.File.Parties[1], agent.Id, Given.Today.AddDays(-8)), Is.EqualTo("agent.not-in-office"));
        Assert.That(AgentRules.Problem(dispute.File.Parties[1], agent.Id, Given.Today.AddDays(-9)), Is.Null, "what was signed before stays");
    }
}
