using Mediation.Core.Domain.Calendar;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Clocks;

/// <summary>A clock of a matter as it stands on a day.</summary>
public sealed record ClockReading
{
    public required ClockRule Rule { get; init; }

    public required ClockRun Run { get; init; }

    /// <summary>The limit without extensions; null without one.</summary>
    public ClockLimit? Limit { get; init; }

    public IReadOnlyList<ClockExtension> Extensions { get; init; } = [];

    /// <summary>The end without extensions; null while it stands still, and without a limit.</summary>
    public DateOnly? PlainDue { get; init; }

    /// <summary>The last day; null while it stands still, and without a limit.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Rests on a year whose holidays are not published.</summary>
    public bool Provisional { get; init; }

    /// <summary>Working days where the limit is of such, else days of the calendar; what stood still is not in it.</summary>
    public required int Used { get; init; }

    public DateOnly? YellowOn { get; init; }

    public required ClockState State { get; init; }

    /// <summary>When it reminds: at the yellow point and on the working day before the end, in working hours; empty when nobody is reminded.</summary>
    public IReadOnlyList<DateTimeOffset> RemindAt { get; init; } = [];

    public bool IsMet => Run.MetOn is not null;

    /// <summary>Counts towards the day by which the holder must act.</summary>
    public bool BindsHolder => Rule.MakesLate && !IsMet && Due is not null;

    public static ClockReading Of(ClockRule rule, ClockRun run, ClockFacts facts, ClockContext context)
    {
        var limit = run.Limit ?? rule.Limit;
        DayRange[] stops = [.. run.Stops.Select(stop => new DayRange(stop.From, stop.To))];
        var plain = run.FixedDue is { } agreed ? new Deadline(agreed, Provisional: false)
            : limit is { } length ? context.Calendar.Due(run.StartedOn, length.Amount, length.Unit, stops)
            : null;
        ClockExtension[] extensions = [.. facts.Extensions.Where(extension => Concerns(extension, rule, run))];
        var longest = extensions.Select(e => (DateOnly?)e.Until).Max();
        var extended = plain is not null && longest > plain.Due;
        var due = extended ? Later(longest!.Value, plain!.Due, stops) : plain?.Due;

        var unit = limit?.Unit ?? TimeUnit.Day;
        var until = run.MetOn is { } met && met < context.Today ? met : context.Today;
        var rules = context.Rules.On(run.StartedOn).Clocks;
        var yellowOn = due is { } last ? context.Calendar.ShareReached(run.StartedOn, last, rules.YellowPercent, unit, stops) : (DateOnly?)null;
        return new ClockReading
        {
            Rule = rule, Run = run, Limit = limit, Extensions = extensions, PlainDue = plain?.Due, Due = due, Provisional = !extended && plain is { Provisional: true },
            Used = context.Calendar.Counted(run.StartedOn, until, unit, stops), YellowOn = yellowOn,
            State = StateOf(rule, run, due, yellowOn, stops, context.Today, limited: limit is not null || run.FixedDue is not null),
            RemindAt = rule.Reminds && run.MetOn is null && due is { } end ? Reminders(run.StartedOn, yellowOn!.Value, end, context.Calendar, rules.WorkingHours.From) : [],
        };
    }

    /// <summary>What stood still after the plain end is added to the extension; while it stands still there is no end.</summary>
    static DateOnly? Later(DateOnly until, DateOnly plain, DayRange[] stops)
    {
        var stood = 0;
        foreach (var stop in stops.Where(stop => (stop.To ?? DateOnly.MaxValue) > plain))
        {
            if (stop.To is not { } to)
                return null;
            stood += to.DayNumber - Math.Max(stop.From.DayNumber, plain.DayNumber + 1);
        }
        return until.AddDays(Math.Max(0, stood));
    }

    static ClockState StateOf(ClockRule rule, ClockRun run, DateOnly? due, DateOnly? yellowOn, DayRange[] stops, DateOnly today, bool limited) => run.MetOn switch
    {
        // A right that was used too late was not there any more.
        { } met => rule.WhenOver == ClockState.Lapsed && met > due ? ClockState.Lapsed : ClockState.Met,
        null when !limited => ClockState.Open,
        null when due is null || stops.Any(stop => stop.Holds(today)) => ClockState.Stopped,
        null when today > due => rule.WhenOver,
        null => today >= yellowOn ? ClockState.Yellow : ClockState.Running,
    };

    // One of the matter's limits begins anew with each status: what was granted before its beginning was another's.
    static bool Concerns(ClockExtension extension, ClockRule rule, ClockRun run) => extension.Clock == rule.Clock && extension.SubjectId == run.SubjectId
        && extension.Step == run.Step && extension.On >= run.StartedOn;

    static IReadOnlyList<DateTimeOffset> Reminders(DateOnly start, DateOnly yellowOn, DateOnly due, WorkCalendar calendar, TimeOnly hour)
    {
        var yellow = calendar.WorkdayFrom(yellowOn);
        var before = calendar.WorkdayUntil(due.AddDays(-1));
        // Short limits: not before it began. A date that the parties fixed may be a day of rest, and then the last working day is left.
        if (before <= start)
            before = calendar.WorkdayFrom(start.AddDays(1));
        return [.. new[] { yellow, before }.Select(day => day <= due ? day : calendar.WorkdayUntil(due)).Distinct().Order()
            .Select(day => Shanghai.StartOf(day).Add(hour.ToTimeSpan()).ToUniversalTime())];
    }
}
