using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Reports;
using NUnit.Framework;
using static Mediation.Tests.Domain.Reports.Reporting;

namespace Mediation.Tests.Domain.Reports;

/// <summary>A small town's November, counted by hand (domain 5.5 and 12).</summary>
sealed class MonthlyReportTests
{
    static readonly ReportFacts[] Town =
    [
        // October, settled in November in the village: carried over.
        Quarrel(Day(10, 20)) with { Conclusions = [new(Day(11, 3), Tier.Village, true)], Exits = [new(Day(11, 3), StockExitKind.Resolved)] },
        // November, settled on the spot.
        Quarrel(Day(11, 2)) with { Conclusions = [new(Day(11, 2), Tier.Village, true)], Exits = [new(Day(11, 2), StockExitKind.Resolved)] },
        // November, 60 migrant workers, sent up, failed in the town, still open.
        Quarrel(Day(11, 9)) with
        {
            Type = DisputeType.MigrantWageArrears, People = 60, Major = true,
            Moves = [new(Day(11, 10), Tier.Town)], Conclusions = [new(Day(11, 25), Tier.Town, false)],
        },
        // November, an administrative matter referred to its organ by the town.
        Quarrel(Day(11, 12)) with
        {
            Type = DisputeType.Other, Subtype = "1103", Tier = Tier.Town, Exits = [new(Day(11, 13), StockExitKind.ReferredOut)],
        },
        // Entered by mistake.
        Quarrel(Day(11, 15)) with { Excluded = true },
    ];

    [TestCase(1, 0, 2, 1, 3, 4)]       // found
    [TestCase(2, 0, 1, 2, 3, 3)]       // mediated
    [TestCase(3, 0, 50, 200, 100, 75)] // rate may exceed 100 %
    [TestCase(4, 0, 0, 2, 2, 2)]       // succeeded
    [TestCase(5, 0, 0, 100, 66.67, 66.67)]
    [TestCase(18, 0, 1, 0, 1, 1)]      // labour, found
    [TestCase(19, 0, 1, 0, 1, 1)]      // labour, mediated
    [TestCase(26, 0, 1, 0, 1, 1)]      // administrative enforcement, found
    [TestCase(27, 0, 0, 0, 0, 0)]
    [TestCase(38, 0, 0, 1, 1, 2)]      // family and neighbours, found
    [TestCase(39, 0, 0, 2, 2, 2)]
    [TestCase(44, 0, 1, 1, 2, 3)]
    [TestCase(45, 0, 1, 0, 1, 1)]
    [TestCase(48, 0, 1, 0, 1, 1)]
    [TestCase(49, 0, 1, 0, 1, 1)]
    [TestCase(50, 0, 0, 0, 0, 0)]
    [TestCase(51, 0, 0, 0, 0, 0)]
    [TestCase(52, 0, 0, 0, 0, 0)]
    public void The_rows_of_a_small_towns_November_domain_5_5(int row, double district, double town, double village, double subtotal, double year) =>
        Assert.That(
            Report(202611, Town).Row(row),
            Is.EqualTo(new ReportValues((decimal)district, (decimal)town, (decimal)village, (decimal)subtotal, (decimal)year)));

    [Test]
    public void The_stock_closes_per_column_domain_5_5()
    {
        var flow = Report(202611, Town).StockFlow;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(flow.District, Is.EqualTo(new StockLine(0, 0, 0, 0, 0, 0, 0, 0)));
            Assert.That(flow.Town, Is.EqualTo(new StockLine(0, 1, 1, 0, 0, 1, 0, 1)));
            Assert.That(flow.Village, Is.EqualTo(new StockLine(1, 2, 0, 0, 2, 1, 0, 0)));
            Assert.That(flow.Subtotal, Is.EqualTo(new StockLine(1, 3, 1, 0, 2, 2, 0, 1)));
        }
    }

    [Test]
    public void Memo_lines_tell_what_was_sent_up_and_carried_over_domain_12() =>
        Assert.That(Report(202611, Town).Memo.Select(m => (m.Key, m.Value)), Is.EqualTo(new[]
        {
            ("sentUp", 1), ("sentUpByVillage", 1), ("sentUpByTown", 0), ("carriedOverMediated", 1),
        }));

    [Test]
    public void Every_check_passes_and_is_listed_domain_5_5()
    {
        var checks = Report(202611, Town).Checks;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                string.Join(' ', checks.Select(c => c.Id)), Is.EqualTo("B1 B2 B3 B4 B5 B6 B7 B8 B9 B10 B11 S1"));
            Assert.That(checks.SelectMany(c => c.Details), Is.Empty);
            Assert.That(checks.All(c => c.Passed), Is.True);
        }
    }

    [Test]
    public void A_rate_names_its_denominator_domain_5_5_B4()
    {
        var rates = Report(202611, Town).Rows.Where(r => r.Denominator is not null).Select(r => (r.Number, r.Denominator));

        Assert.That(rates, Is.EqualTo(new[] { (3, "第1行 总况 排查数"), (5, "第2行 总况 调处数"), (51, "第49行 重大矛盾纠纷 调处数") }));
    }

    [TestCase(1, 3, 33.33)]
    [TestCase(2, 3, 66.67)]
    [TestCase(1, 800, 0.13)]   // 0.125 goes up
    [TestCase(3, 800, 0.38)]   // 0.375 goes up, not to even
    [TestCase(5, 0, 0)]
    public void Rates_are_rounded_half_up_and_0_without_a_denominator_domain_5_5_B8(int numerator, int denominator, double rate) =>
        Assert.That(ReportRows.Rate(numerator, denominator), Is.EqualTo((decimal)rate));

    [Test]
    public void A_campaign_counts_once_for_its_launcher_domain_12()
    {
        var input = Input(202611, Town) with { Campaigns = [new(202610, Tier.Town, 2), new(202611, Tier.Town, 1)] };
        var october = ReportRows.Of(202610, input.Tallies, Definition, input.Campaigns);

        var report = MonthlyReportBuilder.Build(input with { Previous = october }, Definition);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Row(52), Is.EqualTo(new ReportValues(0, 1, 0, 1, 3)));
            Assert.That(report.Check("B6").Passed, Is.True);
        }
    }
}
