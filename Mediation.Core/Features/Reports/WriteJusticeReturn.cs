using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;
using Mediation.Core.TableFiles;
using static Mediation.Core.Features.Reports.Look;

namespace Mediation.Core.Features.Reports;

/// <summary>The justice return as a workbook or as CSV, with a reason that is logged.</summary>
[Needs(Permission.ReadReports)]
public sealed record WriteJusticeReturn(JusticePage Page, ReportFormat Format, string? Reason) : IQuery<ReportFile>;

sealed class WriteJusticeReturnValidator : AbstractValidator<WriteJusticeReturn>
{
    public WriteJusticeReturnValidator() => RuleFor(q => q.Reason).NotEmpty().WithErrorCode("required").MaximumLength(200).WithErrorCode("length");
}

sealed class WriteJusticeReturnHandler : IQueryHandler<WriteJusticeReturn, ReportFile>
{
    const double RowHeight = 16;
    const string Name = "人民调解案件情况统计表";

    public Task<ReportFile> Handle(WriteJusticeReturn query, CancellationToken ct)
    {
        var name = $"{query.Page.AreaName}-{Name}-{query.Page.Period}";
        return Task.FromResult(query.Format switch
        {
            ReportFormat.Xlsx => new ReportFile(Write(query.Page), MonthlyReportWorkbook.ContentType, $"{name}.xlsx"),
            ReportFormat.Csv => new ReportFile(Csv(query.Page), TableFile.CsvType, $"{name}.csv"),
        });
    }

    static byte[] Csv(JusticePage page) => TableFile.Of(file => new CsvTable(file, new TableHead(Name, null, ["序号", "项目", .. Heads(page)])), page.Items
        .Select(item => (IReadOnlyList<object?>)[item.Number, item.Label, .. Cells(page, item).Select(cell => (object?)cell)])
        .Concat(page.Checks.Select(check => (IReadOnlyList<object?>)[check.Id, check.Text, check.Passed ? "通过" : "未通过"]))
        .Append(["填报单位", page.AreaName]).Append(["统计期", page.Period]).Append(["制表人", page.Preparer]).Append(["审核人", page.Reviewer]).Append(["填报时间", Day(page)]));

    static IEnumerable<string> Heads(JusticePage page) =>
        ["本期", .. Corrected(page) ? ["更正"] : Array.Empty<string>(), "本年以前各期", "本年累计", page.Previous, "环比（％）", page.LastYear, "同比（％）"];

    static IEnumerable<decimal?> Cells(JusticePage page, JusticeItem item) =>
        [item.Value, .. Corrected(page) ? [item.Correction] : Array.Empty<decimal?>(), item.Before, item.YearToDate, item.Previous, item.PreviousChange, item.LastYear, item.LastYearChange];

    static bool Corrected(JusticePage page) => page.Items.Any(item => item.Correction is not null);

    static string? Day(JusticePage page) => page.FilledAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static byte[] Write(JusticePage page)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = WorkbookStyles.Sheet();
            var part = book.AddNewPart<WorksheetPart>();
            part.Worksheet = Sheet(page);
            book.Workbook = new Workbook(
                new BookViews(new WorkbookView()), new Sheets(new Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = Name }));
        }

        return file.ToArray();
    }

    static Worksheet Sheet(JusticePage page)
    {
        var heads = Heads(page).ToList();
        var sheet = new WorkbookSheet([6, 44, .. heads.Select(_ => 13d)]);
        sheet.Wide(Name, Title, 30);
        sheet.Wide($"填报单位（盖章）：{page.AreaName}　　统计期：{page.Period}　　{(page.Sealed ? "" : "（未封存）")}", Plain);
        sheet.Row(20, [("序号", Heading), ("项目", Heading), .. heads.Select(head => ((object?)head, Heading))]);
        foreach (var item in page.Items)
            sheet.Row(RowHeight, [
                (item.Number, Centred), (item.Label, Body), .. Cells(page, item).Select((cell, i) => ((object?)cell, item.Number == 5 || heads[i].EndsWith("（％）", StringComparison.Ordinal) ? Rate : Count)),
            ]);

        sheet.Wide("校验", Section, 24);
        foreach (var check in page.Checks)
            sheet.Row(RowHeight, [(check.Id, Centred), (check.Text, Body), (check.Passed ? "通过" : "未通过", Centred), .. heads.Skip(1).Select(_ => ((object?)null, Body))]);
        sheet.Wide($"制表人：{page.Preparer}　　　　审核人：{page.Reviewer}　　　　填报时间：{Day(page)}", Plain);
        return sheet.Finish(new SheetView { WorkbookViewId = 0, ShowGridLines = false });
    }
}
