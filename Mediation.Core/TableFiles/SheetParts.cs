using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Mediation.Core.TableFiles;

/// <summary>What a workbook of one sheet has beside its rows: 宋体 throughout, thin borders, the heads on every printed page.</summary>
static class SheetParts
{
    public const string Sheet = "xl/worksheets/sheet1.xml";

    public const int Title = 1, Head = 2, Body = 3, Note = 4;

    const string Start = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Package = "http://schemas.openxmlformats.org/package/2006";
    const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static void Write(ZipArchive archive, int heads)
    {
        Put(archive, "[Content_Types].xml",
            $"""
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Kind}.sheet.main+xml"/><Override PartName="/{Sheet}" ContentType="{Kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Kind}.styles+xml"/></Types>
            """);
        Put(archive, "_rels/.rels",
            $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        Put(archive, "xl/_rels/workbook.xml.rels",
            $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/></Relationships>
            """);
        Put(archive, "xl/workbook.xml",
            $"""
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{Office}"><bookViews><workbookView/></bookViews><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'台账'!$1:${heads}</definedName></definedNames></workbook>
            """);
        Put(archive, "xl/styles.xml", Styles().OuterXml);
    }

    static void Put(ZipArchive archive, string name, string xml)
    {
        using var text = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
        text.Write(Start);
        text.Write(xml);
    }

    static Stylesheet Styles() => new(
        new Fonts(Song(10, bold: false), Song(16, bold: true), Song(10, bold: true)),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border(), new Border(
            new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin }, new TopBorder { Style = BorderStyleValues.Thin },
            new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder())),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(Format(0, 0, centred: false), Format(1, 0, centred: true), Format(2, 1, centred: true), Format(0, 1, centred: false), Format(0, 0, centred: false)));

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
}
