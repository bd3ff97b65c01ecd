using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Mediation.Core.Domain.Areas;

namespace Mediation.Api.Http;

/// <summary>An area code in a URL: 12 digits, or the request is refused with the field's name.</summary>
sealed record QueryArea(AreaCode Code) : IParsable<QueryArea>
{
    public static QueryArea Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var area) ? area : throw new FormatException();

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out QueryArea result)
    {
        result = AreaCode.TryParse(s, out var code) ? new QueryArea(code) : null;
        return result is not null;
    }
}

/// <summary>A member of an enum in a URL, by its name in any case and never by a number.</summary>
sealed record QueryWord<T>(T Value) : IParsable<QueryWord<T>> where T : struct, Enum
{
    public static QueryWord<T> Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var word) ? word : throw new FormatException();

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out QueryWord<T> result)
    {
        result = Enum.GetNames<T>().FirstOrDefault(n => n.Equals(s, StringComparison.OrdinalIgnoreCase)) is { } name ? new QueryWord<T>(Enum.Parse<T>(name)) : null;
        return result is not null;
    }
}

/// <summary>A date in a URL as yyyy-MM-dd: 03/04/2026 is one day here and another elsewhere.</summary>
sealed record QueryDate(DateOnly Date) : IParsable<QueryDate>
{
    public static QueryDate Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var date) ? date : throw new FormatException();

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out QueryDate result)
    {
        result = DateOnly.TryParseExact(s, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new QueryDate(date) : null;
        return result is not null;
    }
}
