using Mediation.Core.Domain.Disputes;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>Parties join, are followed by a successor, or leave; their entries stay.</summary>
sealed class PartyChangeTests
{
    [Test]
    public void A_party_joins_and_is_told_of_rights_before_it_sits_down()
    {
        var dispute = Given.Accepted();
        var wang = Given.Named("王试三", PartySide.Respondent);

        dispute.ChangeParties(PartyChange.Add, null, wang, "共同排水户", Given.On(-8));

        Given.Refused(dispute, "notice.missing", "人民调解法 23",
            () => dispute.HoldSession(Given.Session(SessionResult.Continue) with { AttendeeIds = [wang.Id] }, Given.On(-8)));
        Assert.That(dispute.News[^1].Personal[$"party.{wang.Id}.name"], Is.EqualTo("王试三"));
    }

    [Test]
    public void A_successor_stands_on_the_same_side_and_the_entry_of_who_left_stays()
    {
        var dispute = Given.Accepted();
        var heir = Given.Named("李试四", PartySide.Respondent);

        Given.Refused(dispute, "party.other-side", "parties",
            () => dispute.ChangeParties(PartyChange.Replace, Given.Li.Id, heir with { Side = PartySide.Applicant }, "继承", Given.On(-8)));
        dispute.ChangeParties(PartyChange.Replace, Given.Li.Id, heir, "继承", Given.On(-8));

        Assert.That(dispute.File.Parties.Single(p => p.Id == Given.Li.Id).Removal, Is.EqualTo(new PartyRemoval(Given.Today.AddDays(-8), heir.Id)));
        Assert.That(dispute.PresentParties.Select(p => p.Name), Is.EqualTo(["张试一", "李试四"]));
    }

    /// <summary>人民调解法 17: a case that is under way keeps two who can consent; a matter may have one.</summary>
    [Test]
    public void A_case_keeps_its_two_sides_and_a_matter_one_party()
    {
        var (open, matter) = (Given.Accepted(), Given.Registered());

        Given.Refused(open, "parties.two-sides", "人民调解法 17", () => open.ChangeParties(PartyChange.Remove, Given.Li.Id, null, "登记错误", Given.On(-8)));
        matter.ChangeParties(PartyChange.Remove, Given.Li.Id, null, "登记错误", Given.On(-8));
        Given.Refused(matter, "parties.none", "domain 12", () => matter.ChangeParties(PartyChange.Remove, Given.Zhang.Id, null, "登记错误", Given.On(-8)));
    }

    /// <summary>人民调解法 31: who owes or is owed is followed by somebody.</summary>
    [Test]
    public void Who_has_obligations_is_replaced_not_removed()
    {
        var dispute = Given.Agreed(Given.Oral(Given.Owes(100)));

        Given.Refused(dispute, "party.has-obligations", "人民调解法 31", () => dispute.ChangeParties(PartyChange.Remove, Given.Li.Id, null, "外出", Given.On(-6)));
        dispute.ChangeParties(PartyChange.Replace, Given.Li.Id, Given.Named("李试四", PartySide.Respondent), "继承", Given.On(-6));
        Assert.That(dispute.PresentParties.Select(p => p.Name), Does.Contain("李试四"));
    }

    [Test]
    public void Who_left_does_not_leave_again()
    {
        var dispute = Given.Registered();
        dispute.ChangeParties(PartyChange.Replace, Given.Li.Id, Given.Named("李试四", PartySide.Respondent), "继承", Given.On(-8));

        Given.Refused(dispute, "party.unknown", "parties", () => dispute.ChangeParties(PartyChange.Remove, Given.Li.Id, null, "继承", Given.On(-8)));
        Given.Refused(dispute, "party.missing", "parties", () => dispute.ChangeParties(PartyChange.Add, null, null, "漏登", Given.On(-8)));
    }
}
