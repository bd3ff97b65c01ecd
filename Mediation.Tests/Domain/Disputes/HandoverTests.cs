using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Reports;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>Between the tiers (domain 7): who answers, where a matter may go, and who decides when nobody wants it.</summary>
sealed class HandoverTests
{
    /// <summary>首问负责: whoever took it first answers until somebody else has taken it.</summary>
    [Test]
    public void The_sender_answers_until_the_receiver_accepts()
    {
        var dispute = Given.Escalated();
        Assert.That((dispute.File.ResponsibleId, dispute.File.HolderId, dispute.File.Tier), Is.EqualTo((Given.Village.Id, Given.Town.Id, Tier.Village)));

        dispute.AcceptHandover(Given.On(-7));

        Assert.That((dispute.File.ResponsibleId, dispute.File.HolderId, dispute.File.Tier), Is.EqualTo((Given.Town.Id, Given.Town.Id, Tier.Town)));
        Assert.That(dispute.File.Report.Moves, Is.EqualTo([new TierMove(Given.Today.AddDays(-7), Tier.Town)]));
    }

    [Test]
    public void Sending_up_ends_the_villages_case_as_moved_up_which_is_no_conclusion()
    {
        var dispute = Given.Accepted();

        dispute.Escalate(Guid.NewGuid(), Given.Village, Given.Town, EscalationReason.PartyRequest, Given.Rules, Given.On(-8));

        Assert.That(dispute.File.Cases[0].State, Is.EqualTo(CaseState.MovedUp));
        Assert.That(dispute.File.Report.Conclusions, Is.Empty);
    }

    [Test]
    public void A_refused_matter_is_back_on_the_senders_desk()
    {
        var dispute = Given.Escalated(EscalationReason.Amount);

        dispute.RefuseHandover(HandoverRefusal.NotRipe, Guid.NewGuid(), Given.District, Given.Rules, Given.On(-7));

        Assert.That((dispute.File.Status, dispute.File.HolderId, dispute.PendingHandover), Is.EqualTo((DisputeStatus.Registered, Given.Village.Id, (Handover?)null)));
        Assert.That(dispute.File.Handovers[0], Has.Property("State").EqualTo(HandoverState.Refused).And.Property("Refusal").EqualTo(HandoverRefusal.NotRipe));
    }

