using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Data;

/// <summary>Walks the numbered changes of what a person may see, and of what left their sight, in the order of commits.</summary>
[Scoped]
public sealed class ChangeReader(DbSession db)
{
    /// <summary>The district's last number: everything up to it is committed.</summary>
    public async Task<long> Last(AreaCode district, CancellationToken ct) =>
        await db.Find<long?>("select last from change_counter where district_code = @district", new { district = district.Value }, ct) ?? 0;

    /// <summary>
    /// The next changes after a number, within the person's district, which no matter ever leaves. Up to `bound`, where a first pull ends, only what is open or changed since a day; behind it everything.
    /// </summary>
    public Task<IReadOnlyList<ChangeRow>> After(Account viewer, long after, long bound, DateTimeOffset since, int take, CancellationToken ct) => db.Query<ChangeRow>(
        $"""
        with mine as (
            select dispute_change.district_code, dispute_change.dispute_id, dispute_change.number, dispute_change.version
            from dispute_change
            join dispute on dispute.district_code = dispute_change.district_code and dispute.id = dispute_change.dispute_id
            where {(viewer.SeesArea ? Area("dispute_change", viewer.Area.Level) : "1 = 0")} and dispute_change.district_code = @District and dispute_change.number > @after and {Window}
            order by dispute_change.number
            limit @take
        ), shared as (
            select dispute_change.district_code, dispute_change.dispute_id, dispute_change.number, dispute_change.version
            from involvement
            join dispute_change on dispute_change.district_code = involvement.district_code and dispute_change.dispute_id = involvement.dispute_id
            join dispute on dispute.district_code = dispute_change.district_code and dispute.id = dispute_change.dispute_id
            where involvement.organisation_id = @Organisation and involvement.district_code = @District and involvement.number > @after and {Window}
            order by involvement.number
            limit @take
        ), gone as (
            select dispute_left.district_code, dispute_left.dispute_id, dispute_left.number, dispute_left.version
            from dispute_left
            where {(viewer.SeesArea && viewer.Area.Level > AreaLevel.District ? Area("dispute_left", viewer.Area.Level) : "1 = 0")} and dispute_left.district_code = @District and dispute_left.number > @after and dispute_left.number > @bound
            order by dispute_left.number
            limit @take
        ), taken_back as (
            select dispute_left.district_code, dispute_left.dispute_id, dispute_left.number, dispute_left.version
            from dispute_left
            where dispute_left.organisation_id = @Organisation and dispute_left.district_code = @District and dispute_left.number > @after and dispute_left.number > @bound
            order by dispute_left.number
            limit @take
        ), page as (
            select district_code, dispute_id, number, version from (select district_code, dispute_id, number, version from mine) as own
            union
            select district_code, dispute_id, number, version from (select district_code, dispute_id, number, version from shared) as others
            union
            select district_code, dispute_id, number, version from (select district_code, dispute_id, number, version from gone) as moved
            union
            select district_code, dispute_id, number, version from (select district_code, dispute_id, number, version from taken_back) as returned
        )
        select page.dispute_id, page.number, page.version as changed_version, dispute.version, dispute.due_on, dispute_file.body, journal.hash
        from page
        join dispute on dispute.district_code = page.district_code and dispute.id = page.dispute_id
        join dispute_file on dispute_file.district_code = page.district_code and dispute_file.id = page.dispute_id
        join journal on journal.district_code = page.district_code and journal.dispute_id = page.dispute_id and journal.sequence = page.version
        order by page.number, page.dispute_id
        limit @take
        """, new
        {
            after, bound, since, take, Area = viewer.Area.Value, District = viewer.Area.District.Value, Organisation = viewer.OrganisationId,
        }, ct);

    /// <summary>The journal line behind a change, by which a database that was put back to an earlier day is known.</summary>
    public Task<byte[]?> Mark(AreaCode district, Guid disputeId, long sequence, CancellationToken ct) => db.Find<byte[]>(
        "select hash from journal where district_code = @district and dispute_id = @disputeId and sequence = @sequence",
        new { district = district.Value, disputeId, sequence }, ct);

    const string Window = "(dispute_change.number > @bound or dispute.closed_at is null or dispute_change.at >= @since)";

    static string Area(string table, AreaLevel level) => level switch
    {
        AreaLevel.Village => $"{table}.village_code = @Area",
        AreaLevel.Town => $"{table}.town_code = @Area",
        AreaLevel.District or AreaLevel.City or AreaLevel.Province => $"{table}.district_code = @Area",
    };
}

public sealed record ChangeRow
{
    public required Guid DisputeId { get; init; }
    public required long Number { get; init; }

    /// <summary>The version that the change made.</summary>
    public required int ChangedVersion { get; init; }

    /// <summary>The version now.</summary>
    public required int Version { get; init; }
    public required DateOnly DueOn { get; init; }
    public required string Body { get; init; }
    public required byte[] Hash { get; init; }

    public Domain.Disputes.Dispute ToDispute() => new(StorageJson.Read<Domain.Disputes.DisputeFile>(Body), Version);
}
