using Mediation.Core.Domain;
using Mediation.Core.Domain.Reports;
using NUnit.Framework;
using static Mediation.Tests.Domain.Reports.Reporting;

namespace Mediation.Tests.Domain.Reports;

/// <summary>Each check of domain 5.5 is seen failing once, and says what differs.</summary>
sealed class ReportChecksTests
{
    static readonly ReportFacts[] Facts =
    [
        Quarrel(Day(10, 20)) with { Conclusions = [new(Day(11, 3), Tier.Village, true)], Exits = [new(Day(11, 3), StockExitKind.Resolved)] },
        Quarrel(Day(11, 2)) with { Major = true, Conclusions = [new(Day(11, 4), Tier.Village, true)] },
    ];

    [TestCase("B1", 44, "第44行 小计：应为 2，实为 1")]
    [TestCase("B2", 6, "第1行 村居：应为 2，实为 1")]
    [TestCase("B3", 3, "第3行 村居：应为 200，实为 201")]
    [TestCase("B4", 5, "第5行 村居：应为 100，实为 101")]
    [TestCase("B9", 4, "第4行 村居为 3，大于第2行的 2")]
    public void A_figure_changed_by_one_is_found_and_named_domain_5_5(string id, int row, string detail) =>
        Assert.That(Broken(id, Tamper(row, v => v with { Village = v.Village + 1 })).Details, Does.Contain(detail));

    [Test]
    public void Buckets_that_miss_row_1_are_refused_in_the_official_words_domain_5_5_B5() =>
        Assert.That(
            Broken("B5", Tamper(45, v => v with { YearToDate = 1 })).Details,
            Is.EqualTo(new[] { "起数之和不等于总排查数：第1行 年度累计为 2，第44至47行之和为 3" }));

    [Test]
    public void The_year_must_go_on_from_the_month_before_domain_5_5_B6()
    {
        var sealedWith3 = Input(202611, Facts).Previous!.Select(r => r.Number == 1 ? r with { Values = r.Values with { YearToDate = 3 } } : r);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Failed("B6", i => i with { Previous = [.. sealedWith3] }), Is.EqualTo(new[] { "第1行 年度累计：应为 4，实为 2" }));
            Assert.That(Failed("B6", i => i with { Previous = null }), Is.EqualTo(new[] { "缺少上月报表" }));
            Assert.That(Report(202601, Quarrel(Day(1, 3))).Check("B6").Passed, Is.True);
        }
    }

    [Test]
    public void One_report_per_unit_and_month_and_none_missing_domain_5_5_B7()
    {
        var periods = Input(202611, Facts).Periods;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Failed("B7", i => i with { Periods = [.. periods.Where(p => p != 202604)] }), Is.EqualTo(new[] { "缺少2026年4月报表" }));
            Assert.That(Failed("B7", i => i with { Periods = [.. periods, 202611] }), Is.EqualTo(new[] { "2026年11月有 2 份报表" }));
        }
    }

    [TestCase(40, -1)]
    [TestCase(52, 0.5)]
    [TestCase(51, 0.123)]
    [TestCase(3, 50)]
    public void Counts_are_whole_and_rates_have_two_decimals_domain_5_5_B8(int row, double value) =>
        Assert.That(Broken("B8", Tamper(row, v => v with { District = (decimal)value })).Details, Has.Count.EqualTo(1));

    [Test]
    public void A_parent_is_the_sum_of_its_children_domain_5_5_B10()
    {
        var village = new ChildReport("海口村", Rows(Facts[0]));
        var other = new ChildReport("红星村", Rows(Facts[1]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Built(i => i with { Children = [village, other] }).Check("B10").Details, Is.Empty);
            Assert.That(Failed("B10", i => i with { Children = [village] }), Does.Contain("第1行 年度累计：应为 1，实为 2"));
        }
    }

    [Test]
    public void Bucket_borders_belong_to_one_bucket_only_domain_5_5_B11()
    {
        var overlapping = Definition with { PeopleBuckets = [new(1, 51), new(50, 100), new(101, 500), new(500, null)] };

        var check = MonthlyReportBuilder.Build(Input(202611, Facts), overlapping).Check("B11");

        Assert.That(check.Details, Is.EqualTo(new[] { "50 人属于 2 组", "100 人属于 0 组" }));
    }

    [Test]
    public void The_stock_must_agree_with_what_is_counted_on_the_ledger_domain_5_5() =>
        Assert.That(
            Failed("S1", i => i with { OpenAtEnd = new Dictionary<Tier, int> { [Tier.Village] = 2 } }),
            Is.EqualTo(new[] { "村居：期末未结 1，另行清点 2" }));

    [Test]
    public void A_failed_check_names_the_dispute_domain_12()
    {
        var nobody = Quarrel(Day(11, 2)) with { People = 0 };
        var faults = FactFaults.Of("（2026）海口村人调字第7号", nobody, Definition).ToList();

        var check = MonthlyReportBuilder.Build(Input(202611, nobody) with { Faults = faults }, Definition).Check("B5");

        Assert.That(check.Details, Does.Contain("（2026）海口村人调字第7号：涉及人数 0 不属于任何一组"));
    }

    static IReadOnlyList<ReportRow> Rows(params ReportFacts[] facts) => ReportRows.Of(202611, Tally(facts), Definition);

    static MonthlyReport Built(Func<MonthlyReportInput, MonthlyReportInput> change) =>
        MonthlyReportBuilder.Build(change(Input(202611, Facts)), Definition);

    static IReadOnlyList<string> Failed(string id, Func<MonthlyReportInput, MonthlyReportInput> change)
    {
        var check = Built(change).Check(id);
        Assert.That(check.Passed, Is.False);
        return check.Details;
    }

    static List<ReportRow> Tamper(int row, Func<ReportValues, ReportValues> change) =>
        [.. Report(202611, Facts).Rows.Select(r => r.Number == row ? r with { Values = change(r.Values) } : r)];

    static ReportCheck Broken(string id, IReadOnlyList<ReportRow> rows)
    {
        var check = ReportChecks.Of(rows, Report(202611, Facts).StockFlow, Input(202611, Facts), Definition).Single(c => c.Id == id);
        Assert.That(check.Passed, Is.False);
        return check;
    }
}
