using System.Data.Common;
using System.Globalization;
using Mediation.Core.Data;
using Microsoft.Data.Sqlite;

namespace Mediation.Benchmarks.Register;

/// <summary>A row that a registration wrote: its table and columns.</summary>
sealed record CapturedRow(string Table, IReadOnlyList<string> Columns, object?[] Values)
{
    public object? Of(string column) => Columns.ToList().IndexOf(column) is >= 0 and var at ? Values[at] : null;
}

/// <summary>What registrations wrote, read from the service's own database; a table that grew by rows which are not of a dispute is an error.</summary>
static class Captured
{
    // Their primary key is the dispute's id; elsewhere it stands as dispute_id.
    static readonly string[] ById = ["dispute_home", "dispute", "dispute_file", "command"];

    // Changed in place, or no rows of a dispute.
    static readonly string[] Aside = ["tally", "area_tally", "queue_day", "change_counter", "access_log"];

    public static IReadOnlyDictionary<string, long> Sizes(DbConnection connection)
    {
        var tables = Rows(connection, connection is SqliteConnection
            ? "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'search_index%'"
            : "select cast(relname as text) from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition");
        return tables.Select(row => (string)row.Values[0]!).ToDictionary(
            table => table, table => Convert.ToInt64(Rows(connection, $"select count(*) from {table}")[0].Values[0], CultureInfo.InvariantCulture));
    }

    /// <summary>The rows of each dispute; the first is that of `dispute`.</summary>
    public static IReadOnlyList<IReadOnlyList<CapturedRow>> Of(DbConnection connection, IReadOnlyDictionary<string, long> before)
    {
        var grown = Sizes(connection).Where(size => size.Value > before.GetValueOrDefault(size.Key) && !Aside.Contains(size.Key))
            .ToDictionary(size => size.Key, size => size.Value - before.GetValueOrDefault(size.Key));
        var disputes = Rows(connection, "select id from dispute_home order by id").Select(row => row.Values[0]!).ToList();
        var captured = disputes.Select(_ => new List<CapturedRow>()).ToList();
        foreach (var table in grown.Keys.OrderByDescending(table => table == "dispute"))
        {
            var key = ById.Contains(table) ? "id" : "dispute_id";
            for (var at = 0; at < disputes.Count; at++)
                captured[at].AddRange(Rows(connection, $"select * from {table} where {key} = @id", disputes[at]).Select(row => Named(row, table)));
            if (captured.Sum(rows => rows.Count(row => row.Table == table)) is var read && read != grown[table])
                throw new InvalidOperationException($"{table} grew by {grown[table]} rows, of which {read} are of the registered disputes.");
        }
        // What an entry adds to the month is the same figures again.
        for (var at = 0; at < disputes.Count; at++)
            captured[at].AddRange(Rows(
                connection, $"select district_code, town_code, village_code, month, tier, category, {CounterRow.OfEntry} from report_entry where dispute_id = @id", disputes[at])
                .Select(row => row with { Table = "tally" }));
        return captured;
    }

    static IReadOnlyList<CapturedRow> Rows(DbConnection connection, string sql, object? id = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (id is not null)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@id", id);
            command.Parameters.Add(parameter);
        }
        using var reader = command.ExecuteReader();
        string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        var rows = new List<CapturedRow>();
        while (reader.Read())
            rows.Add(new CapturedRow("", columns, [.. columns.Select((_, at) => reader.IsDBNull(at) ? null : Value(reader, at))]));
        return rows;
    }

    // A tsvector is written as its text.
    static object Value(DbDataReader reader, int at) => reader.GetValue(at) is var value && value is NpgsqlTypes.NpgsqlTsVector words ? words.ToString() : value;

    /// <summary>The number of a search text is drawn by the database.</summary>
    static CapturedRow Named(CapturedRow row, string table)
    {
        int[] kept = [.. Enumerable.Range(0, row.Columns.Count).Where(at => table != "search_text" || row.Columns[at] != "number")];
        return new CapturedRow(table, [.. kept.Select(at => row.Columns[at])], [.. kept.Select(at => row.Values[at])]);
    }
}
