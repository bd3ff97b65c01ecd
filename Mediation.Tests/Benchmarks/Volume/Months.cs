using System.Globalization;
using Mediation.Core.Domain;

namespace Mediation.Benchmarks.Volume;

/// <summary>Moves days and moments by whole months, so that what a month counts stays together.</summary>
static class Months
{
    static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static int IndexOf(DateOnly day) => day.Year * 12 + day.Month - 1;

    public static DateOnly Move(DateOnly day, int months) => day.AddMonths(months);

    /// <summary>Unix milliseconds; the time of day in Shanghai stays.</summary>
    public static long Move(long at, int months)
    {
        var local = DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(Offset);
        return local.AddMonths(months).ToUnixTimeMilliseconds();
    }

    public static DateOnly DayOf(long at) => Shanghai.DateOf(DateTimeOffset.FromUnixTimeMilliseconds(at));

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>yyyyMM.</summary>
    public static long MoveMonth(long month, int months)
    {
        var moved = new DateOnly((int)month / 100, (int)month % 100, 1).AddMonths(months);
        return moved.Year * 100 + moved.Month;
    }

    /// <summary>yyyyMMdd.</summary>
    public static long MoveDay(long day, int months)
    {
        var moved = new DateOnly((int)(day / 10_000), (int)(day / 100 % 100), (int)(day % 100)).AddMonths(months);
        return moved.Year * 10_000 + moved.Month * 100 + moved.Day;
    }
}
