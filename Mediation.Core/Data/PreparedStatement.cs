using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Mediation.Core.Data;

/// <summary>One prepared statement that writes, and where its values come from.</summary>
sealed class PreparedStatement(sqlite3_stmt statement, IReadOnlyList<Func<object, object?>> values) : IDisposable
{
    public static PreparedStatement[] Of(sqlite3 database, string sql, Type? parameters)
    {
        var prepared = new List<PreparedStatement>();
        for (var rest = sql; !string.IsNullOrWhiteSpace(rest);)
        {
            Check(raw.sqlite3_prepare_v3(database, rest, raw.SQLITE_PREPARE_PERSISTENT, out var statement, out rest), database);
            if (!statement.IsInvalid)
                prepared.Add(new PreparedStatement(statement, [.. Enumerable.Range(1, raw.sqlite3_bind_parameter_count(statement))
                    .Select(at => SqliteValues.Of(parameters, raw.sqlite3_bind_parameter_name(statement, at).utf8_to_string()))]));
        }
        return [.. prepared];
    }

    /// <summary>How many rows it changed.</summary>
    public int Run(sqlite3 database, object? parameters)
    {
        for (var at = 0; at < values.Count; at++)
            Check(SqliteValues.Bind(statement, at + 1, values[at](parameters!)), database);
        int result;
        do
            result = raw.sqlite3_step(statement);
        while (result == raw.SQLITE_ROW);
        // The reset tells the same failure once more, with its words.
        var ended = raw.sqlite3_reset(statement);
        if (result != raw.SQLITE_DONE)
            Check(ended == raw.SQLITE_OK ? result : ended, database);
        return raw.sqlite3_stmt_readonly(statement) == 0 ? raw.sqlite3_changes(database) : 0;
    }

    public void Dispose() => statement.Dispose();

    static void Check(int result, sqlite3 database) => SqliteException.ThrowExceptionForRC(result, database);
}
