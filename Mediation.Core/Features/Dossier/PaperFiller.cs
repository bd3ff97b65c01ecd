using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Mediation.Core.Features.Dossier;

/// <summary>Fills blocks, rows and lines of a template; what nobody knows becomes a line to write on, in a table an empty cell.</summary>
static class PaperFiller
{
    const int BlankWidth = 8;

    public static void Fill(OpenXmlElement blocks, PaperScope scope)
    {
        for (var child = blocks.FirstChild; child is not null;)
        {
            var next = child.NextSibling();
            if (child is Paragraph paragraph && PaperTag.Alone(PaperTag.TextOf(paragraph)) is { Opens: true } tag)
                next = Section(paragraph, tag, scope);
            else if (child is Paragraph line)
                Line(line, scope);
            else if (child is Table table)
                Rows(table, scope);
            child = next;
        }
    }

    /// <summary>Paragraphs and tables between two paragraphs that hold nothing but the tags.</summary>
    static OpenXmlElement? Section(Paragraph open, PaperTag tag, PaperScope scope)
    {
        var inner = new List<OpenXmlElement>();
        var depth = 0;
        for (var at = open.NextSibling(); at is not null; at = at.NextSibling())
        {
            var alone = at is Paragraph paragraph ? PaperTag.Alone(PaperTag.TextOf(paragraph)) : null;
            if (alone is { Mark: PaperTag.Close } && alone.Name == tag.Name && depth-- == 0)
            {
                var after = at.NextSibling();
                Repeat(open, inner, tag, scope, new Body(), Fill);
                at.Remove();
                return after;
            }
            if (alone is { Opens: true } && alone.Name == tag.Name)
                depth++;
            inner.Add(at);
        }
        throw PaperTag.Unpaired(tag.ToString());
    }

    static void Rows(Table table, PaperScope scope)
    {
        for (var row = table.Elements<TableRow>().FirstOrDefault(); row is not null;)
        {
            var next = row.NextSibling<TableRow>();
            if (OpeningRun(row) is var (run, tag))
                next = RowSection(row, run, tag, scope);
            else
                Cells(row, scope);
            row = next;
        }
        // A table without rows is no table to Word.
        if (!table.Elements<TableRow>().Any())
            table.Remove();
    }

    /// <summary>A row opens a section when its first cell does and the partner stands in another cell or row.</summary>
    static (Run Run, PaperTag Tag)? OpeningRun(TableRow row)
    {
        if (row.Elements<TableCell>().FirstOrDefault() is not { } cell || cell.Descendants<Run>().FirstOrDefault() is not { } run
            || PaperTag.Alone(run.InnerText) is not { Opens: true } tag)
            return null;
        return cell.Descendants<Run>().Any(r => PaperTag.Alone(r.InnerText) is { Mark: PaperTag.Close } close && close.Name == tag.Name) ? null : (run, tag);
    }

    static TableRow? RowSection(TableRow first, Run opening, PaperTag tag, PaperScope scope)
    {
        var inner = new List<OpenXmlElement>();
        for (var row = first; row is not null; row = row.NextSibling<TableRow>())
        {
            inner.Add(row);
            if (row.Descendants<Run>().LastOrDefault(r => PaperTag.Alone(r.InnerText) is { Mark: PaperTag.Close } close && close.Name == tag.Name) is not { } closing)
                continue;
            var after = row.NextSibling<TableRow>();
            opening.Remove();
            closing.Remove();
            Repeat(first, inner, tag, scope, new Table(), (rows, within) => Rows((Table)rows, within));
            return after;
        }
        throw PaperTag.Unpaired(tag.ToString());
    }

    static void Cells(TableRow row, PaperScope scope)
    {
        foreach (var cell in row.Elements<TableCell>())
        {
            Fill(cell, scope);
            if (cell.LastChild is not Paragraph)
                cell.Append(new Paragraph());
        }
    }

