namespace Mediation.Core.Data;

/// <summary>A dispute as the lists see it.</summary>
sealed record DisputeRow
{
    public required long DistrictCode { get; init; }
    public required Guid Id { get; init; }
    public required long TownCode { get; init; }
    public required long VillageCode { get; init; }
    public required long AreaCode { get; init; }
    public required string Type { get; init; }
    public required string Status { get; init; }
    public required string Tier { get; init; }
    public required string Level { get; init; }
    public required Guid ResponsibleId { get; init; }
    public required Guid HolderId { get; init; }
    public Guid? HostId { get; init; }
    public required int Waiting { get; init; }
    public required int Returned { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required DateOnly DueOn { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public required DateOnly OccurredOn { get; init; }
    public required string Source { get; init; }
    public required string Outcome { get; init; }
    public required int Version { get; init; }
    public int Before { get; init; }
}

/// <summary>What a look at a dispute's row tells.</summary>
public sealed record DisputeLook
{
    public required string Type { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
