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

    readonly string creating;
    readonly string connectionString;
    readonly WriteLane lane;
    readonly DatabaseCondition? condition;
    readonly ConcurrentBag<PreparedConnection> readers = [];
    volatile bool closing;

    public SqliteDatabase(string connectionString, ILogger<WriteLane> log, DatabaseCondition? condition)
    {
        TypeHandlers.Register();
        this.condition = condition;
        var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, Pooling = false };
        builder.DataSource = Path.GetFullPath(builder.DataSource);
        creating = builder.ToString();
        // Once it is migrated, a file that is not there is missing and not new.
        if (builder.Mode == SqliteOpenMode.ReadWriteCreate)
            builder.Mode = SqliteOpenMode.ReadWrite;
        this.connectionString = builder.ToString();
        lane = new WriteLane(() => Open(this.connectionString, "pragma cache_size = -32000; pragma wal_autocheckpoint = 8000", _ => false), log);
    }

    public string Engine => Name;

    public ChangeHub Changes { get; } = new();

    public string? Folder => Path.GetDirectoryName(new SqliteConnectionStringBuilder(connectionString).DataSource);

    public void Migrate()
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var turn = MigrationLock.OfFile(file + ".db-migration-lock");
        using (var connection = Open(creating, "", _ => false))
        {
            RequireOurs(connection);
            connection.Execute("pragma journal_mode = wal");
        }
        Migrations.Run(DbUp.DeployChanges.To.SqliteDatabase(creating), Name);
    }

    public void Start() => lane.Start();

    public Task<DbConnection> OpenRead(CancellationToken ct)
    {
        while (readers.TryTake(out var idle))
        {
            if (SqliteFile.IsInPlace(idle))
                return Task.FromResult<DbConnection>(idle);
            idle.Discard();
        }
        var reader = Open(connectionString, "pragma cache_size = -8000", Keep);
        if (SqliteFile.IsInPlace(reader))
            return Task.FromResult<DbConnection>(reader);
        reader.Discard();
        throw new DatabaseGoneException();
    }

    public bool HasStandby => false;

    public Task<DbConnection> OpenStandby(string seen, CancellationToken ct) => OpenRead(ct);

    public string Position => "";

    // One process serves a file.
    public Task<IAsyncDisposable?> TakeTurn(string name, TimeSpan patience, CancellationToken ct) => Task.FromResult<IAsyncDisposable?>(new NoTurn());

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

    public void Post(string sql, object parameters)
    {
        if (condition?.Present is not DatabaseCorruptException)
            lane.Post(this, sql, parameters);
    }

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

    static PreparedConnection Open(string connectionString, string pragmas, Func<PreparedConnection, bool> keep)
    {
        var connection = new PreparedConnection(connectionString, keep);
        connection.Open();
        // FULL: a commit is on disk before it is answered, also through a power cut. The driver's own time limit does not reach the
        // lane's bare `begin immediate`: without busy_timeout it would spin while another process writes.
        connection.Execute($"pragma busy_timeout = {connection.DefaultTimeout}000; pragma synchronous = full; pragma temp_store = memory; {pragmas}");
        return connection;
    }

    /// <summary>An empty file, or one that our migrations have been at: another program's tables are left alone.</summary>
    static void RequireOurs(PreparedConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) > 0 and sum(name = 'SchemaVersions') = 0 from sqlite_master where type = 'table'";
        if (command.ExecuteScalar() is 1L)
            throw new ForeignDatabaseException();
    }

    sealed class NoTurn : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
