using Mediation.Core.Domain.Disputes;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>What an agreement may hold: parts that sum up, a sheet on which everybody stands once, and nobody's claim given up by somebody else.</summary>
sealed class AgreementContentTests
{
    static readonly GroupMember Chen = new() { Id = Guid.NewGuid(), Name = "陈试甲", WaivedOn = Given.Today.AddDays(-8) };
    static readonly GroupMember Wu = new() { Id = Guid.NewGuid(), Name = "吴试乙" };

    /// <summary>条例 39: told of confirmation, or no written medical agreement.</summary>
    [Test]
    public void A_medical_agreement_tells_of_judicial_confirmation_article_39()
    {
        var dispute = Given.Accepted(DisputeType.Medical);

        Given.Refused(dispute, "confirmation.not-told", "医疗纠纷预防和处理条例 39",
            () => dispute.Agree(Given.Written() with { ConfirmationTold = false }, Given.On(-7)));
    }

    [TestCase(30, 69.99, 5, 20, "obligation.instalments-sum", "人民调解法 29")]
    [TestCase(30, 70, 20, 5, "obligation.instalments-order", "人民调解法 29")]
    [TestCase(30, 70, -8, 5, "obligation.due-before-agreement", "event dates")]
    [TestCase(30, 70, 5, 20, null, null)]
    public void Instalments_sum_up_and_follow_each_other(double first, double second, int firstDue, int secondDue, string? code, string? rule)
    {
        var dispute = Given.Accepted();
        var agreement = Given.Oral(Given.Owes(100) with
        {
            Instalments = [new(Given.Today.AddDays(firstDue), (decimal)first), new(Given.Today.AddDays(secondDue), (decimal)second)],
        });

        if (code is not null)
            Given.Refused(dispute, code, rule!, () => dispute.Agree(agreement, Given.On(-7)));
        else
            dispute.Agree(agreement, Given.On(-7));
        Assert.That(dispute.File.Status, Is.EqualTo(code is null ? DisputeStatus.Agreed : DisputeStatus.InMediation));
    }

    [Test]
    public void Something_without_an_amount_has_no_instalments()
    {
        var dispute = Given.Accepted();

        Given.Refused(dispute, "obligation.instalments-sum", "人民调解法 29",
            () => dispute.Agree(Given.Oral(Given.Owes(null) with { Instalments = [new(Given.Today, 1)] }), Given.On(-7)));
    }

    /// <summary>人民调解法 29 and 民法典 465: shares sum up, once each, and only of who is bound.</summary>
    [Test]
    public void Shares_of_a_group_sum_up_and_are_of_those_who_are_bound()
    {
        var dispute = WithGroup();
        void Agree(params MemberShare[] shares) => dispute.Agree(Joint(Binding.NotBound, Given.Owes(100) with { Shares = shares }), Given.On(-7));

        Given.Refused(dispute, "obligation.shares-sum", "人民调解法 29", () => Agree(new MemberShare(Chen.Id, 99.99m)));
        Given.Refused(dispute, "obligation.share-twice", "人民调解法 29", () => Agree(new(Chen.Id, 50), new(Chen.Id, 50)));
        Given.Refused(dispute, "member.unknown", "parties", () => Agree(new MemberShare(Guid.NewGuid(), 100)));
        Given.Refused(dispute, "obligation.share-not-bound", "民法典 465", () => Agree(new(Chen.Id, 50), new(Wu.Id, 50)));
        Agree(new MemberShare(Chen.Id, 100));
        Assert.That(dispute.AgreedCase!.Agreement!.Obligations[0].Shares, Has.Count.EqualTo(1));
    }

