using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Routing;
using Mediation.Core.Domain;
using NUnit.Framework;
using static Mediation.Tests.Domain.Routing.SeededRules;

namespace Mediation.Tests.Domain.Routing;

/// <summary>The local hand-over protocol ("handover" in the rule file).</summary>
sealed class HandoverRulesTests
{
    [TestCase(EscalationReason.RedLevel, true)]
    [TestCase(EscalationReason.DeathOrSeriousInjury, true)]
    [TestCase(EscalationReason.SectorCompetence, true)]
    [TestCase(EscalationReason.CrossTown, true)]
    [TestCase(EscalationReason.LeaderInstruction, true)]
    [TestCase(EscalationReason.CrossVillage, false)]
    [TestCase(EscalationReason.FailedAttempts, false)]
    [TestCase(EscalationReason.Overdue, false)]
    public void Only_named_reasons_pass_over_a_tier(EscalationReason reason, bool mayskip) =>
        Assert.That(Current.Handover.SkipLevelReasons.Contains(reason), Is.EqualTo(mayskip));

    [Test]
    public void Conflict_of_interest_and_red_never_come_back_down() =>
        Assert.That(Current.Handover.ForbidReturnFor, Is.EquivalentTo([EscalationReason.ConflictOfInterest, EscalationReason.RedLevel]));

    /// <summary>信访工作条例 23 and 24 by analogy: five working days to refuse, two refusals in a row decide above.</summary>
    [Test]
    public void Refusals_are_bounded()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Current.Handover.RefusalLimit, Is.EqualTo((5, LimitUnit.Workday)));
            Assert.That(Current.Handover.RefusalsInARow, Is.EqualTo(2));
        }
    }

    /// <summary>The maximum of attempts and the rule that moves a matter after them are two places of one file.</summary>
    [TestCase(Tier.Village, "attempts-village")]
    [TestCase(Tier.Town, "attempts-town")]
    public void Attempts_maximum_is_where_the_rule_moves_the_matter(Tier tier, string rule)
    {
        var maximum = Current.Handover.AttemptsMaximum[tier];
        string[] Fired(int failed) => [.. Current.Propose(Quarrel with { CurrentTier = tier, FailedAttempts = failed }).Reasons.Select(reason => reason.Rule)];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(maximum, Is.EqualTo(3));
            Assert.That(Fired(maximum), Does.Contain(rule));
            Assert.That(Fired(maximum - 1), Does.Not.Contain(rule));
        }
    }
}
