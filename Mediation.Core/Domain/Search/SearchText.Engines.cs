using System.Globalization;

namespace Mediation.Core.Domain.Search;

public static partial class SearchText
{
    // The last position that a tsvector can hold.
    const int LastPosition = 16_383;

    /// <summary>For FTS5 with tokenize='ascii', detail=none. It keeps no positions: <see cref="Matches"/> checks what it finds.</summary>
    public static string FtsDocument(params string?[] fields) =>
        string.Join(' ', Tokens(fields).Where(token => token != Gap).Distinct());

    /// <summary>An FTS5 query for every bigram of q.</summary>
    public static string FtsQuery(string q) =>
        string.Join(" AND ", SearchableTerms(q).SelectMany(Bigrams).Distinct().Select(bigram => $"\"{bigram}\""));

    /// <summary>A tsvector in its text form; beyond the last position a bigram is still found, but no longer in a phrase.</summary>
    public static string TsVector(params string?[] fields) => string.Join(' ', Tokens(fields)
        .Select((token, i) => (Token: token, Position: i + 1))
        .Where(entry => entry.Token != Gap)
        .Select(entry => entry.Position <= LastPosition
            ? string.Create(CultureInfo.InvariantCulture, $"{Lexeme(entry.Token)}:{entry.Position}")
            : Lexeme(entry.Token))
        .Distinct());

    /// <summary>A tsquery in its text form: each term a phrase, all of them wanted.</summary>
    public static string TsQuery(string q) =>
        string.Join(" & ", SearchableTerms(q).Distinct().Select(term => string.Join(" <-> ", Bigrams(term).Select(Lexeme))));

    // Bigrams hold letters and digits only, so there is no quote or backslash to escape here or in FTS5.
    static string Lexeme(string bigram) => $"'{bigram}'";

    static IReadOnlyList<string> SearchableTerms(string q) =>
        Terms(q) is { Count: > 0 } terms ? terms : throw new ArgumentException("Nothing to search by; ask IsSearchable first.", nameof(q));
}
