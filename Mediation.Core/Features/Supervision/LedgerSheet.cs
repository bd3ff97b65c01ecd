using System.Globalization;
using System.Text;
using System.Xml;
using CsvHelper;
using CsvHelper.Configuration;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Mediation.Core.Features.Supervision;

/// <summary>A book as one sheet, or as CSV in UTF-8 with BOM; what is written is text, never a formula.</summary>
static class LedgerSheet
{
    const uint TitleStyle = 1, HeadStyle = 2, CellStyle = 3;

    static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape };

    public static byte[] Csv(IReadOnlyList<string> heads, IReadOnlyList<string[]> rows)
    {
        using var file = new MemoryStream();
        using (var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(text, Form))
            foreach (var row in rows.Prepend(heads))
            {
                foreach (var field in row)
                    csv.WriteField(field);
                csv.NextRecord();
            }
        return file.ToArray();
    }

    public static byte[] Xlsx(string title, IReadOnlyList<string> heads, IReadOnlyList<string[]> rows)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var part = book.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(
                new SheetProperties(new PageSetupProperties { FitToPage = true }),
                new Columns(heads.Select((_, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = i == 0 ? 6 : 18, CustomWidth = true })),
                new SheetData([
                    Line(1, [title, .. heads.Skip(1).Select(_ => "")], TitleStyle), Line(2, heads, HeadStyle),
                    .. rows.Select((row, i) => Line((uint)i + 3, row, CellStyle))]),
                new MergeCells(new MergeCell { Reference = $"A1:{Name(heads.Count - 1)}1" }),
                new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
            book.Workbook = new Workbook(
                new Sheets(new Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = "台账" }),
                new DefinedNames(new DefinedName("'台账'!$1:$2") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
        }
        return file.ToArray();
    }

    static Row Line(uint number, IEnumerable<string> cells, uint style) => new(cells.Select((text, column) => new Cell(
        new InlineString(new Text(Writable(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = $"{Name(column)}{number.ToString(CultureInfo.InvariantCulture)}", DataType = CellValues.InlineString, StyleIndex = style,
    }))
    { RowIndex = number };

    static Stylesheet Styles() => new(
        new Fonts(Song(10, bold: false), Song(16, bold: true), Song(10, bold: true)),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border(), new Border(
            new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin }, new TopBorder { Style = BorderStyleValues.Thin },
            new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder())),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(Format(0, 0, centred: false), Format(1, 0, centred: true), Format(2, 1, centred: true), Format(0, 1, centred: false)));

    // A text that begins like a formula stays text (quotePrefix).
    static CellFormat Format(uint font, uint border, bool centred) => new(new Alignment
    {
        Horizontal = centred ? HorizontalAlignmentValues.Center : HorizontalAlignmentValues.Left, Vertical = VerticalAlignmentValues.Center, WrapText = true,
    })
    {
        NumberFormatId = 0, FontId = font, FillId = 0, BorderId = border, FormatId = 0, ApplyFont = true, ApplyBorder = true, ApplyAlignment = true, QuotePrefix = true,
    };

    static Font Song(double size, bool bold)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = size }, new FontName { Val = "宋体" }, new FontCharSet { Val = 134 });
        return font;
    }

    static string Name(int column) => ((char)('A' + column)).ToString();

    // XML has no place for most control characters and for half a surrogate pair.
    static string Writable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            kept.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        return kept.ToString();
    }
}
