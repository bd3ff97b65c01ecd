namespace Mediation.Core.Data;

/// <summary>Which commands were carried out: one that comes again is answered, not repeated.</summary>
[Scoped]
public sealed class CommandLog(DbSession db)
{
    /// <summary>The command that this request looked up or carried out last, and whether it was carried out just now.</summary>
    public (CommandRow Row, bool IsNew)? Outcome { get; private set; }

    public async Task<CommandRow?> Find(Guid id)
    {
        var row = await db.Find<CommandRow>("select id, account_id, digest, dispute_id, version from command where id = @id", new { id });
        if (row is not null)
            Outcome = (row, false);
        return row;
    }

    public async Task Add(Guid id, Guid accountId, byte[] digest, Guid? disputeId, int version, DateTimeOffset at)
    {
        await db.Add(
            "insert into command (id, account_id, digest, dispute_id, version, at) values (@id, @accountId, @digest, @disputeId, @version, @at)",
            new { id, accountId, digest, disputeId, version, at });
        Outcome = (new CommandRow { Id = id, AccountId = accountId, Digest = digest, DisputeId = disputeId, Version = version }, true);
    }
}

public sealed record CommandRow
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>A keyed digest of kind, target and canonical body.</summary>
    public required byte[] Digest { get; init; }

    public Guid? DisputeId { get; init; }

    /// <summary>The version that the command made.</summary>
    public required int Version { get; init; }

    public bool Is(Guid accountId, byte[] digest) => AccountId == accountId && Digest.AsSpan().SequenceEqual(digest);
}
