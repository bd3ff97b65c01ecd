using System.Data;
using System.Data.Common;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mediation.Core.Data;

/// <summary>A PostgreSQL server; it groups commits itself, so a command is a pooled transaction.</summary>
sealed class PostgresDatabase : IDatabase
{
    public const string Name = "postgres";

    readonly PostgresSources sources;
    readonly PostgresChanges others;
    readonly ILogger<PostgresDatabase> log;

    public PostgresDatabase(string connectionString, ILogger<PostgresDatabase> log)
    {
        TypeHandlers.Register();
        this.log = log;
        sources = new PostgresSources(connectionString);
        others = new PostgresChanges(sources, Changes, log);
    }

    public string Engine => Name;

    public ChangeHub Changes { get; } = new();

    public string? Folder => null;

    public void Migrate()
    {
        using var turn = MigrationLock.OfServer(sources.Primary);
        Migrations.Run(DbUp.DeployChanges.To.PostgresqlDatabase(sources.ConnectionString), Name);
        Citus.Distribute(sources.Primary);
    }

    public void Start() => others.Start();

    public async Task<DbConnection> OpenRead(CancellationToken ct) => await sources.Primary.OpenConnectionAsync(ct);

    public bool HasStandby => sources.HasStandby;

    public Task<DbConnection> OpenStandby(string seen, CancellationToken ct) => sources.OpenStandby(seen, ct);

    public string Position => sources.Position;

    public async Task<IAsyncDisposable?> TakeTurn(string name, TimeSpan patience, CancellationToken ct) =>
        await PostgresTurn.Take(sources.ConnectionString, name, patience, ct);

    public async Task<DbTransaction> Freeze(DbConnection reading, CancellationToken ct) => await reading.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);

    public async Task<T> Write<T>(DbSession session, Func<Task<T>> work, Func<Task>? prepare = null)
    {
        if (prepare is not null)
            await prepare();
        await session.Release();
        DataMeter.Queued(1);
        T result;
        try
        {
            result = await Tried(session, work);
        }
        finally
        {
            DataMeter.Queued(-1);
        }
        // Before anybody is answered or told: who knows of it may read next.
        await sources.Note(CancellationToken.None);
        Changes.Publish(session.Announced);
        others.Tell(session.Announced);
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

    public async ValueTask DisposeAsync()
    {
        await others.DisposeAsync();
        await sources.DisposeAsync();
    }

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
        await using var connection = await sources.Primary.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        session.Forget();
        session.Enter(connection, transaction);
        try
        {
            var result = await work();
            if (!await session.SendAndCommit())
                await transaction.CommitAsync();
            DataMeter.Committed(1);
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
