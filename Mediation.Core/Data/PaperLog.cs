namespace Mediation.Core.Data;

/// <summary>The makings of papers in the access log: written before a paper is handed out, read to tell which copies are out of date.</summary>
[Scoped]
public sealed class PaperLog(AccessLog log, DbSession db)
{
    public const string Kind = "Paper";

    public Task Add(AccessRow row) => log.Add(row);

    /// <summary>Newest first, at most a thousand.</summary>
    public Task<IReadOnlyList<PaperLine>> Of(Guid disputeId, CancellationToken ct) => db.Query<PaperLine>(
        """
        select access_log.at, access_log.account_id, account.display_name, access_log.detail
        from access_log
        left join account on account.id = access_log.account_id
        where access_log.dispute_id = @disputeId and access_log.kind = 'Paper'
        order by access_log.at desc, access_log.id desc
        limit 1000
        """, new { disputeId }, ct);
}

/// <summary>One making as it is stored.</summary>
public sealed record PaperLine
{
    public required DateTimeOffset At { get; init; }

    public required Guid AccountId { get; init; }

    public string? DisplayName { get; init; }

    public string? Detail { get; init; }
}
