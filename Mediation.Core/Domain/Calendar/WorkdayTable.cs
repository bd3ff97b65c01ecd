namespace Mediation.Core.Domain.Calendar;

/// <summary>How many working days lie before each day of a long stretch of years: limits of old matters are counted without walking through the years.</summary>
sealed class WorkdayTable
{
    static readonly DateOnly First = new(1990, 1, 1);
    static readonly DateOnly End = new(2080, 1, 1);

    /// <summary>Working days from the first day up to and with the one of that index.</summary>
    readonly int[] until = new int[End.DayNumber - First.DayNumber];

    public WorkdayTable(Func<DateOnly, bool> isWorkday)
    {
        var count = 0;
        for (var at = 0; at < until.Length; at++)
            until[at] = count += isWorkday(First.AddDays(at)) ? 1 : 0;
    }

    /// <summary>Nothing is known of a day before or behind the table.</summary>
    public static bool Holds(DateOnly day) => day > First && day < End;

    public bool IsWorkday(DateOnly day) => Until(day) != Until(day.AddDays(-1));

    /// <summary>Working days after one day up to and with a later one.</summary>
    public int Between(DateOnly from, DateOnly to) => Until(to) - Until(from);

    int Until(DateOnly day) => until[day.DayNumber - First.DayNumber];
}
