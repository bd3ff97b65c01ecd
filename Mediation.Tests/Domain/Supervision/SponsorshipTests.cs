using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Domain.Supervision;
using Mediation.Tests.Domain.Disputes;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Supervision;

/// <summary>Every major dispute and long petition has leader, unit and person (公开信 8), and leaves the ledger by proof (domain 5.3).</summary>
sealed class SponsorshipTests
{
    static readonly Sponsorship Whole = new() { LeaderName = "周某某", LeaderPost = "副区长", LeaderTier = Tier.District, Unit = "区住建局", Person = "钱某某", AcceptedOn = Given.Today.AddDays(-9) };

    static Attachment Photo => new()
    {
        Id = Guid.NewGuid(), Kind = AttachmentKind.Photo, Name = "回访照片.jpg", Sha256 = "00", MediaType = "image/jpeg", Length = 1, Pages = 1, OrganisationId = Given.Village.Id,
        On = Given.Today,
    };

    static Dispute Major(Func<Dispute>? given = null)
    {
        var dispute = (given ?? (() => Given.Registered()))();
        dispute.MarkLedger(LedgerKind.Major, "涉及多户", Given.On(0));
        return dispute;
    }

    [Test]
    public void What_is_put_on_the_ledger_counts_as_major_contract_3()
    {
        var dispute = Major();

        Assert.That((dispute.File.Report.Major, MajorLedger.Holds(dispute.File)), Is.EqualTo((true, true)));
        Assert.That(MajorLedger.Gaps(dispute.File), Is.EqualTo(new[] { SponsorshipGap.Leader, SponsorshipGap.Unit, SponsorshipGap.Person }));
        Given.Refused(dispute, "ledger.marked", "domain 5.3", () => dispute.MarkLedger(LedgerKind.Major, "又一次", Given.On(0)));
        dispute.MarkLedger(LedgerKind.LongPetition, "信访积案", Given.On(0));
    }

