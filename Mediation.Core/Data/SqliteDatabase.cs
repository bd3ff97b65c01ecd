using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Mediation.Core.Data;

/// <summary>One file in WAL mode: one writing lane, any number of readers.</summary>
sealed class SqliteDatabase : IDatabase
{
    public const string Name = "sqlite";

    /// <summary>More are opened when they are asked for, and closed after use.</summary>
    const int KeptReaders = 16;

    readonly string connectionString;
    readonly WriteLane lane;
    readonly ConcurrentBag<PreparedConnection> readers = [];
    volatile bool closing;

    public SqliteDatabase(string connectionString, ILogger<WriteLane> log)
    {
        TypeHandlers.Register();
        var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 30, Pooling = false };
        builder.DataSource = Path.GetFullPath(builder.DataSource);
        this.connectionString = builder.ToString();
        lane = new WriteLane(() => Open("pragma cache_size = -32000; pragma wal_autocheckpoint = 8000", _ => false), log);
    }

    public string Engine => Name;

    public ChangeHub Changes { get; } = new();

    public string? Folder => Path.GetDirectoryName(new SqliteConnectionStringBuilder(connectionString).DataSource);

    public void Migrate()
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var turn = MigrationLock.OfFile(file + ".db-migration-lock");
        Open("pragma journal_mode = wal", _ => false).Dispose();
        Migrations.Run(DbUp.DeployChanges.To.SqliteDatabase(connectionString), Name);
    }

    public void Start() => lane.Start();

    public Task<DbConnection> OpenRead(CancellationToken ct) =>
        Task.FromResult<DbConnection>(readers.TryTake(out var idle) ? idle : Open("pragma cache_size = -8000", Keep));

    // Deferred: it reads from the write-ahead log as it stands, and takes no lock that a writer wants.
    public Task<DbTransaction> Freeze(DbConnection reading, CancellationToken ct) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)reading).BeginTransaction(deferred: true));

    public async Task<T> Write<T>(DbSession session, Func<Task<T>> work, Func<Task>? prepare = null)
    {
        if (prepare is not null)
            await lane.Await(prepare);
        await session.Release();
        session.Forget();
        var result = await lane.Run(session, work);
        Changes.Publish(session.Announced);
        return result;
    }

    public void Post(string sql, object parameters) => lane.Post(this, sql, parameters);

    public ValueTask DisposeAsync()
    {
        lane.Dispose();
        closing = true;
        while (readers.TryTake(out var idle))
            idle.Dispose();
        return ValueTask.CompletedTask;
    }

    bool Keep(PreparedConnection reader)
    {
        if (closing || readers.Count >= KeptReaders)
            return false;
        readers.Add(reader);
        return true;
    }

    PreparedConnection Open(string pragmas, Func<PreparedConnection, bool> keep)
    {
        var connection = new PreparedConnection(connectionString, keep);
        connection.Open();
        // FULL: a commit is on disk before it is answered, also through a power cut. The driver's own time limit does not reach the
        // lane's bare `begin immediate`: without busy_timeout it would spin while another process writes.
        connection.Execute($"pragma busy_timeout = 30000; pragma synchronous = full; pragma temp_store = memory; {pragmas}");
        return connection;
    }
}
