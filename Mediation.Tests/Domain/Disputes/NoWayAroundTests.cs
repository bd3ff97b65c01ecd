using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Journal;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>What a guard protects is not reached by another way: naming again, correcting, signing twice, linking from outside.</summary>
sealed class NoWayAroundTests
{
    static readonly Guid Other = Guid.NewGuid();

    /// <summary>若干规定 25: a challenged host who was replaced does not come back, as host or as assistant.</summary>
    [Test]
    public void Whom_a_challenge_removed_stays_away()
    {
        var dispute = Given.Accepted();
        dispute.Challenge(new MediatorChallenge { Id = Guid.NewGuid(), MediatorId = Given.Host, PartyId = Given.Li.Id, Ground = RecusalGround.CloseRelative, RaisedOn = Given.Today.AddDays(-8) }, Given.On(-8));
        dispute.AppointMediators(Other, Given.Village.Id, [], Given.On(-8));

        Given.Refused(dispute, "mediator.replaced", "若干规定 25", () => dispute.AppointMediators(Given.Host, Given.Village.Id, [], Given.On(-8)));
        Given.Refused(dispute, "mediator.replaced", "若干规定 25", () => dispute.AppointMediators(Other, Given.Village.Id, [Given.Host], Given.On(-8)));
    }

    /// <summary>人民调解法 23: the parties answer a declared ground; declaring none afterwards does not.</summary>
    [Test]
    public void A_declared_ground_is_not_talked_away()
    {
        var dispute = Given.Accepted();
        dispute.DeclareInterest(new InterestDeclaration { MediatorId = Given.Host, Ground = RecusalGround.CloseRelative, On = Given.Today.AddDays(-8) }, Given.On(-8));
        dispute.DeclareInterest(new InterestDeclaration { MediatorId = Given.Host, On = Given.Today.AddDays(-8) }, Given.On(-8));

        Given.Refused(dispute, "mediator.interest-not-accepted", "人民调解法 23", () => dispute.HoldSession(Given.Session(SessionResult.Agreed), Given.On(-8)));
    }

