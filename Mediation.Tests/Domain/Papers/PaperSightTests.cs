using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Papers;
using Mediation.Core.Features.Dossier;
using Mediation.Core.Messaging;
using Mediation.Tests.Domain.Disputes;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Papers;

/// <summary>Papers are unmasked, so whose they are is asked before anything else (domain 12).</summary>
sealed class PaperSightTests
{
    static Account At(Desk desk) => new()
    {
        Id = Guid.NewGuid(), UserName = "desk", DisplayName = "甲某", Roles = [], OrganisationId = desk.Id, OrganisationName = "某中心",
        OrganisationKind = desk.Kind, Tier = desk.Tier, Area = Given.File().Area,
    };

    [Test]
    public void Before_a_case_papers_are_of_the_desk_that_registered_the_matter_domain_12()
    {
        Assert.That(PaperSight.Require(Given.Registered().File, At(Given.Village), null), Is.Null);
        Assert.That(PaperSight.Require(Given.Escalated().File, At(Given.Village), null), Is.Null, "Who sent it up answers until it is accepted.");
    }

    /// <summary>Before consent only type, place, people and risk travel; phones, addresses and ids in clear need a case, or a reason.</summary>
    [Test]
    public void A_desk_that_took_the_matter_over_gets_none_until_it_hosts_a_case_domain_12()
    {
        var dispute = Given.AtTown();

        foreach (var desk in (Desk[])[Given.Town, Given.Village])
            Assert.That(Assert.Throws<ForbiddenException>(() => PaperSight.Require(dispute.File, At(desk), null))!.Code, Is.EqualTo("paper.not-yours"));

        dispute.Accept(Given.Case(Given.Town) with { AcceptedOn = Given.Today.AddDays(-7) }, Given.Told(dispute, -7), Given.On(-7));
        Assert.That(PaperSight.Require(dispute.File, At(Given.Town), null), Is.SameAs(dispute.File.Cases[0]));
        Assert.That(Assert.Throws<ForbiddenException>(() => PaperSight.Require(dispute.File, At(Given.Village), null))!.Code, Is.EqualTo("paper.not-yours"));
    }

    /// <summary>人民调解法 15(4): what a later committee was told on its visits is no paper of the one that mediated before.</summary>
    [Test]
    public void Visits_are_papers_of_the_case_whose_agreement_they_look_after()
    {
        var file = Given.Agreed(Given.Written(Given.Owes(100))).File;
        var later = Given.Case(Given.Town) with { Agreement = file.Cases[0].Agreement, State = file.Cases[0].State };
        file = file with { Cases = [file.Cases[0], later], FollowUps = [new FollowUpRecord(Given.Today, FollowUpForm.Visit, true, false, 5, "镇里回访所知。")] };
        IEnumerable<int?> Visits(MediationCase of) => PaperFit.Of(file, of).Where(p => p is { Kind: PaperKind.FollowUpRecord, Item: not null }).Select(p => p.Item);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Visits(file.Cases[0]), Is.Empty);
            Assert.That(PaperCases.Text(PaperCases.Docx(PaperKind.FollowUpRecord, file, file.Cases[0], 1)), Does.Not.Contain("镇里回访所知"));
            Assert.That(Visits(later), Is.EqualTo(new int?[] { 1 }));
            Assert.That(PaperCases.Text(PaperCases.Docx(PaperKind.FollowUpRecord, file, later, 1)), Does.Contain("镇里回访所知"));
        }
    }
}
