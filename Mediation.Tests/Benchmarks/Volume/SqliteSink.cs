using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Mediation.Benchmarks.Volume;

/// <summary>Prepared inserts in one transaction after the other, with nothing that guards against a power cut.</summary>
sealed class SqliteSink : ISink
{
    readonly SqliteConnection connection;
    readonly sqlite3_stmt[] inserts;
    readonly List<string> later = [];

    public SqliteSink(string path, Tables tables)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = false }.ToString());
        connection.Open();
        Execute("pragma journal_mode = delete; pragma locking_mode = exclusive; pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -1000000; pragma temp_store = file; pragma threads = 2");
        inserts = [.. tables.All.OrderBy(table => table.Number).Select(table => Prepare(
            $"insert into {table.Name} ({string.Join(", ", table.Columns)}) values ({string.Join(", ", table.Columns.Select(_ => "?"))})"))];
    }

    public bool HasSearchIndex => true;

    public void Begin()
    {
        foreach (var (type, name, sql) in Registry.Rows(connection,
            "select type, name, sql from sqlite_master where type in ('index', 'trigger') and sql is not null order by type, name",
            row => (row.GetString(0), row.GetString(1), row.GetString(2))))
        {
            // The order of the rows of a search number is a key like a primary one.
            Execute($"drop {type} {name}");
            later.Add(sql);
        }
        Execute("insert into search_index (search_index, rank) values ('hashsize', 268435456)");
    }

    public void Write(Batch batch)
    {
        Execute("begin");
        foreach (var (table, first) in batch.Rows)
        {
            var insert = inserts[table];
            var count = raw.sqlite3_bind_parameter_count(insert);
            for (var column = 0; column < count; column++)
            {
                var cell = batch.Cells[first + column];
                _ = cell.Kind switch
                {
                    CellKind.Null => raw.sqlite3_bind_null(insert, column + 1),
                    CellKind.Number => raw.sqlite3_bind_int64(insert, column + 1, cell.Number),
                    CellKind.Text => raw.sqlite3_bind_text(insert, column + 1, batch.Bytes(cell)),
                    _ => raw.sqlite3_bind_blob(insert, column + 1, batch.Bytes(cell)),
                };
            }
            if (raw.sqlite3_step(insert) != raw.SQLITE_DONE)
                throw new InvalidOperationException($"{raw.sqlite3_sql(insert).utf8_to_string()}: {raw.sqlite3_errmsg(connection.Handle!).utf8_to_string()}");
            _ = raw.sqlite3_reset(insert);
        }
        Execute("commit");
    }

    public void End()
    {
        // FTS5's own size of its hash table, as the product has it.
        Execute("insert into search_index (search_index, rank) values ('hashsize', 1048576)");
        foreach (var sql in KeptSums.Statements().Concat(later))
            Execute(sql);
    }

    public void Dispose()
    {
        foreach (var insert in inserts)
            insert.Dispose();
        Execute("pragma locking_mode = normal; pragma journal_mode = wal");
        connection.Dispose();
    }

    sqlite3_stmt Prepare(string sql)
    {
        var result = raw.sqlite3_prepare_v2(connection.Handle!, sql, out var statement);
        return result == raw.SQLITE_OK ? statement : throw new InvalidOperationException($"{sql}: {raw.sqlite3_errmsg(connection.Handle!).utf8_to_string()}");
    }

    void Execute(string sql) => TemplateFile.Execute(connection, sql);
}
