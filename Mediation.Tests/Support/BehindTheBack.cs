using System.Data.Common;

namespace Mediation.Tests.Support;

/// <summary>What somebody with the database's own password can do; `{id}` in the SQL stands for a dispute.</summary>
sealed class BehindTheBack(ApiServer app, Guid dispute)
{
    public async Task<int> Execute(string sql)
    {
        await using var connection = await TestDatabase.Open(app.ConnectionString);
        return await Execute(connection, sql);
    }

    /// <summary>With the guards of the journal taken away and put back again.</summary>
    public async Task<int> Tamper(string sql)
    {
        await using var connection = await TestDatabase.Open(app.ConnectionString);
        if (!app.IsSqlite)
        {
            await Execute(connection, "set session_replication_role = replica");
            var changed = await Execute(connection, sql);
            await Execute(connection, "set session_replication_role = origin");
            return changed;
        }
        var guards = await Texts(connection, "select sql from sqlite_master where type = 'trigger' and tbl_name = 'journal'");
        foreach (var name in await Texts(connection, "select name from sqlite_master where type = 'trigger' and tbl_name = 'journal'"))
            await Execute(connection, $"drop trigger {name}");
        var count = await Execute(connection, sql);
        foreach (var guard in guards)
            await Execute(connection, guard);
        return count;
    }

    public async Task<IReadOnlyList<string>> Texts(string sql)
    {
        await using var connection = await TestDatabase.Open(app.ConnectionString);
        return await Texts(connection, sql);
    }

    async Task<IReadOnlyList<string>> Texts(DbConnection connection, string sql)
    {
        await using var command = Command(connection, sql);
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
            texts.Add(reader.GetString(0));
        return texts;
    }

    async Task<int> Execute(DbConnection connection, string sql)
    {
        await using var command = Command(connection, sql);
        return await command.ExecuteNonQueryAsync();
    }

    DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql.Replace("{id}", app.IsSqlite ? $"x'{Convert.ToHexString(dispute.ToByteArray(bigEndian: true))}'" : $"'{dispute}'");
        return command;
    }
}
