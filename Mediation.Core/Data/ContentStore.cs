namespace Mediation.Core.Data;

/// <summary>
/// Which bytes are kept and how lately somebody asked for them. Whoever attaches renews the row before the bytes are looked for, and the sweep
/// takes the row and the bytes in one transaction: so one waits for the other, and nobody names what is gone.
/// </summary>
[Scoped]
public sealed class ContentStore(DbSession db)
{
    public Task Renew(string sha256, DateTimeOffset now) => db.Execute(
        "insert into content (sha256, kept_at) values (@sha256, @now) on conflict (sha256) do update set kept_at = excluded.kept_at", new { sha256, now });

    /// <summary>Still there in this transaction, and held so that no sweep takes it before the commit.</summary>
    public async Task<bool> Hold(string sha256, DateTimeOffset now) =>
        await db.Execute("update content set kept_at = @now where sha256 = @sha256", new { sha256, now }) == 1;

    public Task<IReadOnlyList<string>> Unnamed(DateTimeOffset before, int take, CancellationToken ct) => db.Query<string>(
        """
        select content.sha256
        from content
        where content.kept_at < @before and not exists (select 1 from content_use where content_use.sha256 = content.sha256)
        order by content.kept_at, content.sha256
        limit @take
        """, new { before, take }, ct);

    /// <summary>Takes the row away unless somebody renewed or named it meanwhile.</summary>
    public async Task<bool> Release(string sha256, DateTimeOffset before)
    {
        // A statement of its own: one that waited for the lock would still see the uses as they were before.
        if (!db.IsSqlite)
            await db.Execute("select 1 from content where sha256 = @sha256 for update", new { sha256 });
        return await db.Execute(
            """
            delete from content
            where sha256 = @sha256 and kept_at < @before and not exists (select 1 from content_use where content_use.sha256 = content.sha256)
            """, new { sha256, before }) == 1;
    }
}
