using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Mediation.Core.Data;

/// <summary>The one connection of a request: pooled for a query, the transaction's own for a command.</summary>
[Scoped]
public sealed class DbSession(IDatabase database) : IAsyncDisposable, IDisposable
{
    static readonly ConcurrentDictionary<Type, bool> Checked = new();

    DbConnection? reading;
    DbConnection? writing;
    DbTransaction? transaction;
    List<Statement>? composed;
    readonly List<Statement> waiting = [];
    readonly List<DisputeChange> announced = [];
    string? seen;
    long? stamp;

    public bool IsSqlite => database.Engine == SqliteDatabase.Name;

    /// <summary>Inside a command's transaction.</summary>
    internal bool IsWriting => writing is not null;

    public async Task<IReadOnlyList<T>> Query<T>(string sql, object? parameters = null, CancellationToken ct = default)
    {
        await Send();
        var connection = await Connection(ct);
        return connection is PreparedConnection file
            ? Read(file, () => file.Query<T>(sql, Allowed(parameters), (SqliteTransaction?)transaction, first: false))
            : (await connection.QueryAsync<T>(Command(sql, parameters, ct))).AsList();
    }

    public async Task<T?> Find<T>(string sql, object? parameters = null, CancellationToken ct = default)
    {
        await Send();
        var connection = await Connection(ct);
        return connection is PreparedConnection file
            ? Read(file, () => file.Query<T>(sql, Allowed(parameters), (SqliteTransaction?)transaction, first: true)) is [var found, ..] ? found : default
            : await connection.QueryFirstOrDefaultAsync<T>(Command(sql, parameters, ct));
    }

    public async Task<int> Execute(string sql, object? parameters = null, CancellationToken ct = default)
    {
        await Send();
        var connection = await Connection(ct);
        return connection is PreparedConnection file ? Read(file, () => file.Execute(sql, Allowed(parameters))) : await connection.ExecuteAsync(Command(sql, parameters, ct));
    }

    /// <summary>A connection to the file is given back after each look, unless it holds a state or a transaction: so few suffice for many requests.</summary>
    T Read<T>(PreparedConnection file, Func<T> work)
    {
        var result = work();
        if (transaction is null && ReferenceEquals(file, reading))
        {
            reading = null;
            file.Dispose();
        }
        return result;
    }

    /// <summary>Writes what nobody counts. A server gets it with its neighbours, before the next look or the commit.</summary>
    internal ValueTask Add(string sql, object parameters, bool atEnd = false) => Add(new Statement(sql, parameters, atEnd));

    internal ValueTask Add(Statement statement)
    {
        Allowed(statement.Parameters);
        if (composed is not null)
            composed.Add(statement);
        else if (writing is PreparedConnection file && !statement.AtEnd)
            file.Execute(statement.Sql, statement.Parameters);
        else if (writing is not null)
            waiting.Add(statement);
        else
            throw new InvalidOperationException("There is no transaction to write in.");
        return default;
    }

    /// <summary>What this work would write, without writing it; it is written by <see cref="Add(Statement)"/> in the transaction that follows.</summary>
    internal async Task<IReadOnlyList<Statement>> Compose(Func<Task> work)
    {
        composed = [];
        try
        {
            await work();
            return composed;
        }
        finally
        {
            composed = null;
        }
    }

    /// <summary>What waits for the end of the lane's group.</summary>
    internal IReadOnlyList<Statement> Waiting => waiting;

    /// <summary>Sends what waits to a server.</summary>
    internal async Task Send()
    {
        if (waiting.Count == 0 || writing is not { } connection || connection is PreparedConnection)
            return;
        await PostgresBatch.Send(connection, transaction!, waiting);
        waiting.Clear();
    }

    /// <summary>
    /// Sends what waits with the commit behind it; false when nothing waits. The district's counter is drawn among the last, and everybody of the district
    /// waits for its commit: so that lasts no journey longer than it must.
    /// </summary>
    internal async Task<bool> SendAndCommit()
    {
        if (waiting.Count == 0)
            return false;
        await PostgresBatch.Send(writing!, transaction!, waiting, "commit");
        waiting.Clear();
        return true;
    }

    /// <summary>Moves with every change of accounts, organisations, mediators and areas; looked up once between two transactions.</summary>
    internal async ValueTask<long> Stamp(CancellationToken ct) => stamp ??= await Find<long>("select cast(sum(value) as bigint) from reference_stamp", ct: ct);

    /// <summary>To be told to those who watch, when the transaction is on disk.</summary>
    internal void Announce(DisputeChange change) => announced.Add(change);

    internal IReadOnlyList<DisputeChange> Announced => announced;

    /// <summary>Before a transaction: what a failed one announced or wrote never happened.</summary>
    internal void Forget()
    {
        announced.Clear();
        waiting.Clear();
        (composed, stamp) = (null, null);
    }

    /// <summary>Enters the database's transaction; called by the engine around a command.</summary>
    internal void Enter(DbConnection connection, DbTransaction? ofTransaction)
    {
        seen = null;
        writing = connection;
        transaction = ofTransaction;
    }

    internal void Leave()
    {
        writing = null;
        transaction = null;
    }

    /// <summary>From here on reads may go to a standby that has what the reader has seen, a position of the log or nothing; its first write ends that.</summary>
    public async ValueTask MayLag(string position)
    {
        await Release();
        seen = position;
    }

    /// <summary>Every query of this session sees the same state from now on. It takes no command: that would give the state up.</summary>
    public async Task Freeze(CancellationToken ct)
    {
        await Release();
        reading = await database.OpenRead(ct);
        transaction = await database.Freeze(reading, ct);
        await Find<long?>("select 1 from area limit 1", ct: ct);
    }

    /// <summary>
    /// Gives the reading connection back before a writing one is asked for, or before a client's slow line is waited for: requests that hold one and
    /// wait starve the pool. The next query opens another.
    /// </summary>
    public async ValueTask Release()
    {
        stamp = null;
        // One state for every query, as Freeze promised, is worth a connection.
        var frozen = transaction is not null && writing is null;
        if (reading is not { } held || frozen)
            return;
        reading = null;
        await held.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (transaction is not null)
            await transaction.DisposeAsync();
        if (reading is not null)
            await reading.DisposeAsync();
    }

    public void Dispose() => reading?.Dispose();

    async ValueTask<DbConnection> Connection(CancellationToken ct) =>
        writing ?? (reading ??= await (seen is null ? database.OpenRead(ct) : database.OpenStandby(seen, ct)));

    // A command that has begun is not cancelled: its client may be gone, its neighbours are not.
    CommandDefinition Command(string sql, object? parameters, CancellationToken ct) =>
        new(sql, Allowed(parameters), transaction, cancellationToken: writing is null ? ct : CancellationToken.None);

    static object? Allowed(object? parameters)
    {
        if (parameters is not null)
            Checked.GetOrAdd(parameters.GetType(), RefuseEnums);
        return parameters;
    }

    // Dapper writes an enum as its number and then finds nothing, silently; enums are text here.
    static bool RefuseEnums(Type parameters) =>
        parameters.GetProperties().All(p => !(Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType).IsEnum)
            ? true
            : throw new InvalidOperationException($"{parameters} passes an enum to SQL; pass its name.");
}