    /// <summary>人民调解法 29, 民事诉讼法 56: everybody of the group once, signed with a day, authorised only where somebody may speak.</summary>
    [Test]
    public void Everybody_of_a_group_stands_on_the_sheet_once()
    {
        var dispute = WithGroup(representatives: []);
        void Agree(params MemberBinding[] sheet) => dispute.Agree(Given.Written() with { Bindings = sheet }, Given.On(-7));
        var (chen, wu) = (new MemberBinding(Chen.Id, Binding.Signed, Given.Today.AddDays(-7)), new MemberBinding(Wu.Id, Binding.NotBound, null));

        Given.Refused(dispute, "binding.incomplete", "人民调解法 29", () => Agree());
        Given.Refused(dispute, "binding.incomplete", "人民调解法 29", () => Agree(chen));
        Given.Refused(dispute, "binding.twice", "人民调解法 29", () => Agree(chen, wu, wu));
        Given.Refused(dispute, "binding.undated", "人民调解法 29", () => Agree(chen with { On = null }, wu));
        Given.Refused(dispute, "date.in-future", "event dates", () => Agree(chen with { On = Given.Today.AddDays(2) }, wu));
        Given.Refused(dispute, "binding.no-representative", "民事诉讼法 56", () => Agree(chen, wu with { Binding = Binding.Authorised }));
        Agree(chen, wu);
        Assert.That(dispute.AgreedCase!.Agreement!.Bindings, Has.Count.EqualTo(2));
    }

