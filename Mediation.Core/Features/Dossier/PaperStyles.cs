using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Mediation.Core.Features.Dossier;

/// <summary>What a paragraph looks like: its heading level, its own rules, and what its runs inherit.</summary>
sealed record ParagraphLook(int? Level, string Align, string Rest, string? Size, bool Bold)
{
    /// <summary>A heading's sheet says the rest.</summary>
    public string Rules(bool plain) => plain ? Align + Rest + (Size is null ? "" : $"font-size:{Size};") + (Bold ? "font-weight:bold;" : "") : "";
}

/// <summary>The styles of a document as rules of a sheet: alignment, indent, space, page breaks, size, weight, underline.</summary>
sealed class PaperStyles
{
    readonly Dictionary<string, Style> byId;

    PaperStyles(Dictionary<string, Style> byId) => this.byId = byId;

    public static PaperStyles Of(MainDocumentPart main) => new(
        (main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? []).Where(s => s.StyleId?.Value is not null).DistinctBy(s => s.StyleId!.Value!).ToDictionary(s => s.StyleId!.Value!));

    public ParagraphLook Of(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties;
        var chain = Chain(own?.ParagraphStyleId?.Val?.Value).ToList();
        var properties = chain.Select(s => s.StyleParagraphProperties).ToList();
        var level = own?.OutlineLevel?.Val?.Value ?? properties.Select(p => p?.OutlineLevel?.Val?.Value).FirstOrDefault(v => v is not null);
        var align = own?.Justification?.Val ?? properties.Select(p => p?.Justification?.Val).FirstOrDefault(v => v is not null);
        var runs = chain.Select(s => s.StyleRunProperties).ToList();
        return new ParagraphLook(level, Align(align?.InnerText), Rest(own),
            Size(runs.Select(r => r?.FontSize?.Val?.Value).FirstOrDefault(v => v is not null)), runs.Any(r => r?.Bold is not null));
    }

    public static string Rules(Run run, ParagraphLook paragraph)
    {
        var own = run.RunProperties;
        var rules = Size(own?.FontSize?.Val?.Value) is { } size && size != paragraph.Size ? $"font-size:{size};" : "";
        if (own?.Bold is { } bold && bold.Val?.Value != false && !paragraph.Bold)
            rules += "font-weight:bold;";
        return own?.Underline?.Val?.InnerText is { } line && line != "none" ? rules + "text-decoration:underline;" : rules;
    }

    /// <summary>A twentieth of a point is Word's unit of length.</summary>
    public static string Points(double twentieths) => (twentieths / 20).ToString("0.#", CultureInfo.InvariantCulture) + "pt";

    static string Align(string? value) => value switch
    {
        "center" => "text-align:center;",
        "right" or "end" => "text-align:right;",
        "both" or "distribute" => "text-align:justify;",
        _ => "",
    };

    static string Rest(ParagraphProperties? own)
    {
        var rules = "";
        if (own?.Indentation is { FirstLine.Value: { } first } indent)
            rules += indent.FirstLineChars?.Value is { } characters ? $"text-indent:{(characters / 100.0).ToString("0.#", CultureInfo.InvariantCulture)}em;" : $"text-indent:{Length(first)};";
        if (own?.SpacingBetweenLines is { Line.Value: { } line, LineRule.InnerText: "auto" } && double.TryParse(line, CultureInfo.InvariantCulture, out var lines))
            rules += $"line-height:{(lines / 200).ToString("0.##", CultureInfo.InvariantCulture)};";
        if (own?.SpacingBetweenLines is { } space)
            rules += (space.Before?.Value is { } before ? $"margin-top:{Length(before)};" : "") + (space.After?.Value is { } after ? $"margin-bottom:{Length(after)};" : "");
        if (own?.PageBreakBefore is not null)
            rules += "break-before:page;";
        return own?.KeepNext is null ? rules : rules + "break-after:avoid;";
    }

    static string Length(string twentieths) => Points(double.TryParse(twentieths, CultureInfo.InvariantCulture, out var length) ? length : 0);

    static string? Size(string? halves) => double.TryParse(halves, CultureInfo.InvariantCulture, out var size) ? Points(size * 10) : null;

    /// <summary>A style and those that it is based on, nearest first.</summary>
    IEnumerable<Style> Chain(string? id)
    {
        for (var steps = 0; steps < 10 && id is not null && byId.TryGetValue(id, out var style); steps++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }
}
