using System.Diagnostics;
using Npgsql;

namespace Mediation.Core.Data;

/// <summary>
/// Something that one process of an installation does at a time: an advisory lock of the server, held by a connection outside the pool and given back with it,
/// also when the process dies. Waiting is asking again: a statement that waits would hold a state of the database open, for minutes.
/// </summary>
sealed class PostgresTurn : IAsyncDisposable
{
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    readonly NpgsqlConnection connection;

    PostgresTurn(NpgsqlConnection connection) => this.connection = connection;

    /// <summary>Null when another has it and does not give it back within the patience.</summary>
    public static async Task<PostgresTurn?> Take(string connectionString, string name, TimeSpan patience, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 30, MaxAutoPrepare = 0 }.ConnectionString);
        var taken = false;
        try
        {
            await connection.OpenAsync(ct);
            while (!(taken = await Ask(connection, name, ct)) && waited.Elapsed < patience)
                await Task.Delay(Between, ct);
            return taken ? new PostgresTurn(connection) : null;
        }
        finally
        {
            if (!taken)
                await connection.DisposeAsync();
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    static async Task<bool> Ask(NpgsqlConnection connection, string name, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock(hashtextextended($1, 0))", connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = $"mediation/{name}" } },
        };
        return await command.ExecuteScalarAsync(ct) is true;
    }
}
