using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Mediation.Core.Data;

/// <summary>
/// A connection to the file that stays open, with its statements kept prepared by their text: the driver prepares each command anew, which costs more than
/// most of them take. Disposing it gives it back.
/// </summary>
sealed class PreparedConnection(string connectionString, Func<PreparedConnection, bool> keep) : SqliteConnection(connectionString)
{
    /// <summary>Lists put their SQL together in some hundred ways; beyond that they are prepared anew.</summary>
    const int MostKept = 400;

    readonly Dictionary<(string Sql, Type? Parameters), PreparedStatement[]> statements = [];
    readonly Dictionary<(string Sql, Type? Parameters), PreparedQuery> queries = [];

    public bool IsInTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    /// <summary>Runs the statements of a text and returns how many rows they changed.</summary>
    public int Execute(string sql, object? parameters = null)
    {
        var key = (sql, parameters?.GetType());
        if (!statements.TryGetValue(key, out var prepared))
        {
            if (statements.Count >= MostKept)
                Forget();
            statements[key] = prepared = PreparedStatement.Of(Handle!, sql, key.Item2);
        }
        var changed = 0;
        foreach (var statement in prepared)
            changed += statement.Run(Handle!, parameters);
        return changed;
    }

    /// <summary>The rows of a query, by Dapper's mapping.</summary>
    public List<T> Query<T>(string sql, object? parameters, SqliteTransaction? transaction, bool first)
    {
        var key = (sql, parameters?.GetType());
        if (!queries.TryGetValue(key, out var query))
        {
            if (queries.Count >= MostKept)
                Forget();
            queries[key] = query = new PreparedQuery(this, sql, key.Item2);
        }
        using var reader = query.Read(parameters, transaction);
        return first ? reader.Parse<T>().Take(1).AsList() : reader.Parse<T>().AsList();
    }

    /// <summary>Closes it instead of giving it back: its file is another one now.</summary>
    public void Discard()
    {
        Forget();
        Close();
        Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && State == System.Data.ConnectionState.Open)
        {
            if (!IsInTransaction && keep(this))
                return;
            Forget();
        }
        base.Dispose(disposing);
    }

    void Forget()
    {
        foreach (var statement in statements.Values.SelectMany(all => all))
            statement.Dispose();
        foreach (var query in queries.Values)
            query.Dispose();
        statements.Clear();
        queries.Clear();
    }
}
