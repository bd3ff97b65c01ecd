using System.Globalization;
using Mediation.Core.Domain.Calendar;

namespace Mediation.Core.Domain.Routing;

/// <summary>Local practice about clocks: the window of a follow-up, from which share of a limit it is yellow, and when reminders fall.</summary>
public sealed record ClockRules
{
    /// <summary>Days after performance before which nobody calls.</summary>
    public required int FollowUpFrom { get; init; }

    /// <summary>Days after performance by which somebody has called.</summary>
    public required int FollowUpTo { get; init; }

    /// <summary>Percent of a limit, granted extensions included.</summary>
    public required int YellowPercent { get; init; }

    /// <summary>Working hours of a workday in Asia/Shanghai; reminders fall when they begin.</summary>
    public required (TimeOnly From, TimeOnly To) WorkingHours { get; init; }

    /// <summary>For rule texts that were stored before they spoke of clocks.</summary>
    static readonly ClockRules Unstated = new()
    {
        FollowUpFrom = 7, FollowUpTo = 30, YellowPercent = 70, WorkingHours = (new TimeOnly(8, 30), new TimeOnly(17, 30)),
    };

    internal static ClockRules Read(RuleNode node)
    {
        if (node.Absent)
            return Unstated;
        node.AllowOnly("followUpDays", "yellowPercent", "workingHours", "local", "basis");
        _ = node.BasisOrLocal();
        var (days, hours) = (node["followUpDays"], node["workingHours"]);
        days.AllowOnly("from", "to");
        hours.AllowOnly("from", "to");
        var rules = new ClockRules
        {
            FollowUpFrom = days["from"].Number(), FollowUpTo = days["to"].Number(), YellowPercent = node["yellowPercent"].Number(),
            WorkingHours = (Hour(hours["from"]), Hour(hours["to"])),
        };
        if (rules.FollowUpFrom > rules.FollowUpTo)
            throw days.Fault("ends before it begins");
        if (rules.YellowPercent > 100)
            throw node["yellowPercent"].Fault("is more than the whole");
        return rules.WorkingHours.From < rules.WorkingHours.To ? rules : throw hours.Fault("end before they begin");
    }

    static TimeOnly Hour(RuleNode node) =>
        TimeOnly.TryParseExact(node.Text(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : throw node.Fault("is no hour");
}

static class LimitUnits
{
    public static TimeUnit OfCalendar(this LimitUnit unit) => unit switch
    {
        LimitUnit.Workday => TimeUnit.Workday,
        LimitUnit.Day => TimeUnit.Day,
        LimitUnit.Month => TimeUnit.Month,
    };
}
