using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Domain.Reports;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>Corrections, steps taken back, entries voided and merged.</summary>
sealed class PuttingRightTests
{
    [Test]
    public void A_correction_keeps_both_values_apart_from_the_facts_when_they_are_personal()
    {
        var dispute = Given.Accepted();

        dispute.Correct("subject", dispute.File with { Subject = "排水纠纷" }, "旧题", "排水纠纷", personal: true, "错别字", Given.On(0));
        dispute.Correct("peopleInvolved", dispute.File with { PeopleInvolved = 3 }, "2", "3", personal: false, "漏登一人", Given.On(0));

        var (personal, plain) = (dispute.News[^2], dispute.News[^1]);
        Assert.That(personal.Facts.ContainsKey("old"), Is.False);
        Assert.That((personal.Personal["old"], personal.Personal["new"]), Is.EqualTo(("旧题", "排水纠纷")));
        Assert.That(((string?)plain.Facts["old"], (string?)plain.Facts["new"]), Is.EqualTo(("2", "3")));
        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.InMediation));
    }

    /// <summary>Domain 5.2: a level is lowered with a reason and an approver.</summary>
    [Test]
    public void Only_the_director_corrects_a_level_down()
    {
        var dispute = new Dispute(Given.Accepted().File with { Level = RiskLevel.Red }, 1);
        void Lower(bool directs) => dispute.Correct("risks", dispute.File with { Level = RiskLevel.Green }, "a", "b", false, "误登", Given.StepAt(Given.Today, Given.Now, directs: directs));

        Given.Refused(dispute, "correction.lowers-level", "domain 5.2", () => Lower(directs: false));
        Lower(directs: true);
        Assert.That(dispute.File.Level, Is.EqualTo(RiskLevel.Green));
    }

    [Test]
    public void The_day_of_receipt_carries_a_new_matter_with_it_and_never_passes_a_step()
    {
        var (fresh, accepted) = (Given.Registered(), Given.Accepted());
        void Receive(Dispute dispute, int day) =>
            dispute.Correct("receivedAt", dispute.File with { ReceivedAt = Given.Now.AddDays(day) }, "a", "b", false, "误登", Given.On(0));

        Receive(fresh, -20);
        fresh.Accept(Given.Case() with { AcceptedOn = Given.Today.AddDays(-19) }, [], Given.On(-19));
        Given.Refused(accepted, "correction.received-after-step", "event dates", () => Receive(accepted, -8));
        Receive(accepted, -20);

        Assert.That(fresh.File.Status, Is.EqualTo(DisputeStatus.InMediation));
        Assert.That(accepted.File.LastStepOn, Is.EqualTo(Given.Today.AddDays(-9)));
    }

    [Test]
    public void A_step_is_taken_back_by_its_author_within_a_day_and_later_by_the_director()
    {
        var before = Given.Accepted().File;
        var dispute = new Dispute(before, 2);
        dispute.Fail([FollowOnChannel.Suit], Given.On(-7));
        var (colleague, later) = (Guid.NewGuid(), Given.Now.AddHours(24).AddSeconds(1));
        Step By(Guid actor, DateTimeOffset now, bool directs = false) => Given.StepAt(Shanghai.DateOf(now), now, null, actor, directs);
        void Reverse(Step step) => dispute.Reverse(before, JournalEvent.MediationFailed, "记错", step);

        Given.Refused(dispute, "reversal.not-author", "putting right", () => Reverse(By(colleague, Given.Now)));
        Given.Refused(dispute, "reversal.not-author", "putting right", () => Reverse(By(Given.Author, later)));
        Reverse(By(Given.Author, Given.Now.AddHours(24)));

        Assert.That(dispute.File, Is.EqualTo(before with { Duplicates = before.Duplicates, Erased = before.Erased }));
        Assert.That(dispute.News[^1].Facts["report"], Is.Not.Null, "the tallies follow the facts of the line");
        var again = new Dispute(before with { Status = DisputeStatus.Unresolved }, 3);
        again.Reverse(before, JournalEvent.MediationFailed, "记错", By(colleague, later, directs: true));
        Assert.That(again.File.Status, Is.EqualTo(DisputeStatus.InMediation));
    }

    /// <summary>Taking one step back does not make the reverser the author of the one before.</summary>
    [Test]
    public void One_reversal_opens_no_other()
    {
        var before = Given.Accepted().File with { LastEntryAt = Given.Now.AddDays(-9) };
        var dispute = new Dispute(before, 2);
        dispute.Fail([FollowOnChannel.Suit], Given.On(-7));

        dispute.Reverse(before, JournalEvent.MediationFailed, "记错", Given.On(0));

        Given.Refused(dispute, "reversal.not-author", "putting right", () => dispute.Reverse(Given.Registered().File, JournalEvent.Accepted, "记错", Given.On(0)));
    }

    [Test]
    public void A_registration_is_voided_not_reversed()
    {
        var dispute = Given.Registered();

        Given.Refused(dispute, "reversal.registration", "putting right", () => dispute.Reverse(dispute.File, JournalEvent.Registered, "练习", Given.On(0)));
    }

    [Test]
    public void Voided_and_merged_entries_leave_every_count()
    {
        var (voided, merged) = (Given.Accepted(), Given.Accepted());

        voided.Void("练习录入", Given.On(0));
        merged.MergeInto(Guid.NewGuid(), "重复登记", Given.On(0));

        foreach (var dispute in (Dispute[])[voided, merged])
        {
            Assert.That(Tallies.Of(dispute.File.Report, Reports.Reporting.Definition), Is.Empty);
            Assert.That(dispute.File.Cases[0].State, Is.EqualTo(CaseState.Voided));
            Assert.That(dispute.File.ClosedAt, Is.EqualTo(Given.Now));
        }
        Assert.That(voided.News[^1].Personal["reason"], Is.EqualTo("练习录入"));
    }

    [Test]
    public void A_handover_under_way_is_called_off_and_comes_back_with_the_reversal()
    {
        var before = Given.Escalated().File;
        var dispute = new Dispute(before, 2);

        dispute.Void("练习录入", Given.On(0));
        Assert.That((dispute.PendingHandover, dispute.File.Handovers[0].State, dispute.File.HolderId), Is.EqualTo(((Handover?)null, HandoverState.Cancelled, Given.Village.Id)));
        dispute.Reverse(before, JournalEvent.Voided, "不是练习", Given.On(0));

        Assert.That((dispute.File.Status, dispute.PendingHandover!.State), Is.EqualTo((DisputeStatus.HandoverPending, HandoverState.Pending)));
        Assert.That(Tallies.Of(dispute.File.Report, Reports.Reporting.Definition), Is.EqualTo(Tallies.Of(before.Report, Reports.Reporting.Definition)));
    }

    [Test]
    public void A_link_is_no_step_of_the_survivor()
    {
        var survivor = Given.Accepted();
        var (author, entered, duplicate) = (survivor.File.LastActor, survivor.File.LastEntryAt, Guid.NewGuid());

        survivor.LinkDuplicate(duplicate, linked: true, Given.StepAt(Given.Today, Given.Now.AddDays(3), null, Guid.NewGuid()));

        Assert.That(survivor.File.Duplicates, Is.EqualTo([duplicate]));
        Assert.That((survivor.File.LastActor, survivor.File.LastEntryAt), Is.EqualTo((author, entered)));
    }

    [Test]
    public void A_reversal_on_the_survivor_keeps_the_link()
    {
        var before = Given.Accepted().File;
        var survivor = new Dispute(before, 2);
        survivor.Fail([FollowOnChannel.Suit], Given.On(-7));
        survivor.LinkDuplicate(Guid.NewGuid(), linked: true, Given.On(0));

        survivor.Reverse(before, JournalEvent.MediationFailed, "记错", Given.On(0));

        Assert.That(survivor.File.Duplicates, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_voided_survivor_lets_go_of_its_duplicate_but_takes_none()
    {
        var survivor = Given.Accepted();
        var duplicate = Guid.NewGuid();
        survivor.LinkDuplicate(duplicate, linked: true, Given.On(0));
        survivor.Void("练习录入", Given.On(0));

        Given.Refused(survivor, "dispute.illegal-move", "lifecycle", () => survivor.LinkDuplicate(Guid.NewGuid(), linked: true, Given.On(0)));
        survivor.LinkDuplicate(duplicate, linked: false, Given.On(0));
        Assert.That(survivor.File.Duplicates, Is.Empty);
    }
}
