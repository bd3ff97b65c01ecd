using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using Mediation.Core.Domain.Reports;
using static Mediation.Core.Features.Reports.Look;

namespace Mediation.Core.Features.Reports;

/// <summary>The second sheet: the definition in words, the mapping of types, the checks (domain 12: printed in the workbook's notes).</summary>
sealed class MonthlyReportNotes(ReportDefinition definition)
{
    const double RowHeight = 16;

    readonly WorkbookSheet sheet = new(8, 36, 56);

    public Worksheet Write()
    {
        sheet.Wide($"{definition.Title} 统计口径说明", Title, 30);
        var until = definition.EffectiveTo is { } to ? $"至{Day(to)}" : "起";
        sheet.Wide($"版本 {definition.Version}，{Day(definition.EffectiveFrom)}{until}施行", Plain);

        sheet.Wide("一、统计口径", Section, 24);
        foreach (var (sentence, i) in definition.Sentences.Select((s, i) => (s, i)))
            sheet.Wide(string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {sentence}"), Plain);

        sheet.Wide("二、人民调解18类与本表19类对照", Section, 24);
        Table("序号", "人民调解统计类型", definition.Types.Select((t, i) => (Number(i), t.Zh, t.Category)));

        sheet.Wide("三、综治平台细类代码与本表19类对照（以最长的相符前缀为准，优先于上表）", Section, 24);
        Table("代码", "细类", definition.Subtypes.Select(s => (s.Prefix, s.Zh, s.Category)));

        sheet.Wide("四、校验规则", Section, 24);
        foreach (var (id, text) in definition.Checks)
        {
            sheet.Row(WorkbookSheet.HeightOf(text, 92), (id, Centred), (text, Body), (null, Body));
            sheet.Merge(1, sheet.Last, 2, sheet.Last);
        }

        return sheet.Finish(new SheetView { WorkbookViewId = 0, ShowGridLines = false });
    }

    void Table(string code, string name, IEnumerable<(string Code, string Zh, int Category)> rows)
    {
        sheet.Row(20, (code, Heading), (name, Heading), ("本表类别", Heading));
        foreach (var row in rows)
        {
            var category = definition.Categories[row.Category - 1];
            var target = string.Create(CultureInfo.InvariantCulture, $"{category.Number}. {category.Zh}");
            sheet.Row(RowHeight, (row.Code, Centred), (row.Zh, Body), (target, Body));
        }
    }

    /// <summary>01 to 18: our numbering by the order of the ministry's form (domain 2.1).</summary>
    static string Number(int index) => (index + 1).ToString("D2", CultureInfo.InvariantCulture);

    static string Day(DateOnly on) => string.Create(CultureInfo.InvariantCulture, $"{on.Year}年{on.Month}月{on.Day}日");
}
