namespace Mediation.Core.Domain.Screening;

/// <summary>How often a committee goes round and reports what it found (domain 5.1).</summary>
public enum ScreeningCadence { Day, Week, TenDays, HalfMonth, Month, Quarter }

/// <summary>The days of one round, both included.</summary>
public sealed record ScreeningPeriod(DateOnly From, DateOnly To);

/// <summary>The periods for which a screening return is due; a week begins on Monday, the third ten days end with the month.</summary>
public static class ScreeningPeriods
{
    /// <summary>A quarter and a few days: a longer one is a slip of the pen.</summary>
    public const int LongestDays = 100;

    /// <summary>The period in which a day lies.</summary>
    public static ScreeningPeriod Of(DateOnly day, ScreeningCadence cadence) => cadence switch
    {
        ScreeningCadence.Day => new(day, day),
        ScreeningCadence.Week => FromMonday(day),
        ScreeningCadence.TenDays => OfMonth(day, day.Day <= 10 ? 1 : day.Day <= 20 ? 11 : 21, day.Day <= 10 ? 10 : day.Day <= 20 ? 20 : null),
        ScreeningCadence.HalfMonth => OfMonth(day, day.Day <= 15 ? 1 : 16, day.Day <= 15 ? 15 : null),
        ScreeningCadence.Month => OfMonth(day, 1, null),
        ScreeningCadence.Quarter => OfQuarter(new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1)),
    };

    /// <summary>The last day of the month in which a day lies; no regular round reaches beyond it.</summary>
    public static DateOnly LastDay(DateOnly day) => Of(day, ScreeningCadence.Month).To;

    /// <summary>The whole periods that share a day with these days, oldest first.</summary>
    public static IEnumerable<ScreeningPeriod> Between(DateOnly from, DateOnly to, ScreeningCadence cadence)
    {
        for (var period = Of(from, cadence); period.From <= to; period = Of(period.To.AddDays(1), cadence))
            yield return period;
    }

    static ScreeningPeriod OfMonth(DateOnly day, int first, int? last) => new(
        new(day.Year, day.Month, first), new(day.Year, day.Month, last ?? DateTime.DaysInMonth(day.Year, day.Month)));

    static ScreeningPeriod FromMonday(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new(monday, monday.AddDays(6));
    }

    static ScreeningPeriod OfQuarter(DateOnly first) => new(first, first.AddMonths(3).AddDays(-1));
}
