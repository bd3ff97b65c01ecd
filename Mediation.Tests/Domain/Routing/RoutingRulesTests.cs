using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Routing;
using Mediation.Core.Domain;
using NUnit.Framework;
using static Mediation.Core.Domain.Disputes.DisputeType;
using static Mediation.Core.Domain.Routing.RoutingTarget;
using static Mediation.Core.Domain.Tier;
using static Mediation.Tests.Domain.Routing.SeededRules;

namespace Mediation.Tests.Domain.Routing;

/// <summary>Each case: the rule id, its statute (null: local), the facts, and where the matter belongs.</summary>
sealed class RoutingRulesTests
{
    const string Jurisdiction = "人民调解工作若干规定 21";
    const string OnlySpecialOrgan = "人民调解工作若干规定 22";
    const string FreeChoice = "人民调解法 23";
    const string SectorCommittees = "人民调解法 34";

    static IEnumerable<TestCaseData> Cases()
    {
        yield return Case("default", Jurisdiction, Quarrel, Village, Committee);
        yield return Case("area-town", null, Quarrel with { Area = new(340803100000) }, Town, Centre);
        yield return Case("area-district", null, Quarrel with { Area = new(340803000000) }, District, Centre);
        yield return Case("cross-village", Jurisdiction, Quarrel with { Parties = Between(Haikou, Hongxing) }, Town, Centre);
        yield return Case("cross-town", Jurisdiction, Quarrel with { Parties = Between(Haikou, OtherTown) }, District, Centre);
        yield return Case("people-town", null, Quarrel with { PeopleInvolved = 10 }, Town, Centre);
        yield return Case("people-town", null, Quarrel with { PeopleInvolved = 29 }, Town, Centre);
        yield return Case("people-district", null, Quarrel with { PeopleInvolved = 30 }, District, Centre);
        yield return Case("amount-town", null, Quarrel with { Amount = 50_000m }, Town, Centre);
        yield return Case("amount-district", null, Quarrel with { Amount = 500_000m }, District, Centre);
        yield return Case("attempts-village", Jurisdiction, Quarrel with { FailedAttempts = 3 }, Town, Centre);
        yield return Case("attempts-town", null, Quarrel with { FailedAttempts = 3, CurrentTier = Town }, District, Centre);
        yield return Case("death-or-serious-injury", null, Quarrel with { Risks = [Risk.Death] }, District, Centre);
        yield return Case("death-or-serious-injury", null, Quarrel with { Risks = [Risk.SeriousInjury] }, District, Centre);
        yield return Case("official-is-party", null, Quarrel with { Risks = [Risk.OfficialIsParty] }, Town, Centre);
        yield return Case("requested-town", FreeChoice, Quarrel with { RequestedTier = Town }, Town, Centre);
        yield return Case("requested-district", FreeChoice, Quarrel with { RequestedTier = District }, District, Centre);
        yield return Case("red-town", null, Quarrel with { Risks = [Risk.Weapon] }, Town, Centre);
        yield return Case("medical", "医疗纠纷预防和处理条例 31", Of(Medical), District, Sector);
        yield return Case("sector-people", SectorCommittees, Of(MigrantWageArrears) with { PeopleInvolved = 10 }, District, Sector);
        yield return Case("sector-amount-labour", SectorCommittees, Of(OtherLabor) with { Amount = 50_000m }, District, Sector);
        yield return Case("sector-amount-traffic", SectorCommittees, Of(RoadTraffic) with { Amount = 50_000m }, District, Sector);
        yield return Case("sector-amount-property", SectorCommittees, Of(PropertyManagement) with { Amount = 50_000m }, District, Sector);
        yield return Case("sector-injury", SectorCommittees, Of(RoadTraffic) with { Risks = [Risk.Injury] }, District, Sector);
        yield return Case("sector-cross-town", SectorCommittees, Of(OtherLabor) with { Parties = Between(Haikou, OtherTown) }, District, Sector);
        yield return Case("sector-requested", SectorCommittees, Of(PropertyManagement) with { SectorRequested = true }, District, Sector);
        yield return Case("land-compensation", OnlySpecialOrgan, Of(LandExpropriation) with { Subtype = "1101" }, District, Organ);
        yield return Case("land-compensation", OnlySpecialOrgan, Of(LandExpropriation) with { Subtype = "1102" }, District, Organ);
        yield return Case("administrative-local", OnlySpecialOrgan, Of(Other) with { Subtype = "1201" }, Town, Organ);
        yield return Case("administrative-local", OnlySpecialOrgan, Of(Other) with { Subtype = "1103" }, Town, Organ);
        yield return Case("administrative-district", OnlySpecialOrgan, Of(Other) with { Subtype = "1502" }, District, Organ);
    }

    static TestCaseData Case(string rule, string? basis, RoutingFacts facts, Tier tier, RoutingTarget target) =>
        new TestCaseData(rule, basis, facts, tier, target).SetArgDisplayNames(rule, basis ?? "local", $"{tier}", $"{target}");

    [TestCaseSource(nameof(Cases))]
    public void Rule_leads_where_it_says(string rule, string? basis, RoutingFacts facts, Tier tier, RoutingTarget target)
    {
        var proposal = Current.Propose(facts);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((proposal.Tier, proposal.Target), Is.EqualTo((tier, target)));
            Assert.That(proposal.Reasons[0].Rule, Is.EqualTo(rule));
            Assert.That(proposal.Reasons[0].Basis, Is.EqualTo(basis));
            Assert.That(proposal.RuleSetVersion, Is.EqualTo("2026.1"));
        }
    }

    static readonly RoutingFacts[] Small =
    [
        Quarrel with { PeopleInvolved = 9 },
        Quarrel with { Amount = 49_999.99m },
        Quarrel with { Amount = null },
        Quarrel with { FailedAttempts = 2 },
        Quarrel with { Parties = [] },
        Quarrel with { Parties = Between(Haikou, null) },
        Quarrel with { Parties = Between(Haikou, new AreaCode(340803100000)) },
        Quarrel with { Parties = [(PartySide.Applicant, Haikou), (PartySide.Respondent, Haikou), (PartySide.ThirdParty, OtherTown)] },
        Quarrel with { Parties = [(PartySide.Applicant, Haikou), (PartySide.Applicant, OtherTown)] },
        Quarrel with { RequestedTier = Village },
        Of(MarriageFamily) with { Subtype = "0102", Parties = Between(Haikou, OtherTown) },
        Of(HousingHomestead) with { Subtype = "0103", Parties = Between(Haikou, OtherTown) },
        Of(MigrantWageArrears), Of(OtherLabor), Of(RoadTraffic), Of(PropertyManagement),
        Of(LandExpropriation), Of(LandExpropriation) with { Subtype = "0103" }, Of(LandExpropriation) with { Subtype = "1199" },
    ];

    /// <summary>人民调解工作若干规定 21 with the local lines: a son living elsewhere, an unknown amount or one man less moves nothing.</summary>
    [TestCaseSource(nameof(Small))]
    public void Small_matter_stays_in_the_village(RoutingFacts facts)
    {
        var proposal = Current.Propose(facts);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((proposal.Tier, proposal.Target), Is.EqualTo((Village, Committee)));
            Assert.That(proposal.Reasons.Select(reason => reason.Rule), Is.EqualTo(new[] { "default" }));
        }
    }
}
