using System.Diagnostics;
using Npgsql;

namespace Mediation.Core.Data;

/// <summary>
/// Something that one process of an installation does at a time: an advisory lock of the server, held by a connection. A process that dies loses it with
/// its connection. Waiting is asking again: a statement that waits would hold a state of the database open, for minutes.
/// </summary>
sealed class PostgresTurn : IAsyncDisposable
{
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    readonly NpgsqlConnection connection;
    readonly string name;

    PostgresTurn(NpgsqlConnection connection, string name) => (this.connection, this.name) = (connection, name);

    /// <summary>Null when another has it and does not give it back within the patience.</summary>
    public static async Task<PostgresTurn?> Take(NpgsqlDataSource source, string name, TimeSpan patience, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        var connection = await source.OpenConnectionAsync(ct);
        var taken = false;
        try
        {
            while (!(taken = await Ask(connection, "select pg_try_advisory_lock(hashtextextended($1, 0))", name, ct)) && waited.Elapsed < patience)
                await Task.Delay(Between, ct);
            return taken ? new PostgresTurn(connection, name) : null;
        }
        finally
        {
            if (!taken)
                await connection.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A broken connection gave it back already.
        if (connection.State == System.Data.ConnectionState.Open)
            await Ask(connection, "select pg_advisory_unlock(hashtextextended($1, 0))", name, CancellationToken.None);
        await connection.DisposeAsync();
    }

    static async Task<bool> Ask(NpgsqlConnection connection, string sql, string name, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = $"mediation/{name}" } } };
        return await command.ExecuteScalarAsync(ct) is true;
    }
}
