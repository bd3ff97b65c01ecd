using DocumentFormat.OpenXml.Spreadsheet;

namespace Mediation.Core.Features.Reports;

enum Look { Plain, Title, Heading, Body, Centred, Count, Rate, Section }

/// <summary>The workbook's looks: 宋体 throughout, thin borders in the table, whole counts and two-decimal rates.</summary>
static class WorkbookStyles
{
    const uint WholeNumber = 1;   // "0", built in
    const uint TwoDecimals = 2;   // "0.00", built in

    static readonly Look[] All = Enum.GetValues<Look>();

    /// <summary>Each style exists twice: the second time marked as text that begins like a formula (quotePrefix).</summary>
    public static uint Index(Look style, bool quoted) => (uint)(quoted ? All.Length + (int)style : (int)style);

    public static Stylesheet Sheet() => new(
        new Fonts(SongTi(10, bold: false), SongTi(16, bold: true), SongTi(10, bold: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFEDEDED" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Thin()),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats([.. All.Select(s => Format(s, quoted: false)), .. All.Select(s => Format(s, quoted: true))]),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    static CellFormat Format(Look style, bool quoted) => new(new Alignment
    {
        Horizontal = style switch
        {
            Look.Title or Look.Heading or Look.Centred => HorizontalAlignmentValues.Center,
            Look.Count or Look.Rate => HorizontalAlignmentValues.Right,
            Look.Plain or Look.Body or Look.Section => HorizontalAlignmentValues.Left,
        },
        Indent = style is Look.Body or Look.Count or Look.Rate ? 1U : null,
        Vertical = VerticalAlignmentValues.Center,
        WrapText = style is not (Look.Count or Look.Rate or Look.Title),
    })
    {
        NumberFormatId = style switch { Look.Count => WholeNumber, Look.Rate => TwoDecimals, _ => 0 },
        FontId = style switch { Look.Title => 1U, Look.Heading or Look.Section => 2U, _ => 0U },
        FillId = style is Look.Heading ? 2U : 0U,
        BorderId = style is Look.Plain or Look.Title or Look.Section ? 0U : 1U,
        FormatId = 0,
        ApplyNumberFormat = true,
        ApplyFont = true,
        ApplyFill = true,
        ApplyBorder = true,
        ApplyAlignment = true,
        QuotePrefix = quoted ? true : null,
    };

    // 134 is the GB 2312 character set: Excel on a machine without 宋体 then picks another Chinese font.
    static Font SongTi(double size, bool bold)
    {
        var font = new Font();
        if (bold) font.Append(new Bold());
        font.Append(new FontSize { Val = size }, new FontName { Val = "宋体" }, new FontCharSet { Val = 134 });
        return font;
    }

    static Border Thin() => new(
        new LeftBorder { Style = BorderStyleValues.Thin },
        new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin },
        new BottomBorder { Style = BorderStyleValues.Thin },
        new DiagonalBorder());
}
