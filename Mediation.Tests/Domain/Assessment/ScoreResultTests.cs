using Mediation.Core.Domain;
using Mediation.Core.Domain.Assessment;
using NUnit.Framework;
using static Mediation.Tests.Domain.Assessment.Sheets;

namespace Mediation.Tests.Domain.Assessment;

/// <summary>A frozen score is appealed within days and corrected beside itself (domain 8).</summary>
sealed class ScoreResultTests
{
    static readonly ScoringScheme TheScheme = Scheme(Rate(60), Events(40));

    static readonly ScoreResult Result = Frozen(TheScheme, Score(TheScheme, Figures(95, 100, 4), 0, Flag(VetoKind.MassIncident, Town)));

    static ScoreAppeal Appeal(string? item = "events") => new() { Id = Guid.NewGuid(), ResultId = Result.Id, ItemId = item, Reason = "按期报送", By = ByHand };

    static string? Code(Action act) => Assert.Throws<RuleViolationException>(act)!.Code;

    [TestCase(7, null)]
    [TestCase(8, "appeal.too-late")]
    public void An_appeal_comes_by_the_last_day(int days, string? code)
    {
        void File() => Result.RequireAppeal(Appeal(), [], new DateOnly(2026, 11, 16).AddDays(days));

        if (code is null)
            Assert.DoesNotThrow(File);
        else
            Assert.That(Code(File), Is.EqualTo(code));
    }

    [Test]
    public void A_unit_appeals_once_at_a_time_and_about_a_line_that_exists()
    {
        var today = new DateOnly(2026, 11, 17);

        Assert.That(Code(() => Result.RequireAppeal(Appeal(), [Appeal()], today)), Is.EqualTo("appeal.pending"));
        Assert.That(Code(() => Result.RequireAppeal(Appeal("luck"), [], today)), Is.EqualTo("appeal.unknown-item"));
        Assert.DoesNotThrow(() => Result.RequireAppeal(Appeal(null), [Appeal().Decide(false, "维持", ByHand)], today));
    }

    [Test]
    public void A_correction_stands_beside_and_leaves_the_frozen_score()
    {
        var correction = Result.Correct(Appeal(), 2, VetoKind.MassIncident, "属实", [], ByHand);
        var corrected = Result.With([correction])!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((Result.Score.Score, Result.Score.Vetoes.Count), Is.EqualTo(((decimal?)98, 1)));
            Assert.That((corrected.Score, corrected.Vetoes.Count, corrected.Band!.Zh), Is.EqualTo(((decimal?)100, 0, "优秀")));
            Assert.That(Result.With([]), Is.Null);
        }
    }

    [TestCase("events", 2.01, "appeal.beyond-weight")]
    [TestCase("events", -38.01, "appeal.beyond-weight")]
    [TestCase("events", 0, "appeal.no-correction")]
    [TestCase(null, 0, "appeal.no-correction")]
    public void A_correction_stays_within_the_line_and_changes_something(string? item, decimal points, string code) =>
        Assert.That(Code(() => Result.Correct(Appeal(item), points, null, "属实", [], ByHand)), Is.EqualTo(code));

    [Test]
    public void Two_corrections_of_a_line_are_counted_together()
    {
        var first = Result.Correct(Appeal(), 1.5m, null, "属实", [], ByHand);

        Assert.That(Code(() => Result.Correct(Appeal(), 1, null, "属实", [first], ByHand)), Is.EqualTo("appeal.beyond-weight"));
        Assert.That(Result.With([first, Result.Correct(Appeal(), 0.5m, null, "属实", [first], ByHand)])!.Score, Is.EqualTo(100));
    }

    [Test]
    public void Only_a_flag_that_stands_there_is_lifted_and_a_decision_is_made_once()
    {
        Assert.That(Code(() => Result.Correct(Appeal(), 0, VetoKind.ConcealedReport, "属实", [], ByHand)), Is.EqualTo("appeal.no-such-veto"));
        Assert.That(Code(() => Appeal().Decide(true, "属实", ByHand).Decide(false, "维持", ByHand)), Is.EqualTo("appeal.decided"));
    }
}
