using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Features.Reports;
using NUnit.Framework;
using static Mediation.Tests.Domain.Reports.Reporting;

namespace Mediation.Tests.Domain.Reports;

/// <summary>The workbook and the CSV of a month (domain 5.5): official layout, real numbers, no formulas.</summary>
sealed class WorkbookTests
{
    static readonly ReportFacts[] Facts =
    [
        Quarrel(Day(10, 20)) with { Conclusions = [new(Day(11, 3), Tier.Village, true)], Exits = [new(Day(11, 3), StockExitKind.Resolved)] },
        Quarrel(Day(11, 2)) with { Conclusions = [new(Day(11, 2), Tier.Village, true)], Exits = [new(Day(11, 2), StockExitKind.Resolved)] },
        Quarrel(Day(11, 8)) with { Type = DisputeType.Medical, Tier = Tier.District, Conclusions = [new(Day(11, 28), Tier.District, false)] },
        Quarrel(Day(11, 9)) with { Type = DisputeType.MigrantWageArrears, People = 60, Major = true, Moves = [new(Day(11, 10), Tier.Town)] },
    ];

    static readonly MonthlyReport Plain = MonthlyReportBuilder.Build(
        Input(202611, Facts) with { Preparer = "制表员甲", Reviewer = "审核员乙", FilledAt = Day(12, 4) }, Definition);

    static MonthlyReport Hostile(string unit) => Plain with { Header = Plain.Header with { Unit = unit, Preparer = "=1+1", Reviewer = "@SUM(A1)" } };

    [Test]
    public void The_workbook_follows_the_format_without_an_error()
    {
        using var document = Open(Plain);

        var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document);

