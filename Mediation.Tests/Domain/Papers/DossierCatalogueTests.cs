using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Papers;
using Mediation.Tests.Domain.Disputes;
using NUnit.Framework;
using static Mediation.Core.Domain.Papers.DossierState;

namespace Mediation.Tests.Domain.Papers;

/// <summary>The thirteen positions of 司发通〔2010〕239号 by form and outcome, as domain 12 corrects them.</summary>
sealed class DossierCatalogueTests
{
    [Test]
    public void Settled_on_the_spot_is_one_sheet_domain_12()
    {
        var dispute = Given.Registered();
        dispute.SettleOnTheSpot(Given.Case(), "各退一步。", [], continuing: false, Given.On(-9));

        var positions = Catalogue(dispute);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(positions.Where(p => p.Need == DossierNeed.Must).Select(p => p.Number), Is.EqualTo(new[] { 1 }));
            Assert.That(positions[0].Papers, Is.EqualTo(new[] { PaperKind.SpotSheet }));
            Assert.That(positions[0].State, Is.EqualTo(Substituted));
            Assert.That(DossierCatalogue.Missing(positions), Is.Empty);
        }
    }

    [Test]
    public void An_oral_agreement_has_its_register_form_in_place_8_article_28()
    {
        var positions = Catalogue(Given.Performed());

        Assert.That((positions[7].Papers[0], positions[7].Need, positions[7].State, positions[7].Basis),
            Is.EqualTo((PaperKind.OralAgreement, DossierNeed.Must, Substituted, "人民调解法 28")));
    }

    [Test]
    public void A_written_agreement_needs_its_signed_and_sealed_sheet_article_29()
    {
        var dispute = Given.Agreed(Given.Written(Given.Owes(100)));
        Assert.That((Catalogue(dispute)[7].State, Catalogue(dispute)[7].Basis), Is.EqualTo((Missing, "人民调解法 29")));

        dispute.Attach(Scan(dispute, PaperKind.WrittenAgreement, pages: 3), null, isAudio: false, Given.On(0));

        var position = Catalogue(dispute)[7];
        Assert.That((position.State, position.Pages, position.AttachmentIds.Count), Is.EqualTo((Present, 3, 1)));
    }

    [Test]
    public void A_failed_mediation_has_the_notice_of_other_ways_in_place_8_article_26()
    {
        var position = Catalogue(Given.Unresolved())[7];

        Assert.That((position.Papers[0], position.Need, position.State, position.Basis), Is.EqualTo((PaperKind.ChannelsNotice, DossierNeed.Must, Substituted, "人民调解法 26")));
    }

    [Test]
    public void Rights_told_by_word_of_mouth_and_noted_are_enough_article_23_and_domain_12()
    {
        var dispute = Given.Accepted();
        dispute.HoldSession(Given.Session(SessionResult.NotAgreed), Given.On(-8));

        Assert.That((Catalogue(dispute)[1].State, Catalogue(dispute)[1].Reason), Is.EqualTo((Substituted, "已口头告知并记录")));
        var untold = dispute.File with { Parties = [.. dispute.File.Parties.Select(p => p with { Notice = null })] };
        Assert.That(DossierCatalogue.Of(untold, untold.Cases[0])[1].State, Is.EqualTo(Missing));
    }

    [Test]
    public void How_a_person_is_known_stands_for_a_copy_of_the_card_domain_12()
    {
        var dispute = Given.Performed();
        var unknown = dispute.File with { Parties = [.. dispute.File.Parties.Select(p => p with { IdentityBasis = IdentityBasis.Unknown })] };

        Assert.That((Catalogue(dispute)[2].State, DossierCatalogue.Of(unknown, unknown.Cases[0])[2].State), Is.EqualTo((Substituted, Missing)));
    }

    [Test]
    public void Whoever_is_represented_shows_a_power_of_attorney_civil_code_165()
    {
        var dispute = Given.Performed();
        var agent = new Agent { Id = Guid.NewGuid(), Name = "王试三", Scope = AgentScope.General, From = Given.Today };
        var represented = dispute.File with { Parties = [dispute.File.Parties[0] with { Agents = [agent] }, dispute.File.Parties[1]] };

        Assert.That((Catalogue(dispute)[3].State, DossierCatalogue.Of(represented, represented.Cases[0])[3].State), Is.EqualTo((NotNeeded, Missing)));
    }

    [Test]
    public void The_mediator_records_the_mediation_article_27()
    {
        var dispute = Given.Accepted();
        dispute.HoldSession(Given.Session(SessionResult.NotAgreed) with { Record = null }, Given.On(-8));

        Assert.That((Catalogue(dispute)[6].State, Catalogue(dispute)[6].Basis), Is.EqualTo((Missing, "人民调解法 27")));
    }

    /// <summary>Domain 12: not due for what was performed at once, unless the risk was yellow or red.</summary>
    [TestCase(-7, RiskLevel.Green, NotNeeded)]
    [TestCase(-7, RiskLevel.Yellow, Missing)]
    [TestCase(-6, RiskLevel.Green, Missing)]
    public void A_visit_is_due_by_domain_12(int performed, RiskLevel level, DossierState state)
    {
        var dispute = Given.Agreed(Given.Oral(Given.Owes(100)));
        dispute.Perform(dispute.AgreedCase!.Agreement!.Obligations[0].Id, new PerformanceRecord(Given.Today.AddDays(performed), 100, null), Given.On(performed));
        var file = dispute.File with { Level = level };

        Assert.That(DossierCatalogue.Of(file, file.Cases[0])[9].State, Is.EqualTo(state));
    }

    [Test]
    public void A_call_fills_the_place_of_the_visit_domain_12()
    {
        var dispute = Given.Performed();
        dispute.FollowUp(new FollowUpRecord(Given.Today, FollowUpForm.Phone, true, false, 5, "已履行。"), Given.On(0));

        Assert.That(Catalogue(dispute)[9].State, Is.EqualTo(Substituted));
    }

    [Test]
    public void An_application_to_the_court_asks_for_its_papers_article_33()
    {
        var dispute = Given.Performed();
        var of = dispute.File.Cases[0];
        var applied = of with { Agreement = of.Agreement! with { Confirmation = new JudicialConfirmation { State = ConfirmationState.Applied } } };

        Assert.That((DossierCatalogue.Of(dispute.File, applied)[10].State, DossierCatalogue.Of(dispute.File, applied)[10].Basis), Is.EqualTo((Missing, "人民调解法 33")));
    }

    [Test]
    public void Pages_are_numbered_through_the_catalogue()
    {
        var dispute = Given.Performed();
        dispute.Attach(Scan(dispute, PaperKind.Application, pages: 2), null, isAudio: false, Given.On(0));

        var filled = Catalogue(dispute).Where(p => p.Pages > 0).ToList();

        Assert.That(filled.Select(p => p.FirstPage), Is.EqualTo(filled.Select((p, index) => 1 + filled.Take(index).Sum(before => before.Pages))));
        Assert.That(filled[0], Has.Property("Number").EqualTo(1).And.Property("Pages").EqualTo(2));
    }

    /// <summary>The matter's own files stay with the desk that put them there (domain 12: evidence does not travel).</summary>
    [Test]
    public void A_file_of_the_matter_belongs_to_the_dossier_of_its_own_desk_alone()
    {
        var dispute = Given.Performed();
        dispute.Attach(Scan(dispute, PaperKind.Application) with { CaseId = null, OrganisationId = Given.Town.Id }, null, isAudio: false, Given.On(0));

        Assert.That(Catalogue(dispute)[0].State, Is.EqualTo(Substituted));
    }

    internal static Attachment Scan(Dispute dispute, PaperKind paper, int pages = 1) => new()
    {
        Id = Guid.CreateVersion7(), CaseId = dispute.File.Cases[^1].Id, OrganisationId = Given.Village.Id, Kind = AttachmentKind.SignedPaper, Paper = paper.ToString(),
        Name = "扫描件", Sha256 = new string('a', 64), MediaType = "application/pdf", Length = 1, Pages = pages, On = Given.Today,
    };

    static IReadOnlyList<DossierPosition> Catalogue(Dispute dispute) => DossierCatalogue.Of(dispute.File, dispute.File.Cases[^1]);
}
