using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Reports;

namespace Mediation.Tests.Domain.Reports;

/// <summary>Builds a unit's report from the facts of its disputes, the way a caller with tallies would.</summary>
static class Reporting
{
    public static readonly ReportDefinition Definition =
        ReportDefinition.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "report-definition.json")));

    public static DateOnly Day(int month, int day, int year = 2026) => new(year, month, day);

    public static ReportFacts Quarrel(DateOnly receivedOn) =>
        new() { Type = DisputeType.Neighbor, ReceivedOn = receivedOn, Tier = Tier.Village, People = 2 };

    public static IReadOnlyDictionary<TallyKey, TallyCounts> Tally(ReportFacts facts) => Tallies.Of(facts, Definition);

    public static List<TallyRow> Tally(IEnumerable<ReportFacts> facts) => [.. facts
        .SelectMany(f => Tally(f))
        .GroupBy(entry => entry.Key, entry => entry.Value)
        .Select(group => new TallyRow(group.Key, group.Sum()))];

    public static MonthlyReportInput Input(int month, params IReadOnlyList<ReportFacts> facts)
    {
        var all = Tally(facts);
        var ofYear = all.Where(t => t.Key.Month / 100 == month / 100 && t.Key.Month <= month).ToList();
        var previous = ofYear.Where(t => t.Key.Month < month).ToList();
        var end = new DateOnly(month / 100, month % 100, 1).AddMonths(1).AddDays(-1);
        return new()
        {
            Month = month,
            Unit = "大观区海口镇综治中心",
            Tallies = ofYear,
            OpeningStock = all.Where(t => t.Key.Month < month)
                .GroupBy(t => t.Key.Tier, t => t.Counts.StockChange)
                .ToDictionary(g => g.Key, g => g.Sum()),
            OpenAtEnd = OpenStock.At(facts, end),
            Previous = month % 100 == 1 ? null : ReportRows.Of(month - 1, previous, Definition),
            Periods = [.. Enumerable.Range(month / 100 * 100 + 1, month % 100)],
        };
    }

    public static MonthlyReport Report(int month, params IReadOnlyList<ReportFacts> facts) =>
        MonthlyReportBuilder.Build(Input(month, facts), Definition);

    public static ReportValues Row(this MonthlyReport report, int number) => report.Rows.Single(r => r.Number == number).Values;

    public static ReportCheck Check(this MonthlyReport report, string id) => report.Checks.Single(c => c.Id == id);
}
