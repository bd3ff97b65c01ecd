using System.Text.RegularExpressions;

namespace Mediation.Tests.Architecture;

/// <summary>One rule about sources, with examples that break it, so that every fence is seen failing.</summary>
sealed record Fence(string Rule, Func<Source, bool> Covers, Func<Source, string?> Offence, params Source[] Broken)
{
    public IEnumerable<string> Offences(IEnumerable<Source> sources) =>
        from source in sources
        where Covers(source)
        let offence = Offence(source)
        where offence is not null
        select $"{source.Path}: {offence}";

    public override string ToString() => Rule;

    /// <summary>The pattern never occurs in code; comments may name it.</summary>
    public static Fence NoCode(string rule, Func<Source, bool> covers, string pattern, string path, params string[] broken) =>
        new(rule, covers, source => First(source.Code, pattern), [.. broken.Select(text => new Source(path, text))]);

    /// <summary>The pattern occurs nowhere, not even in a comment.</summary>
    public static Fence NoText(string rule, Func<Source, bool> covers, string pattern, string path, params string[] broken) =>
        new(rule, covers, source => First(source.Text, pattern), [.. broken.Select(text => new Source(path, text))]);

    static string? First(string text, string pattern) =>
        Regex.Match(text, pattern, RegexOptions.Multiline) is { Success: true } found ? found.Value.Trim() : null;
}
