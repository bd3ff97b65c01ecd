using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Features.Reports;

/// <summary>The month as CSV: UTF-8 with BOM, so that spreadsheets read the Chinese; text that looks like a formula gets an apostrophe.</summary>
public static class MonthlyReportCsv
{
    public const string ContentType = "text/csv; charset=utf-8";

    static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape };

    static readonly object?[] Nothing = [];

    public static byte[] Write(MonthlyReport report, ReportDefinition definition)
    {
        using var file = new MemoryStream();
        using (var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(text, Form))
        {
            var columns = definition.Columns.Select(c => c.Zh).ToArray();
            Line(csv, definition.Title);
            Line(csv, "填报单位", report.Header.Unit);
            Line(csv, "填报月份", report.Header.Period);
            var (corrected, opened) = (report.Rows.Any(row => row.Correction is not null), report.Rows.Any(row => row.Opening is not null));
            Line(csv, ["序号", "项目", .. columns, .. corrected ? ["更正"] : Nothing, .. opened ? ["期初"] : Nothing]);
            foreach (var row in report.Rows)
                Line(csv, [
                    row.Number, row.Label, .. Enum.GetValues<ReportColumn>().Select(column => (object)row.Values[column]),
                    .. corrected ? [row.Correction?.Subtotal] : Nothing, .. opened ? [row.Opening?.Subtotal] : Nothing,
                ]);

            Stock(csv, report.StockFlow, definition);
            foreach (var memo in report.Memo) Line(csv, "附注", memo.Label, memo.Value);
            foreach (var check in report.Checks)
                Line(csv, [check.Id, check.Text, check.Passed ? "通过" : "未通过", .. check.Details]);

            Line(csv, "制表人", report.Header.Preparer);
            Line(csv, "审核人", report.Header.Reviewer);
            Line(csv, "填报时间", report.Header.FilledAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return file.ToArray();
    }

    static void Stock(CsvWriter csv, StockFlow flow, ReportDefinition definition)
    {
        var columns = new[] { flow.District, flow.Town, flow.Village, flow.Subtotal }.Select(StockFigures.Of).ToList();
        for (var i = 0; i < columns[0].Count; i++)
            Line(csv, ["存量", definition.StockFlow[columns[0][i].Key], .. columns.Select(c => (object)c[i].Value)]);
    }

    static void Line(CsvWriter csv, params object?[] fields)
    {
        foreach (var field in fields) csv.WriteField(Convert.ToString(field, CultureInfo.InvariantCulture));
        csv.NextRecord();
    }
}
