using DocumentFormat.OpenXml.Spreadsheet;
using Mediation.Core.Domain.Reports;
using static Mediation.Core.Features.Reports.Look;

namespace Mediation.Core.Features.Reports;

/// <summary>The first sheet: the official table on its first page, stock flow, memo and checks on the second.</summary>
sealed class MonthlyReportSheet(MonthlyReport report, ReportDefinition definition)
{
    const double RowHeight = 16;
    const int MostDetails = 20;   // a cell is read, not scrolled; the JSON report has them all

    /// <summary>A report that was filed shows what arrived late, and what was signed before.</summary>
    readonly bool corrected = report.Rows.Any(row => row.Correction is not null);
    readonly bool opened = report.Rows.Any(row => row.Opening is not null);

    readonly WorkbookSheet sheet = new([
        6, 34, 18, 10, 10, 10, 10, 10, .. report.Rows.Any(row => row.Correction is not null) ? [10] : Array.Empty<double>(),
        .. report.Rows.Any(row => row.Opening is not null) ? [10] : Array.Empty<double>(),
    ]);

    public Worksheet Write()
    {
        sheet.Wide(definition.Title, Title, 30);
        Line($"填报单位（盖章）：{report.Header.Unit}", $"填报月份：{report.Header.Period}");
        sheet.Row(20, [("序号", Heading), ("项目", Heading), (null, Heading), .. Heads(), .. corrected ? [("更正", Heading)] : NoCells, .. opened ? [("期初", Heading)] : NoCells]);
        sheet.Merge(1, sheet.Last, 2, sheet.Last);
        var frozen = sheet.Last;

        Table();
        var tableEnd = sheet.Last;
        Stock();
        Memo();
        Checks();
        Foot();
        return sheet.Finish(Frozen(frozen), tableEnd);
    }

    /// <summary>Title, unit and month head the second page too, so that a loose sheet is known.</summary>
    public const string PrintTitles = "$1:$2";

    IEnumerable<(object?, Look)> Heads() => definition.Columns.Select(c => ((object?)c.Zh, Heading));

    void Table()
    {
        foreach (var group in report.Rows.GroupBy(r => r.Group))
        {
            var first = sheet.Last + 1;
            foreach (var row in group)
            {
                var heading = row.Number == group.First().Number ? row.Group : null;
                sheet.Row(RowHeight, [(row.Number, Centred), (heading, Body), (Item(row), Body), .. Figures(row)]);
            }

            if (sheet.Last > first) sheet.Merge(1, first, 1, sheet.Last);
        }
    }

    static string Item(ReportRow row) => row.Denominator is null ? row.Item : $"{row.Item}（%）";

    IEnumerable<(object?, Look)> Figures(ReportRow row) =>
    [
        .. Enum.GetValues<ReportColumn>().Select(column => ((object?)row.Values[column], row.Denominator is null ? Count : Rate)),
        .. corrected ? [((object?)row.Correction?.Subtotal, Count)] : NoCells,
        .. opened ? [((object?)row.Opening?.Subtotal, Count)] : NoCells,
    ];

    static readonly (object?, Look)[] NoCells = [];

    void Stock()
    {
        sheet.Wide("存量平衡（件）：上期结转＋本期新排查＋接收转入＋重新受理＝本期化解＋移送转出＋依法终止＋期末未结", Section, 24);
        Labelled("项目", Heading, Heads().Take(4));
        var flow = report.StockFlow;
        var columns = new[] { flow.District, flow.Town, flow.Village, flow.Subtotal }.Select(StockFigures.Of).ToList();
        foreach (var (key, i) in columns[0].Select((f, i) => (f.Key, i)))
            Labelled(definition.StockFlow[key], Body, columns.Select(c => ((object?)c[i].Value, Count)));
    }

    void Memo()
    {
        sheet.Wide("附注", Section, 24);
        foreach (var memo in report.Memo)
            Labelled(memo.Label, Body, [(memo.Value, Count)]);
    }

    void Checks()
    {
        sheet.Wide("校验", Section, 24);
        foreach (var check in report.Checks)
        {
            var more = check.Details.Count - MostDetails;
            var text = string.Join('\n', [check.Text, .. check.Details.Take(MostDetails), .. more > 0 ? [$"另有 {more} 处"] : Array.Empty<string>()]);
            var passed = check.Passed ? "通过" : "未通过";
            sheet.Row(
                WorkbookSheet.HeightOf(text, 90),
                [(check.Id, Centred), (text, Body), .. Enumerable.Repeat(((object?)null, Body), 5), (passed, Centred)]);
            sheet.Merge(1, sheet.Last, 6, sheet.Last);
        }
    }

    void Labelled(string label, Look look, IEnumerable<(object?, Look)> figures)
    {
        sheet.Row(RowHeight, [(label, look), (null, look), (null, look), .. figures]);
        sheet.Merge(0, sheet.Last, 2, sheet.Last);
    }

    void Foot()
    {
        var filled = report.Header.FilledAt is { } on ? $"{on.Year}年{on.Month}月{on.Day}日" : "　　年　月　日";
        sheet.Row(30,
            ($"制表人：{report.Header.Preparer}", Plain), (null, Plain),
            ($"审核人：{report.Header.Reviewer}", Plain), (null, Plain), (null, Plain),
            ($"填报时间：{filled}", Plain), (null, Plain), (null, Plain));
        sheet.Merge(0, sheet.Last, 1, sheet.Last);
        sheet.Merge(2, sheet.Last, 4, sheet.Last);
        sheet.Merge(5, sheet.Last, 7, sheet.Last);
    }

    void Line(string left, string right)
    {
        sheet.Row(
            Math.Max(22, WorkbookSheet.HeightOf(left, 76)),
            (left, Plain), (null, Plain), (null, Plain), (null, Plain), (null, Plain), (right, Plain), (null, Plain), (null, Plain));
        sheet.Merge(0, sheet.Last, 4, sheet.Last);
        sheet.Merge(5, sheet.Last, 7, sheet.Last);
    }

    static SheetView Frozen(uint rows) => new(
        new Pane
        {
            HorizontalSplit = 3,
            VerticalSplit = rows,
            TopLeftCell = $"D{rows + 1}",
            ActivePane = PaneValues.BottomRight,
            State = PaneStateValues.Frozen,
        })
    { WorkbookViewId = 0, TabSelected = true, ShowGridLines = false };
}
