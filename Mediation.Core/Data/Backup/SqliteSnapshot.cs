using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Mediation.Core.Data.Backup;

/// <summary>
/// A copy of the file made by SQLite's own online backup, all pages in one step: inside one step the source is read in one state of the write-ahead
/// log, so no writer waits for it and no commit makes it begin anew, also when the writers are another process. The log grows meanwhile.
/// </summary>
sealed class SqliteSnapshot : Snapshot
{
    public const string EntryName = "database.sqlite";

    readonly string copy;
    readonly SqliteConnection connection;

    SqliteSnapshot(string copy, SqliteConnection connection) => (this.copy, this.connection) = (copy, connection);

    public override string Engine => SqliteDatabase.Name;

    protected override DbConnection Connection => connection;

    public static async Task<SqliteSnapshot> Take(string connectionString, string scratch, TellProgress tell, CancellationToken ct)
    {
        var source = SqliteFiles.Existing(connectionString);
        SqliteFiles.Delete(scratch);
        tell("database", 0, null);
        await Task.Run(() => Copy(source, scratch), ct);
        var connection = new SqliteConnection(SqliteFiles.Alone(scratch));
        connection.Open();
        return new SqliteSnapshot(scratch, connection);
    }

    public override async Task<IReadOnlyList<BackupTable>> Write(BackupWriter archive, TellProgress tell, CancellationToken ct)
    {
        await archive.Put(EntryName, async entry =>
        {
            await using var file = new FileStream(copy, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
            var buffer = new byte[1 << 20];
            for (int count; (count = await file.ReadAsync(buffer, ct)) > 0; tell("database", file.Position, file.Length))
                await entry.WriteAsync(buffer.AsMemory(..count), ct);
        });
        var names = await connection.QueryAsync<string>(
            "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'search_index%' order by name");
        var tables = new List<BackupTable>();
        foreach (var name in names)
            tables.Add(new BackupTable(
                name, (await connection.QueryAsync<string>($"select name from pragma_table_info('{name}') order by cid")).AsList(),
                await connection.ExecuteScalarAsync<long>($"select count(*) from {name}")));
        return tables;
    }

    public override async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        SqliteFiles.Delete(copy);
    }

    static void Copy(string source, string copy)
    {
        using var from = new SqliteConnection(SqliteFiles.Alone(source));
        from.Open();
        from.Execute("pragma busy_timeout = 30000");
        using var to = new SqliteConnection(SqliteFiles.Alone(copy));
        to.Open();
        // A scratch file: if the machine stops, it is thrown away.
        to.Execute("pragma synchronous = off");
        from.BackupDatabase(to);
        to.Execute("pragma journal_mode = delete");
    }
}
