using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Mediation.Core.Features.FrontDesk;

/// <summary>A plain A4 sheet as a Word file: a title, lines, and tables with a border; nothing on it that a printer in a village could not print.</summary>
sealed class WordSheet
{
    const int PageWidth = 11_906, PageHeight = 16_838, Margin = 1_134;
    const string Song = "宋体";

    readonly Body body = new();

    public WordSheet Title(string text)
    {
        body.Append(new Paragraph(new ParagraphProperties(new SpacingBetweenLines { After = "160" }, new Justification { Val = JustificationValues.Center }), Of(text, 32, bold: true)));
        return this;
    }

    public WordSheet Heading(string text)
    {
        body.Append(new Paragraph(new ParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "160", After = "60" }), Of(text, 24, bold: true)));
        return this;
    }

    public WordSheet Line(string text)
    {
        body.Append(new Paragraph(new ParagraphProperties(new SpacingBetweenLines { After = "60" }), Of(text, 21)));
        return this;
    }

    /// <summary>Widths in percent; the first row heads every page.</summary>
    public WordSheet Table(IReadOnlyList<int> widths, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table(new TableProperties(
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableBorders(
                Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(), Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>()),
            new TableLayout { Type = TableLayoutValues.Fixed }));
        table.Append(new TableGrid(widths.Select(width => new GridColumn { Width = ((PageWidth - 2 * Margin) * width / 100).ToString(CultureInfo.InvariantCulture) })));
        if (heads.Count > 0)
            table.Append(Row(widths, heads, head: true));
        foreach (var row in rows)
            table.Append(Row(widths, row, head: false));
        body.Append(table);
        return this;
    }

    public byte[] Bytes()
    {
        body.Append(new SectionProperties(
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 567, Footer = 567, Gutter = 0 }));
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            word.AddMainDocumentPart().Document = new Document(body);
        return stream.ToArray();
    }

    static TableRow Row(IReadOnlyList<int> widths, IReadOnlyList<string> cells, bool head)
    {
        var row = new TableRow(new TableRowProperties(head ? [new CantSplit(), new TableHeader()] : [new CantSplit()]));
        row.Append(widths.Zip(cells, (width, text) => new TableCell(
            new TableCellProperties(new TableCellWidth { Width = (50 * width).ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Pct }),
            new Paragraph(Of(text, 20, head)))));
        return row;
    }

    static T Border<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4 };

    static Run Of(string text, int halfPoints, bool bold = false)
    {
        var look = new RunProperties(new RunFonts { Ascii = Song, HighAnsi = Song, EastAsia = Song });
        if (bold)
            look.Append(new Bold());
        look.Append(new FontSize { Val = halfPoints.ToString(CultureInfo.InvariantCulture) });
        return new Run(look, new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }
}
