using Microsoft.Data.Sqlite;

namespace Mediation.Core.Data;

/// <summary>A command that reads, kept with its parameters: the driver prepares it at its first run only.</summary>
sealed class PreparedQuery : IDisposable
{
    readonly SqliteCommand command;
    readonly List<(SqliteParameter Parameter, Func<object, object?> Value)> values = [];

    public PreparedQuery(SqliteConnection connection, string sql, Type? parameters)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in SqliteValues.Names(parameters).Where(name => sql.Contains($"@{name}", StringComparison.OrdinalIgnoreCase)))
            // The driver tells names by their case, and refuses one that is not in the text.
            foreach (var written in SqliteValues.Written(sql, name))
                values.Add((command.Parameters.AddWithValue(written, DBNull.Value), SqliteValues.Of(parameters, written)));
    }

    public SqliteDataReader Read(object? parameters, SqliteTransaction? transaction)
    {
        foreach (var (parameter, value) in values)
            parameter.Value = SqliteValues.Stored(value(parameters!));
        command.Transaction = transaction;
        return command.ExecuteReader();
    }

    public void Dispose() => command.Dispose();
}
