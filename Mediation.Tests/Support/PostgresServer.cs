using Npgsql;

namespace Mediation.Tests.Support;

/// <summary>The test run's one PostgreSQL, started by the first test that asks it for a database.</summary>
static class PostgresServer
{
    static readonly Lazy<Task<PostgresProcess>> Running =
        new(() => Task.Run(() => PostgresProcess.Start(PostgresInstallation.Best())));

    public static async Task<string> NewDatabase() => await NewDatabase(await Running.Value);

    public static async Task<string> NewDatabase(PostgresProcess server)
    {
        var name = $"t{Guid.NewGuid():N}";
        await Administer(server, $"create database {name} template template0");
        return server.ConnectionTo(name);
    }

    public static async Task DropDatabase(string connectionString)
    {
        await using (var connection = new NpgsqlConnection(connectionString))
            NpgsqlConnection.ClearPool(connection);
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await Administer(await Running.Value, $"drop database if exists {name} with (force)");
    }

    /// <summary>Called once, when the last test has ended.</summary>
    public static void Stop()
    {
        if (Running is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) Running.Value.Result.Dispose();
    }

    static async Task Administer(PostgresProcess server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionTo("postgres", poolSize: 4));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
