using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Data;

/// <summary>What was paid for closed matters; a dispute is paid once.</summary>
[Scoped]
public sealed class SubsidyStore(DbSession db)
{
    /// <summary>Matters whose closing stands in the sealed reports of a month, by id.</summary>
    public async Task<IReadOnlyList<DisputeFile>> Closed(AreaCode area, int month, Guid after, int take, CancellationToken ct = default) => [.. (await db.Query<string>(
        """
        select dispute_file.body
        from (
            select district_code, dispute_id
            from sealed_entry
            where district_code = @district and month = @month and village_code >= @First and village_code < @End and dispute_id > @after
            group by district_code, dispute_id
            having sum(resolved) > 0
            order by dispute_id
            limit @take
        ) as closed
        join dispute_file on dispute_file.district_code = closed.district_code and dispute_file.id = closed.dispute_id
        order by dispute_file.id
        """, new { district = area.District.Value, month, First = area.Value, End = area.End.Value, after, take }, ct)).Select(StorageJson.Read<DisputeFile>)];

    /// <summary>Its closing stands in the reports of this month, and no later month took it back.</summary>
    public async Task<bool> IsClosed(AreaCode place, int month, Guid disputeId, CancellationToken ct = default) => await db.Find<long?>(
        """
        select 1
        from sealed_entry
        where district_code = @district and dispute_id = @disputeId
        group by dispute_id
        having sum(case when month = @month then resolved else 0 end) > 0 and sum(resolved) > 0
        """, new { district = place.District.Value, disputeId, month }, ct) is not null;

    /// <summary>Other matters of the same parties in the same week: for the auditor's eye, never refused (domain 12).</summary>
    public async Task<IReadOnlyList<Guid>> LookAlikes(DisputeFile file, CancellationToken ct = default) => await db.Query<Guid>(
        """
        select other.dispute_id
        from party_key own
        join party_key other on other.district_code = own.district_code and other.digest = own.digest and other.dispute_id <> own.dispute_id
        join dispute on dispute.district_code = other.district_code and dispute.id = other.dispute_id
        where own.district_code = @district and own.dispute_id = @Id and dispute.received_at >= @from and dispute.received_at <= @to
        group by other.dispute_id
        having count(distinct other.digest) >= 2
        order by other.dispute_id
        limit 20
        """, new { district = file.Area.District.Value, file.Id, from = file.ReceivedAt.AddDays(-7), to = file.ReceivedAt.AddDays(7) }, ct);

    public Task<SubsidyPayment?> Find(AreaCode district, Guid disputeId, CancellationToken ct = default) => db.Find<SubsidyPayment>(
        """
        select subsidy_payment.dispute_id, subsidy_payment.month, subsidy_payment.kind, subsidy_payment.fen, subsidy_payment.note,
            account.display_name as paid_by, subsidy_payment.paid_at
        from subsidy_payment
        left join account on account.id = subsidy_payment.paid_by
        where subsidy_payment.district_code = @district and subsidy_payment.dispute_id = @disputeId
        """, new { district = district.Value, disputeId }, ct);

    public Task Pay(AreaCode district, SubsidyPayment payment, Guid organisationId, Guid? mediatorId, Guid paidBy) => db.Execute(
        """
        insert into subsidy_payment (district_code, dispute_id, month, organisation_id, mediator_id, kind, fen, note, paid_by, paid_at)
        values (@district, @DisputeId, @Month, @organisationId, @mediatorId, @Kind, @Fen, @Note, @paidBy, @PaidAt)
        """, new
        {
            district = district.Value, payment.DisputeId, payment.Month, organisationId, mediatorId, payment.Kind, payment.Fen, payment.Note, paidBy, payment.PaidAt,
        });
}

/// <summary>A payment as it was made.</summary>
public sealed record SubsidyPayment
{
    public required Guid DisputeId { get; init; }
    public required int Month { get; init; }
    public required string Kind { get; init; }
    public required long Fen { get; init; }
    public string? Note { get; init; }
    public string? PaidBy { get; init; }
    public required DateTimeOffset PaidAt { get; init; }
}
