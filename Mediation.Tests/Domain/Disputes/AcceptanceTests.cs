using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Routing;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>When a committee may take a matter, and when it may not.</summary>
sealed class AcceptanceTests
{
    /// <summary>人民调解法 17: consent needs two who can give it; at registration one known party is enough (domain 12).</summary>
    [Test]
    public void Two_identified_sides_are_asked_at_acceptance_and_not_before()
    {
        var unknown = Given.Li with { Name = null, Description = "不详" };
        var dispute = Given.Registered(change: file => file with { Parties = [Given.Zhang, unknown] });

        Given.Refused(dispute, "parties.two-sides", "人民调解法 17", () => dispute.Accept(Given.Case(), [], Given.On(-9)));
    }

    [Test]
    public void A_third_party_is_no_side()
    {
        var dispute = Given.Registered(change: file => file with { Parties = [Given.Zhang, Given.Li with { Side = PartySide.ThirdParty }] });

        Given.Refused(dispute, "parties.two-sides", "人民调解法 17", () => dispute.Accept(Given.Case(), [], Given.On(-9)));
    }

    [Test]
    public void An_ordinary_matter_is_accepted_before_the_other_side_was_asked()
    {
        var dispute = Given.Registered();

        dispute.Accept(Given.Case(), [(Given.Zhang.Id, new PartyNotice(NoticeForm.Oral, Given.Today.AddDays(-9)))], Given.On(-9));

        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.InMediation));
        Assert.That(dispute.PresentParties.Select(p => p.Notice?.Form), Is.EqualTo([NoticeForm.Oral, (NoticeForm?)null]));
    }

    /// <summary>若干规定 22: what an organ decides is no committee's.</summary>
    [Test]
    public void An_administrative_matter_goes_to_its_organ()
    {
        var dispute = Given.Registered(change: file => file with { Routing = file.Routing with { Target = RoutingTarget.Organ } });

        Given.Refused(dispute, "case.administrative", "若干规定 22", () => dispute.Accept(Given.Case(), Given.Told(dispute), Given.On(-9)));
        dispute.ReferOut(new Referral(Given.Today.AddDays(-9), "区自然资源局", "收字12号"), Given.On(-9));
        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.ReferredOut));
    }

    /// <summary>医疗纠纷预防和处理条例 31: both sides' yes comes first.</summary>
    [Test]
    public void A_medical_matter_needs_both_sides_consent_beforehand()
    {
        var dispute = Given.Registered(DisputeType.Medical);
        List<(Guid, PartyNotice)> one = [(Given.Zhang.Id, new PartyNotice(NoticeForm.Signed, Given.Today.AddDays(-9)))];
        var late = Given.Told(dispute, day: -8);

        Given.Refused(dispute, "medical.consent-missing", "医疗纠纷条例 31", () => dispute.Accept(Given.Case(), one, Given.On(-9)));
        Given.Refused(dispute, "medical.consent-missing", "医疗纠纷条例 31", () => dispute.Accept(Given.Case(), late, Given.On(-9)));
        dispute.Accept(Given.Case(), Given.Told(dispute), Given.On(-9));
        Assert.That(dispute.OpenCase, Is.Not.Null);
    }

    [Test]
    public void A_medical_matter_is_never_started_by_the_committee()
    {
        var dispute = Given.Registered(DisputeType.Medical, file => file with { Source = Source.CommitteeInitiated });
        var other = Given.Registered(DisputeType.Neighbor, file => file with { Source = Source.CommitteeInitiated });

        Given.Refused(dispute, "medical.committee-initiated", "医疗纠纷条例 31", () => dispute.Accept(Given.Case(), Given.Told(dispute), Given.On(-9)));
        other.Accept(Given.Case(), Given.Told(other), Given.On(-9));
        Assert.That(other.File.Status, Is.EqualTo(DisputeStatus.InMediation));
    }

    /// <summary>若干规定 25: one hosts, others assist.</summary>
    [Test]
    public void The_host_is_no_assistant()
    {
        var dispute = Given.Registered();
        var accepted = Given.Accepted();

        Given.Refused(dispute, "mediators.host-assists", "若干规定 25",
            () => dispute.Accept(Given.Case() with { AssistantIds = [Given.Host] }, Given.Told(dispute), Given.On(-9)));
        Given.Refused(accepted, "mediators.host-assists", "若干规定 25",
            () => accepted.AppointMediators(Given.Host, Given.Village.Id, [Given.Host], Given.On(-8)));
    }

    [Test]
    public void Notice_is_given_to_parties_of_this_dispute_only_and_not_in_days_to_come()
    {
        var dispute = Given.Accepted();
        var told = new PartyNotice(NoticeForm.Oral, Given.Today);

        Given.Refused(dispute, "party.unknown", "parties", () => dispute.GiveNotice(Guid.NewGuid(), told, Given.On(0)));
        Given.Refused(dispute, "date.in-future", "event dates", () => dispute.GiveNotice(Given.Li.Id, told with { On = Given.Today.AddDays(2) }, Given.On(0)));
    }

    /// <summary>若干规定 24: who is turned away is told where to go.</summary>
    [Test]
    public void A_rejection_names_the_proper_way()
    {
        var dispute = Given.Registered();

        Given.Refused(dispute, "channels.missing", "若干规定 24", () => dispute.Reject(Given.RejectedCase(), RejectionReason.OutsideArea, Given.On(-9)));
    }

    /// <summary>Domain 12: what a court or the police sent is not turned away because they had it.</summary>
    [TestCase(ReferringOrgan.Court, RejectionReason.AlreadyAcceptedOrResolved, false)]
    [TestCase(ReferringOrgan.Police, RejectionReason.AlreadyAcceptedOrResolved, false)]
    [TestCase(ReferringOrgan.Court, RejectionReason.MedicalSuedOrHealthDeptAccepted, false)]
    [TestCase(ReferringOrgan.Police, RejectionReason.MedicalSuedOrHealthDeptAccepted, true)]
    [TestCase(ReferringOrgan.PetitionOffice, RejectionReason.AlreadyAcceptedOrResolved, true)]
    [TestCase(ReferringOrgan.Court, RejectionReason.PartyRefuses, true)]
    public void The_referring_organ_is_no_ground_for_rejection(ReferringOrgan organ, RejectionReason reason, bool lawful)
    {
        var type = reason == RejectionReason.MedicalSuedOrHealthDeptAccepted ? DisputeType.Medical : DisputeType.Neighbor;
        var dispute = Given.Registered(type, file => file with { Source = Source.EntrustedReferral, ReferredBy = organ });
        void Reject() => dispute.Reject(Given.RejectedCase(FollowOnChannel.Suit), reason, Given.On(-9));

        if (!lawful)
        {
            Given.Refused(dispute, "rejection.referred-by-organ", "domain 12", Reject);
            return;
        }
        Reject();
        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.Unresolved));
        Assert.That(dispute.File.Report.Conclusions, Is.Empty, "a rejection is no conclusion of a mediation");
    }

    /// <summary>司法部统计表: an entrusted matter names who sent it; one party, even undescribed by name, is enough (domain 12).</summary>
    [Test]
    public void A_registration_needs_somebody_and_the_organ_that_sent_it()
    {
        var nobody = Given.File() with { Parties = [Given.Zhang with { Name = " " }] };
        var entrusted = Given.File() with { Source = Source.EntrustedReferral };
        var described = Given.File() with { Parties = [Given.Zhang with { Name = null, Description = "不详" }] };

        Assert.That(Code(nobody), Is.EqualTo("parties.none"));
        Assert.That(Code(entrusted), Is.EqualTo("referral.organ-missing"));
        Assert.That(Dispute.Register(described, false, Given.On(-10)).File.Status, Is.EqualTo(DisputeStatus.Registered));

        static string Code(DisputeFile file) =>
            Assert.Throws<Core.Domain.RuleViolationException>(() => Dispute.Register(file, false, Given.On(-10))).Code;
    }
}
