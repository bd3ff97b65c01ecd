using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Mediation.Core.Data.Backup;

/// <summary>One table on its way. A chunk of rows and the count of how far it is are committed together, so a run that died goes on behind its last chunk.</summary>
sealed class TableCopy(SqliteConnection from, NpgsqlConnection to, string table)
{
    const int Chunk = 20_000;

    public async Task Run(long copied, Action<long> tell, CancellationToken ct)
    {
        var target = await PostgresTables.Columns(to, table);
        var source = (await from.QueryAsync<string>($"select name from pragma_table_info('{table}') order by cid")).AsList();
        if (source.FirstOrDefault(name => target.All(column => column.Name != name)) is { } lost)
            throw new InvalidDataException($"{table}.{lost} has no place on PostgreSQL.");
        var columns = target.Where(column => source.Contains(column.Name) || column.Type == CopiedColumn.SearchType)
            .Select(column => new CopiedColumn(column, source.IndexOf(column.Name), source.IndexOf("text"))).ToList();
        await using var rows = await from.ExecuteReaderAsync($"select {string.Join(", ", source)} from {table} order by {await Order()} limit -1 offset {copied}");
        for (var more = true; more;)
        {
            ct.ThrowIfCancellationRequested();
            await using var transaction = await to.BeginTransactionAsync(ct);
            var written = await Write(columns, rows, ct);
            more = written == Chunk;
            copied += written;
            await to.ExecuteAsync("update engine_copy_table set rows = @copied, done = @done where name = @table", new { copied, done = !more, table });
            await transaction.CommitAsync(ct);
            tell(written);
        }
        await PostgresTables.SetCounters(to, table, target);
    }

    /// <summary>The order in which the rows lie, which skips fast and never changes while the file is held.</summary>
    async Task<string> Order() => await from.ExecuteScalarAsync<string>("select sql from sqlite_master where type = 'table' and name = @table", new { table }) is { } made
        && made.Contains("without rowid", StringComparison.OrdinalIgnoreCase)
        ? string.Join(", ", await from.QueryAsync<string>($"select name from pragma_table_info('{table}') where pk > 0 order by pk"))
        : "rowid";

    async Task<int> Write(IReadOnlyList<CopiedColumn> columns, DbDataReader rows, CancellationToken ct)
    {
        var names = string.Join(", ", columns.Select(column => column.Name));
        if (!columns.Any(column => column.IsSearch))
            return await Write(table, names, columns, rows, ct);
        // The server reads search tokens from text only.
        await to.ExecuteAsync($"create temp table copied on commit drop as select {string.Join(", ", columns.Select(c => c.IsSearch ? $"cast('' as text) as {c.Name}" : c.Name))} from {table} with no data");
        var written = await Write("copied", names, columns, rows, ct);
        await to.ExecuteAsync(
            $"insert into {table} ({names}) overriding system value select {string.Join(", ", columns.Select(c => c.IsSearch ? $"cast({c.Name} as {CopiedColumn.SearchType})" : c.Name))} from copied");
        return written;
    }

    async Task<int> Write(string into, string names, IReadOnlyList<CopiedColumn> columns, DbDataReader rows, CancellationToken ct)
    {
        await using var copy = await to.BeginBinaryImportAsync($"copy {into} ({names}) from stdin (format binary)", ct);
        var written = 0;
        // Without asynchrony: a row is nothing to wait for, and there are millions.
        for (; written < Chunk && rows.Read(); written++)
        {
            copy.StartRow();
            foreach (var column in columns)
                column.Write(copy, rows);
        }
        await copy.CompleteAsync(ct);
        return written;
    }
}