    /// <summary>民事诉讼法 56, domain 12: a representative gives up nobody else's claim.</summary>
    [Test]
    public void A_claim_is_given_up_by_an_own_yes_article_56()
    {
        var dispute = WithGroup();
        var waiving = Joint(Binding.Authorised) with { WaivesClaims = true };

        Given.Refused(dispute, "waiver.own-yes-missing", "民事诉讼法 56", () => dispute.Agree(waiving, Given.On(-7)));
        Given.Refused(dispute, "waiver.own-yes-missing", "民事诉讼法 56",
            () => dispute.Agree(waiving with { Bindings = [new(Chen.Id, Binding.Authorised, null), new(Wu.Id, Binding.NotBound, null)], ReachedOn = Given.Today.AddDays(-9) }, Given.On(-7)));
        dispute.Agree(Joint(Binding.NotBound) with { WaivesClaims = true }, Given.On(-7));
        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.Agreed), "陈 waived in person the day before, 吴 is not bound");
    }

    /// <summary>民事诉讼法 62, by analogy: on the day, and with special authority, because an agreement settles.</summary>
    [Test]
    public void An_agent_signs_within_the_authority()
    {
        var agent = new Agent { Id = Guid.NewGuid(), Name = "郑试丙", Scope = AgentScope.Special, From = Given.Today.AddDays(-8), RevokedOn = Given.Today.AddDays(-6) };
        var clerk = agent with { Id = Guid.NewGuid(), Scope = AgentScope.General };
        var dispute = Given.Accepted(change: file => file with { Parties = [Given.Zhang, Given.Li with { Agents = [agent, clerk] }] });
        Agreement Signed(int day, Agent? by = null) =>
            Given.Written() with { Signatures = [new(Given.Li.Id, SignatureKind.Signed, Given.Today.AddDays(day), AgentId: (by ?? agent).Id)] };

        foreach (var day in (int[])[-9, -6])
            Given.Refused(dispute, "agent.not-in-office", "民事诉讼法 62", () => dispute.Agree(Signed(day), Given.On(-5)));
        Given.Refused(dispute, "agent.general-scope", "民事诉讼法 62", () => dispute.Agree(Signed(-7, clerk), Given.On(-7)));
        dispute.Agree(Signed(-7), Given.On(-7));
        Assert.That(dispute.AgreedCase!.Agreement!.Signatures[0].AgentId, Is.EqualTo(agent.Id));
    }

    /// <summary>民法典 23: the guardian is the statutory agent.</summary>
    [Test]
    public void A_guardian_signs_for_the_ward_article_23()
    {
        var ward = Given.Li with { Capacity = PartyCapacity.Minor, Guardian = new Guardian { Name = "李试父", Relation = GuardianRelation.Parent, NamedOn = Given.Today.AddDays(-8) } };
        var dispute = Given.Accepted(change: file => file with { Parties = [Given.Zhang, ward] });
        Agreement Signed(Party party, int day, bool byGuardian) => Given.Written() with { Signatures = [new(party.Id, SignatureKind.Signed, Given.Today.AddDays(day), ByGuardian: byGuardian)] };

        Given.Refused(dispute, "guardian.must-sign", "民法典 23", () => dispute.Agree(Signed(ward, -7, false), Given.On(-7)));
        Given.Refused(dispute, "guardian.not-named", "民法典 23", () => dispute.Agree(Signed(ward, -9, true), Given.On(-7)));
        Given.Refused(dispute, "guardian.not-named", "民法典 23", () => dispute.Agree(Signed(Given.Zhang, -7, true), Given.On(-7)));
        dispute.Agree(Signed(ward, -7, true), Given.On(-7));
        Assert.That(dispute.AgreedCase!.Agreement!.Signatures, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_members_mark_is_on_the_own_side_and_does_not_sign_for_the_party()
    {
        var dispute = WithGroup();
        Agreement Marked(Party party) => Joint(Binding.NotBound) with
        {
            Signatures = [new(party.Id, SignatureKind.Fingerprint, Given.Today.AddDays(-7), MemberId: Chen.Id)],
            MediatorSignedOn = Given.Today,
            SealedOn = Given.Today,
        };

        Given.Refused(dispute, "member.other-side", "人民调解法 29", () => dispute.Agree(Marked(Given.Li), Given.On(-7)));
        dispute.Agree(Marked(Given.Zhang).SignedBy((Given.Li, -7)), Given.On(-7));
        Assert.That(dispute.AgreedCase!.Agreement!.EffectiveOn([Given.Zhang, Given.Li]), Is.Null, "张 herself has not signed");
    }

    /// <summary>Domain 6: one number, and -2 for the second agreement under it.</summary>
    [Test]
    public void The_second_agreement_of_a_case_bears_its_number_with_a_two()
    {
        var dispute = Given.Closed();
        dispute.Reopen("双方同意再次调解。", Given.On(-4));
        dispute.Accept(Given.Case() with { AcceptedOn = Given.Today.AddDays(-4) }, [], Given.On(-4));
        dispute.Agree(Given.Oral() with { ReachedOn = Given.Today.AddDays(-3) }, Given.On(-3));

        Assert.That(dispute.File.Cases.Select(c => c.Agreement!.Number), Is.EqualTo([null, "（2026）海口村人调字第1号-2"]));
    }

    /// <summary>若干规定 34 and domain 12: writing is advised where something is left to do or the matter is hot, never forced.</summary>
    [TestCase(false, RiskLevel.Green, true)]
    [TestCase(true, RiskLevel.Green, false)]
    [TestCase(true, RiskLevel.Yellow, true)]
    public void Writing_is_advised_by_a_warning(bool atOnce, RiskLevel level, bool warns)
    {
        var owed = Given.Owes(100) with { Performances = atOnce ? [new(Given.Today.AddDays(-7), 100, null)] : [] };
        var dispute = Given.Agreed(Given.Oral(owed), change: file => file with { Level = level });

        Assert.That(DisputeWarnings.Of(dispute.File, Given.Now).Any(w => w.Code == "agreement.writing-advised"), Is.EqualTo(warns));
    }

    static Agreement Joint(Binding wu, params Obligation[] obligations) => Given.Written(obligations) with
    {
        Bindings = [new(Chen.Id, Binding.Authorised, null), new(Wu.Id, wu, null)],
    };

    static Dispute WithGroup(Guid[]? representatives = null) => Given.Accepted(change: file => file with
    {
        Groups = [new PartyGroup { Id = Guid.NewGuid(), Side = PartySide.Applicant, HeadCount = 2, Members = [Chen, Wu], RepresentativeIds = representatives ?? [Given.Zhang.Id] }],
    });
}
