using Mediation.Core.Domain.Calendar;
using Mediation.Core.Domain.Disputes;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>What was due and not done, which ways the law leaves then, and when somebody looks again.</summary>
sealed class BreachTests
{
    static readonly WorkCalendar Calendar = WorkCalendar.Parse("""{ "years": { "2026": { "off": ["2026-01-01"], "work": [] } } }""");

    /// <summary>人民调解法 31: the debtor has the whole of the last day.</summary>
    [Test]
    public void Nothing_is_broken_before_it_is_due_article_31()
    {
        var dispute = Given.Agreed(Given.Oral(Given.Owes(100) with { DueOn = Given.Today.AddDays(-5) }));

        Given.Refused(dispute, "breach.not-due", "人民调解法 31", () => Breach(dispute, -5));
        Given.Refused(dispute, "date.in-future", "event dates", () => Breach(dispute, 2));
        Breach(dispute, -4);

        Assert.That((dispute.File.Status, dispute.AgreedCase!.State), Is.EqualTo((DisputeStatus.Performing, CaseState.Defaulted)));
    }

    /// <summary>民法典 511: without a day the creditor may ask at any time once it is in force.</summary>
    [Test]
    public void Without_a_day_it_is_due_once_in_force_article_511()
    {
        var dispute = Given.Agreed(Given.Oral(Given.Owes(null)));

        Given.Refused(dispute, "breach.not-due", "人民调解法 31", () => Breach(dispute, -7));
        Breach(dispute, -6);
        Assert.That(dispute.AgreedCase!.State, Is.EqualTo(CaseState.Defaulted));
    }

    [Test]
    public void What_is_not_in_force_or_was_performed_is_not_broken()
    {
        var unsigned = Given.Agreed(Given.Written(Given.Owes(100)));
        var half = Given.Agreed(Given.Oral(Given.Owes(100), Given.Owes(50)));
        Pay(half, 100, -6);

        Given.Refused(unsigned, "agreement.not-effective", "人民调解法 29", () => Breach(unsigned, -4));
        Given.Refused(half, "breach.performed", "人民调解法 31", () => Breach(half, -4));
        Breach(half, -4, obligation: 1);
        Assert.That(half.AgreedCase!.State, Is.EqualTo(CaseState.PartlyPerformed));
    }

    /// <summary>Domain 12: dates that the parties fixed do not roll; 14 November 2026 is a Saturday.</summary>
    [Test]
    public void Paid_sums_say_which_instalment_is_next()
    {
        var (first, second) = (new DateOnly(2026, 11, 12), new DateOnly(2026, 11, 14));
        var dispute = Given.Agreed(Given.Oral(Given.Owes(100) with { Instalments = [new(first, 30), new(second, 70)], DueOn = second }));
        Obligation Owed() => dispute.AgreedCase!.Agreement!.Obligations[0];

        Assert.That((Owed().NextDueOn, Owed().NextInstalment!.Amount), Is.EqualTo((first, 30)));
        Pay(dispute, 10, -6);
        Assert.That((Owed().NextDueOn, Owed().NextInstalment!.Amount), Is.EqualTo((first, 20)));
        Breach(dispute, -3);
        Assert.That((Owed().IsBreached, dispute.AgreedCase!.State), Is.EqualTo((true, CaseState.PartlyPerformed)));
        Pay(dispute, 20, -2);
        Assert.That((Owed().IsBreached, Owed().NextDueOn, Owed().NextInstalment!.Amount), Is.EqualTo((false, second, 70)), "made good, and Saturday stays Saturday");
        Breach(dispute, -1);
        Pay(dispute, 70, 0);
        Assert.That((Owed().NextDueOn, dispute.File.Status), Is.EqualTo(((DateOnly?)null, DisputeStatus.Performed)));
    }

