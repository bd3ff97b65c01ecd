using System.Text;
using System.Text.Json;
using Mediation.Benchmarks.Harness;
using Mediation.Benchmarks.Volume;
using Microsoft.Data.Sqlite;

namespace Mediation.Benchmarks;

/// <summary>What a dispute takes on disk beyond its own words; SQLite alone, whose file can be looked into page by page.</summary>
static class SizeBenchmark
{
    const double PerDispute = 2_500, PerCharacter = 4;

    public static async Task<IReadOnlyList<Measure>> Run(Options options)
    {
        var size = options.Sizes.Contains(1_000_000) ? 1_000_000 : options.Sizes.Max();
        var path = await Volumes.Sqlite(new VolumeShape(size));
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=false");
        await connection.OpenAsync();
        var tables = FilePages.Of(path, connection);
        var all = tables.Sum(table => table.Bytes) / size;
        var own = OwnText(connection);
        var characters = Registry.Rows(connection, "select avg(length(text)) from search_text", row => row.GetDouble(0)).Single();
        var index = tables.Where(table => table.Name.StartsWith("search_index", StringComparison.Ordinal)).Sum(table => table.Bytes) / size;
        return
        [
            Measure.Alone($"a dispute beyond its own text at {size:#,0}", "B", all - own, Bound.Most(PerDispute)),
            Measure.Alone("its own text", "B", own),
            Measure.Alone("the search index, for each character searched", "B", index / characters, Bound.Most(PerCharacter)),
            .. tables.Where(table => table.Bytes / size >= 10).Select(table => Measure.Alone($"of it {table.Name}", "B", table.Bytes / size)),
        ];
    }

    /// <summary>What people wrote: each text stands once beside the journal, under its field's name.</summary>
    static double OwnText(SqliteConnection connection)
    {
        var fields = Registry.Rows(connection,
            "select fields from journal_personal where (district_code, dispute_id) in (select district_code, dispute_id from search_text where number % 499 = 0)",
            row => row.GetString(0));
        var disputes = Registry.Rows(connection, "select count(*) from search_text where number % 499 = 0", row => row.GetInt64(0)).Single();
        return fields.Sum(text => JsonDocument.Parse(text).RootElement.EnumerateObject().Sum(field => Encoding.UTF8.GetByteCount(field.Value.GetProperty("value").GetString() ?? ""))) / (double)disputes;
    }
}
