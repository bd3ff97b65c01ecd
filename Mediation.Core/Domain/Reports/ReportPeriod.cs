using System.Globalization;

namespace Mediation.Core.Domain.Reports;

/// <summary>A month, quarter, half-year or year of reports: 2026-11, 2026-Q4, 2026-H2, 2026.</summary>
public sealed record ReportPeriod
{
    const int FirstYear = 2000;
    const int LastYear = 9998;

    ReportPeriod(DateOnly first, int length) => (First, Length) = (first, length);

    /// <summary>The first day of its first month.</summary>
    public DateOnly First { get; }

    /// <summary>How many months.</summary>
    public int Length { get; }

    public DateOnly LastDay => First.AddMonths(Length).AddDays(-1);

    /// <summary>yyyyMM, oldest first.</summary>
    public IReadOnlyList<int> Months => [.. Enumerable.Range(0, Length).Select(i => Tallies.MonthOf(First.AddMonths(i)))];

    /// <summary>The one before it, of the same length.</summary>
    public ReportPeriod Previous => new(First.AddMonths(-Length), Length);

    public ReportPeriod YearBefore => new(First.AddYears(-1), Length);

    public static ReportPeriod? Parse(string? text)
    {
        if (text is not { Length: 4 or 7 } || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < FirstYear or > LastYear)
            return null;
        if (text.Length == 4)
            return new(new(year, 1, 1), 12);
        if (text[4] != '-')
            return null;
        return (text[5], text[6]) switch
        {
            ('Q', >= '1' and <= '4') => new(new(year, (text[6] - '1') * 3 + 1, 1), 3),
            ('H', '1' or '2') => new(new(year, (text[6] - '1') * 6 + 1, 1), 6),
            ('0', >= '1' and <= '9') => new(new(year, text[6] - '0', 1), 1),
            ('1', >= '0' and <= '2') => new(new(year, 10 + text[6] - '0', 1), 1),
            _ => null,
        };
    }

    /// <summary>By how many percent a number changed, half up to one decimal; nothing where there was nothing before.</summary>
    public static decimal? Change(decimal now, decimal? before) =>
        before is not { } was || was == 0 ? null : Math.Round((now - was) * 100 / was, 1, MidpointRounding.AwayFromZero);

    public override string ToString() => Length switch
    {
        1 => $"{First.Year:D4}-{First.Month:D2}",
        3 => $"{First.Year:D4}-Q{(First.Month + 2) / 3}",
        6 => $"{First.Year:D4}-H{(First.Month + 5) / 6}",
        _ => $"{First.Year:D4}",
    };
}
