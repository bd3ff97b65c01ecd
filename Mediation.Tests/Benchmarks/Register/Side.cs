using System.Data.Common;
using Mediation.Benchmarks.Harness;
using Mediation.Tests.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Mediation.Benchmarks.Register;

/// <summary>A place for one side's database; the schema is always the application's own work.</summary>
sealed class Side(Options options) : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("mediation-register-").FullName;
    readonly Lazy<PostgresProcess> server = new(() => PostgresProcess.Start(PostgresInstallation.Best()));

    public async Task<string> New(string name)
    {
        if (options.Engine == "sqlite")
            return $"Data Source={Path.Combine(folder, name, "mediation.db")}";
        await using var connection = new NpgsqlConnection(server.Value.ConnectionTo("postgres", poolSize: 2));
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"create database {name} template template0", connection);
        await create.ExecuteNonQueryAsync();
        return server.Value.ConnectionTo(name, poolSize: 40);
    }

    public static DbConnection Open(string connectionString)
    {
        DbConnection connection = connectionString.StartsWith("Data Source", StringComparison.Ordinal) ? new SqliteConnection(connectionString) : new NpgsqlConnection(connectionString);
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        if (server.IsValueCreated)
            server.Value.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
