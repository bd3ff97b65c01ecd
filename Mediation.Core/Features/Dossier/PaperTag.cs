using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Papers;

namespace Mediation.Core.Features.Dossier;

/// <summary>
/// A placeholder in a template: {{案号}} or {{number}}, {{姓名:8}} with the width of its blank line in characters, {{#当事人}}…{{/当事人}}
/// for each item or where something is said, {{^已达成协议}}…{{/已达成协议}} where it is not.
/// </summary>
sealed partial record PaperTag(char Mark, string Name, int? Width)
{
    public const char Value = ' ', Open = '#', Unless = '^', Close = '/';

    public bool Opens => Mark is Open or Unless;

    public override string ToString() => $"{{{{{(Mark == Value ? "" : Mark.ToString())}{Name}}}}}";

    [GeneratedRegex(@"\{\{\s*([#^/]?)\s*([^{}:#^/]+?)\s*(?::\s*(\d{1,2})\s*)?\}\}")]
    public static partial Regex Pattern();

    /// <summary>The tag that a text consists of; null when it is anything else.</summary>
    public static PaperTag? Alone(string text) => Pattern().Match(text) is { Success: true } match && match.Length == text.Trim().Length ? Of(match) : null;

    public static PaperTag Of(Match match) => new(
        match.Groups[1].Value is [var mark] ? mark : Value, match.Groups[2].Value,
        match.Groups[3].Success ? int.Parse(match.Groups[3].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null);

    /// <summary>The text of a paragraph without that of text boxes inside it.</summary>
    public static string TextOf(Paragraph paragraph) => string.Concat(Texts(paragraph).Select(text => text.Text));

    public static IEnumerable<Text> Texts(Paragraph paragraph) =>
        paragraph.Descendants<Text>().Where(text => text.Ancestors<Paragraph>().First() == paragraph);

    public static RuleViolationException Unknown(string placeholder) =>
        new("paper.placeholder-unknown", $"The template uses {placeholder}, which is no placeholder of a paper.", "seeds/papers", placeholder);

    public static RuleViolationException Unpaired(string placeholder) =>
        new("paper.placeholder-unpaired", $"{placeholder} has no partner in the same place of the template.", "seeds/papers", placeholder);
}

/// <summary>Where a placeholder is looked up: the item of the innermost list first, then outwards to the whole paper.</summary>
sealed record PaperScope(PaperContent Content, string? List = null, PaperScope? Outer = null)
{
    public IReadOnlyList<string> Lists => [.. Outer?.Lists ?? [], .. List is null ? (string[])[] : [List]];

    public object? Find(PaperTag tag) => (PaperVocabulary.Find(tag.Name, Lists) ?? throw PaperTag.Unknown(tag.ToString())) is var field && field.Of == List
        ? Content.Find(field.Name)
        : Outer!.Find(tag);

    /// <summary>The scopes in which what stands between two tags is written: one for each item, or one or none.</summary>
    public IEnumerable<PaperScope> Within(PaperTag tag)
    {
        var value = Find(tag);
        var items = value as IReadOnlyList<PaperContent>;
        var holds = value switch { bool yes => yes, string => true, _ => items is { Count: > 0 } };
        if (tag.Mark == PaperTag.Unless)
            return holds ? [] : [this];
        return !holds ? [] : items is null ? [this]
            : items.Select(item => new PaperScope(item, PaperVocabulary.Find(tag.Name, Lists)!.ItemsOf, this));
    }
}
