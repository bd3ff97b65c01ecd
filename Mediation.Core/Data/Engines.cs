using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mediation.Core.Data;

/// <summary>Chooses the engine by the connection string: `Data Source=` means SQLite, `Host=` PostgreSQL.</summary>
static class Engines
{
    public static IDatabase Open(string connectionString, ILoggerFactory logs, DatabaseCondition? condition = null) =>
        IsPostgres(connectionString)
            ? new PostgresDatabase(connectionString, logs.CreateLogger<PostgresDatabase>())
            : new SqliteDatabase(connectionString, logs.CreateLogger<WriteLane>(), condition);

    public static bool IsPostgres(string connectionString) => connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>A connection of its own, beside those of the application.</summary>
    public static DbConnection Connection(string connectionString) =>
        IsPostgres(connectionString) ? new NpgsqlConnection(connectionString) : new SqliteConnection(connectionString);
}
