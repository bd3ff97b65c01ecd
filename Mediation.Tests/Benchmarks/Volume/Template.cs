using System.Globalization;
using Mediation.Core.Data.Packing;
using Microsoft.Data.Sqlite;

namespace Mediation.Benchmarks.Volume;

/// <summary>A dispute of the seeds with its rows, table by table.</summary>
sealed record Template(Guid Id, long Place, bool Open, long ReceivedAt, long LastAt, IReadOnlyDictionary<string, IReadOnlyList<object?[]>> Rows)
{
    /// <summary>Those that stand alone: a matter that names another one cannot be copied by itself.</summary>
    public static IReadOnlyList<Template> Read(SqliteConnection connection, Tables tables)
    {
        var ids = Registry.Rows(connection, "select id, area_code, closed_at is null, received_at from dispute order by received_at, id", row =>
            (Id: new Guid((byte[])row.GetValue(0), bigEndian: true), Place: row.GetInt64(1), Open: row.GetInt64(2) == 1, At: row.GetInt64(3)));
        var texts = ids.ToDictionary(one => one.Id, one => Convert.ToHexStringLower(one.Id.ToByteArray(bigEndian: true)));
        var templates = new List<Template>();
        foreach (var (id, place, open, at) in ids)
        {
            var rows = Tables.OfDispute.ToDictionary(name => name, name => Of(connection, tables[name], texts[id]));
            var bodies = string.Concat(rows.Values.SelectMany(of => of).SelectMany(row => row).OfType<string>());
            if (ids.Any(other => other.Id != id && bodies.Contains(other.Id.ToString(), StringComparison.Ordinal)))
                continue;
            var time = tables["journal"].Columns.ToList().IndexOf("server_time");
            templates.Add(new Template(id, place, open, at, rows["journal"].Max(row => (long)row[time]!), rows));
        }
        return templates;
    }

    static IReadOnlyList<object?[]> Of(SqliteConnection connection, Table table, string id)
    {
        var key = table.Name switch { "dispute_home" or "dispute" or "dispute_file" => "id", _ => "dispute_id" };
        return Registry.Rows(connection, string.Create(CultureInfo.InvariantCulture, $"select {string.Join(", ", table.Columns)} from {table.Name} where {key} = x'{id}' order by {Order(table)}"), row =>
        {
            var values = Values(row);
            // A packed text is read like any other.
            if (table.Columns.ToList().IndexOf("body") is >= 0 and var body && values[body] is byte[] packed)
                values[body] = PackedText.Unpack(packed);
            return values;
        });
    }

    static string Order(Table table) => table.Columns.Contains("sequence") ? "sequence" : table.Name == "command" ? "at, id" : "1, 2";

    public static object?[] Values(SqliteDataReader row)
    {
        var values = new object?[row.FieldCount];
        for (var column = 0; column < values.Length; column++)
            values[column] = row.IsDBNull(column) ? null : row.GetValue(column);
        return values;
    }
}