    [Test]
    public void Only_what_stands_on_the_ledger_has_a_sponsor_and_the_journal_holds_no_name_letter_8()
    {
        var (plain, major) = (Given.Registered(), Major());

        Given.Refused(plain, "sponsorship.not-on-ledger", "公开信 8", () => plain.Sponsor(Whole, Given.On(0)));
        Given.Refused(major, "sponsorship.none", "公开信 8", () => major.AdvanceSponsorship(SponsorshipStage.UnderWay, null, null, Given.On(0)));
        major.Sponsor(Whole with { Unit = null }, Given.On(0));
        Assert.That(MajorLedger.Gaps(major.File), Is.EqualTo(new[] { SponsorshipGap.Unit }));
        major.Sponsor(Whole, Given.On(0));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(MajorLedger.Gaps(major.File), Is.Empty);
            Assert.That(major.News[^1].Facts.ToJsonString(), Does.Not.Contain("周某某"));
            Assert.That(major.News[^1].Personal["supervision.leader"], Is.EqualTo("周某某 副区长"));
            Assert.That(major.News.Skip(1).Any(line => line.Event.IsStep), Is.False, "nothing of it is taken back with a step");
            Assert.That(OversightErasure.Without(major.File.Oversight).Sponsorship, Is.EqualTo(major.File.Oversight.Sponsorship! with
            {
                LeaderName = "已依法删除",
                LeaderPost = "已依法删除",
                Unit = "已依法删除",
                Person = "已依法删除",
            }).Using<Sponsorship>((one, other) => one.LeaderName == other.LeaderName && one.Unit == other.Unit && one.IsComplete == other.IsComplete));
        }
    }

    [Test]
    public void A_leader_visits_and_confirms_what_has_ended_and_closes_no_case_domain_12()
    {
        var dispute = Major(() => Given.Agreed(Given.Oral(Given.Owes(100))));
        dispute.Sponsor(Whole, Given.On(0));

        Given.Refused(dispute, "sponsorship.visit-before-acceptance", "event dates", () => dispute.RecordSponsorVisit(new(Given.Today.AddDays(-10), SponsorVisitKind.Visit, "走访"), Given.On(0)));
        dispute.RecordSponsorVisit(new(Given.Today, SponsorVisitKind.Reception, "接访"), Given.On(0));
        Assert.That(dispute.File.Oversight.Sponsorship!.Stage, Is.EqualTo(SponsorshipStage.UnderWay));
        Given.Refused(dispute, "sponsorship.not-ended", "domain 5.3", () => dispute.AdvanceSponsorship(SponsorshipStage.Confirmed, "已化解", "周某某", Given.On(0)));
        dispute.Perform(dispute.AgreedCase!.Agreement!.Obligations[0].Id, new PerformanceRecord(Given.Today.AddDays(-6), 100, null), Given.On(-6));
        Given.Refused(dispute, "sponsorship.result-missing", "domain 5.3", () => dispute.AdvanceSponsorship(SponsorshipStage.Resolved, null, null, Given.On(0)));
        Given.Refused(dispute, "sponsorship.confirmer-missing", "domain 5.3", () => dispute.AdvanceSponsorship(SponsorshipStage.Confirmed, "已化解", null, Given.On(0)));
        dispute.AdvanceSponsorship(SponsorshipStage.Confirmed, "已化解", "周某某", Given.On(0));

        Assert.That((dispute.File.Status, dispute.File.LastStepOn), Is.EqualTo((DisputeStatus.Performed, Given.Today.AddDays(-6))));
    }

    [Test]
    public void The_ledger_is_left_when_it_ended_was_looked_after_and_is_proved_and_a_higher_tier_approves_domain_5_3()
    {
        var dispute = Major(() => Given.Performed());
        void Clear(Tier approver, params Guid[] proof) => dispute.ClearLedger(new LedgerClearance(Given.Today, Given.Town.Id, proof, null), approver, Given.On(0));

        Given.Refused(dispute, "clearance.not-ended", "domain 5.3", () => Clear(Tier.Town));
        dispute.Close(Given.On(-5));
        Given.Refused(dispute, "clearance.follow-up-missing", "domain 5.3", () => Clear(Tier.Town));
        dispute.FollowUp(new FollowUpRecord(Given.Today.AddDays(-4), FollowUpForm.Phone, true, false, 5, "无反复"), Given.On(-4));
        Given.Refused(dispute, "clearance.proof-missing", "domain 5.3", () => Clear(Tier.Town));
        Given.Refused(dispute, "attachment.unknown", "domain 5.3", () => Clear(Tier.Town, Guid.NewGuid()));
        var photo = Photo;
        dispute.Attach(photo, null, false, Given.On(0));
        Given.Refused(dispute, "clearance.approver-tier", "domain 5.3", () => Clear(Tier.Village, photo.Id));
        Clear(Tier.Town, photo.Id);
        Assert.That((MajorLedger.Holds(dispute.File), dispute.File.Report.Major), Is.EqualTo((false, true)), "it stays major in the report");

        dispute.Reopen("反悔", Given.On(0));
        Assert.That(MajorLedger.Holds(dispute.File), Is.True);
        Assert.That(MajorLedger.Missing(dispute.File, 1), Is.EqualTo(new[] { ClearanceNeed.Ended, ClearanceNeed.FollowedUp }), "looked after anew");
    }

    [Test]
    public void What_the_district_handled_itself_is_cleared_with_the_paper_of_the_office_above_domain_5_3()
    {
        var file = Given.File() with { Tier = Tier.District, Status = DisputeStatus.Closed, ClosedOn = Given.Today, Attachments = [Photo], FollowUps = [new(Given.Today, FollowUpForm.Visit, true, false, null, null)] };
        var dispute = new Dispute(file with { Report = file.Report with { Major = true } }, 5);
        var clearance = new LedgerClearance(Given.Today, Given.District.Id, [file.Attachments[0].Id], null);

        Given.Refused(dispute, "clearance.approver-tier", "domain 5.3", () => dispute.ClearLedger(clearance, Tier.District, Given.On(0)));
        dispute.ClearLedger(clearance with { ApprovedAbove = "市委政法委〔2026〕12号" }, Tier.District, Given.On(0));
    }

    [Test]
    public void A_reversal_keeps_what_those_above_did()
    {
        var dispute = Given.Registered();
        var before = dispute.File;
        dispute.Accept(Given.Case(), Given.Told(dispute), Given.On(-9));
        dispute.MarkLedger(LedgerKind.Major, "涉及多户", Given.On(0));

        dispute.Reverse(before, JournalEvent.Accepted, "误点", Given.On(0));

        Assert.That((dispute.File.Status, dispute.File.Report.Major, dispute.File.Oversight.Major), Is.EqualTo((DisputeStatus.Registered, true, new LedgerMark(Given.Today, "涉及多户"))));
    }
}
