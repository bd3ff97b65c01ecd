namespace Mediation.Core.Domain.Reports;

/// <summary>The checks that need nothing but the 52 rows.</summary>
static class RowChecks
{
    public static IEnumerable<string> ColumnsAddUp(ReportSheet sheet) => sheet.Counts.SelectMany(row =>
        sheet.Expect(row, ReportColumn.Subtotal, sheet[row].District + sheet[row].Town + sheet[row].Village));

    public static IEnumerable<string> CategoriesAddUp(ReportSheet sheet)
    {
        decimal Sum(int first, ReportColumn column) =>
            Enumerable.Range(0, ReportDefinition.CategoryCount).Sum(i => sheet[first + 2 * i][column]);

        return sheet.ExpectEverywhere(1, column => Sum(6, column)).Concat(sheet.ExpectEverywhere(2, column => Sum(7, column)));
    }

    public static IEnumerable<string> RateOf(ReportSheet sheet, int rate, int numerator, int denominator) =>
        sheet.ExpectEverywhere(rate, column => ReportRows.Rate(sheet[numerator][column], sheet[denominator][column]));

    public static IEnumerable<string> BucketsAddUp(ReportSheet sheet) =>
        from column in (ReportColumn[])[ReportColumn.Subtotal, ReportColumn.YearToDate]
        let buckets = Enumerable.Range(44, 4).Sum(row => sheet[row][column])
        where buckets != sheet[1][column]
        select FormattableString.Invariant(
            $"起数之和不等于总排查数：{sheet.Place(1, column)}为 {sheet[1][column]}，第44至47行之和为 {buckets}");

    public static IEnumerable<string> WholeNumbers(ReportSheet sheet)
    {
        var counts =
            from row in sheet.Counts
            from column in ReportSheet.Columns
            let value = sheet[row][column]
            where value < 0 || value != decimal.Truncate(value)
            select FormattableString.Invariant($"{sheet.Place(row, column)}：{value} 不是不小于0的整数");
        var rates =
            from rate in sheet.Rates
            from column in ReportSheet.Columns
            let value = sheet[rate.Number][column]
            where value != Math.Round(value, 2) || (value != 0 && sheet[rate.Denominator!.Value][column] == 0)
            select FormattableString.Invariant($"{sheet.Place(rate.Number, column)}：{value} 不是保留两位小数的比率，或分母为0");
        return counts.Concat(rates);
    }

    /// <summary>Row 3 is left out on purpose: what was carried over and settled now may lift it over 100 % (domain 12).</summary>
    public static IEnumerable<string> PartsWithinWholes(ReportSheet sheet) =>
        from pair in ((int Part, int Whole)[])[(4, 2), (50, 49), (49, 2), (48, 1)]
        from column in ReportSheet.Columns
        let part = sheet[pair.Part][column]
        let whole = sheet[pair.Whole][column]
        where part > whole
        select FormattableString.Invariant($"{sheet.Place(pair.Part, column)}为 {part}，大于第{pair.Whole}行的 {whole}");
}
