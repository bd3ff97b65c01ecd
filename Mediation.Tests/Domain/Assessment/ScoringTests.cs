using Mediation.Core.Domain.Assessment;
using Mediation.Core.Domain.Reports;
using NUnit.Framework;
using static Mediation.Tests.Domain.Assessment.Sheets;

namespace Mediation.Tests.Domain.Assessment;

/// <summary>How figures become points (domain 8): targets, deductions, caps, bonuses, flags, bands.</summary>
sealed class ScoringTests
{
    [TestCase(95, 100, 40, Description = "The target is reached.")]
    [TestCase(100, 100, 40)]
    [TestCase(76, 100, 32, Description = "In proportion: 76 of 95.")]
    [TestCase(0, 100, 0)]
    [TestCase(1, 3, 14.03, Description = "33.33 of 95, half up.")]
    public void Below_its_target_an_indicator_gives_its_points_in_proportion(int numerator, int denominator, decimal points) =>
        Assert.That(Score(Scheme(Rate(40)), Figures(numerator, denominator)).Items[0].Points, Is.EqualTo(points));

    [TestCase(94, 39.5)]
    [TestCase(90, 37.5)]
    [TestCase(10, 30, Description = "No more than the cap.")]
    public void Or_loses_so_much_for_each_percentage_point_up_to_its_cap(int numerator, decimal points) =>
        Assert.That(Score(Scheme(Rate(40) with { Deduction = 0.5m, Cap = 10 }), Figures(numerator, 100)).Items[0].Points, Is.EqualTo(points));

    [TestCase(0, 40)]
    [TestCase(1, 40)]
    [TestCase(3, 36)]
    [TestCase(80, 0)]
    public void A_rate_that_should_be_small_loses_what_is_above_it(int numerator, decimal points) =>
        Assert.That(Score(Scheme(Rate(40) with { AtMost = true, Target = 1, Deduction = 2 }), Figures(numerator, 100)).Items[0].Points, Is.EqualTo(points));

    [TestCase(0, 10)]
    [TestCase(3, 8.5)]
    [TestCase(99, 6)]
    public void Each_event_costs_its_points_up_to_the_cap(int events, decimal points)
    {
        var line = Score(Scheme(Events(10) with { Cap = 4 }), Figures(events: events)).Items[0];

        Assert.That((line.Points, line.Count, line.EvidenceCount), Is.EqualTo((points, events, events)));
    }

    [TestCase(2, 2)]
    [TestCase(9, 3)]
    public void Good_events_are_a_bonus_up_to_its_cap_and_no_weight(int events, decimal bonus)
    {
        var score = Score(
            Scheme(Rate(100), Events(0, ScoreEvent.CardAnsweredInTime) with { Bonus = 1, BonusCap = 3 }), Figures(95, 100, events, ScoreEvent.CardAnsweredInTime));

        Assert.That((score.Score, score.Bonus, score.ScoredWeight), Is.EqualTo((100 + bonus, bonus, 100m)));
    }

    [TestCase(98, 0)]
    [TestCase(99, 2)]
    public void A_very_good_indicator_gives_its_bonus_once(int numerator, decimal bonus) =>
        Assert.That(Score(Scheme(Rate(100) with { Bonus = 2, BonusFrom = 99, BonusCap = 2 }), Figures(numerator, 100)).Bonus, Is.EqualTo(bonus));

    [Test]
    public void Without_a_denominator_an_item_is_not_scored_and_the_others_stand_for_the_whole_domain_8()
    {
        var score = Score(Scheme(Rate(60), Events(40)), Figures(events: 8));

        Assert.That(score.Items.Select(item => item.Scored), Is.EqualTo(new[] { false, true }));
        Assert.That((score.ScoredWeight, score.Points, score.Score), Is.EqualTo((40m, 36m, 90m)));
        Assert.That(Score(Scheme(Rate(100)), Figures()), Has.Property("Score").Null.And.Property("Band").Null);
    }

    [TestCase(-5, 95, "优秀")]
    [TestCase(-40, 60, "合格")]
    [TestCase(-100, 0, "不合格")]
    [TestCase(3, 103, "优秀")]
    public void Adjustments_come_last_and_nobody_falls_below_nothing(decimal adjusted, decimal expected, string band)
    {
        var score = Score(Scheme(Rate(100)), Figures(95, 100), adjusted);

        Assert.That((score.Score, score.Band!.Zh), Is.EqualTo(((decimal?)expected, band)));
    }

    [Test]
    public void A_veto_is_a_flag_and_costs_no_points_domain_8()
    {
        var (below, own, back) = (Flag(VetoKind.MassIncident, Village), Flag(VetoKind.ConcealedReport, Village), Flag(VetoKind.MassIncident, Town));
        var score = Score(Scheme(Rate(100)), Figures(95, 100), 0, below, own, back.Withdraw("查无此事", ByHand), Flag(VetoKind.CivilToCriminalHomicide, Town));

        Assert.That(score.Vetoes.Select(veto => veto.FlagId), Is.EqualTo(new[] { below.Id }), "Concealed by the village; taken back; not in the scheme.");
        Assert.That((score.Score, score.Band!.Zh), Is.EqualTo(((decimal?)100, "优秀")));
    }

    [Test]
    public void So_many_links_are_kept_and_all_are_counted()
    {
        var line = Score(Scheme(Rate(100)), Figures(0, 250)).Items[0];

        Assert.That((line.EvidenceCount, line.Evidence.Count), Is.EqualTo((250, Scoring.MostEvidence)));
    }

    [Test]
    public void An_indicator_that_nobody_counted_is_not_scored() =>
        Assert.That(Score(Scheme(Rate(100, Indicator.TrainingRate)), Figures(1, 1)).Items[0].Scored, Is.False);
}