    /// <summary>Domain 12: a party may ask for the town without having tried the village.</summary>
    [Test]
    public void Not_ripe_is_no_answer_to_a_partys_own_request()
    {
        var dispute = Given.Escalated(EscalationReason.PartyRequest);

        Given.Refused(dispute, "refusal.not-ripe-against-party", "domain 12",
            () => dispute.RefuseHandover(HandoverRefusal.NotRipe, Guid.NewGuid(), Given.District, Given.Rules, Given.On(-7)));
        dispute.RefuseHandover(HandoverRefusal.MaterialsMissing, Guid.NewGuid(), Given.District, Given.Rules, Given.On(-7));
        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.Registered));
    }

    /// <summary>信访工作条例 24 by analogy: after two refusals in a row the next higher centre decides, and the highest cannot refuse.</summary>
    [Test]
    public void Two_refusals_in_a_row_go_to_the_next_higher_centre()
    {
        var dispute = Given.Escalated();
        dispute.RefuseHandover(HandoverRefusal.MaterialsMissing, Guid.NewGuid(), Given.District, Given.Rules, Given.On(-7));
        dispute.Escalate(Guid.NewGuid(), Given.Village, Given.Town, EscalationReason.PartyRequest, Given.Rules, Given.On(-6));
        var forwarded = Guid.NewGuid();
        dispute.RefuseHandover(HandoverRefusal.OutsideCompetence, forwarded, Given.District, Given.Rules, Given.On(-5));

        Assert.That((dispute.File.Status, dispute.File.HolderId, dispute.File.ResponsibleId), Is.EqualTo((DisputeStatus.HandoverPending, Given.District.Id, Given.Village.Id)));
        Assert.That(dispute.PendingHandover, Has.Property("Id").EqualTo(forwarded).And.Property("ToTier").EqualTo(Tier.District));
        Given.Refused(dispute, "refusal.top-decides", "domain 7",
            () => dispute.RefuseHandover(HandoverRefusal.OutsideCompetence, Guid.NewGuid(), null, Given.Rules, Given.On(-4)));
        dispute.AcceptHandover(Given.On(-4));
        Assert.That(dispute.File.Tier, Is.EqualTo(Tier.District));
    }

    [Test]
    public void An_acceptance_in_between_breaks_the_row()
    {
        var dispute = Given.Escalated();
        dispute.RefuseHandover(HandoverRefusal.MaterialsMissing, Guid.NewGuid(), Given.District, Given.Rules, Given.On(-7));
        dispute.Escalate(Guid.NewGuid(), Given.Village, Given.Town, EscalationReason.PartyRequest, Given.Rules, Given.On(-6));
        dispute.AcceptHandover(Given.On(-6));
        dispute.Escalate(Guid.NewGuid(), Given.Town, Given.District, EscalationReason.CrossTown, Given.Rules, Given.On(-5));

        dispute.RefuseHandover(HandoverRefusal.MaterialsMissing, Guid.NewGuid(), null, Given.Rules, Given.On(-5));

        Assert.That((dispute.File.Status, dispute.File.HolderId), Is.EqualTo((DisputeStatus.Registered, Given.Town.Id)));
    }

    /// <summary>越级 only by rule: every reason, from the village straight to the district.</summary>
    [TestCaseSource(nameof(Reasons))]
    public void A_tier_is_passed_over_only_for_a_reason_that_the_rules_name(EscalationReason reason)
    {
        var dispute = Given.Unresolved();
        var red = new Dispute(dispute.File with { Level = RiskLevel.Red, Cases = [.. dispute.File.Cases.Select(c => c with { Sessions = [Given.Session(SessionResult.NotAgreed)] })] }, 1);
        void Escalate() => red.Escalate(Guid.NewGuid(), Given.Village, Given.District, reason, Given.Rules, Given.On(-6));

        if (Given.Rules.SkipLevelReasons.Contains(reason))
            Assert.That(Escalate, Throws.Nothing);
        else
            Given.Refused(red, "escalation.skips-level", "domain 7", Escalate);
    }

    static IEnumerable<EscalationReason> Reasons => Enum.GetValues<EscalationReason>();

    [Test]
    public void An_escalation_goes_up_or_to_the_sector_that_takes_the_type()
    {
        var town = Given.AtTown();
        var medical = Given.Registered(DisputeType.Medical);
        void Send(Dispute dispute, Desk from, Desk to, EscalationReason reason) => dispute.Escalate(Guid.NewGuid(), from, to, reason, Given.Rules, Given.On(-7));

        Given.Refused(town, "escalation.not-up", "domain 7", () => Send(town, Given.Town, Given.Village, EscalationReason.PartyRequest));
        Given.Refused(town, "escalation.not-up", "domain 7", () => Send(town, Given.Town, Given.Town with { Id = Guid.NewGuid() }, EscalationReason.PartyRequest));
        Given.Refused(town, "escalation.sector-not-competent", "人民调解法 34", () => Send(town, Given.Town, Given.MedicalSector, EscalationReason.SectorCompetence));
        Given.Refused(medical, "escalation.sector-not-competent", "人民调解法 34", () => Send(medical, Given.Village, Given.LabourSector, EscalationReason.SectorCompetence));
        Send(medical, Given.Village, Given.MedicalSector, EscalationReason.SectorCompetence);
        Assert.That(medical.File.HolderId, Is.EqualTo(Given.MedicalSector.Id));
    }

    /// <summary>首调首处: who claims failed attempts has made one; who claims red has a red matter (domain 5.2).</summary>
    [Test]
    public void A_reason_that_the_file_contradicts_is_refused()
    {
        var (untried, tried) = (Given.Accepted(), Given.Accepted());
        tried.HoldSession(Given.Session(SessionResult.NotAgreed), Given.On(-8));
        void Send(Dispute dispute, EscalationReason reason) => dispute.Escalate(Guid.NewGuid(), Given.Village, Given.Town, reason, Given.Rules, Given.On(-7));

        Given.Refused(untried, "escalation.no-attempt", "首调首处", () => Send(untried, EscalationReason.FailedAttempts));
        Given.Refused(untried, "escalation.not-red", "domain 5.2", () => Send(untried, EscalationReason.RedLevel));
        Send(tried, EscalationReason.FailedAttempts);
        Assert.That(tried.File.Status, Is.EqualTo(DisputeStatus.HandoverPending));
    }

    /// <summary>Domain 7: not what came up for a conflict of interest, not what is red, not where the attempts are used up.</summary>
    [Test]
    public void What_must_not_go_down_stays()
    {
        var conflict = Given.AtTown(EscalationReason.ConflictOfInterest);
        var red = Given.AtTown(change: file => file with { Level = RiskLevel.Red });
        var tried = Given.AtTown();
        var exhausted = new Dispute(tried.File with { Cases = [Given.Case() with { Sessions = [.. Enumerable.Repeat(Given.Session(SessionResult.NotAgreed), 3)] }] }, 1);

        Given.Refused(conflict, "return.forbidden-reason", "domain 7", () => Return(conflict, ReturnReason.NotAttempted));
        Given.Refused(red, "return.red", "domain 7", () => Return(red, ReturnReason.SingleVillage));
        Given.Refused(exhausted, "return.attempts-exhausted", "domain 7", () => Return(exhausted, ReturnReason.NotAttempted));
        Return(tried, ReturnReason.NotAttempted);
        Assert.That((tried.File.Status, tried.File.HolderId), Is.EqualTo((DisputeStatus.HandoverPending, Given.Village.Id)));
    }

    [Test]
    public void A_return_goes_down_and_a_sector_committee_gives_back_to_its_centre()
    {
        var dispute = Given.AtTown();
        var sector = Given.Registered(DisputeType.Medical);
        sector.Escalate(Guid.NewGuid(), Given.Village, Given.MedicalSector, EscalationReason.SectorCompetence, Given.Rules, Given.On(-8));
        sector.AcceptHandover(Given.On(-8));

        Given.Refused(dispute, "return.not-down", "domain 7",
            () => dispute.Return(Guid.NewGuid(), Given.Town, Given.District, ReturnReason.NotAttempted, Given.Rules, Given.On(-7)));
        Given.Refused(dispute, "return.not-down", "domain 7",
            () => dispute.Return(Guid.NewGuid(), Given.Town, Given.Town with { Id = Guid.NewGuid() }, ReturnReason.NotAttempted, Given.Rules, Given.On(-7)));
        sector.Return(Guid.NewGuid(), Given.MedicalSector, Given.District, ReturnReason.NotAttempted, Given.Rules, Given.On(-7));
        Assert.That(sector.File.HolderId, Is.EqualTo(Given.District.Id));
    }

    [Test]
    public void What_is_agreed_goes_down_to_be_performed_and_stays_agreed()
    {
        var dispute = Given.Agreed(Given.Oral(Given.Owes(100)), desk: Given.Town);
        dispute = new Dispute(dispute.File with { Tier = Tier.Town, ResponsibleId = Given.Town.Id, HolderId = Given.Town.Id }, 1);
        Given.Refused(dispute, "dispute.illegal-move", "lifecycle", () => Return(dispute, ReturnReason.NotAttempted));

        Return(dispute, ReturnReason.PerformanceOnly);
        Assert.That(dispute.AgreedCase, Is.Not.Null, "on its way the agreement holds");
        dispute.AcceptHandover(Given.On(-6));

        Assert.That((dispute.File.Status, dispute.File.ResponsibleId, dispute.AgreedCase!.OrganisationId), Is.EqualTo((DisputeStatus.Performing, Given.Village.Id, Given.Town.Id)));
    }

    [Test]
    public void What_is_red_is_not_sent_down_even_to_be_performed()
    {
        var agreed = Given.Agreed(Given.Oral(Given.Owes(100)), desk: Given.Town).File;
        var dispute = new Dispute(agreed with { Tier = Tier.Town, ResponsibleId = Given.Town.Id, HolderId = Given.Town.Id, Level = RiskLevel.Red }, 1);

        Given.Refused(dispute, "return.red", "domain 7", () => Return(dispute, ReturnReason.PerformanceOnly));
    }

    [Test]
    public void Nothing_is_sent_to_where_it_is()
    {
        var dispute = Given.Registered();

        Given.Refused(dispute, "handover.to-self", "domain 7", () => dispute.RouteTo(Guid.NewGuid(), Given.Village, Given.Village, Given.On(-10)));
    }

    static void Return(Dispute dispute, ReturnReason reason) =>
        dispute.Return(Guid.NewGuid(), Given.Town, Given.Village, reason, Given.Rules, Given.On(-6));
}
