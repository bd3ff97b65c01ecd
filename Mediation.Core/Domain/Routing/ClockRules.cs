using System.Globalization;
using Mediation.Core.Domain.Calendar;

namespace Mediation.Core.Domain.Routing;

/// <summary>Local practice about clocks: from which day a follow-up is made, from which share of a limit it is yellow, and when reminders fall.</summary>
public sealed record ClockRules
{
    /// <summary>Days after performance before which nobody calls; by when somebody has is a limit of its own.</summary>
    public required int FollowUpFrom { get; init; }

    /// <summary>Percent of a limit, granted extensions included.</summary>
    public required int YellowPercent { get; init; }

    /// <summary>Working hours of a workday in Asia/Shanghai; reminders fall when they begin.</summary>
    public required (TimeOnly From, TimeOnly To) WorkingHours { get; init; }

    /// <summary>For rule texts that were stored before they spoke of clocks.</summary>
    static readonly ClockRules Unstated = new()
    {
        FollowUpFrom = 7, YellowPercent = 70, WorkingHours = (new TimeOnly(8, 30), new TimeOnly(17, 30)),
    };

    internal static ClockRules Read(RuleNode node)
    {
        if (node.Absent)
            return Unstated;
        node.AllowOnly("followUpFromDay", "yellowPercent", "workingHours", "local", "basis");
        _ = node.BasisOrLocal();
        var hours = node["workingHours"];
        hours.AllowOnly("from", "to");
        var rules = new ClockRules
        {
            FollowUpFrom = node["followUpFromDay"].Number(), YellowPercent = node["yellowPercent"].Number(),
            WorkingHours = (Hour(hours["from"]), Hour(hours["to"])),
        };
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
