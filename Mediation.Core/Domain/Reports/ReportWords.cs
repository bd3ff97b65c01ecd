using System.Globalization;

namespace Mediation.Core.Domain.Reports;

/// <summary>A report in words, by chapters: the numbers as they stand, and what its unit wrote beside them.</summary>
public static class ReportWords
{
    const int MostNamed = 3;

    public static IReadOnlyList<ReportChapter> Of(MonthlyReport report, MonthlyFiling filing, ReportDefinition definition)
    {
        int Row(int number) => (int)report.Rows[number - 1].Values.Subtotal;

        var types = definition.Categories.Select(category => (category.Zh, Found: Row(4 + 2 * category.Number))).Where(type => type.Found > 0)
            .OrderByDescending(type => type.Found).ToList();
        return
        [
            new("一、总体情况", [.. Counts(report, filing)]),
            new("二、纠纷类型", types.Count == 0
                ? ["本期未排查出矛盾纠纷。"]
                : [.. types.Select(type => Text($"{type.Zh} {type.Found} 件，占 {ReportRows.Share(type.Found, Row(1)):0.0}%。"))]),
            new("三、热点难点", [
                .. types.Count == 0 ? Array.Empty<string>() : [$"较为集中的类型：{string.Join("、", types.Take(MostNamed).Select(type => type.Zh))}。"],
                Text($"重大矛盾纠纷排查 {Row(48)} 件，调处 {Row(49)} 件，成功 {Row(50)} 件。"), .. Written(filing.Narrative?.HotSpots),
            ]),
            new("四、趋势研判", [.. Written(filing.Narrative?.Forecast ?? "（待填写）")]),
            new("五、工作措施", filing.Narrative is { Measures.Count: > 0 } narrative
                ? [.. narrative.Measures.Select((measure, i) => Text($"{i + 1}. {measure}"))]
                : ["（待填写）"]),
        ];
    }

    static IEnumerable<string> Counts(MonthlyReport report, MonthlyFiling filing)
    {
        ReportValues Row(int number) => report.Rows[number - 1].Values;

        var stock = report.StockFlow.Subtotal;
        if (filing.Nil)
            yield return "本期无新排查、无调处，零报告。";
        yield return Text($"本期排查矛盾纠纷 {Row(1).Subtotal} 件，调处 {Row(2).Subtotal} 件，调处成功 {Row(4).Subtotal} 件，成功率 {Row(5).Subtotal}%。");
        yield return Text($"其中村居 {Row(1).Village} 件、乡镇街道 {Row(1).Town} 件、县市区 {Row(1).District} 件。本年累计排查 {Row(1).YearToDate} 件，调处 {Row(2).YearToDate} 件。");
        yield return Text($"上期结转 {stock.CarriedOver} 件，期末未结 {stock.OpenAtEnd} 件。");
        if (report.Rows[0].Correction is { } late && report.Rows.Any(row => row.Correction is { Subtotal: not 0 }))
            yield return Text($"对已封存月份的更正：排查 {late.Subtotal:+0;-0;0} 件，调处 {report.Rows[1].Correction!.Subtotal:+0;-0;0} 件。");
    }

    static IEnumerable<string> Written(string? text) => string.IsNullOrEmpty(text) ? [] : text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A heading and its paragraphs.</summary>
public sealed record ReportChapter(string Title, IReadOnlyList<string> Paragraphs);
