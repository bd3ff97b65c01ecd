using Mediation.Core.Domain.Routing;

namespace Mediation.Core.Domain.Screening;

/// <summary>The rules by which a sign ends.</summary>
public static class ScreeningLead
{
    /// <summary>
    /// Violence at home and harm to a child are reported to the police with organ, time and receiver, which a dispute records (反家庭暴力法 14,
    /// 未成年人保护法 11): such a sign is neither settled on the doorstep nor dismissed by whoever found it.
    /// </summary>
    public static void RequireEnd(IReadOnlyCollection<LeadTrigger> triggers, LeadOutcome outcome, bool directs)
    {
        var statute = triggers.Select(trigger => trigger.AsRisk).OfType<Disputes.Risk>().Select(Disputes.RiskReports.StatuteOf).FirstOrDefault(basis => basis is not null);
        if (statute is null || outcome == LeadOutcome.TurnedIntoDispute)
            return;
        if (outcome == LeadOutcome.ResolvedOnSpot)
            throw new RuleViolationException("lead.report-duty", "It is to be reported; register it as a dispute, which records the report.", statute, "outcome");
        if (!directs)
            throw new RuleViolationException("lead.director-dismisses", "The director dismisses a sign of violence.", statute, "outcome");
    }
}

/// <summary>A level that a sign is proposed for: any of these triggers, or so many people.</summary>
public sealed record LeadLevelRule(RoutingReason Reason, Disputes.RiskLevel Level, IReadOnlySet<LeadTrigger> Triggers, int? MinPeople)
{
    public bool Holds(IReadOnlyCollection<LeadTrigger> triggers, int people) => triggers.Any(Triggers.Contains) || people >= MinPeople;

    internal static LeadLevelRule Read(RuleNode node)
    {
        node.AllowOnly("id", "level", "anyTrigger", "minPeople", "local", "basis", "zh", "en");
        var rule = new LeadLevelRule(
            node.Reason(), node["level"].Enum<Disputes.RiskLevel>(), node["anyTrigger"].Absent ? new HashSet<LeadTrigger>() : node["anyTrigger"].Enums<LeadTrigger>(),
            node["minPeople"].Absent ? null : node["minPeople"].Number());
        return rule.Triggers.Count > 0 || rule.MinPeople is not null ? rule : throw node.Fault("a level needs a trigger or a number of people");
    }
}
