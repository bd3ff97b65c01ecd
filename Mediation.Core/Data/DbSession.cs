using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;

namespace Mediation.Core.Data;

/// <summary>The one connection of a request: pooled for a query, the transaction's own for a command.</summary>
[Scoped]
public sealed class DbSession(IDatabase database) : IAsyncDisposable, IDisposable
{
    static readonly ConcurrentDictionary<Type, bool> Checked = new();

    DbConnection? reading;
    DbConnection? writing;
    DbTransaction? transaction;
    readonly List<DisputeChange> announced = [];

    public bool IsSqlite => database.Engine == SqliteDatabase.Name;

    public async Task<IReadOnlyList<T>> Query<T>(string sql, object? parameters = null, CancellationToken ct = default) =>
        (await (await Connection(ct)).QueryAsync<T>(Command(sql, parameters, ct))).AsList();

    public async Task<T?> Find<T>(string sql, object? parameters = null, CancellationToken ct = default) =>
        await (await Connection(ct)).QueryFirstOrDefaultAsync<T>(Command(sql, parameters, ct));

    public async Task<int> Execute(string sql, object? parameters = null, CancellationToken ct = default) =>
        await (await Connection(ct)).ExecuteAsync(Command(sql, parameters, ct));

    /// <summary>To be told to those who watch, when the transaction is on disk.</summary>
    internal void Announce(DisputeChange change) => announced.Add(change);

    internal IReadOnlyList<DisputeChange> Announced => announced;

    /// <summary>Before a transaction: what a failed one announced never happened.</summary>
    internal void Forget() => announced.Clear();

    /// <summary>Enters the database's transaction; called by the engine around a command.</summary>
    internal void Enter(DbConnection connection, DbTransaction? ofTransaction)
    {
        writing = connection;
        transaction = ofTransaction;
    }

    internal void Leave()
    {
        writing = null;
        transaction = null;
    }

    /// <summary>Every query of this session sees the same state from now on. It takes no command: that would give the state up.</summary>
    public async Task Freeze(CancellationToken ct)
    {
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

    async ValueTask<DbConnection> Connection(CancellationToken ct) => writing ?? (reading ??= await database.OpenRead(ct));

    CommandDefinition Command(string sql, object? parameters, CancellationToken ct)
    {
        if (parameters is not null)
            Checked.GetOrAdd(parameters.GetType(), RefuseEnums);
        // A command that has begun is not cancelled: its client may be gone, its neighbours are not.
        return new CommandDefinition(sql, parameters, transaction, cancellationToken: writing is null ? ct : CancellationToken.None);
    }

    // Dapper writes an enum as its number and then finds nothing, silently; enums are text here.
    static bool RefuseEnums(Type parameters) =>
        parameters.GetProperties().All(p => !(Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType).IsEnum)
            ? true
            : throw new InvalidOperationException($"{parameters} passes an enum to SQL; pass its name.");
}
