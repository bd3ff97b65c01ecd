using System.Globalization;
using System.Text;

namespace Mediation.Core.Domain.Search;

/// <summary>
/// Text as it is searched, the same on both databases. Chinese has no spaces and many words of two characters, so every run of letters
/// and digits is indexed as its overlapping pairs.
/// </summary>
public static partial class SearchText
{
    /// <summary>Stands in <see cref="Tokens"/> where a run or a field ends; it takes a position, so that no phrase reaches across.</summary>
    public const string Gap = "";

    /// <summary>Normalised text holds no line feed, so no term can match across it.</summary>
    const char FieldBreak = '\n';

    /// <summary>Compatibility forms folded, lower case, invisible characters gone, any white space one space.</summary>
    public static string Normalise(string? text)
    {
        var normal = new StringBuilder(text?.Length ?? 0);
        Span<char> letter = stackalloc char[2];
        foreach (var rune in CompatibilityForms.Fold(text ?? "").EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format)
                continue;

            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune))
                normal.Append(letter[..Rune.ToLowerInvariant(rune).EncodeToUtf16(letter)]);
            else if (normal.Length > 0 && normal[^1] != ' ')
                normal.Append(' ');
        }

        return normal.ToString().TrimEnd();
    }

    /// <summary>The fields' bigrams in order, with a <see cref="Gap"/> wherever two neighbours do not belong to one run.</summary>
    public static IReadOnlyList<string> Tokens(params string?[] fields)
    {
        var tokens = new List<string>();
        foreach (var run in fields.SelectMany(field => Terms(field)))
        {
            if (tokens.Count > 0)
                tokens.Add(Gap);
            tokens.AddRange(Bigrams(run));
        }

        return tokens;
    }

    /// <summary>The fields as <see cref="Matches"/> wants them stored.</summary>
    public static string Document(params string?[] fields) => string.Join(FieldBreak, fields.Select(Normalise));

    /// <summary>Whether there is anything to search by: at least two letters or digits side by side.</summary>
    public static bool IsSearchable(string? q) => Terms(q).Count > 0;

    /// <summary>Whether a stored <see cref="Document"/> holds every term of q; a letter that stands alone in q is no term.</summary>
    public static bool Matches(string normalisedDocument, string q) =>
        Terms(q) is { Count: > 0 } terms && terms.All(term => normalisedDocument.Contains(term, StringComparison.Ordinal));

    /// <summary>Runs of two characters or more; shorter ones have no pair.</summary>
    public static IReadOnlyList<string> Terms(string? text)
    {
        var terms = new List<string>();
        var normal = Normalise(text);
        var (start, at, letters) = (0, 0, 0);
        foreach (var rune in normal.EnumerateRunes())
        {
            if (IsWordCharacter(rune))
            {
                letters++;
            }
            else
            {
                if (letters > 1)
                    terms.Add(normal[start..at]);
                (start, letters) = (at + rune.Utf16SequenceLength, 0);
            }
            at += rune.Utf16SequenceLength;
        }
        if (letters > 1)
            terms.Add(normal[start..]);
        return terms;
    }

    // A surrogate pair is one character: rare surnames live in the extension blocks, or in older fonts' private use area.
    static IEnumerable<string> Bigrams(string term)
    {
        for (var at = 0; at + Units(term, at) is var next && next < term.Length; at = next)
            yield return term[at..(next + Units(term, next))];

        static int Units(string text, int at) => char.IsHighSurrogate(text[at]) ? 2 : 1;
    }

    static bool IsWordCharacter(Rune rune) => Rune.IsLetter(rune) || Rune.IsNumber(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.PrivateUse;
}