    /// <summary>Writes the inner elements once for each scope before the first of them, and takes the pattern away.</summary>
    static void Repeat(
        OpenXmlElement place, List<OpenXmlElement> inner, PaperTag tag, PaperScope scope, OpenXmlCompositeElement workplace, Action<OpenXmlElement, PaperScope> fill)
    {
        foreach (var within in scope.Within(tag).ToList())
        {
            workplace.RemoveAllChildren();
            workplace.Append(inner.Select(element => element.CloneNode(true)));
            fill(workplace, within);
            foreach (var done in workplace.ChildElements.ToList())
            {
                done.Remove();
                place.InsertBeforeSelf(done);
            }
        }
        foreach (var element in inner)
            if (element != place)
                element.Remove();
        place.Remove();
    }

    static void Line(Paragraph paragraph, PaperScope scope)
    {
        Runs(paragraph, scope, inTable: paragraph.Ancestors<TableCell>().Any());
        if (paragraph.Descendants<Text>().Any(text => text.Text.Contains('\n')))
            Split(paragraph);
    }

    static void Runs(OpenXmlElement line, PaperScope scope, bool inTable)
    {
        for (var child = line.FirstChild; child is not null;)
        {
            var next = child.NextSibling();
            if (child is Run run && PaperTag.Alone(run.InnerText) is { } tag)
            {
                if (tag.Mark == PaperTag.Close)
                    throw PaperTag.Unpaired(tag.ToString());
                if (tag.Opens)
                    next = InLine(run, tag, scope, inTable);
                else
                    Say(run, scope.Find(tag) as string, tag.Width ?? (inTable ? 0 : BlankWidth));
            }
            child = next;
        }
    }

    static OpenXmlElement? InLine(Run open, PaperTag tag, PaperScope scope, bool inTable)
    {
        var inner = new List<OpenXmlElement>();
        var depth = 0;
        for (var at = open.NextSibling(); at is not null; at = at.NextSibling())
        {
            var alone = at is Run run ? PaperTag.Alone(run.InnerText) : null;
            if (alone is { Mark: PaperTag.Close } && alone.Name == tag.Name && depth-- == 0)
            {
                var after = at.NextSibling();
                Repeat(open, inner, tag, scope, new Paragraph(), (line, within) => Runs(line, within, inTable));
                at.Remove();
                return after;
            }
            if (alone is { Opens: true } && alone.Name == tag.Name)
                depth++;
            inner.Add(at);
        }
        throw PaperTag.Unpaired(tag.ToString());
    }

    static void Say(Run run, string? value, int width)
    {
        var text = run.GetFirstChild<Text>()!;
        text.Space = SpaceProcessingModeValues.Preserve;
        text.Text = value is null ? new string('\u3000', width) : Clean(value);
        if (value is null && width > 0)
            (run.RunProperties ??= new RunProperties()).Underline = new Underline { Val = UnderlineValues.Single };
    }

    /// <summary>Every line of a text becomes a paragraph of its own: a break inside a justified paragraph would pull its line apart.</summary>
    static void Split(Paragraph paragraph)
    {
        var current = Begin(paragraph);
        foreach (var child in paragraph.ChildElements.Where(c => c is not ParagraphProperties).ToList())
        {
            var lines = child is Run { } run && run.GetFirstChild<Text>() is { } text ? text.Text.Split('\n') : null;
            child.Remove();
            if (lines is null or [_])
                current.Append(child);
            else
                foreach (var (part, at) in lines.Select((part, at) => (part, at)))
                {
                    if (at > 0)
                        current = Begin(paragraph);
                    var piece = (Run)child.CloneNode(true);
                    piece.GetFirstChild<Text>()!.Text = part;
                    current.Append(piece);
                }
        }
        paragraph.Remove();
    }

    static Paragraph Begin(Paragraph like) => like.InsertBeforeSelf(
        like.ParagraphProperties is { } properties ? new Paragraph(properties.CloneNode(true)) : new Paragraph());

    /// <summary>What XML and Word cannot hold is left out; a tab is a space.</summary>
    static string Clean(string value)
    {
        var clean = new StringBuilder(value.Length);
        foreach (var rune in value.ReplaceLineEndings("\n").TrimEnd().EnumerateRunes())
            if (rune.Value is '\t')
                clean.Append(' ');
            else if (rune.Value is '\n' or (>= 0x20 and not 0xFFFE and not 0xFFFF and not 0xFFFD))
                clean.Append(rune.ToString());
        return clean.ToString();
    }
}
