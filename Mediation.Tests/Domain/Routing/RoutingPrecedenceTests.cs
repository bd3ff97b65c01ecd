using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Routing;
using Mediation.Core.Domain;
using NUnit.Framework;
using static Mediation.Tests.Domain.Routing.SeededRules;

namespace Mediation.Tests.Domain.Routing;

sealed class RoutingPrecedenceTests
{
    static string[] Rules(IReadOnlyList<RoutingReason> reasons) => [.. reasons.Select(reason => reason.Rule)];

    [Test]
    public void Highest_tier_wins_and_lower_reasons_follow()
    {
        var proposal = Current.Propose(Quarrel with { PeopleInvolved = 10, RequestedTier = Tier.District });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(proposal.Tier, Is.EqualTo(Tier.District));
            Assert.That(Rules(proposal.Reasons), Is.EqualTo(new[] { "requested-district", "people-town" }));
        }
    }

    [Test]
    public void Sector_beats_the_centre_at_the_district()
    {
        var proposal = Current.Propose(Of(DisputeType.Medical) with { Risks = [Risk.Death] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((proposal.Tier, proposal.Target), Is.EqualTo((Tier.District, RoutingTarget.Sector)));
            Assert.That(Rules(proposal.Reasons), Is.EqualTo(new[] { "medical", "death-or-serious-injury", "red-town" }));
        }
    }

    /// <summary>人民调解工作若干规定 22: what only an organ may decide stays its own, however many people are in it.</summary>
    [Test]
    public void Organ_beats_all_and_no_committee_is_offered()
    {
        var proposal = Current.Propose(Of(DisputeType.LandExpropriation) with { Subtype = "1102", PeopleInvolved = 80, SectorRequested = true });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((proposal.Tier, proposal.Target), Is.EqualTo((Tier.District, RoutingTarget.Organ)));
            Assert.That(proposal.Reasons[0].Rule, Is.EqualTo("land-compensation"));
            Assert.That(proposal.Offers, Is.Empty);
        }
    }

    /// <summary>人民调解法 34: below its thresholds the sector is offered, not imposed; once it has the matter there is nothing to offer.</summary>
    [Test]
    public void Sector_is_offered_below_its_thresholds_only()
    {
        var small = Current.Propose(Of(DisputeType.OtherLabor));
        var big = Current.Propose(Of(DisputeType.OtherLabor) with { PeopleInvolved = 12 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Rules(small.Offers), Is.EqualTo(new[] { "sector-offer" }));
            Assert.That(big.Offers, Is.Empty);
        }
    }

    /// <summary>人民调解工作若干规定 22: family shares stay in the village, the compensation decision is the organ's.</summary>
    [Test]
    public void Land_matter_tells_of_the_organ_and_the_sector()
    {
        var proposal = Current.Propose(Of(DisputeType.LandExpropriation));

        Assert.That(Rules(proposal.Offers), Is.EqualTo(new[] { "sector-offer", "land-decision-offer" }));
    }

    /// <summary>反家庭暴力法 14: the duty to report is told whatever the tier; the level sends the matter to the town on call.</summary>
    [Test]
    public void Domestic_violence_goes_to_the_town_and_tells_of_the_report()
    {
        var proposal = Current.Propose(Of(DisputeType.MarriageFamily) with { Risks = [Risk.DomesticViolence] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((proposal.Tier, proposal.Target, proposal.Level), Is.EqualTo((Tier.Town, RoutingTarget.Centre, RiskLevel.Red)));
            Assert.That(Rules(proposal.Reasons), Is.EqualTo(new[] { "red-town" }));
            Assert.That(Rules(proposal.LevelReasons), Is.EqualTo(new[] { "red-domestic-violence" }));
            Assert.That(Rules(proposal.Offers), Is.EqualTo(new[] { "protection-report" }));
        }
    }
}
