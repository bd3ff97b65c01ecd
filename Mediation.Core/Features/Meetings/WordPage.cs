using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Mediation.Core.Features.Meetings;

/// <summary>A Word file on A4 in the manner of the papers: title, headings, paragraphs and ruled tables, with its page numbers.</summary>
sealed class WordPage
{
    const string Song = "宋体", FangSong = "仿宋";
    const int TextWidth = 8_844;   // twentieths of a point between the margins

    readonly Body body = new();

    public void Title(string text) => body.Append(Paragraph(text, Song, 44, bold: true, JustificationValues.Center));

    public void Heading(string text) => body.Append(Paragraph(text, Song, 30, bold: true, JustificationValues.Left));

    public void Text(string text)
    {
        foreach (var line in text.Split('\n'))
            body.Append(Paragraph(line, FangSong, 28, bold: false, JustificationValues.Both, indent: true));
    }

    /// <summary>Widths are shares; the first row is repeated on every page.</summary>
    public void Table(IReadOnlyList<int> shares, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var widths = shares.Select(share => (TextWidth * share / shares.Sum()).ToString(CultureInfo.InvariantCulture)).ToList();
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = TextWidth.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>()),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(width => new GridColumn { Width = width })));
        table.Append(Row(widths, heads, head: true));
        foreach (var row in rows)
            table.Append(Row(widths, row, head: false));
        body.Append(table, new Paragraph());
    }

    public byte[] Finish(string foot)
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(Paragraph(foot, Song, 16, bold: false, JustificationValues.Right));
            body.Append(new SectionProperties(
                new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
                new PageSize { Width = 11_906U, Height = 16_838U },
                new PageMargin { Top = 1_701, Right = 1_531U, Bottom = 1_701, Left = 1_531U, Header = 851U, Footer = 992U, Gutter = 0U }));
            main.Document = new Document(body);
        }
        return stream.ToArray();
    }

    static TableRow Row(IReadOnlyList<string> widths, IReadOnlyList<string> cells, bool head)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (head)
            properties.Append(new TableHeader());
        return new TableRow([properties, .. cells.Select((text, column) => new TableCell(
            new TableCellProperties(new TableCellWidth { Width = widths[column], Type = TableWidthUnitValues.Dxa }),
            Paragraph(text, head ? Song : FangSong, 21, head, head ? JustificationValues.Center : JustificationValues.Left)))]);
    }

    static Paragraph Paragraph(string text, string font, int halves, bool bold, JustificationValues align, bool indent = false)
    {
        var properties = new ParagraphProperties(new SpacingBetweenLines { Before = bold ? "120" : "0", After = bold ? "120" : "0", Line = "360", LineRule = LineSpacingRuleValues.Auto });
        if (indent)
            properties.Append(new Indentation { FirstLine = "560", FirstLineChars = 200 });
        properties.Append(new Justification { Val = align });
        var look = new RunProperties(new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = font });
        if (bold)
            look.Append(new Bold());
        look.Append(new FontSize { Val = halves.ToString(CultureInfo.InvariantCulture) });
        return new Paragraph(properties, new Run(look, new Text(Writable(text)) { Space = SpaceProcessingModeValues.Preserve }));
    }

    static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4U, Space = 0U, Color = "auto" };

    // XML has no place for most control characters and for half a surrogate pair.
    static string Writable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            kept.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        return kept.ToString();
    }
}
