using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Mediation.Core.Data.Backup;

/// <summary>
/// A SQLite file that nobody else reads or writes while it is held. It leaves the write-ahead log for that time, which SQLite grants only to the one
/// connection there is: a service that runs is noticed, and one that starts meanwhile has to wait.
/// </summary>
sealed class SqliteHold : IDisposable
{
    const int Busy = 5, Locked = 6;

    SqliteHold(string path, SqliteConnection connection) => (Path, Connection) = (path, connection);

    public string Path { get; }

    public SqliteConnection Connection { get; }

    /// <summary>Changes as soon as anybody wrote to the file, also by going back to the log; taken while it is held.</summary>
    public string Fingerprint => string.Create(
        CultureInfo.InvariantCulture, $"{new FileInfo(Path).Length} {new FileInfo(Path).LastWriteTimeUtc.Ticks} {Connection.ExecuteScalar<long>("pragma schema_version")}");

    public static SqliteHold Take(string connectionString)
    {
        var path = SqliteFiles.Existing(connectionString);
        SqliteConnection.ClearAllPools();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(SqliteFiles.Alone(path)) { DefaultTimeout = 2 }.ToString());
        try
        {
            connection.Open();
            connection.Execute("pragma busy_timeout = 1000; pragma locking_mode = exclusive; pragma journal_mode = delete; begin exclusive");
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is Busy or Locked)
        {
            connection.Dispose();
            throw new RefusedException($"{path} is in use: stop the service that runs on it first. It must not be written to while it is copied.");
        }
        return new SqliteHold(path, connection);
    }

    /// <summary>As it was before, for whoever starts a service on it again.</summary>
    public void Dispose()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(Connection.Handle) == 0)
            Connection.Execute("rollback");
        Connection.Dispose();
    }
}
