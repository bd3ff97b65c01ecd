using System.Collections.Concurrent;
using System.Globalization;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Features.Disputes;

/// <summary>Reads the cells of an old ledger: identifiers or their Chinese labels, dates as a spreadsheet writes them, amounts.</summary>
sealed class ImportWords(Func<Enum, string> chinese)
{
    static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];
    static readonly string[] Moments = [.. Days.SelectMany(day => (string[])[$"{day} H:mm", $"{day} H:mm:ss"])];
    static readonly char[] Separators = [';', '；'];

    readonly ConcurrentDictionary<Type, Dictionary<string, Enum>> words = new();

    public T? Member<T>(string text) where T : struct, Enum =>
        words.GetOrAdd(typeof(T), _ => Words<T>()).TryGetValue(text, out var member) ? (T)member : null;

    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A day, a day with the time of the wall's clock, or an instant with its offset.</summary>
    public static DateTimeOffset? Instant(string text) => Day(text) is { } day ? Shanghai.StartOf(day)
        : DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? Shanghai.StartOf(DateOnly.FromDateTime(time)) + time.TimeOfDay
            : text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? instant.ToUniversalTime() : null;

    public static decimal? Amount(string text) => decimal.TryParse(
        text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    public static int? Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>a;b: an empty part keeps its place.</summary>
    public static string[] Parts(string? text) => text?.Split(Separators, StringSplitOptions.TrimEntries) ?? [];

    Dictionary<string, Enum> Words<T>() where T : struct, Enum
    {
        var known = new Dictionary<string, Enum>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in Enum.GetValues<T>())
        {
            known.TryAdd(member.ToString(), member);
            known.TryAdd(chinese(member), member);
        }
        if (typeof(T) == typeof(PartyKind))
            known.TryAdd("单位", PartyKind.Organization);
        return known;
    }
}
