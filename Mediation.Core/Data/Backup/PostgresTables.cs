using Dapper;
using Npgsql;

namespace Mediation.Core.Data.Backup;

/// <summary>What tables a connection sees first, and of what they are made.</summary>
static class PostgresTables
{
    /// <summary>Work over a whole table has no time limit, and its connection is nobody else's.</summary>
    public static string Patient(string connectionString, string? schema = null)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { CommandTimeout = 0, Pooling = false };
        if (schema is not null)
            settings.SearchPath = schema;
        return settings.ConnectionString;
    }

    /// <summary>Partitions are part of their table; the record of migrations is made by them.</summary>
    public static async Task<IReadOnlyList<string>> Names(NpgsqlConnection connection) => (await connection.QueryAsync<string>(
        """
        select relname
        from pg_class
        where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relispartition and relname <> 'schemaversions'
        order by relname
        """)).AsList();

    public static async Task<IReadOnlyList<PostgresColumn>> Columns(NpgsqlConnection connection, string table) => (await connection.QueryAsync<PostgresColumn>(
        """
        select attname as name, format_type(atttypid, null) as type, attidentity <> '' as counts
        from pg_attribute
        where attrelid = cast(@table as regclass) and attnum > 0 and not attisdropped and attgenerated = ''
        order by attnum
        """, new { table })).AsList();

    /// <summary>Numbers that were copied are not drawn again.</summary>
    public static async Task SetCounters(NpgsqlConnection connection, string table, IEnumerable<PostgresColumn> columns)
    {
        foreach (var column in columns.Where(column => column.Counts))
            await connection.ExecuteAsync(
                $"select setval(pg_get_serial_sequence('{table}', '{column.Name}'), coalesce(max({column.Name}), 0) + 1, false) from {table}");
    }
}

/// <summary>A column and its type as PostgreSQL spells it; `counts` when its numbers are drawn from a sequence.</summary>
sealed record PostgresColumn
{
    public string Name { get; init; } = "";
    public string Type { get; init; } = "";
    public bool Counts { get; init; }
}
