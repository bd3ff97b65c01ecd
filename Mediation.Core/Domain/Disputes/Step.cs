namespace Mediation.Core.Domain.Disputes;

/// <summary>Who takes a step, on which event date, and when it is entered.</summary>
public sealed record Step
{
    public required Guid ActorId { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Event date, Asia/Shanghai.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Entry time, UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    public DateTimeOffset? DeviceTime { get; init; }

    public string? Note { get; init; }

    /// <summary>Both values of a conflict that a person decided.</summary>
    public string? Conflict { get; init; }

    /// <summary>The version of the rules that the tablet had, when it was another than the one in force.</summary>
    public string? OtherRules { get; init; }

    /// <summary>May act in the director's place.</summary>
    public bool Directs { get; init; }

    public DateOnly Today => Shanghai.DateOf(Now);
}
