using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Registry;
using Mediation.Tests.Domain.Routing;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Registry;

sealed class MediatorRankingTests
{
    static readonly DateOnly Today = new(2026, 11, 2);

    static readonly MediatorNeeds Needs = new() { Type = DisputeType.Neighbor, Area = SeededRules.Haikou, On = Today };

    static MediatorCandidate Mediator(int number) => new()
    {
        Id = new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
        Name = $"调解员{number}",
        OrganisationId = Guid.Empty,
        OrganisationArea = SeededRules.OtherTown,
        OrganisationKind = OrganisationKind.VillageCommittee,
        Capacity = 10,
        OpenCases = 5,
    };

    static MediatorRanking Rank(MediatorNeeds needs, params MediatorCandidate[] candidates) =>
        MediatorRanking.Of(candidates, needs, SeededRules.Current.Ranking);

    static IEnumerable<TestCaseData> Merits()
    {
        yield return Case("rank-expertise", Needs, one => one with { Expertise = [DisputeType.Neighbor] });
        yield return Case("rank-sector", Needs, one => one with { Expertise = [DisputeType.Neighbor], OrganisationKind = OrganisationKind.SectorCommittee });
        yield return Case("rank-same-village", Needs, one => one with { OrganisationArea = SeededRules.Haikou });
        yield return Case("rank-same-town", Needs, one => one with { OrganisationArea = SeededRules.Hongxing });
        yield return Case("rank-same-town", Needs, one => one with { OrganisationArea = SeededRules.Haikou.Town });
        yield return Case("rank-load", Needs, one => one with { OpenCases = 4 });
        yield return Case("rank-language", Needs with { Languages = ["怀宁话", "普通话"] }, one => one with { Languages = ["怀宁话"] });
        yield return Case("rank-local-dialect", Needs with { Needs = [PartyNeed.Dialect] }, one => one with { OrganisationArea = SeededRules.Hongxing });
        yield return Case("rank-sign-language", Needs with { Needs = [PartyNeed.SignInterpreter] }, one => one with { Languages = ["手语"] });
        yield return Case("rank-grade", Needs with { Level = RiskLevel.Yellow }, one => one with { Grade = MediatorGrade.Four });
    }

    static TestCaseData Case(string rule, MediatorNeeds needs, Func<MediatorCandidate, MediatorCandidate> better) =>
        new TestCaseData(rule, needs, better).SetArgDisplayNames(rule);

    [TestCaseSource(nameof(Merits))]
    public void Merit_comes_first_and_says_why(string rule, MediatorNeeds needs, Func<MediatorCandidate, MediatorCandidate> better)
    {
        var ranked = Rank(needs, Mediator(1), better(Mediator(2))).Ranked;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ranked.Select(one => one.Name), Is.EqualTo(new[] { "调解员2", "调解员1" }));
            Assert.That(ranked[0].Reasons.Select(reason => reason.Reason.Rule), Does.Contain(rule));
            Assert.That(ranked[0].Score, Is.EqualTo(ranked[0].Reasons.Sum(reason => reason.Points)));
        }
    }

    [Test]
    public void Grade_does_not_count_in_a_green_matter()
    {
        var ranked = Rank(Needs, Mediator(1), Mediator(2) with { Grade = MediatorGrade.One }).Ranked;

        Assert.That(ranked[0].Score, Is.EqualTo(ranked[1].Score));
    }

    static IEnumerable<TestCaseData> Barred()
    {
        yield return Case("mediator-suspended", Needs, one => one with { Status = MediatorStatus.Suspended });
        yield return Case("mediator-resigned", Needs, one => one with { Status = MediatorStatus.Resigned });
        yield return Case("mediator-removed", Needs, one => one with { Status = MediatorStatus.Removed });
        yield return Case("mediator-is-party", Needs, one => one with { IsParty = true });
        yield return Case("mediator-at-capacity", Needs, one => one with { OpenCases = 10 });
        yield return Case("mediator-at-capacity", Needs, one => one with { OpenCases = 0, Capacity = 0 });
    }

    /// <summary>人民调解法 15 for the removed; the party's own recusal and a full desk are local.</summary>
    [TestCaseSource(nameof(Barred))]
    public void Barred_mediator_is_named_with_the_reason(string rule, MediatorNeeds needs, Func<MediatorCandidate, MediatorCandidate> barred)
    {
        var ranking = Rank(needs, barred(Mediator(1)), Mediator(2));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ranking.Ranked.Select(one => one.Name), Is.EqualTo(new[] { "调解员2" }));
            Assert.That(ranking.Excluded.Single().Name, Is.EqualTo("调解员1"));
            Assert.That(ranking.Excluded.Single().Reasons.Single().Rule, Is.EqualTo(rule));
        }
    }

    /// <summary>人民调解法 9: an expired term warns and never excludes; the last day is still inside it.</summary>
    [TestCase(-1, new[] { "term-expired", "certificate-expired" })]
    [TestCase(0, new string[0])]
    public void Expired_term_or_certificate_warns(int days, string[] warnings)
    {
        var end = Today.AddDays(days);
        var ranked = Rank(Needs, Mediator(1) with { TermTo = end, CertificateTo = end }).Ranked.Single();

        Assert.That(ranked.Warnings.Select(warning => warning.Rule), Is.EqualTo(warnings));
    }

    [Test]
    public void Every_reason_to_stay_out_is_told() =>
        Assert.That(
            Rank(Needs, Mediator(1) with { IsParty = true, OpenCases = 12 }).Excluded.Single().Reasons.Select(reason => reason.Rule),
            Is.EqualTo(new[] { "mediator-is-party", "mediator-at-capacity" }));

    [Test]
    public void Two_runs_agree_whatever_the_order_of_the_candidates()
    {
        MediatorCandidate[] candidates = [.. Enumerable.Range(1, 9).Select(Mediator)];

        Assert.That(
            Rank(Needs, [.. candidates.Reverse()]).Ranked.Select(one => one.Id),
            Is.EqualTo(Rank(Needs, candidates).Ranked.Select(one => one.Id)));
    }
}
