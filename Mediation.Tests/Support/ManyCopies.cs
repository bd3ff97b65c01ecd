using System.Data.Common;

namespace Mediation.Tests.Support;

/// <summary>Copies of one dispute behind the application's back, where registering thousands one by one would take minutes.</summary>
static class ManyCopies
{
    public static async Task Make(string connectionString, Guid source, int count)
    {
        await using var connection = await TestDatabase.Open(connectionString);
        var isSqlite = connection is Microsoft.Data.Sqlite.SqliteConnection;
        var id = isSqlite ? $"x'{Convert.ToHexString(source.ToByteArray(bigEndian: true))}'" : $"'{source}'";
        await Run(connection, isSqlite ? "create temp table copied (id blob, text text)" : "create temp table copied (id uuid, text text)");
        await Run(connection, isSqlite
            ? $"""
              with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < {count}) insert into copied (id) select randomblob(16) from numbers;
              update copied set text = lower(substr(hex(id), 1, 8) || '-' || substr(hex(id), 9, 4) || '-' || substr(hex(id), 13, 4) || '-' || substr(hex(id), 17, 4) || '-' || substr(hex(id), 21))
              """
            : $"insert into copied (id, text) select made, made::text from (select gen_random_uuid() as made from generate_series(1, {count})) as ids");
        foreach (var (table, key) in ((string, string)[])[("dispute", "id"), ("dispute_file", "id"), ("journal", "dispute_id")])
        {
            var columns = await Columns(connection, isSqlite, table);
            var values = columns.Select(column => column == key ? "copied.id" : column == "body" ? $"replace({table}.body, '{source}', copied.text)" : $"{table}.{column}");
            await Run(connection, $"insert into {table} ({string.Join(", ", columns)}) select {string.Join(", ", values)} from {table} cross join copied where {table}.{key} = {id}");
        }
    }

    static async Task<IReadOnlyList<string>> Columns(DbConnection connection, bool isSqlite, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = isSqlite
            ? $"select name from pragma_table_info('{table}')"
            : $"select column_name from information_schema.columns where table_schema = 'public' and table_name = '{table}'";
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<string>();
        while (await reader.ReadAsync())
            columns.Add(reader.GetString(0));
        return columns;
    }

    static async Task Run(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
