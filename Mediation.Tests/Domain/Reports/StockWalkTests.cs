using Mediation.Core.Domain;
using Mediation.Core.Domain.Reports;
using NUnit.Framework;
using static Mediation.Tests.Domain.Reports.Reporting;

namespace Mediation.Tests.Domain.Reports;

/// <summary>The stock-flow line of domain 5.5, followed through one matter by hand.</summary>
sealed class StockWalkTests
{
    static readonly TallyKey Village = new(202611, Tier.Village, 17);
    static readonly TallyKey Town = new(202611, Tier.Town, 17);

    [Test]
    public void A_matter_up_and_down_again_in_one_month_shows_in_both_columns_domain_5_5()
    {
        var tally = Tally(Quarrel(Day(11, 2)) with { Moves = [new(Day(11, 6), Tier.Town), new(Day(11, 9), Tier.Village)] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tally[Village], Is.EqualTo(new TallyCounts { Found = 1, Under50 = 1, Registered = 1, MovedOut = 1, MovedIn = 1, SentUp = 1 }));
            Assert.That(tally[Town], Is.EqualTo(new TallyCounts { MovedIn = 1, MovedOut = 1 }));
        }
    }

    [Test]
    public void A_skip_level_report_is_one_matter_sent_up_by_the_village_domain_12()
    {
        var tally = Tally(Quarrel(Day(11, 2)) with { Moves = [new(Day(11, 2), Tier.District)] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tally[Village].SentUp, Is.EqualTo(1));
            Assert.That(tally[new(202611, Tier.District, 17)], Is.EqualTo(new TallyCounts { Found = 1, Under50 = 1, MovedIn = 1 }));
        }
    }

    [Test]
    public void A_move_while_out_of_stock_moves_no_stock_and_the_reopening_lands_with_the_new_tier_domain_5_5()
    {
        var facts = Quarrel(Day(11, 2)) with
        {
            Exits = [new(Day(11, 5), StockExitKind.LawfullyEnded)],
            Moves = [new(Day(11, 8), Tier.Town)],
            Reopenings = [Day(11, 10)],
        };

        var tally = Tally(facts);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tally[Village], Is.EqualTo(new TallyCounts { Registered = 1, LawfullyEnded = 1 }));
            Assert.That(tally[Town], Is.EqualTo(new TallyCounts { Found = 1, Under50 = 1, Reopened = 1 }));
            Assert.That(OpenStock.TierAt(facts, Day(11, 9)), Is.Null);
            Assert.That(OpenStock.TierAt(facts, Day(11, 10)), Is.EqualTo(Tier.Town));
        }
    }

    [Test]
    public void Everything_on_one_day_is_moved_before_it_leaves_domain_12()
    {
        var day = Day(11, 2);
        var tally = Tally(Quarrel(day) with { Moves = [new(day, Tier.Town)], Exits = [new(day, StockExitKind.Resolved)] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tally[Village].StockChange, Is.Zero);
            Assert.That(tally[Town], Is.EqualTo(new TallyCounts { Found = 1, Under50 = 1, MovedIn = 1, Resolved = 1 }));
        }
    }

    [Test]
    public void A_second_exit_without_a_reopening_is_passed_over_and_named_as_a_fault()
    {
        var facts = Quarrel(Day(11, 2)) with
        {
            Exits = [new(Day(11, 5), StockExitKind.Resolved), new(Day(11, 6), StockExitKind.ReferredOut)],
            Reopenings = [Day(11, 8)],
        };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Tally(facts)[Village].StockChange, Is.EqualTo(1));
            Assert.That(FactFaults.Of("（2026）海口村人调字第3号", facts, Definition).Select(f => f.CheckId), Is.EqualTo(new[] { "S1" }));
            Assert.That(FactFaults.Of("（2026）海口村人调字第4号", Quarrel(Day(11, 2)), Definition), Is.Empty);
        }
    }
}
