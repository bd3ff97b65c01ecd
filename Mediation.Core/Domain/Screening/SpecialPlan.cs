using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Routing;

namespace Mediation.Core.Domain.Screening;

/// <summary>Matters that can become a mass incident and have a plan of their own (专项预案).</summary>
public enum SpecialPlanKind { LandRequisition, Medical, EnterpriseRestructuring, Traffic, Environment, UnnaturalDeath }

/// <summary>A plan as local data: for which matters it is suggested, who does what, and what is to be done.</summary>
public sealed record SpecialPlan
{
    public required SpecialPlanKind Kind { get; init; }

    public required string Zh { get; init; }

    public required string En { get; init; }

    /// <summary>Types of dispute for which it is suggested; it may be activated for any.</summary>
    public required IReadOnlySet<DisputeType> Types { get; init; }

    public required IReadOnlySet<Risk> Risks { get; init; }

    public required IReadOnlyList<PlanRole> Roles { get; init; }

    public required IReadOnlyList<PlanItem> Checklist { get; init; }

    public string? Basis { get; init; }

    public bool Suits(DisputeType type, IReadOnlyCollection<Risk> risks) => Types.Contains(type) || risks.Any(Risks.Contains);

    internal static SpecialPlan Read(RuleNode node)
    {
        node.AllowOnly("id", "zh", "en", "types", "risks", "roles", "checklist", "local", "basis");
        var plan = new SpecialPlan
        {
            Kind = node["id"].Enum<SpecialPlanKind>(), Zh = node["zh"].Text(), En = node["en"].Text(),
            Types = node["types"].Absent ? new HashSet<DisputeType>() : node["types"].Enums<DisputeType>(),
            Risks = node["risks"].Absent ? new HashSet<Risk>() : node["risks"].Enums<Risk>(),
            Roles = [.. node["roles"].Entries().Select(PlanRole.Read)], Checklist = [.. node["checklist"].Entries().Select(PlanItem.Read)], Basis = node.BasisOrLocal(),
        };
        if (plan.Checklist.Count == 0) throw node.Fault("a plan without anything to do");
        if (plan.Checklist.FirstOrDefault(item => plan.Roles.All(role => role.Id != item.Role)) is { } orphan)
            throw node.Fault($"'{orphan.Id}' is nobody's");
        return plan.Checklist.DistinctBy(item => item.Id).Count() == plan.Checklist.Count ? plan : throw node.Fault("an item stands twice");
    }
}

/// <summary>Whose part it is; the people and phones of a district are kept beside it.</summary>
public sealed record PlanRole(string Id, string Zh, string En)
{
    internal static PlanRole Read(RuleNode node)
    {
        node.AllowOnly("id", "zh", "en");
        return new(node["id"].Text(), node["zh"].Text(), node["en"].Text());
    }
}

/// <summary>One thing to be done, by whom, and within how many hours of the activation.</summary>
public sealed record PlanItem(string Id, string Role, string Zh, string En, int? WithinHours)
{
    internal static PlanItem Read(RuleNode node)
    {
        node.AllowOnly("id", "role", "zh", "en", "withinHours");
        return new(node["id"].Text(), node["role"].Text(), node["zh"].Text(), node["en"].Text(), node["withinHours"].Absent ? null : node["withinHours"].Number());
    }
}

/// <summary>An office to call for a role: its unit, the desk or duty, and the duty phone; no private person.</summary>
public sealed record PlanContact(string? Role, string? Unit, string? Duty, string? Phone);
