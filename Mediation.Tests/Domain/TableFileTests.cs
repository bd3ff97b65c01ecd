using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Mediation.Core.TableFiles;
using NUnit.Framework;

namespace Mediation.Tests.Domain;

/// <summary>Tables that are written row by row.</summary>
sealed class TableFileTests
{
    static readonly TableHead Head = new("台账", "截止时间：2026-11-16 09:00。", ["序号", "概要", "金额"]);

    [Test]
    public void A_workbook_opens_without_repair_whatever_its_texts_hold()
    {
        var bytes = TableFile.Of(file => new SheetTable(file, Head), [[1, "=1+1", 12.5m], [2, "\u0002\uD800<&>\"' \n", null], [3, "", 0]]);
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

        Assert.That(new OpenXmlValidator().Validate(document).Select(e => e.Description), Is.Empty);
        Assert.That(document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>(), Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_hundred_thousand_rows_cost_no_memory(bool workbook)
    {
        const int Rows = 100_000, Bound = 16 << 20;
        var path = System.IO.Path.GetTempFileName();
        try
        {
            using var file = File.Create(path);
            using var table = workbook ? (TableFile)new SheetTable(file, Head) : new CsvTable(file, Head);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            for (var row = 1; row <= Rows; row++)
                table.Row([row, $"第{row}件纠纷，两家因院墙排水发生争吵，经多次调解仍未达成一致意见。", row / 100m]);
            var held = GC.GetTotalMemory(forceFullCollection: true) - before;
            table.Finish();

            Assert.That(held, Is.LessThan(Bound));
            Assert.That(file.Length, Is.GreaterThan(workbook ? 1 << 20 : Bound / 4));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
