using Mediation.Core.Domain.Search;

namespace Mediation.Core.Domain.Parties;

/// <summary>Unified social credit code of an organisation (GB 32100-2015).</summary>
public static class OrganisationCode
{
    // The standard leaves out I, O, S, V and Z, which are mistaken for digits and for each other.
    const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    // 3^i mod 31
    static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>As the certificate prints it: half-width, no spaces, capitals.</summary>
    public static string Normalise(string text) => CompatibilityForms.Compact(text).ToUpperInvariant();

    /// <summary>What is wrong with a normalised code, as a short code; null when it is well formed.</summary>
    public static string? Problem(string normalised) => normalised switch
    {
        { Length: not 18 } => "length",
        _ when !normalised.All(Alphabet.Contains) => "characters",
        _ when normalised[17] != CheckCharacter(normalised) => "check-digit",
        _ => null,
    };

    static char CheckCharacter(string code)
    {
        var sum = Weights.Select((weight, i) => weight * Alphabet.IndexOf(code[i], StringComparison.Ordinal)).Sum();
        return Alphabet[(31 - sum % 31) % 31];
    }
}
