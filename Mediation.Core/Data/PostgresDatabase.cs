using System.Data;
using System.Data.Common;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mediation.Core.Data;

/// <summary>A PostgreSQL server; it groups commits itself, so a command is a pooled transaction.</summary>
sealed class PostgresDatabase : IDatabase
{
    public const string Name = "postgres";

    readonly NpgsqlDataSource source;
    readonly string connectionString;
    readonly ILogger<PostgresDatabase> log;

    public PostgresDatabase(string connectionString, ILogger<PostgresDatabase> log)
    {
        TypeHandlers.Register();
        this.connectionString = connectionString;
        this.log = log;
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        // The same few statements for ever: the server plans them once a connection. A pooler between them may need 0, and can have it.
        if (!connectionString.Contains("Auto Prepare", StringComparison.OrdinalIgnoreCase))
            (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (200, 2);
        source = NpgsqlDataSource.Create(settings.ConnectionString);
    }

    public string Engine => Name;

    public ChangeHub Changes { get; } = new();

    public string? Folder => null;

    public void Migrate()
    {
        using var turn = MigrationLock.OfServer(source);
        Migrations.Run(DbUp.DeployChanges.To.PostgresqlDatabase(connectionString), Name);
    }

    public void Start()
    {
    }

    public async Task<DbConnection> OpenRead(CancellationToken ct) => await source.OpenConnectionAsync(ct);

    public async Task<DbTransaction> Freeze(DbConnection reading, CancellationToken ct) => await reading.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);

    public async Task<T> Write<T>(DbSession session, Func<Task<T>> work, Func<Task>? prepare = null)
    {
        if (prepare is not null)
            await prepare();
        await session.Release();
        var result = await Tried(session, work);
        Changes.Publish(session.Announced);
        return result;
    }

    async Task<T> Tried<T>(DbSession session, Func<Task<T>> work)
    {
        try
        {
            return await Attempt(session, work);
        }
        catch (PostgresException race) when (IsRace(race))
        {
            // Two commands met; the second look sees what the other one committed.
            log.LogInformation("A command met another one ({State}) and runs again", race.SqlState);
            return await Attempt(session, work);
        }
    }

    public void Post(string sql, object parameters) => _ = PostNow(sql, parameters);

    public ValueTask DisposeAsync() => source.DisposeAsync();

    async Task PostNow(string sql, object parameters)
    {
        try
        {
            await using var session = new DbSession(this);
            await session.Execute(sql, parameters);
        }
        catch (Exception failure) when (failure is NpgsqlException or ObjectDisposedException)
        {
            log.LogWarning(failure, "A posted write was dropped");
        }
    }

    async Task<T> Attempt<T>(DbSession session, Func<Task<T>> work)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        session.Forget();
        session.Enter(connection, transaction);
        try
        {
            var result = await work();
            if (!await session.SendAndCommit())
                await transaction.CommitAsync();
            return result;
        }
        finally
        {
            session.Leave();
        }
    }

    static bool IsRace(PostgresException failure) => failure.SqlState is
        PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;
}
