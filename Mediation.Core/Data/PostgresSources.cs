using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Mediation.Core.Data;

/// <summary>
/// The pools of connections to a server and, where the connection string names several hosts, to its standbys. Writes go to the primary. A read that may lag
/// goes to a standby once that has replayed what the reader, and this process, knows to be written.
/// </summary>
sealed class PostgresSources : IAsyncDisposable
{
    // A pool beyond what the server's cores can work on only makes commands wait there instead of here.
    const int PoolSize = 40;

    /// <summary>Statements that a connection keeps prepared: the same few for ever. A pooler between may need 0, and can have it by the connection string.</summary>
    const int Prepared = 200;

    const int HostRecheck = 2;

    readonly NpgsqlMultiHostDataSource? hosts;
    readonly NpgsqlDataSource? standby;
    long floor;

    public PostgresSources(string connectionString)
    {
        var settings = Settings(connectionString);
        ConnectionString = settings.ConnectionString;
        if (settings.Host?.Contains(',', StringComparison.Ordinal) != true)
        {
            Primary = NpgsqlDataSource.Create(ConnectionString);
            return;
        }
        // Whoever asks for a primary by name wants no reads elsewhere.
        var asked = settings.TargetSessionAttributes;
        settings.TargetSessionAttributes = null;
        hosts = new NpgsqlDataSourceBuilder(settings.ConnectionString).BuildMultiHost();
        Primary = hosts.WithTargetSession(TargetSessionAttributes.Primary);
        standby = asked is null || asked.Contains("standby", StringComparison.OrdinalIgnoreCase) ? hosts.WithTargetSession(TargetSessionAttributes.PreferStandby) : null;
        settings.TargetSessionAttributes = "primary";
        ConnectionString = settings.ConnectionString;
    }

    /// <summary>Of the primary, for what opens connections of its own.</summary>
    public string ConnectionString { get; }

    public NpgsqlDataSource Primary { get; }

    public bool HasStandby => standby is not null;

    /// <summary>A connection for reading what `seen` and this process's own position cover.</summary>
    public async Task<DbConnection> OpenStandby(string seen, CancellationToken ct)
    {
        var known = (ulong)Interlocked.Read(ref floor);
        // What is no position was not made by us: it is taken for the newest.
        if (standby is null || !Read(seen, out var asked))
            return await Primary.OpenConnectionAsync(ct);
        var connection = await standby.OpenConnectionAsync(ct);
        var reached = false;
        try
        {
            reached = await HasReached(connection, Math.Max(known, asked), ct);
        }
        finally
        {
            if (!reached)
                await connection.DisposeAsync();
        }
        return reached ? connection : await Primary.OpenConnectionAsync(ct);
    }

    /// <summary>A position of the log behind all that was noted.</summary>
    public string Position => new NpgsqlLogSequenceNumber((ulong)Interlocked.Read(ref floor)).ToString();

    /// <summary>Notes how far the primary's log is written; what was committed before lies before it. It costs nothing where there is no standby.</summary>
    public async ValueTask Note(CancellationToken ct)
    {
        if (standby is null)
            return;
        await using var connection = await Primary.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand("select pg_current_wal_insert_lsn()", connection);
        Raise((long)(ulong)(NpgsqlLogSequenceNumber)(await command.ExecuteScalarAsync(ct))!);
    }

    public async ValueTask DisposeAsync()
    {
        await Primary.DisposeAsync();
        if (standby is not null)
            await standby.DisposeAsync();
        if (hosts is not null)
            await hosts.DisposeAsync();
    }

    void Raise(long position)
    {
        for (var known = Interlocked.Read(ref floor); position > known;)
        {
            var before = Interlocked.CompareExchange(ref floor, position, known);
            if (before == known)
                return;
            known = before;
        }
    }

    static bool Read(string seen, out ulong position)
    {
        position = 0;
        if (seen.Length == 0)
            return true;
        if (!NpgsqlLogSequenceNumber.TryParse(seen, out var parsed))
            return false;
        position = (ulong)parsed;
        return true;
    }

    // The preferred kind of host may be absent: then this is the primary itself.
    static async Task<bool> HasReached(NpgsqlConnection connection, ulong position, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select not pg_is_in_recovery() or pg_last_wal_replay_lsn() >= $1::pg_lsn", connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = new NpgsqlLogSequenceNumber(position).ToString() } },
        };
        return await command.ExecuteScalarAsync(ct) is true;
    }

    static NpgsqlConnectionStringBuilder Settings(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var said = new DbConnectionStringBuilder { ConnectionString = settings.ConnectionString };
        if (!said.ContainsKey("Maximum Pool Size"))
            settings.MaxPoolSize = PoolSize;
        if (!said.ContainsKey("Max Auto Prepare"))
            (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (Prepared, 2);
        // One of several hosts that broke a line is asked again soon, and not after ten seconds.
        if (!said.ContainsKey("Host Recheck Seconds"))
            settings.HostRecheckSeconds = HostRecheck;
        return settings;
    }
}
