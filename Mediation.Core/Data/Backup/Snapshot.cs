using System.Data.Common;
using Dapper;

namespace Mediation.Core.Data.Backup;

/// <summary>One state of a database that others go on writing to.</summary>
abstract class Snapshot : IAsyncDisposable
{
    const int Slice = 1_000;

    public abstract string Engine { get; }

    /// <summary>Sees the state of the snapshot.</summary>
    protected abstract DbConnection Connection { get; }

    public static async Task<Snapshot> Open(string connectionString, string scratch, TellProgress tell, CancellationToken ct)
    {
        TypeHandlers.Register();
        return Engines.IsPostgres(connectionString) ? await PostgresSnapshot.Take(connectionString, ct) : await SqliteSnapshot.Take(connectionString, scratch, tell, ct);
    }

    /// <summary>Every table into the archive; what they are is for its manifest.</summary>
    public abstract Task<IReadOnlyList<BackupTable>> Write(BackupWriter archive, TellProgress tell, CancellationToken ct);

    public abstract ValueTask DisposeAsync();

    /// <summary>The digests that rows of the snapshot name, slice after slice.</summary>
    public async IAsyncEnumerable<string> Named()
    {
        for (var after = ""; ;)
        {
            var slice = (await Connection.QueryAsync<string>(
                "select distinct sha256 from content_use where sha256 > @after order by sha256 limit @Slice", new { after, Slice })).AsList();
            foreach (var sha256 in slice)
                yield return sha256;
            if (slice.Count < Slice)
                yield break;
            after = slice[^1];
        }
    }

    public Task<long> CountNamed() => Connection.ExecuteScalarAsync<long>("select count(distinct sha256) from content_use");

    public async Task<IReadOnlyList<string>> Migrations() =>
        (await Connection.QueryAsync<string>("select scriptname from schemaversions order by scriptname")).AsList();

    /// <summary>What tells the folder of this database apart from another's.</summary>
    public async Task<byte[]> VaultSecret() => Convert.FromBase64String(
        await Connection.ExecuteScalarAsync<string>("select value from secret where name = 'attachments'") ?? throw new RefusedException("This database was never started; there is nothing to keep."));

    /// <summary>Whether the live database names these bytes at this moment: what was lawfully erased meanwhile is not missing.</summary>
    public static async Task<bool> IsNamedNow(string connectionString, string sha256)
    {
        await using var connection = Engines.Connection(connectionString);
        await connection.OpenAsync();
        return await connection.ExecuteScalarAsync<long?>("select 1 from content_use where sha256 = @sha256 limit 1", new { sha256 }) is not null;
    }
}
