using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Mediation.Core.Features.Reports;

/// <summary>One sheet, written row by row; what it writes is a number or text, never a formula.</summary>
sealed class WorkbookSheet(params double[] widths)
{
    const double LineHeight = 14;
    const double TallestRow = 409;   // Excel's limit; a taller row makes it offer a repair

    readonly SheetData data = new();
    readonly MergeCells merges = new();

    /// <summary>The number of the row last written.</summary>
    public uint Last { get; private set; }

    public int Width => widths.Length;

    /// <summary>Writes the cells from the first column on; an empty value still draws its border.</summary>
    public void Row(double height, params (object? Value, Look Style)[] cells)
    {
        Last++;
        data.Append(new Row(cells.Select((cell, i) => Cell(Name(i, Last), cell.Value, cell.Style)))
        {
            RowIndex = Last,
            Height = height,
            CustomHeight = true,
        });
    }

    /// <summary>One text over several columns, tall enough to be read: merged cells do not grow by themselves.</summary>
    public void Wide(string text, Look style, double? height = null)
    {
        Row(height ?? HeightOf(text, widths.Sum()), [.. Enumerable.Range(0, Width).Select(i => (i == 0 ? (object)text : null, style))]);
        Merge(0, Last, Width - 1, Last);
    }

    public void Merge(int fromColumn, uint fromRow, int toColumn, uint toRow) =>
        merges.Append(new MergeCell { Reference = $"{Name(fromColumn, fromRow)}:{Name(toColumn, toRow)}" });

    public static double HeightOf(string text, double width) =>
        Math.Min(TallestRow, text.Split('\n').Sum(line => Lines(line, width)) * LineHeight + 6);

    static double Lines(string line, double width) => Math.Max(1, Math.Ceiling(line.Sum(c => c > 0xFF ? 1.9 : 1) / width));

    public Worksheet Finish(SheetView view, uint? pageBreakAfter = null)
    {
        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(view),
            new SheetFormatProperties { DefaultRowHeight = LineHeight },
            new Columns(widths.Select((w, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = w, CustomWidth = true })),
            data);
        if (merges.HasChildren) sheet.Append(merges);
        sheet.Append(
            new PrintOptions { HorizontalCentered = true },
            new PageMargins { Left = 0.5, Right = 0.5, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddFooter("&C第 &P 页 共 &N 页")));
        if (pageBreakAfter is { } row)
            sheet.Append(new RowBreaks(new Break { Id = row, Max = 16383, ManualPageBreak = true }) { Count = 1, ManualBreakCount = 1 });
        return sheet;
    }

    static Cell Cell(string reference, object? value, Look style) => value switch
    {
        null => new Cell { CellReference = reference, StyleIndex = WorkbookStyles.Index(style, quoted: false) },
        string text => Text(reference, text, style),
        _ => new Cell(new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!))
        {
            CellReference = reference,
            DataType = CellValues.Number,
            StyleIndex = WorkbookStyles.Index(style, quoted: false),
        },
    };

    static Cell Text(string reference, string text, Look style) => new(
        new InlineString(new Text(Writable(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = reference,
        DataType = CellValues.InlineString,
        StyleIndex = WorkbookStyles.Index(style, quoted: text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal)),
    };

    // XML has no place for most control characters and for half a surrogate pair; such a text still gets its cell.
    static string Writable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            kept.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        return kept.ToString();
    }

    static string Name(int column, uint row) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}");
}
