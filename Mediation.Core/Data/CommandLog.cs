namespace Mediation.Core.Data;

/// <summary>Which commands were carried out: one that comes again is answered, not repeated.</summary>
[Scoped]
public sealed class CommandLog(DbSession db)
{
    public Task<CommandRow?> Find(Guid id) =>
        db.Find<CommandRow>("select id, account_id, digest, dispute_id, version from command where id = @id", new { id });

    public Task Add(Guid id, Guid accountId, byte[] digest, Guid? disputeId, int version, DateTimeOffset at) => db.Execute(
        "insert into command (id, account_id, digest, dispute_id, version, at) values (@id, @accountId, @digest, @disputeId, @version, @at)",
        new { id, accountId, digest, disputeId, version, at });
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
