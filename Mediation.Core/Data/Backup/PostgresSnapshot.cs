using System.Data;
using System.Data.Common;
using Dapper;
using Npgsql;

namespace Mediation.Core.Data.Backup;

/// <summary>
/// One exported snapshot of a PostgreSQL database. One connection keeps it; each table is copied in a short transaction of its own that looks through it,
/// so that the locks of a thousand partitions are never held together.
/// </summary>
sealed class PostgresSnapshot : Snapshot
{
    const string Folder = "tables/", Ending = ".copy";

    readonly string connectionString;
    readonly NpgsqlConnection keeper;
    readonly NpgsqlTransaction transaction;
    readonly string id;

    PostgresSnapshot(string connectionString, NpgsqlConnection keeper, NpgsqlTransaction transaction, string id) =>
        (this.connectionString, this.keeper, this.transaction, this.id) = (connectionString, keeper, transaction, id);

    public override string Engine => PostgresDatabase.Name;

    protected override DbConnection Connection => keeper;

    public static string EntryOf(string table) => Folder + table + Ending;

    public static async Task<PostgresSnapshot> Take(string connectionString, CancellationToken ct)
    {
        var alone = PostgresTables.Patient(connectionString);
        var keeper = new NpgsqlConnection(alone);
        await keeper.OpenAsync(ct);
        await keeper.ExecuteAsync("set idle_in_transaction_session_timeout = 0");
        var transaction = await keeper.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        return new PostgresSnapshot(alone, keeper, transaction, (await keeper.ExecuteScalarAsync<string>("select pg_export_snapshot()"))!);
    }

    public override async Task<IReadOnlyList<BackupTable>> Write(BackupWriter archive, TellProgress tell, CancellationToken ct)
    {
        var names = await PostgresTables.Names(keeper);
        var tables = new List<BackupTable>();
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        foreach (var name in names)
        {
            tell("tables", tables.Count, names.Count);
            tables.Add(await Write(connection, name, archive, ct));
        }
        tell("tables", tables.Count, names.Count);
        return tables;
    }

    public override async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await keeper.DisposeAsync();
    }

    async Task<BackupTable> Write(NpgsqlConnection connection, string name, BackupWriter archive, CancellationToken ct)
    {
        await using var looking = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await connection.ExecuteAsync($"set transaction snapshot '{id}'");
        var columns = (await PostgresTables.Columns(connection, name)).Select(column => column.Name).ToList();
        await archive.Put(EntryOf(name), async entry =>
        {
            await using var rows = await connection.BeginRawBinaryCopyAsync($"copy (select {string.Join(", ", columns)} from {name}) to stdout (format binary)", ct);
            await rows.CopyToAsync(entry, ct);
        });
        return new BackupTable(name, columns, await connection.ExecuteScalarAsync<long>($"select count(*) from {name}"));
    }
}