    /// <summary>人民调解法 31: a first part without a sum does not perform the whole.</summary>
    [Test]
    public void An_instalment_says_how_much()
    {
        var dispute = Given.Agreed(Given.Oral(Given.Owes(100) with { Instalments = [new(Given.Today, 40), new(Given.Today.AddDays(9), 60)] }));
        var owed = dispute.AgreedCase!.Agreement!.Obligations[0].Id;

        Given.Refused(dispute, "performance.amount-missing", "人民调解法 31", () => dispute.Perform(owed, new PerformanceRecord(Given.Today, null, "收条"), Given.On(0)));
        dispute.Perform(owed, new PerformanceRecord(Given.Today, 40, "收条"), Given.On(0));
        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.Performing));
    }

    /// <summary>电子签名法 13: one drawn receipt proves one performance.</summary>
    [Test]
    public void A_receipt_is_drawn_for_one_performance()
    {
        var receipt = new DrawnSignature { Id = Guid.NewGuid(), Purpose = StrokePurpose.Receipt, PartyId = Given.Zhang.Id, SignedAt = Given.Now };
        var dispute = Given.Agreed(Given.Oral(Given.Owes(100) with { CreditorId = Given.Zhang.Id, DebtorId = Given.Li.Id }));
        dispute.DrawSignature(receipt, "x", Given.On(0));
        var owed = dispute.AgreedCase!.Agreement!.Obligations[0].Id;
        dispute.Perform(owed, new PerformanceRecord(Given.Today, 40, null) { StrokeId = receipt.Id }, Given.On(0));

        Given.Refused(dispute, "performance.receipt-used", "电子签名法 13",
            () => dispute.Perform(owed, new PerformanceRecord(Given.Today, 60, null) { StrokeId = receipt.Id }, Given.On(0)));
        Assert.That(dispute.File.Strokes.Single().CaseId, Is.EqualTo(dispute.AgreedCase!.Id), "a drawing belongs to the case in which it was made");
    }

    /// <summary>民事诉讼法 56: nobody gives up the claim of people who are only counted, and a new name is a new person.</summary>
    [Test]
    public void A_claim_is_given_up_by_people_who_are_named()
    {
        var one = new GroupMember { Id = Guid.NewGuid(), Name = "王试甲" };
        PartyGroup Group(int heads, GroupMember member) => new() { Id = Other, Side = PartySide.Applicant, HeadCount = heads, Members = [member], RepresentativeIds = [Given.Zhang.Id] };
        var dispute = Given.Accepted();
        dispute.ChangeGroup(Group(50, one), Given.On(-8));
        dispute.Waive(Other, one.Id, Given.Today.AddDays(-8), Given.On(-8));
        var waiving = Given.Written() with { WaivesClaims = true, Bindings = [new(one.Id, Binding.Authorised, null)] };

        Given.Refused(dispute, "waiver.unnamed", "民事诉讼法 56", () => dispute.Agree(waiving, Given.On(-7)));
        Given.Refused(dispute, "spot.group", "民事诉讼法 56", () => dispute.SettleOnTheSpot(dispute.OpenCase!, "和好", [], false, Given.On(-7)));
        dispute.ChangeGroup(Group(1, one with { Name = "王试乙" }), Given.On(-8));
        Given.Refused(dispute, "waiver.own-yes-missing", "民事诉讼法 56", () => dispute.Agree(waiving, Given.On(-7)));
    }

    /// <summary>民法典 35: a guardian who is corrected onto the other side is one with opposed interest.</summary>
    [Test]
    public void A_guardian_is_looked_at_again_before_the_agreement()
    {
        var guardian = Given.Named("张试母", PartySide.Applicant);
        var ward = Given.Zhang with { Capacity = PartyCapacity.Minor };
        var dispute = Given.Accepted(change: file => file with
        {
            Parties = [ward with { GuardianName = "张试母", Guardian = new Guardian { Name = "张试母", Relation = GuardianRelation.Parent, PartyId = guardian.Id, NamedOn = Given.Today.AddDays(-9) } }, guardian with { Side = PartySide.Respondent }, Given.Li],
        });

        Given.Refused(dispute, "guardian.opposed-interest", "民法典 35", () => dispute.Agree(Given.Oral(), Given.On(-7)));
    }

    /// <summary>反家庭暴力法 14, 29: a mark of violence and a victim's protection are not corrected away by one mediator.</summary>
    [Test]
    public void Protection_is_taken_away_by_the_director_only()
    {
        var dispute = Given.Registered(change: file => file with { Risks = [Risk.Death, Risk.DomesticViolence], Level = RiskLevel.Red, Parties = [Given.Zhang with { Protected = true }, Given.Li] });
        void Correct(DisputeFile corrected, Step step) => dispute.Correct("risks", corrected, null, null, false, "误登", step);
        var unmarked = dispute.File with { Risks = [Risk.Death] };
        var open = dispute.File with { Parties = [Given.Zhang, Given.Li] };

        Given.Refused(dispute, "correction.drops-report-duty", "反家庭暴力法 14", () => Correct(unmarked, Given.On(0)));
        Given.Refused(dispute, "correction.drops-protection", "反家庭暴力法 29", () => Correct(open, Given.On(0)));
        Correct(unmarked, Given.StepAt(Given.Today, Given.Now, directs: true));
        Assert.That(dispute.File.Risks, Is.EqualTo([Risk.Death]));
    }

    /// <summary>Whoever registers a relapse elsewhere does not become the author of the settled matter's last step.</summary>
    [Test]
    public void A_link_from_outside_takes_no_step_over()
    {
        var dispute = Given.Closed();
        var (author, entered) = (dispute.File.LastActor, dispute.File.LastEntryAt);

        dispute.LinkRelapse(Other, Given.StepAt(Given.Today, Given.Now.AddDays(90), actor: Guid.NewGuid()));

        Assert.That((dispute.File.LastActor, dispute.File.LastEntryAt, dispute.News[^1].Event), Is.EqualTo((author, entered, JournalEvent.RelapseLinked)));
        Assert.That(dispute.File.Relapses, Is.EqualTo([Other]));
    }
}
