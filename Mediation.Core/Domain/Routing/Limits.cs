using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Routing;

/// <summary>What a limit runs for: taking the matter, settling it, answering a handover, naming who handles it.</summary>
public enum LimitStep { Acceptance, Handling, Handover, Assignment }

/// <summary>A month is the same day number of the next one, not 30 days (民法典 202).</summary>
public enum LimitUnit { Workday, Day, Month }

/// <summary>One limit; without types or complexity it holds for whatever has no closer one.</summary>
public sealed record LimitRule
{
    public required string Id { get; init; }

    public required Tier Tier { get; init; }

    public required LimitStep Step { get; init; }

    public IReadOnlySet<DisputeType>? Types { get; init; }

    public bool? Complex { get; init; }

    public required int Amount { get; init; }

    public required LimitUnit Unit { get; init; }

    /// <summary>The statute behind it; null for a local one.</summary>
    public string? Basis { get; init; }

    internal bool Fits(Tier tier, LimitStep step, DisputeType type, bool complex) =>
        Tier == tier && Step == step && (Types is null || Types.Contains(type)) && (Complex is null || Complex == complex);

    /// <summary>A limit for the type is closer than one for its complexity.</summary>
    internal int Closeness => (Types is null ? 0 : 2) + (Complex is null ? 0 : 1);

    internal static LimitRule Read(RuleNode node)
    {
        node.AllowOnly("id", "tier", "step", "types", "complex", "amount", "unit", "local", "basis");
        return new LimitRule
        {
            Id = node["id"].Text(),
            Tier = node["tier"].Enum<Tier>(),
            Step = node["step"].Enum<LimitStep>(),
            Types = node["types"].Absent ? null : node["types"].Enums<DisputeType>(),
            Complex = node["complex"].FlagOrNull(),
            Amount = node["amount"].Number(),
            Unit = node["unit"].Enum<LimitUnit>(),
            Basis = node.BasisOrLocal(),
        };
    }
}
