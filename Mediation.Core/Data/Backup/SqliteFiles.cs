using Microsoft.Data.Sqlite;

namespace Mediation.Core.Data.Backup;

/// <summary>A database file and what SQLite lays beside it.</summary>
static class SqliteFiles
{
    static readonly string[] Endings = ["", "-wal", "-shm", "-journal"];

    public static string PathOf(string connectionString) => Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);

    public static string Existing(string connectionString) =>
        PathOf(connectionString) is var path && File.Exists(path) ? path : throw new RefusedException($"There is no database {PathOf(connectionString)}.");

    public static string Alone(string path) => new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ToString();

    public static bool IsThere(string path) => Endings.Any(ending => new FileInfo(path + ending) is { Exists: true, Length: > 0 });

    public static void Delete(string path)
    {
        foreach (var ending in Endings)
            File.Delete(path + ending);
    }
}
