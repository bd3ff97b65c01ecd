using System.Text.Json;

namespace Mediation.Core.Domain.Calendar;

/// <summary>Working days by the State Council's yearly notices, and time limits counted with them.</summary>
public sealed partial class WorkCalendar
{
    public const int LongestAmount = 10_000;

    static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    readonly HashSet<DateOnly> off;
    readonly HashSet<DateOnly> work;
    readonly HashSet<int> published;
    readonly WorkdayTable table;

    WorkCalendar(HolidayNotices notices)
    {
        // A notice reaches over its year's edges (the one for 2019 gave off 2018-12-31), so the dates count, not the year they came under.
        off = [.. notices.Years.Values.SelectMany(year => year.Off)];
        work = [.. notices.Years.Values.SelectMany(year => year.Work)];
        published = [.. notices.Years.Where(year => year.Value.Off.Count > 0).Select(year => year.Key)];
        if (off.Overlaps(work))
            throw new FormatException("The work calendar has a date both off and worked.");
        table = new WorkdayTable(IsByNotice);
    }

    /// <summary>Reads seeds/work-calendar.json; a year without days off is one whose notice is still to come.</summary>
    public static WorkCalendar Parse(string json) =>
        new(JsonSerializer.Deserialize<HolidayNotices>(json, Strict) ?? throw new FormatException("The work calendar is empty."));

    public IReadOnlyList<int> PublishedYears => [.. published.Order()];

    public bool IsPublished(int year) => published.Contains(year);

    public bool IsWorkday(DateOnly day) => WorkdayTable.Holds(day) ? table.IsWorkday(day) : IsByNotice(day);

    bool IsByNotice(DateOnly day) =>
        !off.Contains(day) && (work.Contains(day) || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>
    /// The last day of a limit (Civil Code 201-203): the first day is not counted, a month ends on the same day number or else on its
    /// last day, and an end on a day of rest moves to the next working day unless the parties fixed the date themselves.
    /// </summary>
    public Deadline Due(DateOnly start, int amount, TimeUnit unit, bool roll = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, LongestAmount);

        var end = unit switch
        {
            TimeUnit.Workday => AfterWorkdays(start, amount),
            TimeUnit.Day => start.AddDays(amount),
            TimeUnit.Month => start.AddMonths(amount),
            TimeUnit.Year => start.AddYears(amount),
        };
        var due = end;
        while (roll && !IsWorkday(due))
            due = due.AddDays(1);

        // Only days that were looked up in the calendar make the answer depend on it.
        var firstLookedUp = unit == TimeUnit.Workday && amount > 0 ? start.AddDays(1) : end;
        var dependsOnCalendar = roll || unit == TimeUnit.Workday;
        return new Deadline(due, dependsOnCalendar && !ArePublished(firstLookedUp.Year, due.Year));
    }

    /// <summary>Working days after one day up to and with another; negative when the other lies before.</summary>
    public int WorkdaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
            return -WorkdaysBetween(to, from);
        if (WorkdayTable.Holds(from) && WorkdayTable.Holds(to))
            return table.Between(from, to);

        var count = 0;
        for (var day = from; day < to;)
        {
            day = day.AddDays(1);
            if (IsWorkday(day))
                count++;
        }

        return count;
    }

    DateOnly AfterWorkdays(DateOnly start, int amount)
    {
        var day = start;
        for (var left = amount; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkday(day))
                left--;
        }

        return day;
    }

    bool ArePublished(int first, int last) => Enumerable.Range(first, last - first + 1).All(IsPublished);

    sealed record HolidayNotices(Dictionary<int, Notice> Years);

    sealed record Notice(IReadOnlyList<DateOnly> Off, IReadOnlyList<DateOnly> Work);
}
