namespace Mediation.Core.Domain.Screening;

/// <summary>How often a committee goes round and reports what it found (domain 5).</summary>
public enum ScreeningCadence { Week, HalfMonth, Month, Quarter }

/// <summary>The periods for which a screening return is due.</summary>
public static class ScreeningPeriods
{
    /// <summary>The letter asks for a round every month (每月定期排查); campaigns with a cadence of their own come on top of it.</summary>
    public const ScreeningCadence Cadence = ScreeningCadence.Month;

    /// <summary>The last day of the period in which a day lies.</summary>
    public static DateOnly LastDay(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    /// <summary>A quarter and a few days: a longer one is a slip of the pen.</summary>
    public const int LongestDays = 100;
}
