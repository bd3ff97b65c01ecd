using System.Data.Common;
using System.Diagnostics;
using Mediation.Core.Domain.Search;

namespace Mediation.Benchmarks.Register;

/// <summary>
/// The yardstick: prepared statements that insert the same rows into the same tables with the same indexes, one commit for each dispute, one connection,
/// and nothing else: no HTTP, no rules, no look-up. Ids and instants are new in each turn, so that they meet the indexes where the service's do.
/// </summary>
sealed class BareLoop : IDisposable
{
    const int Odd = 1_000_003;

    readonly DbConnection connection;
    readonly bool sqlite;
    readonly Dictionary<string, DbCommand> commands = [];
    readonly Row[][] disputes;
    readonly DbCommand begin, commit, index, counter;
    long turn;

    public BareLoop(string connectionString, IReadOnlyList<IReadOnlyList<CapturedRow>> captured)
    {
        // Npgsql prepares of itself what comes again; a command's types are known by its first values only.
        connection = Side.Open(connectionString.StartsWith("Host", StringComparison.Ordinal) ? $"{connectionString};Max Auto Prepare=200;Auto Prepare Min Usages=1" : connectionString);
        sqlite = connection is Microsoft.Data.Sqlite.SqliteConnection;
        if (sqlite)
            Command("pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = memory; pragma cache_size = -32000").ExecuteNonQuery();
        begin = Command(sqlite ? "begin immediate" : "begin");
        commit = Command("commit");
        index = Command("insert into search_index (rowid, tokens) values (last_insert_rowid(), @Tokens)", "@Tokens");
        counter = Command(
            """
            insert into change_counter (district_code, last) values (@District, 1)
            on conflict (district_code) do update set last = change_counter.last + 1
            """, "@District");
        disputes = [.. captured.Select(rows => rows.Select(row => Prepare(row, rows[0].Of("id"))).ToArray())];
        counter.Parameters[0].Value = captured[0][0].Of("district_code");
    }

    /// <summary>How many a second, and each turn's milliseconds.</summary>
    public (double PerSecond, IReadOnlyList<double> Waits) Run(int turns)
    {
        var waits = new double[turns];
        var all = Stopwatch.GetTimestamp();
        for (var at = 0; at < turns; at++)
        {
            var from = Stopwatch.GetTimestamp();
            Write(disputes[turn++ % disputes.Length]);
            waits[at] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        }
        return (turns / Stopwatch.GetElapsedTime(all).TotalSeconds, waits);
    }

    public void Dispose()
    {
        foreach (var command in commands.Values)
            command.Dispose();
        connection.Dispose();
    }

    void Write(Row[] rows)
    {
        var id = Guid.CreateVersion7();
        object key = sqlite ? id.ToByteArray(bigEndian: true) : id;
        object now = sqlite ? TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() : TimeProvider.System.GetUtcNow();
        begin.ExecuteNonQuery();
        foreach (var row in rows)
        {
            for (var at = 0; at < row.Values.Length; at++)
                row.Command.Parameters[at].Value = row.Slots[at] switch
                {
                    Slot.Id => key,
                    Slot.Now => now,
                    Slot.Turn => turn,
                    Slot.Digest => (long)row.Values[at] + turn * Odd,
                    _ => row.Values[at],
                };
            row.Command.ExecuteNonQuery();
            if (row.Tokens is { } tokens)
            {
                index.Parameters[0].Value = tokens;
                index.ExecuteNonQuery();
            }
        }
        counter.ExecuteNonQuery();
        commit.ExecuteNonQuery();
    }

    Row Prepare(CapturedRow row, object? id)
    {
        var values = row.Columns.Select(name => name == "tokens" ? "cast(@tokens as tsvector)" : $"@{name}");
        var sql = $"insert into {row.Table} ({string.Join(", ", row.Columns)}) values ({string.Join(", ", values)})";
        if (row.Table == "tally")
            sql += $" on conflict (district_code, month, village_code, tier, category) do update set {string.Join(", ", row.Columns.Skip(6).Select(name => $"{name} = tally.{name} + excluded.{name}"))}";
        var slots = row.Columns.Select((name, at) => name switch
        {
            "received_at" or "server_time" or "at" => Slot.Now,
            "number" => Slot.Turn,
            "digest" when row.Table == "party_key" => Slot.Digest,
            _ => Same(row.Values[at], id) ? Slot.Id : Slot.Fixed,
        });
        return new Row(
            Command(sql, [.. row.Columns.Select(name => $"@{name}")]), [.. slots], [.. row.Values.Select(value => value ?? DBNull.Value)],
            sqlite && row.Table == "search_text" ? SearchText.FtsDocument(((string)row.Of("text")!).Split('\n')) : null);
    }

    DbCommand Command(string sql, params string[] parameters)
    {
        if (commands.TryGetValue(sql, out var known))
            return known;
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var one in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = one;
            command.Parameters.Add(parameter);
        }
        return commands[sql] = command;
    }

    static bool Same(object? value, object? id) => value is byte[] bytes ? id is byte[] other && bytes.AsSpan().SequenceEqual(other) : value is not null && value.Equals(id);

    enum Slot { Fixed, Id, Now, Turn, Digest }

    sealed record Row(DbCommand Command, Slot[] Slots, object[] Values, string? Tokens);
}
