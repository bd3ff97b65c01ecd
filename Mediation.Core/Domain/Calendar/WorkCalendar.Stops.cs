namespace Mediation.Core.Domain.Calendar;

public sealed partial class WorkCalendar
{
    /// <summary>
    /// The last day of a limit of which some days do not count; null while its rest waits for a stop without an end. A month or a year
    /// is as many days as it would have without stops.
    /// </summary>
    public Deadline? Due(DateOnly start, int amount, TimeUnit unit, IReadOnlyList<DayRange> stops)
    {
        if (stops.Count == 0)
            return Due(start, amount, unit);
        var left = unit == TimeUnit.Workday ? amount : Due(start, amount, unit, roll: false).Due.DayNumber - start.DayNumber;
        var day = start;
        while (left > 0)
        {
            day = day.AddDays(1);
            if (stops.Any(stop => stop.Holds(day)))
            {
                if (stops.Any(stop => stop.To is null && stop.From <= day))
                    return null;
            }
            else if (unit != TimeUnit.Workday || IsWorkday(day))
                left--;
        }
        var due = WorkdayFrom(day);
        var firstLookedUp = unit == TimeUnit.Workday ? start.AddDays(1) : day;
        return new Deadline(due, !ArePublished(firstLookedUp.Year, due.Year));
    }

    /// <summary>Days that count of a limit after one day up to and with another, in the limit's own unit: working days, else days of the calendar.</summary>
    public int Counted(DateOnly from, DateOnly to, TimeUnit unit, IReadOnlyList<DayRange> stops) =>
        stops.Count > 0 ? CountedDays(from, to, unit, stops).Count()
        : to <= from ? 0
        : unit == TimeUnit.Workday ? WorkdaysBetween(from, to) : to.DayNumber - from.DayNumber;

    /// <summary>The first day on which a share of the limit is used; the due day itself when the limit has no length.</summary>
    public DateOnly ShareReached(DateOnly start, DateOnly due, int percent, TimeUnit unit, IReadOnlyList<DayRange> stops)
    {
        var total = Counted(start, due, unit, stops);
        // Rounded up: a day that is not whole is not used yet.
        var needed = (total * percent + 99) / 100;
        return needed == 0 ? due
            : stops.Count > 0 ? CountedDays(start, due, unit, stops).ElementAt(needed - 1)
            : unit == TimeUnit.Workday ? AfterWorkdays(start, needed) : start.AddDays(needed);
    }

    /// <summary>The day itself when it is worked, else the next that is.</summary>
    public DateOnly WorkdayFrom(DateOnly day)
    {
        while (!IsWorkday(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>The day itself when it is worked, else the last that was.</summary>
    public DateOnly WorkdayUntil(DateOnly day)
    {
        while (!IsWorkday(day))
            day = day.AddDays(-1);
        return day;
    }

    IEnumerable<DateOnly> CountedDays(DateOnly from, DateOnly to, TimeUnit unit, IReadOnlyList<DayRange> stops)
    {
        for (var day = from; day < to;)
        {
            day = day.AddDays(1);
            if (!stops.Any(stop => stop.Holds(day)) && (unit != TimeUnit.Workday || IsWorkday(day)))
                yield return day;
        }
    }
}

/// <summary>Days from one on and before another; without the other it is still open.</summary>
public readonly record struct DayRange(DateOnly From, DateOnly? To)
{
    public bool Holds(DateOnly day) => day >= From && (To is null || day < To);
}
