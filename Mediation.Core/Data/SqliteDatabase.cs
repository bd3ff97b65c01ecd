using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Mediation.Core.Data;

/// <summary>One file in WAL mode: one writing lane, any number of readers.</summary>
sealed class SqliteDatabase : IDatabase
{
    public const string Name = "sqlite";

    readonly string creating;
    readonly string connectionString;
    readonly WriteLane lane;
    readonly DatabaseCondition? condition;

    public SqliteDatabase(string connectionString, ILogger<WriteLane> log, DatabaseCondition? condition)
    {
        TypeHandlers.Register();
        this.condition = condition;
        var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true };
        builder.DataSource = Path.GetFullPath(builder.DataSource);
        creating = builder.ToString();
        // Once it is migrated, a file that is not there is missing and not new.
        if (builder.Mode == SqliteOpenMode.ReadWriteCreate)
            builder.Mode = SqliteOpenMode.ReadWrite;
        this.connectionString = builder.ToString();
        // Not of the pool: the lane closes its own when the file was lost under it.
        builder.Pooling = false;
        var ofLane = builder.ToString();
        lane = new WriteLane(() => Open(ofLane), log);
    }

    public string Engine => Name;

    public ChangeHub Changes { get; } = new();

    public string? Folder => Path.GetDirectoryName(new SqliteConnectionStringBuilder(connectionString).DataSource);

    public void Migrate()
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var turn = MigrationLock.OfFile(file + ".db-migration-lock");
        using (var connection = Open(creating))
        {
            RequireOurs(connection);
            Execute(connection, "pragma journal_mode = wal");
        }
        Migrations.Run(DbUp.DeployChanges.To.SqliteDatabase(creating), Name);
        Close(creating);
    }

    public void Start() => lane.Start();

    public Task<DbConnection> OpenRead(CancellationToken ct)
    {
        var connection = Open(connectionString);
        if (SqliteFile.IsInPlace(connection))
            return Task.FromResult<DbConnection>(connection);
        connection.Dispose();
        throw new DatabaseGoneException();
    }

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

    public void Post(string sql, object parameters)
    {
        if (condition?.Present is not DatabaseCorruptException)
            lane.Post(this, sql, parameters);
    }

    public ValueTask DisposeAsync()
    {
        lane.Dispose();
        Close(connectionString);
        return ValueTask.CompletedTask;
    }

    static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        // FULL: a commit is on disk before it is answered, also through a power cut. The driver's own time limit does not reach the
        // lane's bare `begin immediate`: without busy_timeout it would spin while another process writes.
        Execute(connection, $"pragma busy_timeout = {connection.DefaultTimeout}000; pragma synchronous = full; pragma temp_store = memory; pragma cache_size = -32000");
        return connection;
    }

    static void Close(string pool)
    {
        using var connection = new SqliteConnection(pool);
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>An empty file, or one that our migrations have been at: another program's tables are left alone.</summary>
    static void RequireOurs(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) > 0 and sum(name = 'SchemaVersions') = 0 from sqlite_master where type = 'table'";
        if (command.ExecuteScalar() is 1L)
            throw new ForeignDatabaseException();
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
