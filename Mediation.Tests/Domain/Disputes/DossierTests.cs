using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Domain.Papers;
using NUnit.Framework;
using static Mediation.Tests.Domain.Papers.DossierCatalogueTests;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>Attaching, archiving and reviewing.</summary>
sealed class DossierTests
{
    static readonly RetentionTerm Long = new("Long", "长期", "Long", 30);
    static readonly Dictionary<int, string> VisitIsMissing = new() { [10] = "当事人外出务工，电话未接通。" };

    [Test]
    public void A_talk_is_recorded_only_with_both_sides_yes_pipl_13_and_domain_12()
    {
        var dispute = Given.Accepted();
        var recording = Recording(dispute);

        Given.Refused(dispute, "recording.without-consent", "个人信息保护法 13", () => dispute.Attach(recording with { AgreedBy = [Given.Zhang.Id] }, null, true, Given.On(0)));
        Given.Refused(dispute, "attachment.recording", "domain 12", () => dispute.Attach(recording with { Kind = AttachmentKind.Evidence }, null, true, Given.On(0)));
        Given.Refused(dispute, "attachment.recording", "domain 12", () => dispute.Attach(recording, null, false, Given.On(0)));
        dispute.Attach(recording with { AgreedBy = [Given.Zhang.Id, Given.Li.Id] }, null, true, Given.On(0));

        Assert.That(dispute.File.Attachments, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_file_is_no_step_and_its_names_are_no_facts()
    {
        var dispute = Given.Performed();
        var before = dispute.File;
        dispute.Attach(Scan(dispute, PaperKind.Application) with { Origin = "申请人提供" }, null, false, Given.On(0));
        var entry = dispute.News[^1];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(entry.Event, Is.EqualTo(JournalEvent.FileAttached));
            Assert.That((dispute.File.LastStepOn, dispute.File.LastActor, dispute.File.LastEntryAt), Is.EqualTo((before.LastStepOn, before.LastActor, before.LastEntryAt)));
            Assert.That(entry.Facts.ToJsonString(), Does.Not.Contain("扫描件").And.Not.Contain("申请人提供"));
            Assert.That(entry.Personal.Values, Is.EquivalentTo(new[] { "扫描件", "申请人提供" }));
        }
    }

    [Test]
    public void What_replaces_a_file_marks_it_and_keeps_it()
    {
        var dispute = Given.Performed();
        var (old, better) = (Scan(dispute, PaperKind.Application), Scan(dispute, PaperKind.Application, pages: 2));
        dispute.Attach(old, null, false, Given.On(0));
        dispute.Attach(better, old.Id, false, Given.On(0));

        Assert.That(dispute.File.Attachments.Select(a => a.SupersededBy), Is.EqualTo(new Guid?[] { better.Id, null }));
        Assert.That(DossierCatalogue.Of(dispute.File, dispute.File.Cases[0])[0].Pages, Is.EqualTo(2));
        Given.Refused(dispute, "attachment.replaced", "domain 6", () => dispute.Attach(Scan(dispute, PaperKind.Application), old.Id, false, Given.On(0)));
        Given.Refused(dispute, "attachment.unknown", "domain 6", () => dispute.Attach(Scan(dispute, PaperKind.Application), Guid.NewGuid(), false, Given.On(0)));
    }

    [Test]
    public void A_missing_must_is_archived_with_its_reason_only_domain_12()
    {
        var dispute = Closed();
        var caseId = dispute.File.Cases[0].Id;

        Given.Refused(dispute, "dossier.must-missing", "本地卷宗规则", () => dispute.ArchiveDossier(caseId, Long, new Dictionary<int, string>(), Given.On(-4)));
        Given.Refused(dispute, "dossier.must-missing", "本地卷宗规则", () => dispute.ArchiveDossier(caseId, Long, new Dictionary<int, string> { [10] = " " }, Given.On(-4)));
        Given.Refused(dispute, "dossier.not-missing", "domain 12", () => dispute.ArchiveDossier(caseId, Long, new Dictionary<int, string>(VisitIsMissing) { [1] = "无" }, Given.On(-4)));
        dispute.ArchiveDossier(caseId, Long, VisitIsMissing, Given.On(-4));

        var (record, positions) = (dispute.File.Cases[0].Dossier!, DossierCatalogue.Of(dispute.File, dispute.File.Cases[0]));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((record.Term, record.ArchivedOn, record.EndsOn), Is.EqualTo(("长期", Given.Today.AddDays(-4), (DateOnly?)Given.Today.AddDays(-4).AddYears(30))));
            Assert.That((positions[9].State, positions[9].Reason), Is.EqualTo((DossierState.Missing, VisitIsMissing[10])), "shown to the reviewer");
            Assert.That(positions[11].State, Is.EqualTo(DossierState.Substituted), "the reasons make the 卷宗情况说明");
            Assert.That(dispute.News[^1].Facts.ToJsonString(), Does.Not.Contain("外出务工"));
        }
        Given.Refused(dispute, "dossier.archived", "domain 6", () => dispute.ArchiveDossier(caseId, Long, VisitIsMissing, Given.On(-4)));
    }

