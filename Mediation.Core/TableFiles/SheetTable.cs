using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Mediation.Core.TableFiles;

/// <summary>
/// A workbook of one sheet whose rows go straight into the archive: the package library keeps a whole part in memory, which a ledger of 100,000 rows is
/// too large for. What is written is a number or text, never a formula.
/// </summary>
public sealed class SheetTable : TableFile
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    readonly ZipArchive archive;
    readonly Stream part;
    readonly XmlWriter sheet;
    readonly int width;
    readonly bool noted;
    int last;

    public SheetTable(Stream file, TableHead head, IReadOnlyList<double>? widths = null)
    {
        (width, noted) = (head.Columns.Count, head.Note is not null);
        archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        SheetParts.Write(archive, noted ? 3 : 2);
        part = archive.CreateEntry(SheetParts.Sheet, CompressionLevel.Fastest).Open();
        sheet = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        Begin(widths ?? [.. head.Columns.Select((_, i) => i == 0 ? 8d : 18d)]);
        Line([head.Title, .. head.Columns.Skip(1).Select(_ => "")], SheetParts.Title);
        if (noted)
            Line([head.Note, .. head.Columns.Skip(1).Select(_ => "")], SheetParts.Note);
        Line(head.Columns, SheetParts.Head);
    }

    public override void Row(IReadOnlyList<object?> cells) => Line(cells, SheetParts.Body);

    public override void Finish()
    {
        sheet.WriteEndElement();
        sheet.WriteStartElement("mergeCells", Main);
        sheet.WriteAttributeString("count", noted ? "2" : "1");
        foreach (var row in noted ? (string[])["1", "2"] : ["1"])
            Empty("mergeCell", ("ref", $"A{row}:{Name(width - 1)}{row}"));
        sheet.WriteEndElement();
        Empty("pageSetup", ("paperSize", "9"), ("fitToWidth", "1"), ("fitToHeight", "0"), ("orientation", "landscape"));
        sheet.WriteEndElement();
        sheet.Flush();
        sheet.Dispose();
        part.Dispose();
        archive.Dispose();
    }

    void Begin(IReadOnlyList<double> widths)
    {
        sheet.WriteStartElement("worksheet", Main);
        sheet.WriteStartElement("sheetPr", Main);
        Empty("pageSetUpPr", ("fitToPage", "1"));
        sheet.WriteEndElement();
        sheet.WriteStartElement("sheetViews", Main);
        sheet.WriteStartElement("sheetView", Main);
        sheet.WriteAttributeString("workbookViewId", "0");
        var heads = noted ? 3 : 2;
        Empty("pane", ("ySplit", Number(heads)), ("topLeftCell", $"A{heads + 1}"), ("activePane", "bottomLeft"), ("state", "frozen"));
        sheet.WriteEndElement();
        sheet.WriteEndElement();
        sheet.WriteStartElement("cols", Main);
        for (var i = 0; i < widths.Count; i++)
            Empty("col", ("min", Number(i + 1)), ("max", Number(i + 1)), ("width", Number(widths[i])), ("customWidth", "1"));
        sheet.WriteEndElement();
        sheet.WriteStartElement("sheetData", Main);
    }

    void Line(IReadOnlyList<object?> cells, int style)
    {
        last++;
        sheet.WriteStartElement("row", Main);
        sheet.WriteAttributeString("r", Number(last));
        for (var i = 0; i < cells.Count; i++)
            Cell($"{Name(i)}{Number(last)}", cells[i], style);
        sheet.WriteEndElement();
    }

    void Cell(string place, object? value, int style)
    {
        sheet.WriteStartElement("c", Main);
        sheet.WriteAttributeString("r", place);
        sheet.WriteAttributeString("s", Number(style));
        if (value is int or long or decimal)
            sheet.WriteElementString("v", Main, Convert.ToString(value, CultureInfo.InvariantCulture));
        else if (Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text)
        {
            sheet.WriteAttributeString("t", "inlineStr");
            sheet.WriteStartElement("is", Main);
            sheet.WriteStartElement("t", Main);
            sheet.WriteAttributeString("xml", "space", null, "preserve");
            sheet.WriteString(Writable(text));
            sheet.WriteEndElement();
            sheet.WriteEndElement();
        }
        sheet.WriteEndElement();
    }

    void Empty(string name, params (string Name, string Value)[] attributes)
    {
        sheet.WriteStartElement(name, Main);
        foreach (var (attribute, value) in attributes)
            sheet.WriteAttributeString(attribute, value);
        sheet.WriteEndElement();
    }

    protected override void Dispose(bool disposing)
    {
        // After `Finish` there is nothing left to close; before it the file is thrown away.
        sheet.Dispose();
        part.Dispose();
        archive.Dispose();
    }

    static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);

    static string Name(int column) => ((char)('A' + column)).ToString();

    // XML has no place for most control characters and for half a surrogate pair; such a text still gets its cell.
    static string Writable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            kept.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        return kept.ToString();
    }
}
