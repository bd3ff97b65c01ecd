using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Mediation.Core.Data;

/// <summary>One file in WAL mode: one writing lane, any number of readers.</summary>
sealed class SqliteDatabase : IDatabase
{
    public const string Name = "sqlite";

    readonly string connectionString;
    readonly WriteLane lane;

    public SqliteDatabase(string connectionString, ILogger<WriteLane> log)
    {
        TypeHandlers.Register();
        var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 30 };
        builder.DataSource = Path.GetFullPath(builder.DataSource);
        this.connectionString = builder.ToString();
        lane = new WriteLane(() => Open(this.connectionString), log);
    }

    public string Engine => Name;

    public ChangeHub Changes { get; } = new();

    public string? Folder => Path.GetDirectoryName(new SqliteConnectionStringBuilder(connectionString).DataSource);

    public void Migrate()
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var turn = MigrationLock.OfFile(file + ".db-migration-lock");
        using (var connection = Open(connectionString))
            Execute(connection, "pragma journal_mode = wal");
        Migrations.Run(DbUp.DeployChanges.To.SqliteDatabase(connectionString), Name);
    }

    public void Start() => lane.Start();

    public Task<DbConnection> OpenRead(CancellationToken ct) => Task.FromResult<DbConnection>(Open(connectionString));

    public bool HasStandby => false;

    public Task<DbConnection> OpenStandby(string seen, CancellationToken ct) => OpenRead(ct);

    public string Position => "";

    // One process serves a file.
    public Task<IAsyncDisposable?> TakeTurn(string name, TimeSpan patience, CancellationToken ct) => Task.FromResult<IAsyncDisposable?>(new NoTurn());

    // Deferred: it reads from the write-ahead log as it stands, and takes no lock that a writer wants.
    public Task<DbTransaction> Freeze(DbConnection reading, CancellationToken ct) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)reading).BeginTransaction(deferred: true));

    public async Task<T> Write<T>(DbSession session, Func<Task<T>> work)
    {
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
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }

    sealed class NoTurn : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        // FULL: a commit is on disk before it is answered, also through a power cut. The driver's own time limit does not reach the
        // lane's bare `begin immediate`: without busy_timeout it would spin while another process writes.
        Execute(connection, "pragma busy_timeout = 30000; pragma synchronous = full; pragma temp_store = memory; pragma cache_size = -32000");
        return connection;
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
