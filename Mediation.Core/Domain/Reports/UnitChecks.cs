namespace Mediation.Core.Domain.Reports;

/// <summary>The checks that hold a report against its neighbours: the month before, the units below, the ledger itself.</summary>
static class UnitChecks
{
    public static IEnumerable<string> YearGoesOn(ReportSheet sheet, MonthlyReportInput input)
    {
        if (input.Month % 100 == 1)
            return sheet.Counts.SelectMany(row => sheet.Expect(row, ReportColumn.YearToDate, sheet[row].Subtotal));
        if (input.Previous is null)
            return ["缺少上月报表"];

        var previous = input.Previous.ToDictionary(r => r.Number, r => r.Values.YearToDate);
        return sheet.Counts.SelectMany(row => sheet.Expect(row, ReportColumn.YearToDate, previous[row] + sheet[row].Subtotal + sheet.Correction(row)));
    }

    public static IEnumerable<string> OneReportPerPeriod(MonthlyReportInput input)
    {
        var reports = input.Periods.CountBy(p => p).ToDictionary();
        var due = Enumerable.Range(input.Month / 100 * 100 + 1, input.Month % 100).Where(p => p >= (input.FirstMonth ?? 0));
        return due.Where(p => !reports.ContainsKey(p)).Select(p => $"缺少{Name(p)}报表")
            .Concat(reports.Where(r => r.Value > 1).Select(r => FormattableString.Invariant($"{Name(r.Key)}有 {r.Value} 份报表")));
    }

    public static IEnumerable<string> ChildrenAddUp(ReportSheet sheet, MonthlyReportInput input)
    {
        if (input.Children is not { } children) return [];

        var sums = children.SelectMany(c => c.Rows).ToLookup(r => r.Number, r => r.Values);
        return sheet.Counts.SelectMany(row => sheet.ExpectEverywhere(row, column => sums[row].Sum(values => values[column])));
    }

    /// <summary>Half-open and end to end, tried at the borders themselves: each number of people falls in exactly one bucket.</summary>
    public static IEnumerable<string> BucketsMeet(ReportDefinition definition)
    {
        var borders = definition.PeopleBuckets.SelectMany(b => new[] { b.From - 1, b.From, b.Below ?? int.MaxValue });
        return
            from people in borders.Append(1).Where(p => p > 0).Distinct().Order()
            let buckets = definition.PeopleBuckets.Count(b => b.Holds(people))
            where buckets != 1
            select FormattableString.Invariant($"{people} 人属于 {buckets} 组");
    }

    public static IEnumerable<string> StockCloses(StockFlow stock, MonthlyReportInput input, ReportDefinition definition)
    {
        foreach (var (tier, column) in ((Tier, int)[])[(Tier.District, 0), (Tier.Town, 1), (Tier.Village, 2)])
        {
            var name = definition.Columns[column].Zh;
            var (line, counted) = (stock.Of(tier), input.OpenAtEnd.GetValueOrDefault(tier));
            if (line.In != line.Out + line.OpenAtEnd)
                yield return FormattableString.Invariant($"{name}：转入合计 {line.In}，转出与未结合计 {line.Out + line.OpenAtEnd}");
            if (line.OpenAtEnd != counted)
                yield return FormattableString.Invariant($"{name}：期末未结 {line.OpenAtEnd}，另行清点 {counted}");
        }

        var sum = stock.District + stock.Town + stock.Village;
        if (sum != stock.Subtotal) yield return "小计与三列之和不一致";
    }

    static string Name(int period) => FormattableString.Invariant($"{period / 100}年{period % 100}月");
}
