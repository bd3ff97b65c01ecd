using Mediation.Core.Domain.Reports;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Reports;

/// <summary>Periods over the borders of years, and changes in percent.</summary>
sealed class ReportPeriodTests
{
    [TestCase("2026-01", "2025-12", "2025-01", "2026-01-31")]
    [TestCase("2028-02", "2028-01", "2027-02", "2028-02-29")]
    [TestCase("2026-Q1", "2025-Q4", "2025-Q1", "2026-03-31")]
    [TestCase("2026-Q4", "2026-Q3", "2025-Q4", "2026-12-31")]
    [TestCase("2026-H1", "2025-H2", "2025-H1", "2026-06-30")]
    [TestCase("2026", "2025", "2025", "2026-12-31")]
    public void A_period_knows_its_neighbours_over_new_year_and_leap_days(string text, string previous, string lastYear, string lastDay)
    {
        var period = ReportPeriod.Parse(text)!;

        Assert.That(
            (period.ToString(), period.Previous.ToString(), period.YearBefore.ToString(), period.LastDay.ToString("yyyy-MM-dd", null)),
            Is.EqualTo((text, previous, lastYear, lastDay)));
    }

    [TestCase("2026-13")]
    [TestCase("2026-00")]
    [TestCase("2026-Q5")]
    [TestCase("2026-Q0")]
    [TestCase("2026-H3")]
    [TestCase("1999")]
    [TestCase("9999")]
    [TestCase("2026/11")]
    [TestCase("２０２６")]
    [TestCase("")]
    [TestCase(null)]
    public void What_is_no_period_is_none(string? text) => Assert.That(ReportPeriod.Parse(text), Is.Null);

    [TestCase(3, 2, 50.0)]
    [TestCase(1, 3, -66.7)]
    [TestCase(5, 0, null)]
    [TestCase(5, null, null)]
    public void A_change_is_in_percent_and_nothing_without_a_base(int now, int? before, double? change) =>
        Assert.That(ReportPeriod.Change(now, before), Is.EqualTo((decimal?)change));
}
