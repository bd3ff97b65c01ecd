using System.Globalization;

namespace Mediation.Core.Domain.Areas;

/// <summary>A 12-digit administrative division code; a division holds exactly the codes in its range, so scope needs no recursion.</summary>
public readonly record struct AreaCode(long Value) : IComparable<AreaCode>
{
    public static bool TryParse(string? text, out AreaCode code)
    {
        var valid = text is { Length: 12 } && text.All(char.IsAsciiDigit) && text[0] != '0';
        code = valid ? new AreaCode(long.Parse(text!, CultureInfo.InvariantCulture)) : default;
        return valid;
    }

    public AreaLevel Level => Value switch
    {
        _ when Value % 10_000_000_000 == 0 => AreaLevel.Province,
        _ when Value % 100_000_000 == 0 => AreaLevel.City,
        _ when Value % 1_000_000 == 0 => AreaLevel.District,
        _ when Value % 1_000 == 0 => AreaLevel.Town,
        _ => AreaLevel.Village,
    };

    public AreaCode Town => new(Value / 1_000 * 1_000);

    public AreaCode District => new(Value / 1_000_000 * 1_000_000);

    public AreaCode City => new(Value / 100_000_000 * 100_000_000);

    public AreaCode Province => new(Value / 10_000_000_000 * 10_000_000_000);

    /// <summary>The first code after this division's range.</summary>
    public AreaCode End => new(Value + Level switch
    {
        AreaLevel.Province => 10_000_000_000,
        AreaLevel.City => 100_000_000,
        AreaLevel.District => 1_000_000,
        AreaLevel.Town => 1_000,
        AreaLevel.Village => 1,
    });

    /// <summary>The division directly above; a province has none.</summary>
    public AreaCode? Parent => Level switch
    {
        AreaLevel.Province => null,
        AreaLevel.City => Province,
        AreaLevel.District => City,
        AreaLevel.Town => District,
        AreaLevel.Village => Town,
    };

    public bool Holds(AreaCode other) => other.Value >= Value && other.Value < End.Value;

    public int CompareTo(AreaCode other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("D12", CultureInfo.InvariantCulture);

    public static bool operator <(AreaCode left, AreaCode right) => left.Value < right.Value;

    public static bool operator <=(AreaCode left, AreaCode right) => left.Value <= right.Value;

    public static bool operator >(AreaCode left, AreaCode right) => left.Value > right.Value;

    public static bool operator >=(AreaCode left, AreaCode right) => left.Value >= right.Value;
}

/// <summary>The five levels of the statistical division code.</summary>
public enum AreaLevel { Province, City, District, Town, Village }
