namespace Mediation.Core.Domain.Areas;

/// <summary>A division and how long it exists; an abolished or merged one stays, with its last day and its successor.</summary>
public sealed record Area
{
    public required AreaCode Code { get; init; }

    public required string Name { get; init; }

    public AreaLevel Level => Code.Level;

    /// <summary>The division directly above; null at the top of what was imported.</summary>
    public AreaCode? Parent { get; init; }

    /// <summary>Null when it is only known to exist, not since when.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day of its existence.</summary>
    public DateOnly? ValidTo { get; init; }

    public AreaCode? Successor { get; init; }

    /// <summary>Invented for trying the product.</summary>
    public bool Sample { get; init; }
}
