using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Routing;
using NUnit.Framework;
using static Mediation.Core.Domain.Disputes.FollowOnChannel;
using static Mediation.Core.Domain.Disputes.RejectionReason;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>What is not taken, and which ways are told then (domain 4.2; 若干规定 20-24, 人民调解法 26).</summary>
sealed class ExclusionTests
{
    static readonly FollowOnChannel[] Civil = [Arbitration, Suit, LegalAid, OtherCommittee, OtherDepartment];
    static readonly FollowOnChannel[] Administrative = [Suit, Reconsideration, Petition, OtherDepartment];

    static DisputeFile ToOrgan(DisputeFile file) => file with { Routing = file.Routing with { Target = RoutingTarget.Organ } };

    static Dispute For(RejectionReason reason) => reason switch
    {
        RespondentUnknown => Given.Registered(change: file => file with { Parties = [Given.Zhang, Given.Li with { Name = null, Description = "不详" }] }),
        MedicalSuedOrHealthDeptAccepted => Given.Registered(DisputeType.Medical),
        _ => Given.Registered(),
    };

    /// <summary>Each of the eight with its article; never without the proper way (若干规定 24).</summary>
    [TestCase(OnlySpecialOrgan, "若干规定 22(1)")]
    [TestCase(MediationForbidden, "若干规定 22(1)")]
    [TestCase(AlreadyAcceptedOrResolved, "若干规定 22(2)")]
    [TestCase(PartyRefuses, "人民调解法 17")]
    [TestCase(NotCivilDispute, "若干规定 20")]
    [TestCase(OutsideArea, "若干规定 21")]
    [TestCase(RespondentUnknown, "人民调解法 17")]
    [TestCase(MedicalSuedOrHealthDeptAccepted, "医疗纠纷条例 31")]
    public void Each_ground_has_its_statute_and_tells_the_way(RejectionReason reason, string statute)
    {
        var dispute = For(reason);

        Given.Refused(dispute, "channels.missing", "若干规定 24", () => dispute.Reject(Given.RejectedCase(), reason, Given.On(-9)));
        dispute.Reject(Given.RejectedCase(OtherDepartment), reason, Given.On(-9));

        Assert.That((string?)dispute.News[^1].Facts["statute"], Is.EqualTo(statute));
        Assert.That(dispute.File.Status, Is.EqualTo(DisputeStatus.Unresolved));
    }

    /// <summary>医疗纠纷条例 31 and 人民调解法 17: two grounds that the file itself may speak against.</summary>
    [Test]
    public void A_ground_that_cannot_be_is_refused()
    {
        var dispute = Given.Registered();

        Given.Refused(dispute, "rejection.not-medical", "医疗纠纷条例 31", () => dispute.Reject(Given.RejectedCase(Suit), MedicalSuedOrHealthDeptAccepted, Given.On(-9)));
        Given.Refused(dispute, "rejection.respondent-known", "人民调解法 17", () => dispute.Reject(Given.RejectedCase(Suit), RespondentUnknown, Given.On(-9)));
    }

    /// <summary>人民调解法 26 and domain 12: of a civil matter arbitration, suit, legal aid; never reconsideration or petition.</summary>
    [TestCase(DisputeType.Neighbor)]
    [TestCase(DisputeType.OtherLabor)]
    public void A_civil_matter_has_civil_ways(DisputeType type)
    {
        foreach (var channel in Enum.GetValues<FollowOnChannel>())
        {
            Action<Dispute>[] ends =
            [
                d => d.Fail([Suit, channel], Given.On(-7)),
                d => d.Terminate(TerminationReason.CommitteeDeemsNoAgreement, [Suit, channel], Given.On(-7)),
                d => d.DeclareStance(Given.Li.Id, new PartyStance(Stance.Refuses, NoticeForm.Signed, Given.Today.AddDays(-7)), [Suit, channel], Given.On(-7)),
            ];
            foreach (var end in ends)
            {
                var dispute = Given.Accepted(type);
                if (Civil.Contains(channel))
                    Assert.That(() => end(dispute), Throws.Nothing, channel.ToString());
                else
                    Given.Refused(dispute, "channels.not-of-this-nature", "人民调解法 26", () => end(dispute));
            }
        }
    }

    /// <summary>若干规定 22, 24 and domain 12: of an administrative matter reconsideration, suit, petition.</summary>
    [Test]
    public void An_administrative_matter_has_its_own_ways()
    {
        foreach (var channel in Enum.GetValues<FollowOnChannel>())
        {
            var dispute = Given.Registered(change: ToOrgan);
            void Reject() => dispute.Reject(Given.RejectedCase(channel), OnlySpecialOrgan, Given.On(-9));
            if (Administrative.Contains(channel))
                Assert.That(Reject, Throws.Nothing, channel.ToString());
            else
                Given.Refused(dispute, "channels.not-of-this-nature", "若干规定 24", Reject);
        }
    }

    /// <summary>Whoever says that it is no civil matter says which way it is then; whoever says it is another committee's does not.</summary>
    [TestCase(NotCivilDispute, true)]
    [TestCase(OnlySpecialOrgan, true)]
    [TestCase(OutsideArea, false)]
    public void Turned_away_as_not_civil_it_may_be_told_reconsideration(RejectionReason reason, bool lawful)
    {
        var dispute = Given.Registered();
        void Reject() => dispute.Reject(Given.RejectedCase(Reconsideration), reason, Given.On(-9));

        if (lawful)
            Assert.That(Reject, Throws.Nothing);
        else
            Given.Refused(dispute, "channels.not-of-this-nature", "若干规定 24", Reject);
    }
}
