using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Reports;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>What was agreed, in which form, and from which day it holds.</summary>
sealed class AgreementTests
{
    static IEnumerable<TestCaseData> Kinds => Enum.GetValues<DisputeType>().Select(type => new TestCaseData(type, null, type switch
    {
        DisputeType.Medical => "医疗纠纷预防和处理条例 39",
        DisputeType.MigrantWageArrears or DisputeType.OtherLabor => "劳动争议调解仲裁法 14",
        _ => null,
    })).Append(new TestCaseData(DisputeType.ForestLand, "0901", "农村土地承包经营纠纷调解仲裁法 10")).Append(new TestCaseData(DisputeType.ForestLand, "0903", null));

    /// <summary>Only medical, labour and land contract; everywhere else writing is advised, never forced (domain 12).</summary>
    [TestCaseSource(nameof(Kinds))]
    public void Word_of_mouth_is_refused_where_a_statute_wants_writing(DisputeType type, string? subtype, string? statute)
    {
        var dispute = Given.Accepted(type, file => file with { Subtype = subtype });

        if (statute is not null)
            Given.Refused(dispute, "agreement.must-be-written", statute, () => dispute.Agree(Given.Oral(), Given.On(-7)));
        Given.Refused(dispute, "agreement.must-be-written", "人民调解法 28", () => dispute.Agree(Given.Oral() with { WritingAsked = true }, Given.On(-7)));
        dispute.Agree(statute is null ? Given.Oral() : Given.Written(), Given.On(-7));
        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.Agreed));
    }

    /// <summary>人民调解法 23: nobody agrees who was not told.</summary>
    [Test]
    public void Whoever_agrees_was_told_of_rights()
    {
        var dispute = Given.Registered();
        dispute.Accept(Given.Case(), [(Given.Zhang.Id, new PartyNotice(NoticeForm.Oral, Given.Today.AddDays(-9)))], Given.On(-9));

        Given.Refused(dispute, "notice.missing", "人民调解法 23", () => dispute.Agree(Given.Oral(), Given.On(-7)));
    }

    [Test]
    public void Obligations_and_signatures_are_those_of_parties()
    {
        var dispute = Given.Accepted();
        var stranger = Given.Named("王试三", PartySide.Respondent);

        Given.Refused(dispute, "party.unknown", "parties", () => dispute.Agree(Given.Oral(Given.Owes(1) with { DebtorId = stranger.Id }), Given.On(-7)));
        Given.Refused(dispute, "party.unknown", "parties", () => dispute.Agree(Given.Written().SignedBy((stranger, -7)), Given.On(-7)));
        Given.Refused(dispute, "obligation.same-party", "人民调解法 29", () => dispute.Agree(Given.Oral(Given.Owes(1) with { DebtorId = Given.Zhang.Id }), Given.On(-7)));
    }

    [Test]
    public void Nothing_is_signed_or_sealed_ahead()
    {
        var dispute = Given.Accepted();
        var ahead = Given.Today.AddDays(2);

        foreach (var agreement in (Agreement[])
                 [
                     Given.Written().SignedBy((Given.Li, 2)), Given.Written() with { MediatorSignedOn = ahead }, Given.Written() with { SealedOn = ahead },
                 ])
            Given.Refused(dispute, "date.in-future", "event dates", () => dispute.Agree(agreement, Given.On(-7)));
    }

    /// <summary>人民调解法 30: oral, from the day it was reached; 29: written, from the last of signatures, mediator and seal.</summary>
    [Test]
    public void An_agreement_holds_from_the_last_day_that_was_needed()
    {
        Party[] parties = [Given.Zhang, Given.Li];
        var signed = Given.Written().SignedBy((Given.Zhang, -7), (Given.Li, -4));
        var mediated = signed with { MediatorSignedOn = Given.Today.AddDays(-6) };
        var whole = mediated with { SealedOn = Given.Today.AddDays(-5) };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Given.Oral().EffectiveOn(parties), Is.EqualTo(Given.Today.AddDays(-7)));
            Assert.That(Given.Written().EffectiveOn(parties), Is.Null);
            Assert.That(signed.EffectiveOn(parties), Is.Null);
            Assert.That(mediated.EffectiveOn(parties), Is.Null);
            Assert.That(whole.EffectiveOn(parties), Is.EqualTo(Given.Today.AddDays(-4)));
            Assert.That((whole with { SealedOn = Given.Today.AddDays(-1) }).EffectiveOn(parties), Is.EqualTo(Given.Today.AddDays(-1)));
            Assert.That(whole.SignedBy((Given.Li, -2)).EffectiveOn(parties), Is.EqualTo(Given.Today.AddDays(-4)), "the first signature counts");
        }
    }

    [Test]
    public void Signatures_and_the_seal_come_later_and_then_it_is_in_force()
    {
        var dispute = Given.Agreed(Given.Written().SignedBy((Given.Zhang, -7)));
        Given.Refused(dispute, "agreement.not-effective", "人民调解法 29", () => dispute.Close(Given.On(-5)));

        dispute.CompleteAgreement(Given.Written().SignedBy((Given.Li, -6)) with { MediatorSignedOn = Given.Today.AddDays(-6), SealedOn = Given.Today.AddDays(-5) }, Given.On(-5));

        Assert.That(EffectiveOn(dispute), Is.EqualTo(Given.Today.AddDays(-5)));
        Given.Refused(dispute, "agreement.effective", "人民调解法 29", () => dispute.CompleteAgreement(Given.Written().SignedBy((Given.Li, -4)), Given.On(-4)));
        dispute.Close(Given.On(-4));
        Assert.That(dispute.File.Report.Exits, Is.EqualTo([new StockExit(Given.Today.AddDays(-4), StockExitKind.Resolved)]));
    }

    /// <summary>人民调解法 30 and domain 12: written down later, it keeps its first effective day.</summary>
    [Test]
    public void Word_of_mouth_that_is_written_down_later_keeps_its_day()
    {
        var dispute = Given.Agreed(Given.Oral(Given.Owes(null)));

        dispute.CompleteAgreement(Given.Written().SignedBy((Given.Zhang, -3), (Given.Li, -3)) with { MediatorSignedOn = Given.Today.AddDays(-3), SealedOn = Given.Today }, Given.On(0));

        Assert.That(EffectiveOn(dispute), Is.EqualTo(Given.Today.AddDays(-7)));
        Assert.That(dispute.AgreedCase!.Agreement!.Signatures, Has.Count.EqualTo(2));
        Given.Refused(dispute, "agreement.effective", "人民调解法 29", () => dispute.CompleteAgreement(Given.Written().SignedBy((Given.Li, 0)), Given.On(0)));
    }

    /// <summary>人民调解法 31: an agreement in force binds on, whoever joins or follows as an heir.</summary>
    [Test]
    public void What_is_in_force_stays_in_force_when_parties_change()
    {
        var whole = Given.Written(Given.Owes(100)).SignedBy((Given.Zhang, -7), (Given.Li, -7)) with { MediatorSignedOn = Given.Today.AddDays(-7), SealedOn = Given.Today.AddDays(-7) };
        var dispute = Given.Agreed(whole);

        dispute.ChangeParties(PartyChange.Replace, Given.Li.Id, Given.Named("李试四", PartySide.Respondent), "李试二去世，其子继承。", Given.On(-6));
        dispute.ChangeParties(PartyChange.Add, null, Given.Named("王试五", PartySide.Respondent), "共同排水户。", Given.On(-6));

        Assert.That(EffectiveOn(dispute), Is.EqualTo(Given.Today.AddDays(-7)));
    }

    [Test]
    public void A_successor_signs_in_the_place_of_who_left_unsigned()
    {
        var dispute = Given.Agreed(Given.Written(Given.Owes(100)).SignedBy((Given.Zhang, -7)) with { MediatorSignedOn = Given.Today.AddDays(-7), SealedOn = Given.Today.AddDays(-7) });
        var heir = Given.Named("李试四", PartySide.Respondent);
        dispute.ChangeParties(PartyChange.Replace, Given.Li.Id, heir, "李试二去世，其子继承。", Given.On(-6));
        Assert.That(EffectiveOn(dispute), Is.Null);

        dispute.CompleteAgreement(Given.Written().SignedBy((heir, -5)), Given.On(-5));

        Assert.That(EffectiveOn(dispute), Is.EqualTo(Given.Today.AddDays(-5)));
    }

    static DateOnly? EffectiveOn(Dispute dispute) => dispute.AgreedCase!.Agreement!.EffectiveOn(DisputeWarnings.Signatories(dispute.File));
}
