using System.Globalization;
using Mediation.Core.Domain.Search;

namespace Mediation.Core.Domain.Parties;

/// <summary>Number of a resident identity card or of a residence permit for Hong Kong, Macao and Taiwan (GB 11643-1999).</summary>
public static class ResidentId
{
    const string CheckCharacters = "10X98765432";

    static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    // GB/T 2260 provinces; 81, 82, 83 are the permits. Abolished counties below them stay valid, so no more than two digits count.
    static readonly HashSet<string> Regions =
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46",
        "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83",
    ];

    /// <summary>As the card prints it: half-width, no spaces, capital X.</summary>
    public static string Normalise(string text) => CompatibilityForms.Compact(text).ToUpperInvariant();

    /// <summary>What is wrong with a normalised number, as a short code; null when it is well formed.</summary>
    public static string? Problem(string normalised, DateOnly today) => normalised switch
    {
        { Length: not 18 } => "length",
        _ when !normalised[..17].All(char.IsAsciiDigit) || !(normalised[17] is 'X' || char.IsAsciiDigit(normalised[17])) => "characters",
        _ when !Regions.Contains(normalised[..2]) => "region",
        _ when !IsBirthDate(normalised.AsSpan(6, 8), today) => "birth-date",
        _ when normalised[17] != CheckCharacter(normalised) => "check-digit",
        _ => null,
    };

    static bool IsBirthDate(ReadOnlySpan<char> digits, DateOnly today) =>
        DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) && born <= today;

    static char CheckCharacter(string number) => CheckCharacters[Weights.Select((weight, i) => weight * (number[i] - '0')).Sum() % 11];
}