    [Test]
    public void Only_a_closed_matter_is_archived()
    {
        var dispute = Given.Performed();

        Given.Refused(dispute, "dispute.illegal-move", "lifecycle", () => dispute.ArchiveDossier(dispute.File.Cases[0].Id, Long, VisitIsMissing, Given.On(-4)));
    }

    [Test]
    public void After_archiving_come_supplements_and_old_pages_stay()
    {
        var dispute = Closed();
        var page = Scan(dispute, PaperKind.Application);
        dispute.Attach(page, null, false, Given.On(-5));
        dispute.ArchiveDossier(dispute.File.Cases[0].Id, Long, VisitIsMissing, Given.On(-4));
        var before = DossierCatalogue.Of(dispute.File, dispute.File.Cases[0]);

        Given.Refused(dispute, "dossier.archived", "domain 6", () => dispute.Attach(Scan(dispute, PaperKind.Application), page.Id, false, Given.On(0)));
        dispute.Attach(Scan(dispute, PaperKind.FollowUpRecord), null, false, Given.On(0));

        Assert.That((dispute.File.Attachments[^1].Supplement, dispute.File.Attachments[^1].On), Is.EqualTo((true, Given.Today)));
        Assert.That(DossierCatalogue.Of(dispute.File, dispute.File.Cases[0]).Select(p => (p.State, p.Pages, p.FirstPage)), Is.EqualTo(before.Select(p => (p.State, p.Pages, p.FirstPage))));
    }

    /// <summary>Files do not travel upward, and no other desk marks them as replaced.</summary>
    [Test]
    public void A_file_is_replaced_by_its_own_desk_alone_domain_12()
    {
        var dispute = Given.Registered();
        var (ours, theirs) = (Loose(Given.Village), Loose(Given.Town));
        dispute.Attach(ours, null, false, Given.On(0));

        Given.Refused(dispute, "attachment.not-yours", "domain 12", () => dispute.Attach(theirs, ours.Id, false, Given.On(0)));
        dispute.Attach(Loose(Given.Village), ours.Id, false, Given.On(0));

        Assert.That(dispute.File.Attachments[0].SupersededBy, Is.EqualTo(dispute.File.Attachments[1].Id));
    }

    [Test]
    public void A_page_of_an_archived_dossier_stays_though_another_case_of_the_desk_is_open_domain_6()
    {
        var (dispute, page) = (Given.Registered(), Loose(Given.Village));
        dispute.Attach(page, null, false, Given.On(-10));
        dispute = new Dispute(dispute.File with { Cases = [ArchivedCase(), Given.Case()] }, 1);

        Given.Refused(dispute, "dossier.archived", "domain 6", () => dispute.Attach(Loose(Given.Village), page.Id, false, Given.On(0)));
    }

