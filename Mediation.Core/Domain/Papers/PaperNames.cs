namespace Mediation.Core.Domain.Papers;

/// <summary>The names behind the ids of a file, and the Chinese words of the vocabulary: what a paper needs beside the file itself.</summary>
public sealed record PaperNames
{
    /// <summary>Full name of the committee that hosts, or of the responsible organisation before there is a case.</summary>
    public required string Committee { get; init; }

    public required IReadOnlyDictionary<Guid, string> People { get; init; }

    public string? Area { get; init; }

    /// <summary>Chinese labels by list and word (seeds/reference-labels.json).</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Words { get; init; }

    public string Word<T>(T value) where T : struct, Enum => Words[typeof(T).Name][value.ToString()];

    public string? Person(Guid? id) => id is { } known ? People.GetValueOrDefault(known) : null;

    /// <summary>☑当事人申请　☐主动调解: every word of a list, the true ones ticked.</summary>
    public string Ticked<T>(params IEnumerable<T> chosen) where T : struct, Enum =>
        string.Join('　', Enum.GetValues<T>().Select(value => Tick(Word(value), chosen.Contains(value))));

    public static string Tick(string word, bool chosen) => (chosen ? "☑" : "☐") + word;
}
