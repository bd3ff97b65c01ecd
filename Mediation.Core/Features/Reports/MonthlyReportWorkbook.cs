using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Features.Reports;

/// <summary>The month as the official workbook (.xlsx): the table and its notes.</summary>
public static class MonthlyReportWorkbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    const string TableName = "月报表";
    const string NotesName = "说明";

    public static byte[] Write(MonthlyReport report, ReportDefinition definition)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = WorkbookStyles.Sheet();
            book.Workbook = new Workbook(
                new BookViews(new WorkbookView()),
                new Sheets(
                    Sheet(book, 1, TableName, new MonthlyReportSheet(report, definition).Write()),
                    Sheet(book, 2, NotesName, new MonthlyReportNotes(definition).Write())),
                new DefinedNames(new DefinedName($"'{TableName}'!{MonthlyReportSheet.PrintTitles}")
                {
                    Name = "_xlnm.Print_Titles",
                    LocalSheetId = 0,
                }));
        }

        return file.ToArray();
    }

    static Sheet Sheet(WorkbookPart book, uint id, string name, Worksheet content)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = content;
        return new() { Id = book.GetIdOfPart(part), SheetId = id, Name = name };
    }
}
