using System.Text.Json;
using CsCheck;
using Mediation.Core.Domain.Calendar;
using NUnit.Framework;
using static Mediation.Core.Domain.Calendar.TimeUnit;

namespace Mediation.Tests.Domain.Calendar;

sealed class WorkCalendarTests
{
    static readonly WorkCalendar Official =
        WorkCalendar.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "work-calendar.json")));

    static readonly Gen<DateOnly> AnyStart = Gen.Int[0, 4500].Select(offset => new DateOnly(2018, 1, 1).AddDays(offset));

    [TestCase("2024-01-31", 1, Month, "2024-02-29", Description = "No 31 February: the month's last day")]
    [TestCase("2024-02-29", 1, Year, "2025-02-28")]
    [TestCase("2024-02-29", 1, Month, "2024-03-29", Description = "The same number, not the last day")]
    [TestCase("2024-01-12", 1, Month, "2024-02-18", Description = "12 February lies in the festival; Sunday the 18th is worked")]
    [TestCase("2024-02-05", 7, Workday, "2024-02-20", Description = "6, 7, 8, 9, 18 (Sunday, worked), 19, 20 February")]
    [TestCase("2024-02-05", 6, Day, "2024-02-18")]
    [TestCase("2026-02-14", 0, Workday, "2026-02-14")]
    [TestCase("2026-02-13", 1, Workday, "2026-02-14", Description = "A make-up Saturday counts")]
    [TestCase("2026-02-04", 10, Day, "2026-02-14", Description = "and an end on it does not move")]
    [TestCase("2026-10-08", 1, Day, "2026-10-09")]
    [TestCase("2026-09-21", 15, Day, "2026-10-08")]
    [TestCase("2026-11-27", 1, Day, "2026-11-30", Description = "An ordinary Saturday moves to Monday")]
    [TestCase("2018-12-28", 1, Day, "2018-12-29", Description = "Worked by the notice for 2019")]
    public void A_limit_ends_where_the_calendar_says(string start, int amount, TimeUnit unit, string due) =>
        Assert.That(Official.Due(On(start), amount, unit).Due, Is.EqualTo(On(due)));

    [TestCase("2026-11-23", 30, Day, false)]
    [TestCase("2026-12-30", 1, Workday, false)]
    [TestCase("2026-12-30", 2, Workday, true)]
    [TestCase("2026-12-23", 1, Month, true)]
    [TestCase("2026-06-01", 3, Year, true)]
    [TestCase("2018-12-31", 5, Workday, false, Description = "Every day looked up lies in 2019")]
    [TestCase("2018-12-28", 5, Workday, true)]
    public void A_limit_that_rests_on_an_unpublished_year_is_provisional(string start, int amount, TimeUnit unit, bool provisional) =>
        Assert.That(Official.Due(On(start), amount, unit).Provisional, Is.EqualTo(provisional));

    [Test]
    public void An_unpublished_year_knows_weekends_only() =>
        Assert.That(Official.Due(new(2026, 12, 30), 3, Workday), Is.EqualTo(new Deadline(new(2027, 1, 4), Provisional: true)));

    [Test]
    public void A_date_that_the_parties_fix_does_not_move() =>
        Assert.That(Official.Due(new(2026, 12, 2), 1, Month, roll: false), Is.EqualTo(new Deadline(new(2027, 1, 2), Provisional: false)));

    [TestCase(2019, ExpectedResult = true)]
    [TestCase(2026, ExpectedResult = true)]
    [TestCase(2027, ExpectedResult = false)]
    [TestCase(2018, ExpectedResult = false)]
    public bool A_year_is_published_once_its_days_off_are_known(int year) => Official.IsPublished(year);

    [TestCase(-1)]
    [TestCase(10_001)]
    [TestCase(int.MinValue)]
    public void Absurd_amounts_are_refused(int amount) =>
        Assert.That(() => Official.Due(new(2026, 11, 23), amount, Day), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void The_end_of_the_calendar_is_out_of_range_and_nothing_worse([Values] TimeUnit unit, [Values(1, 10_000)] int amount) =>
        Assert.That(() => Official.Due(DateOnly.MaxValue, amount, unit), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void A_limit_always_ends_on_a_working_day_and_never_before_its_start() =>
        Gen.Select(AnyStart, Gen.Int[0, 400], Gen.Enum<TimeUnit>()).Sample((start, amount, unit) =>
            Official.Due(start, amount, unit).Due is var due && due >= start && Official.IsWorkday(due));

    [Test]
    public void Counting_the_working_days_of_a_limit_gives_the_limit_back() =>
        Gen.Select(AnyStart, Gen.Int[1, 400]).Sample((start, amount) =>
            Official.WorkdaysBetween(start, Official.Due(start, amount, Workday).Due) == amount);

    [TestCase("2024-02-09", "2024-02-18", 1)]
    [TestCase("2024-02-18", "2024-02-09", -1)]
    [TestCase("2024-02-18", "2024-02-18", 0)]
    public void Working_days_between_two_dates_leave_out_the_first(string from, string to, int days) =>
        Assert.That(Official.WorkdaysBetween(On(from), On(to)), Is.EqualTo(days));

    [Test]
    public void A_calendar_that_contradicts_itself_is_not_taken() => Assert.That(
        () => WorkCalendar.Parse("""{ "years": { "2026": { "off": ["2026-01-01"], "work": ["2026-01-01"] } } }"""),
        Throws.InstanceOf<FormatException>());

    [TestCase("""{ }""")]
    [TestCase("""{ "years": { "2026": { "off": null, "work": [] } } }""")]
    [TestCase("""{ "years": { "2026": { "off": ["2026-02-30"], "work": [] } } }""")]
    public void A_calendar_with_gaps_is_not_taken(string json) =>
        Assert.That(() => WorkCalendar.Parse(json), Throws.InstanceOf<JsonException>());

    static DateOnly On(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", null);
}
