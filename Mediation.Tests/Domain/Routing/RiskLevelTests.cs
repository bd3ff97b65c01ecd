using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Routing;
using NUnit.Framework;
using static Mediation.Tests.Domain.Routing.SeededRules;

namespace Mediation.Tests.Domain.Routing;

/// <summary>Each case: the rule id (local unless its statute is named), the level, the facts.</summary>
sealed class RiskLevelTests
{
    static IEnumerable<TestCaseData> Cases()
    {
        yield return Case("red-people", RiskLevel.Red, Quarrel with { PeopleInvolved = 30 });
        yield return Case("red-death-or-serious-injury", RiskLevel.Red, Quarrel with { Risks = [Risk.Death] });
        yield return Case("red-violence", RiskLevel.Red, Quarrel with { Risks = [Risk.Threat] });
        yield return Case("red-violence", RiskLevel.Red, Quarrel with { Risks = [Risk.SelfHarmWords] });
        yield return Case("red-domestic-violence", RiskLevel.Red, Quarrel with { Risks = [Risk.DomesticViolence] }, "反家庭暴力法 14");
        yield return Case("red-child-harm", RiskLevel.Red, Quarrel with { Risks = [Risk.ChildHarm] }, "未成年人保护法 11");
        yield return Case("red-crowd", RiskLevel.Red, Quarrel with { Risks = [Risk.Crowd] });
        yield return Case("red-wages", RiskLevel.Red, Quarrel with { Risks = [Risk.WagesBeforeHoliday] });
        yield return Case("red-attempts", RiskLevel.Red, Quarrel with { FailedAttempts = 3 });
        yield return Case("yellow-people", RiskLevel.Yellow, Quarrel with { PeopleInvolved = 29 });
        yield return Case("yellow-amount", RiskLevel.Yellow, Quarrel with { Amount = 50_000m });
        yield return Case("yellow-cross-village", RiskLevel.Yellow, Quarrel with { Parties = Between(Haikou, Hongxing) });
        yield return Case("yellow-attempts", RiskLevel.Yellow, Quarrel with { FailedAttempts = 2 });
        yield return Case("yellow-overdue", RiskLevel.Yellow, Quarrel with { Overdue = true });
        yield return Case("yellow-injury", RiskLevel.Yellow, Quarrel with { Risks = [Risk.Injury] });
        yield return Case("yellow-official", RiskLevel.Yellow, Quarrel with { Risks = [Risk.OfficialIsParty] });
    }

    static TestCaseData Case(string rule, RiskLevel level, RoutingFacts facts, string? basis = null) =>
        new TestCaseData(rule, level, facts, basis).SetArgDisplayNames(rule, $"{level}", basis ?? "local");

    [TestCaseSource(nameof(Cases))]
    public void Trigger_sets_the_level(string rule, RiskLevel level, RoutingFacts facts, string? basis)
    {
        var assessment = Current.Level(facts);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(assessment.Level, Is.EqualTo(level));
            Assert.That(assessment.Reasons[0].Rule, Is.EqualTo(rule));
            Assert.That(assessment.Reasons[0].Basis, Is.EqualTo(basis));
        }
    }

    [Test]
    public void Quiet_quarrel_is_green_without_a_reason()
    {
        var assessment = Current.Level(Quarrel);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(assessment.Level, Is.EqualTo(RiskLevel.Green));
            Assert.That(assessment.Reasons, Is.Empty);
        }
    }

    [Test]
    public void Hottest_trigger_wins_and_the_milder_follow()
    {
        var assessment = Current.Level(Quarrel with { Risks = [Risk.Injury, Risk.Weapon] });

        Assert.That(assessment.Reasons.Select(reason => reason.Rule), Is.EqualTo(new[] { "red-violence", "yellow-injury" }));
    }

    /// <summary>Report counting, exactly: major = red, 30 people or more, death or serious injury.</summary>
    [TestCase(RiskLevel.Red, 2, null, true)]
    [TestCase(RiskLevel.Green, 30, null, true)]
    [TestCase(RiskLevel.Green, 2, Risk.SeriousInjury, true)]
    [TestCase(RiskLevel.Yellow, 29, Risk.Injury, false)]
    public void Major_is_red_or_thirty_people_or_a_life(RiskLevel level, int people, Risk? risk, bool major) =>
        Assert.That(Current.Major.Holds(level, people, risk is { } one ? [one] : []), Is.EqualTo(major));
}
