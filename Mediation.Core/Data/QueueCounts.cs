using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Data;

/// <summary>How many matters stand in an area's queue, and why, by the sums that the database keeps with each row; a village's are few enough to be counted.</summary>
[Scoped]
public sealed class QueueCounts(DbSession db)
{
    const string OfVillage =
        """
        select cast(coalesce(sum(waiting), 0) as bigint) as waiting, cast(coalesce(sum(case when due_on < @Today then 1 else 0 end), 0) as bigint) as late,
            cast(coalesce(sum(case when level = 'Red' then 1 else 0 end), 0) as bigint) as red,
            cast(coalesce(sum(case when host_id is null and waiting = 0 then 1 else 0 end), 0) as bigint) as unassigned,
            cast(coalesce(sum(returned), 0) as bigint) as returned,
            cast(coalesce(sum(case when waiting = 1 or due_on < @Today or level = 'Red' or host_id is null or returned = 1 then 1 else 0 end), 0) as bigint) as total
        from dispute
        where village_code = @Code and closed_at is null
        """;

    const string Sums =
        """
        select cast(coalesce(sum(waiting), 0) as bigint) as waiting, cast(coalesce(sum(case when due_on < @Today then total else 0 end), 0) as bigint) as late,
            cast(coalesce(sum(red), 0) as bigint) as red, cast(coalesce(sum(unassigned), 0) as bigint) as unassigned,
            cast(coalesce(sum(returned), 0) as bigint) as returned,
            cast(coalesce(sum(case when due_on < @Today then total else flagged end), 0) as bigint) as total
        from queue_day
        """;

    public Task<T?> Find<T>(AreaCode area, DateOnly today, CancellationToken ct) => db.Find<T>(
        area.Level == AreaLevel.Village ? OfVillage : $"{Sums} where {Of(area.Level)}",
        new { Today = today, District = area.District.Value, Code = area.Value, End = area.End.Value }, ct);

    /// <summary>A condition on `queue_day` by <see cref="Keys"/>; above the villages.</summary>
    public static string Of(AreaLevel level) => level switch
    {
        AreaLevel.Town => "district_code = @District and town_code = @Code",
        AreaLevel.District => "district_code = @Code and town_code = 0",
        AreaLevel.City or AreaLevel.Province =>
            "district_code in (select district_code from change_counter where district_code >= @Code and district_code < @End) and town_code = 0",
        AreaLevel.Village => throw new ArgumentOutOfRangeException(nameof(level), level, "A village has no sums of its own."),
    };

    public static object Keys(AreaCode area) => new { District = area.District.Value, Code = area.Value, End = area.End.Value };
}
