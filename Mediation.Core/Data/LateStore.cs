using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Data;

/// <summary>Late submissions: who sent what when, and what became of it. Their words stand beside the journal line and are erased with it.</summary>
[Scoped]
public sealed class LateStore(DbSession db, RowHomes homes)
{
    const string Kind = "late_submission";

    const string Columns =
        """
        late_submission.id, late_submission.dispute_id, late_submission.sequence, late_submission.kind, late_submission.digest, late_submission.account_id,
            late_submission.organisation_id, late_submission.device_id, late_submission.device_time, late_submission.received_at, late_submission.decision,
            late_submission.reference, late_submission.decided_by, late_submission.decided_at, late_submission.decided_sequence, dispute.district_code,
            dispute.holder_id
        """;

    const string From =
        """
        from late_submission
        join dispute on dispute.district_code = late_submission.district_code and dispute.id = late_submission.dispute_id
        join organisation on organisation.id = dispute.holder_id
        """;

    public async Task<LateRow?> Find(Guid id, CancellationToken ct = default) => await homes.District(Kind, id, ct) is { } district
        ? await db.Find<LateRow>($"select {Columns} {From} where late_submission.district_code = @district and late_submission.id = @id", new { district, id }, ct)
        : null;

    public async Task Add(long district, LateRow row)
    {
        await homes.Add(Kind, row.Id, district);
        await db.Execute(
            """
            insert into late_submission (district_code, id, dispute_id, sequence, kind, digest, account_id, organisation_id, device_id, device_time, received_at)
            values (@district, @Id, @DisputeId, @Sequence, @Kind, @Digest, @AccountId, @OrganisationId, @DeviceId, @DeviceTime, @ReceivedAt)
            """, new
            {
                district, row.Id, row.DisputeId, row.Sequence, row.Kind, row.Digest, row.AccountId, row.OrganisationId, row.DeviceId, row.DeviceTime,
                row.ReceivedAt,
            });
    }

    public Task Decide(long district, Guid id, string decision, Guid? reference, Guid by, DateTimeOffset at, long sequence) => db.Execute(
        """
        update late_submission
        set decision = @decision, reference = @reference, decided_by = @by, decided_at = @at, decided_sequence = @sequence
        where district_code = @district and id = @id
        """, new { district, id, decision, reference, by, at, sequence });

    /// <summary>What waits for, or was decided by, the desk that holds the matter now; newest first.</summary>
    public Task<IReadOnlyList<LateRow>> OfHolder(LedgerScope scope, Account viewer, Guid? after, int take, CancellationToken ct) => db.Query<LateRow>(
        $"""
        select {Columns}
        {From}
        where dispute.area_code >= @First and dispute.area_code < @End
            and (dispute.holder_id = @Organisation or @SeesArea = 1 and organisation.area_code = @Area and organisation.tier = @Tier
                and organisation.kind not in ('SectorCommittee', 'EnterpriseCommittee'))
            {(after is null ? "" : "and late_submission.id < @After")}
        order by late_submission.id desc
        limit @Take
        """, new
        {
            scope.First, scope.End, scope.Organisation, SeesArea = viewer.SeesArea ? 1 : 0, Area = viewer.Area.Value, Tier = viewer.Tier.ToString(), After = after, Take = take,
        }, ct);

    public Task<IReadOnlyList<LateRow>> OfAuthor(Guid accountId, Guid? after, int take, CancellationToken ct) => db.Query<LateRow>(
        $"""
        select {Columns}
        {From}
        where late_submission.account_id = @accountId {(after is null ? "" : "and late_submission.id < @after")}
        order by late_submission.id desc
        limit @take
        """, new { accountId, after, take }, ct);

    /// <summary>The history's proof that this person saw or worked on it: a step of theirs, or that it left their area or organisation.</summary>
    public async Task<bool> HadAccess(DisputeFile file, Account account) => file.RegisteredBy == account.Id || await db.Find<long?>(
        """
        select 1 from journal where district_code = @District and dispute_id = @Id and actor_id = @Account
        union all
        select 1 from dispute_left
        where district_code = @District and dispute_id = @Id
            and (organisation_id = @Organisation or organisation_id = @None and @SeesArea = 1 and village_code >= @First and village_code < @End)
        limit 1
        """, new
        {
            District = file.Area.District.Value, file.Id, Account = account.Id, Organisation = account.OrganisationId, None = Guid.Empty,
            SeesArea = account.SeesArea ? 1 : 0, First = account.Area.Value, End = account.Area.End.Value,
        }) is not null;
}

public sealed record LateRow
{
    /// <summary>The id of the command.</summary>
    public required Guid Id { get; init; }
    public long DistrictCode { get; init; }
    public required Guid DisputeId { get; init; }
    public Guid HolderId { get; init; }

    /// <summary>The journal line that received it.</summary>
    public required long Sequence { get; init; }
    public required string Kind { get; init; }
    public required byte[] Digest { get; init; }
    public required Guid AccountId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required Guid DeviceId { get; init; }
    public DateTimeOffset? DeviceTime { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public string? Decision { get; init; }
    public Guid? Reference { get; init; }
    public Guid? DecidedBy { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    public long? DecidedSequence { get; init; }
}
