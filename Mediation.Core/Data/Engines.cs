using Microsoft.Extensions.Logging;

namespace Mediation.Core.Data;

/// <summary>Chooses the engine by the connection string: `Data Source=` means SQLite, `Host=` PostgreSQL.</summary>
static class Engines
{
    public static IDatabase Open(string connectionString, ILoggerFactory logs, DatabaseCondition? condition = null) =>
        connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase)
            ? new PostgresDatabase(connectionString, logs.CreateLogger<PostgresDatabase>())
            : new SqliteDatabase(connectionString, logs.CreateLogger<WriteLane>(), condition);
}
