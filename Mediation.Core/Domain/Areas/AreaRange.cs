namespace Mediation.Core.Domain.Areas;

/// <summary>The codes of an area, and the districts they lie in, which name the partitions.</summary>
public sealed record AreaRange
{
    public required long FirstDistrict { get; init; }

    public required long EndDistrict { get; init; }

    public required long First { get; init; }

    public required long End { get; init; }

    public static AreaRange Of(AreaCode area) => new()
    {
        FirstDistrict = area.Level > AreaLevel.District ? area.District.Value : area.Value,
        EndDistrict = area.Level > AreaLevel.District ? area.District.Value + 1 : area.End.Value,
        First = area.Value,
        End = area.End.Value,
    };
}
