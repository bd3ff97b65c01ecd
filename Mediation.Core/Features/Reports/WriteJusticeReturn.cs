using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;
using static Mediation.Core.Features.Reports.Look;

namespace Mediation.Core.Features.Reports;

/// <summary>The justice return as a workbook, with a reason that is logged.</summary>
[Needs(Permission.ReadReports)]
public sealed record WriteJusticeReturn(JusticePage Page, string? Reason) : IQuery<ReportFile>;

sealed class WriteJusticeReturnValidator : AbstractValidator<WriteJusticeReturn>
{
    public WriteJusticeReturnValidator() => RuleFor(q => q.Reason).NotEmpty().WithErrorCode("required").MaximumLength(200).WithErrorCode("length");
}

sealed class WriteJusticeReturnHandler : IQueryHandler<WriteJusticeReturn, ReportFile>
{
    const double RowHeight = 16;
    const string Name = "人民调解案件情况统计表";

    public Task<ReportFile> Handle(WriteJusticeReturn query, CancellationToken ct) =>
        Task.FromResult(new ReportFile(Write(query.Page), MonthlyReportWorkbook.ContentType, $"{query.Page.AreaName}-{Name}-{query.Page.Period}.xlsx"));

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
        var sheet = new WorkbookSheet(6, 44, 12, 14, 14);
        sheet.Wide(Name, Title, 30);
        sheet.Wide($"填报单位（盖章）：{page.AreaName}　　统计期：{page.Period}", Plain);
        sheet.Row(20, ("序号", Heading), ("项目", Heading), ("本期", Heading), ("本年以前各期", Heading), ("本年累计", Heading));
        foreach (var item in page.Items)
        {
            var look = item.Number == 5 ? Rate : Count;
            sheet.Row(RowHeight, (item.Number, Centred), (item.Label, Body), (item.Value, look), (item.Before, look), (item.YearToDate, look));
        }

        sheet.Wide("校验", Section, 24);
        foreach (var check in page.Checks)
            sheet.Row(RowHeight, (check.Id, Centred), (check.Text, Body), (check.Passed ? "通过" : "未通过", Centred), (null, Body), (null, Body));
        return sheet.Finish(new SheetView { WorkbookViewId = 0, ShowGridLines = false });
    }
}
