using System.Text;
using System.Text.RegularExpressions;

namespace Mediation.Core.Domain.Parties;

/// <summary>What an answer shows of personal data until somebody with a reason has it revealed.</summary>
public static partial class Masking
{
    /// <summary>张* or 欧阳*: the surname stays; how long the given name is does not.</summary>
    public static string Name(string name)
    {
        var trimmed = name.Trim();
        if (trimmed.Length == 0)
            return "";

        // Two characters alone are a one-character surname and a given name: 司马 may be Mr Si.
        var compound = trimmed.Length > 2 && Surnames.Compound.Contains(trimmed[..2]);
        return (compound ? trimmed[..2] : trimmed.EnumerateRunes().First().ToString()) + "*";
    }

    /// <summary>138****5678; of what is no telephone number the last two characters, a third at most.</summary>
    public static string Phone(string phone)
    {
        var number = Parties.Phone.Normalise(phone);
        return Parties.Phone.IsPlausible(number) ? $"{number[..3]}****{number[^4..]}" : Tail(number);
    }

    /// <summary>340***********001X, so that the birthday never shows; any other certificate keeps two characters, a third at most.</summary>
    public static string IdNumber(string number)
    {
        var normal = ResidentId.Normalise(number);
        return ResidentIdLike().IsMatch(normal) ? $"{normal[..3]}***********{normal[^4..]}" : Tail(normal);
    }

    /// <summary>Down to the village or community; house numbers and everything after the first figure never show.</summary>
    public static string Address(string address)
    {
        var place = address.Trim();
        var beforeFigures = new string([.. place.TakeWhile(c => !char.IsDigit(c))]);
        var places = AreaWord().Matches(beforeFigures);
        var end = places.Count == 0 ? 0 : places[^1].Index + places[^1].Length;
        return end == place.Length ? place : place[..end] + "***";
    }

    /// <summary>Text with every number in it masked that looks like a resident id, a bank card or a mobile.</summary>
    public static string FreeText(string text) => PersonalNumber().Replace(text, found =>
    {
        var number = ResidentId.Normalise(found.Value.Replace("-", "", StringComparison.Ordinal));
        return number.Length < 15 ? Phone(number) : IdNumber(number);
    });

    static string Tail(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        var kept = Math.Min(2, runes.Length / 3);
        return new StringBuilder().Append('*', runes.Length - kept).AppendJoin("", runes[^kept..]).ToString();
    }

    [GeneratedRegex(@"\A[0-9]{17}[0-9X]\z")]
    private static partial Regex ResidentIdLike();

    [GeneratedRegex("村|社区|街道|镇|乡")]
    private static partial Regex AreaWord();

    // \d takes full-width figures too. People write 138 1234 5678 and 340803 19900101 001X.
    [GeneratedRegex(@"(?<!\d)(?:\d{6}[ -]?\d{8}[ -]?\d{3}[\dXxＸｘ]|\d{15,}|" +
        @"(?:[+＋]?[8８][6６][ -]?)?[1１][3-9３-９]\d[ -]?\d{4}[ -]?\d{4})(?!\d)")]
    private static partial Regex PersonalNumber();
}
