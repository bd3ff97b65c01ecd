using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Mediation.Tests.Support;

/// <summary>An empty database of one kind, gone when its test is over.</summary>
sealed class TestDatabase : IAsyncDisposable
{
    public const string Sqlite = "Sqlite";
    public const string Postgres = "Postgres";

    readonly string? folder;

    TestDatabase(string connectionString, string? folder)
    {
        ConnectionString = connectionString;
        this.folder = folder;
    }

    public string ConnectionString { get; }

    /// <summary>`migrated`: where that saves time, with its tables in it.</summary>
    public static async Task<TestDatabase> New(string kind, bool migrated = false)
    {
        if (kind == Postgres)
            return new(migrated ? await PostgresServer.NewMigratedDatabase() : await PostgresServer.NewDatabase(), null);
        var folder = Directory.CreateTempSubdirectory("mediation-test-").FullName;
        return new($"Data Source={Path.Combine(folder, "mediation.db")}", folder);
    }

    /// <summary>A connection behind the application's back.</summary>
    public static async Task<DbConnection> Open(string connectionString)
    {
        DbConnection connection = connectionString.Contains("Host=") ? new NpgsqlConnection(connectionString) : new SqliteConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is null)
        {
            await PostgresServer.DropDatabase(ConnectionString);
            return;
        }
        SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
        Directory.Delete(folder, recursive: true);
    }
}