    /// <summary>Domain 12: a duty that goes on can be broken after its first act, and is not closed while it is.</summary>
    [Test]
    public void A_continuing_duty_is_broken_after_its_first_act_and_taken_up_again()
    {
        var dispute = Given.Agreed(Given.Oral(Given.Owes(500, continuing: true)));
        Pay(dispute, 500, -6);
        dispute.FollowUp(new FollowUpRecord(Given.Today.AddDays(-5), FollowUpForm.Phone, false, false, null, null), Given.On(-5));

        Breach(dispute, -5);
        Given.Refused(dispute, "closure.not-performed", "人民调解法 31", () => dispute.Close(Given.On(-5)));
        Pay(dispute, 500, -4);
        dispute.Close(Given.On(-4));

        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.Closed));
    }

    /// <summary>人民调解法 32-33, 民事诉讼法 206, 劳动争议调解仲裁法 15-16, 若干规定 37.</summary>
    [TestCase(DisputeType.Neighbor, null, "JointConfirmation 人民调解法 33, UrgePerformance 若干规定 37, SuitOnAgreement 人民调解法 32, MediateAgain 若干规定 37")]
    [TestCase(DisputeType.Neighbor, ConfirmationState.ConfirmedValid, "UrgePerformance 若干规定 37, Enforcement 人民调解法 33，民事诉讼法 206")]
    [TestCase(DisputeType.OtherLabor, ConfirmationState.Applied, "UrgePerformance 若干规定 37, SuitOnAgreement 人民调解法 32, PaymentOrder 劳动争议调解仲裁法 16, LabourArbitration 劳动争议调解仲裁法 15, MediateAgain 若干规定 37")]
    [TestCase(DisputeType.Neighbor, ConfirmationState.Dismissed, "UrgePerformance 若干规定 37, NewAgreement 民事诉讼法 206, SuitOnAgreement 人民调解法 32, MediateAgain 若干规定 37")]
    public void A_breach_opens_the_lawful_ways(DisputeType type, ConfirmationState? confirmed, string ways)
    {
        var on = Given.Today.AddDays(-7);
        var dispute = Given.Agreed(Given.Written(Given.Owes(100)).SignedBy((Given.Zhang, -7), (Given.Li, -7)) with
        {
            MediatorSignedOn = on,
            SealedOn = on,
            Confirmation = confirmed is { } state ? new JudicialConfirmation { State = state } : null,
        }, type);

        Breach(dispute, -4);

        var steps = LawfulSteps.Of(dispute.File, dispute.AgreedCase!.Agreement!, Calendar, Given.Today);
        Assert.That(string.Join(", ", steps.Select(s => $"{s.Step} {s.Basis}")), Is.EqualTo(ways));
        Assert.That(steps.Where(s => s.Step == LawfulStep.JointConfirmation).Select(s => s.Until), Is.All.EqualTo(Given.Today.AddDays(23)));
    }

    [Test]
    public void A_proof_is_a_file_of_the_dispute()
    {
        var proof = new Attachment { Id = Guid.NewGuid(), Kind = AttachmentKind.PerformanceProof, Sha256 = new string('0', 64), MediaType = "image/jpeg", Length = 1, Pages = 1, On = Given.Today };
        var dispute = Given.Agreed(Given.Oral(Given.Owes(100)), change: file => file with { Attachments = [proof] });
        void Perform(Guid attachment) => dispute.Perform(Owed(dispute, 0), new PerformanceRecord(Given.Today.AddDays(-6), 100, null, attachment), Given.On(-6));

        Given.Refused(dispute, "attachment.unknown", "attachments", () => Perform(Guid.NewGuid()));
        Perform(proof.Id);
        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.Performed));
    }

    /// <summary>电子签名法 13: the receipt is the creditor's, drawn as one.</summary>
    [Test]
    public void A_receipt_on_a_screen_is_drawn_by_the_creditor()
    {
        var dispute = Given.Agreed(Given.Oral(Given.Owes(100)));
        var receipt = new DrawnSignature { Id = Guid.NewGuid(), Purpose = StrokePurpose.Receipt, PartyId = Given.Zhang.Id, SignedAt = Given.Now };
        var (debtors, record) = (receipt with { Id = Guid.NewGuid(), PartyId = Given.Li.Id }, receipt with { Id = Guid.NewGuid(), Purpose = StrokePurpose.Record });
        foreach (var drawn in (DrawnSignature[])[receipt, debtors, record])
            dispute.DrawSignature(drawn, "digest", Given.On(-6));
        void Perform(Guid stroke) => dispute.Perform(Owed(dispute, 0), new PerformanceRecord(Given.Today.AddDays(-6), 100, null, StrokeId: stroke), Given.On(-6));

        foreach (var wrong in (Guid[])[debtors.Id, record.Id, Guid.NewGuid()])
            Given.Refused(dispute, "performance.receipt-unknown", "电子签名法 13", () => Perform(wrong));
        Perform(receipt.Id);
        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.Performed));
    }

    static Guid Owed(Dispute dispute, int index) => dispute.AgreedCase!.Agreement!.Obligations[index].Id;

    static void Breach(Dispute dispute, int day, int obligation = 0) =>
        dispute.RecordBreach(Owed(dispute, obligation), Given.Today.AddDays(day), "催告无果。", Given.On(Math.Min(day, 0)));

    static void Pay(Dispute dispute, decimal? amount, int day) =>
        dispute.Perform(Owed(dispute, 0), new PerformanceRecord(Given.Today.AddDays(day), amount, null), Given.On(day));
}