    /// <summary>What names no case goes to the case that is at work; it is a supplement when every case of its desk is archived.</summary>
    [Test]
    public void A_file_without_a_case_belongs_to_the_open_one_of_its_desk_domain_12()
    {
        var (old, open) = (ArchivedCase(), Given.Case());
        var both = new Dispute(Given.Registered().File with { Cases = [old, open] }, 1);
        var archived = new Dispute(both.File with { Cases = [old] }, 1);
        both.Attach(Loose(Given.Village), null, false, Given.On(0));
        archived.Attach(Loose(Given.Village), null, false, Given.On(0));
        archived.Attach(Loose(Given.Town), null, false, Given.On(0));

        Assert.That((both.File.Attachments[0].CaseId, both.File.Attachments[0].Supplement), Is.EqualTo(((Guid?)open.Id, false)));
        Assert.That(DossierMatter.FilesOf(both.File, old), Is.Empty, "whoever drew the old dossier opens nothing of the live case");
        Assert.That(archived.File.Attachments.Select(a => (a.CaseId, a.Supplement)), Is.EqualTo(new[] { ((Guid?)null, true), (null, false) }));
    }

    /// <summary>What arose after archiving, a visit that fell due or an application to the court, changes no line of the catalogue.</summary>
    [Test]
    public void The_catalogue_stays_as_it_was_archived_domain_12()
    {
        var dispute = Closed();
        dispute.ArchiveDossier(dispute.File.Cases[0].Id, Long, VisitIsMissing, Given.On(-4));
        var of = dispute.File.Cases[0];
        var before = DossierCatalogue.Of(dispute.File, of);
        var later = of with { Agreement = of.Agreement! with { Confirmation = new JudicialConfirmation { State = ConfirmationState.Applied } } };
        var unkept = later with { Dossier = of.Dossier! with { Positions = [] } };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(DossierCatalogue.Missing(DossierCatalogue.Of(dispute.File, later)), Is.EqualTo(DossierCatalogue.Missing(before)));
            Assert.That(DossierCatalogue.Of(dispute.File, later), Is.EqualTo(before));
            Assert.That(before.Sum(p => p.Pages), Is.EqualTo(of.Dossier.Pages));
            Assert.That(DossierCatalogue.Missing(DossierCatalogue.Of(dispute.File, unkept)), Does.Contain(11), "an old record kept no catalogue");
            Assert.That(of.Dossier.Positions, Has.Count.EqualTo(13));
            Assert.That(of.Dossier.Positions.Select(p => p.Reason), Has.None.EqualTo(VisitIsMissing[10]), "its reason is erased in one place");
        }
    }

    [Test]
    public void A_reviewed_dossier_stays_archived_and_no_step_takes_its_reviews_back_domain_8()
    {
        var dispute = Closed();
        var closed = dispute.File;
        dispute.ArchiveDossier(closed.Cases[0].Id, Long, VisitIsMissing, Given.On(-4));
        var archived = dispute.File;
        dispute.ReviewDossier(closed.Cases[0].Id, Review(), Given.On(0));

        Given.Refused(dispute, "reversal.dossier-reviewed", "domain 8", () => dispute.Reverse(closed, JournalEvent.DossierArchived, "误操作", Given.On(0)));
        dispute.Reverse(archived, JournalEvent.FollowedUp, "误操作", Given.On(0));

        Assert.That(dispute.File.Cases[0].Dossier!.Reviews, Has.Count.EqualTo(1));
    }

    [Test]
    public void Where_archiving_is_undone_the_supplements_are_pages_again_domain_12()
    {
        var dispute = Closed();
        var before = dispute.File;
        dispute.ArchiveDossier(before.Cases[0].Id, Long, VisitIsMissing, Given.On(-4));
        dispute.Attach(Scan(dispute, PaperKind.Application), null, false, Given.On(0));
        dispute.Attach(Loose(Given.Village), null, false, Given.On(0));
        dispute.Reverse(before, JournalEvent.DossierArchived, "误操作", Given.On(0));

        Assert.That(dispute.File.Attachments.Select(a => a.Supplement), Is.EqualTo(new[] { false, false }));
        Assert.That(DossierCatalogue.Of(dispute.File, dispute.File.Cases[0])[0].State, Is.EqualTo(DossierState.Present));
    }

    [Test]
    public void A_step_taken_back_leaves_the_files()
    {
        var dispute = Given.Performed();
        var before = dispute.File;
        dispute.Attach(Scan(dispute, PaperKind.Application), null, false, Given.On(-5));
        dispute.Close(Given.On(-5));
        dispute.Reverse(before, JournalEvent.Closed, "误操作", Given.On(0));

        Assert.That((dispute.File.Status, dispute.File.Attachments.Count), Is.EqualTo((DisputeStatus.Performed, 1)));
    }

    [Test]
    public void A_review_is_of_an_archived_dossier_and_changes_no_page()
    {
        var dispute = Closed();
        var review = Review();
        Given.Refused(dispute, "dossier.not-archived", "domain 8", () => dispute.ReviewDossier(dispute.File.Cases[0].Id, review, Given.On(0)));
        dispute.ArchiveDossier(dispute.File.Cases[0].Id, Long, VisitIsMissing, Given.On(-4));
        var record = dispute.File.Cases[0].Dossier!;
        dispute.ReviewDossier(dispute.File.Cases[0].Id, review, Given.On(0));

        Assert.That(dispute.File.Cases[0].Dossier, Is.EqualTo(record with { Reviews = dispute.File.Cases[0].Dossier!.Reviews }));
        Assert.That(dispute.News[^1].Facts.ToJsonString(), Does.Not.Contain("请补充"));
    }

    [Test]
    public void A_draw_is_repeated_by_its_seed_whatever_the_order()
    {
        var names = Enumerable.Range(1, 200).Select(n => $"卷{n}").ToList();
        var drawn = SampleDraw.Draw(names, n => n, 10, 42);

        Assert.That(SampleDraw.Draw(Enumerable.Reverse(names), n => n, 10, 42), Is.EqualTo(drawn));
        Assert.That(SampleDraw.Draw(names, n => n, 10, 43), Is.Not.EqualTo(drawn));
        Assert.That(Enumerable.Range(0, 200).SelectMany(seed => SampleDraw.Draw(names, n => n, 10, seed)).Distinct().Count(), Is.EqualTo(200), "everyone's turn comes");
    }

    /// <summary>Heard, agreed, performed a day later, closed; nobody has visited since.</summary>
    static Dispute Closed()
    {
        var dispute = Given.Accepted();
        dispute.HoldSession(Given.Session(SessionResult.Agreed), Given.On(-8));
        dispute.Agree(Given.Oral(Given.Owes(100)), Given.On(-7));
        dispute.Perform(dispute.AgreedCase!.Agreement!.Obligations[0].Id, new PerformanceRecord(Given.Today.AddDays(-6), 100, null), Given.On(-6));
        dispute.Close(Given.On(-5));
        return dispute;
    }

    static DossierReview Review() => new()
    {
        Id = Guid.NewGuid(), SampleId = Guid.NewGuid(), On = Given.Today, Verdict = ReviewVerdict.Failed, Items = [ReviewItem.Complete], Remark = "请补充。",
    };

    static MediationCase ArchivedCase() => Given.Case() with
    {
        State = CaseState.Failed,
        Dossier = new DossierRecord { ArchivedOn = Given.Today.AddDays(-5), Term = "长期", Pages = 1 },
    };

    /// <summary>A file that names no case.</summary>
    static Attachment Loose(Desk desk) => new()
    {
        Id = Guid.CreateVersion7(), OrganisationId = desk.Id, Kind = AttachmentKind.Evidence, Name = "照片", Sha256 = new string('b', 64), MediaType = "image/jpeg",
        Length = 1, Pages = 1, On = Given.Today,
    };

    static Attachment Recording(Dispute dispute) => Scan(dispute, PaperKind.MediationRecord) with { Kind = AttachmentKind.Recording, Paper = null, MediaType = "audio/mp4", Pages = 0 };
}
