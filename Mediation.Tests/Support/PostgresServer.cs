using Mediation.Core.Data;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Mediation.Tests.Support;

/// <summary>The test run's one PostgreSQL, started by the first test that asks it for a database.</summary>
static class PostgresServer
{
    static readonly Lazy<Task<PostgresProcess>> Running =
        new(() => Task.Run(() => PostgresProcess.Start(PostgresInstallation.Best())));

    static readonly Lazy<Task<string>> Migrated = new(() => Task.Run(Migrate));

    public static async Task<string> NewDatabase() => await NewDatabase(await Running.Value);

    public static Task<string> NewDatabase(PostgresProcess server) => NewDatabase(server, "template0");

    /// <summary>With all tables, as an application finds it at its second start: making them anew for each server costs seconds.</summary>
    public static async Task<string> NewMigratedDatabase() => await NewDatabase(await Running.Value, await Migrated.Value);

    static async Task<string> NewDatabase(PostgresProcess server, string template)
    {
        var name = $"t{Guid.NewGuid():N}";
        await Administer(server, $"create database {name} template {template}");
        return server.ConnectionTo(name);
    }

    /// <summary>Migrated once by the application's own means, and then left alone: a database that is in use is no template.</summary>
    static async Task<string> Migrate()
    {
        var settings = new NpgsqlConnectionStringBuilder(await NewDatabase()) { Pooling = false };
        new PostgresDatabase(settings.ConnectionString, NullLogger<PostgresDatabase>.Instance).Migrate();
        return settings.Database!;
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