        Assert.That(errors.Select(e => $"{e.Path?.XPath}: {e.Description}"), Is.Empty);
    }

    [Test]
    public void Figures_are_numbers_and_rates_show_two_decimals_domain_5_5_B8()
    {
        using var document = Open(Plain);
        var cells = Cells(document, 0);
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();

        using (Assert.EnterMultipleScope())
        {
            foreach (var row in Plain.Rows)
                foreach (var (column, letter) in Enum.GetValues<ReportColumn>().Zip("DEFGH"))
                {
                    var cell = cells[$"{letter}{row.Number + 3}"];
                    Assert.That(cell.DataType!.Value, Is.EqualTo(CellValues.Number));
                    Assert.That(decimal.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture), Is.EqualTo(row.Values[column]));
                    Assert.That(formats[(int)cell.StyleIndex!.Value].NumberFormatId!.Value, Is.EqualTo(row.Denominator is null ? 1U : 2U));
                }
        }
    }

    [Test]
    public void The_table_carries_the_official_labels_domain_5_5()
    {
        using var document = Open(Plain);
        var cells = Cells(document, 0);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cells["A1"].InnerText, Is.EqualTo("矛盾纠纷排查调处情况月报表"));
            Assert.That(cells["A2"].InnerText, Is.EqualTo("填报单位（盖章）：大观区海口镇综治中心"));
            Assert.That(cells["F2"].InnerText, Is.EqualTo("填报月份：2026年11月"));
            Assert.That(
                string.Join('|', "ABDEFGH".Select(c => cells[$"{c}3"].InnerText)), Is.EqualTo("序号|项目|县市区|乡镇街道|村居|小计|年度累计"));
            Assert.That(cells["B9"].InnerText, Is.EqualTo("民族宗教"));
            Assert.That(cells["C55"].InnerText, Is.EqualTo("次数"));
            Assert.That(
                cells.Values.Select(c => c.InnerText),
                Is.SupersetOf(new[] { "制表人：制表员甲", "审核人：审核员乙", "填报时间：2026年12月4日" }));
        }
    }

    [Test]
    public void The_notes_print_definition_mapping_and_checks_domain_12()
    {
        using var document = Open(Plain);
        var notes = Cells(document, 1).Values.Select(c => c.InnerText).ToList();

        using (Assert.EnterMultipleScope())
        {
            foreach (var sentence in Definition.Sentences) Assert.That(notes, Has.Some.EndsWith(sentence));
            foreach (var type in Definition.Types) Assert.That(notes, Does.Contain(type.Zh));
            foreach (var check in Definition.Checks.Values) Assert.That(notes, Does.Contain(check));
        }
    }

    [TestCase("=1+1")]
    [TestCase("+1")]
    [TestCase("-1")]
    [TestCase("@SUM(A1)")]
    [TestCase("\t=1")]
    [TestCase("a\u0000b\ud800")]
    public void Text_never_becomes_a_formula_or_a_broken_file(string text)
    {
        var report = Plain with
        {
            Rows = [.. Plain.Rows.Select(r => r.Number == 1 ? r with { Group = text } : r)],
            Checks = [Plain.Checks[0] with { Passed = false, Details = [text] }],
        };
        using var document = Open(report);
        var cell = Cells(document, 0)["B4"];
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>();
        var format = formats.ElementAt((int)cell.StyleIndex!.Value);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cell.DataType!.Value, Is.EqualTo(CellValues.InlineString));
            Assert.That(format.QuotePrefix?.Value ?? false, Is.EqualTo(text[0] != 'a'));
            Assert.That(document.WorkbookPart.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<CellFormula>()), Is.Empty);
            Assert.That(new OpenXmlValidator().Validate(document), Is.Empty);
        }
    }

    [Test]
    public void A_check_with_hundreds_of_differences_stays_readable()
    {
        var details = Enumerable.Range(1, 300).Select(i => $"第{i}行 小计：应为 2，实为 1").ToList();
        using var document = Open(Plain with { Checks = [Plain.Checks[0] with { Passed = false, Details = details }] });
        var rows = document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Row>()).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows.Select(r => r.Height!.Value), Is.All.LessThanOrEqualTo(409));
            Assert.That(Cells(document, 0).Values.Select(c => c.InnerText), Has.One.EndsWith("第20行 小计：应为 2，实为 1\n另有 280 处"));
        }
    }

    [TestCase("=1+1")]
    [TestCase("+1")]
    [TestCase("-1")]
    [TestCase("@SUM(A1)")]
    [TestCase("\t=1")]
    [TestCase("\r=1")]
    public void Csv_text_that_looks_like_a_formula_gets_an_apostrophe(string unit) =>
        Assert.That(
            Csv(Hostile(unit)),
            Does.Contain($"填报单位,\"'{unit}\"").And.Contain("制表人,\"'=1+1\"").And.Contain("审核人,\"'@SUM(A1)\""));

    [Test]
    public void Csv_begins_with_a_bom_and_holds_the_52_rows()
    {
        var lines = Csv(Plain).Split("\r\n");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(MonthlyReportCsv.Write(Plain, Definition).Take(3), Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF }));
            Assert.That(lines[3], Is.EqualTo("序号,项目,县市区,乡镇街道,村居,小计,年度累计"));
            Assert.That(lines[4], Is.EqualTo("1,总况 排查数,1,1,1,3,4"));
            Assert.That(lines[8], Is.EqualTo("5,总况 成功率,0,0,100,66.67,66.67"));
            Assert.That(lines[55], Does.StartWith("52,开展集中排查 次数,"));
        }
    }

    static SpreadsheetDocument Open(MonthlyReport report) =>
        SpreadsheetDocument.Open(new MemoryStream(MonthlyReportWorkbook.Write(report, Definition)), isEditable: false);

    static Dictionary<string, Cell> Cells(SpreadsheetDocument document, int sheet)
    {
        var book = document.WorkbookPart!;
        var id = book.Workbook!.Sheets!.Elements<Sheet>().ElementAt(sheet).Id!.Value!;
        return ((WorksheetPart)book.GetPartById(id)).Worksheet!.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!);
    }

    static string Csv(MonthlyReport report) => Encoding.UTF8.GetString(MonthlyReportCsv.Write(report, Definition))[1..];
}
