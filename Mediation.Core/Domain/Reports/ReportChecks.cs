namespace Mediation.Core.Domain.Reports;

/// <summary>Runs B1 to B11 and the stock check S1 over the figures as they stand (domain 5.5).</summary>
public static class ReportChecks
{
    internal static readonly IReadOnlyList<string> Ids = ["B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9", "B10", "B11", "S1"];

    public static IReadOnlyList<ReportCheck> Of(
        IReadOnlyList<ReportRow> rows, StockFlow stock, MonthlyReportInput input, ReportDefinition definition)
    {
        var sheet = new ReportSheet(rows, definition);
        return [.. Ids.Select(id => Check(id, Differences(id, sheet, stock, input, definition), input, definition))];
    }

    static IEnumerable<string> Differences(
        string id, ReportSheet sheet, StockFlow stock, MonthlyReportInput input, ReportDefinition definition) => id switch
        {
            "B1" => RowChecks.ColumnsAddUp(sheet),
            "B2" => RowChecks.CategoriesAddUp(sheet),
            "B3" => RowChecks.RateOf(sheet, 3, 2, 1),
            "B4" => RowChecks.RateOf(sheet, 5, 4, 2).Concat(RowChecks.RateOf(sheet, 51, 50, 49)),
            "B5" => RowChecks.BucketsAddUp(sheet),
            "B6" => UnitChecks.YearGoesOn(sheet, input),
            "B7" => UnitChecks.OneReportPerPeriod(input),
            "B8" => RowChecks.WholeNumbers(sheet),
            "B9" => RowChecks.PartsWithinWholes(sheet),
            "B10" => UnitChecks.ChildrenAddUp(sheet, input),
            "B11" => UnitChecks.BucketsMeet(definition),
            "S1" => UnitChecks.StockCloses(stock, input, definition),
            _ => throw new ArgumentOutOfRangeException(nameof(id), id, "No such check."),
        };

    static ReportCheck Check(string id, IEnumerable<string> differences, MonthlyReportInput input, ReportDefinition definition)
    {
        var details = differences.ToList();
        var named = details.Count == 0 ? [] : input.Faults.Where(f => f.CheckId == id).Select(f => $"{f.Dispute}：{f.Text}");
        return new(id, details.Count == 0, definition.Checks[id], [.. details, .. named]);
    }
}

/// <summary>The rows under their numbers, and the words for a figure that is not what it should be.</summary>
sealed class ReportSheet(IReadOnlyList<ReportRow> rows, ReportDefinition definition)
{
    public static readonly IReadOnlyList<ReportColumn> Columns = Enum.GetValues<ReportColumn>();

    readonly Dictionary<int, ReportValues> values = rows.ToDictionary(r => r.Number, r => r.Values);
    readonly Dictionary<int, decimal> corrections = rows.ToDictionary(r => r.Number, r => r.Correction?.YearToDate ?? 0);

    public ReportValues this[int row] => values[row];

    public IEnumerable<int> Counts => definition.Rows.Where(r => r.Denominator is null).Select(r => r.Number);

    public IEnumerable<RowLabel> Rates => definition.Rows.Where(r => r.Denominator is not null);

    /// <summary>What arrived late for earlier months of the same year.</summary>
    public decimal Correction(int row) => corrections[row];

    public string Place(int row, ReportColumn column) => $"第{row}行 {definition.Columns[(int)column].Zh}";

    /// <summary>Nothing when the figure is right, otherwise the sentence that says what it should be.</summary>
    public IEnumerable<string> Expect(int row, ReportColumn column, decimal expected)
    {
        var actual = values[row][column];
        if (actual != expected) yield return FormattableString.Invariant($"{Place(row, column)}：应为 {expected}，实为 {actual}");
    }

    public IEnumerable<string> ExpectEverywhere(int row, Func<ReportColumn, decimal> expected) =>
        Columns.SelectMany(column => Expect(row, column, expected(column)));
}
