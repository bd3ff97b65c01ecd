using System.Text.RegularExpressions;
using Mediation.Core.Domain.Search;

namespace Mediation.Core.Domain.Parties;

/// <summary>A telephone number as people give it; an odd one is worth a warning, never a refusal.</summary>
public static partial class Phone
{
    /// <summary>Half-width, no spaces or brackets, no country code; a mobile without hyphens, a landline as it was written.</summary>
    public static string Normalise(string text)
    {
        var plain = CountryCode().Replace(Dashes().Replace(CompatibilityForms.Compact(text), "-"), "");
        var bare = plain.Replace("-", "", StringComparison.Ordinal);
        return Mobile().IsMatch(bare) ? bare : AreaInBrackets().Replace(plain, "$1-");
    }

    /// <summary>Whether a normalised number could be a Chinese mobile or a landline with its area code.</summary>
    public static bool IsPlausible(string normalised) => Mobile().IsMatch(normalised) || Landline().IsMatch(normalised);

    [GeneratedRegex(@"\A1[3-9][0-9]{9}\z")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"\A0[0-9]{2,3}-?[0-9]{7,8}\z")]
    private static partial Regex Landline();

    [GeneratedRegex(@"\A(?:\+|00)86-?|\A86(?=1[3-9][0-9]{9}\z)")]
    private static partial Regex CountryCode();

    [GeneratedRegex(@"[\u2010-\u2015\u2212]")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"\A\((0[0-9]{2,3})\)-?")]
    private static partial Regex AreaInBrackets();
}
