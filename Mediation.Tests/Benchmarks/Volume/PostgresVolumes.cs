using System.Diagnostics;
using Mediation.Core.Data;
using Mediation.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Mediation.Benchmarks.Volume;

/// <summary>The same cities on PostgreSQL, in a server whose data lie in the same folder; it runs for as long as this is not disposed.</summary>
sealed class PostgresVolumes : IDisposable
{
    readonly PostgresProcess server = PostgresProcess.Start(
        PostgresInstallation.Best(), Path.Combine(Volumes.Folder, "postgres"), "shared_buffers=1GB", "max_wal_size=8GB", "wal_level=minimal", "max_wal_senders=0", "jit=off");

    /// <summary>Where the server's own databases are administered.</summary>
    public string ConnectionTo(string database) => server.ConnectionTo(database);

    public async Task<string> Connection(VolumeShape shape)
    {
        var name = $"volume_{shape.Key.Replace('-', '_')}_{Volumes.SchemaName}";
        var ready = Path.Combine(Volumes.Folder, $"{name}.ready");
        var connection = server.ConnectionTo(name);
        if (File.Exists(ready))
            return connection;
        var watch = Stopwatch.StartNew();
        await Administer($"drop database if exists {name} with (force)");
        await Administer($"create database {name} template template0");
        var database = new PostgresDatabase(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString, NullLogger<PostgresDatabase>.Instance);
        database.Migrate();
        await database.DisposeAsync();
        var templates = await TemplateFile.Path(Volumes.Folder, Volumes.SchemaName);
        using (var source = new SqliteConnection($"Data Source={templates};Pooling=false;Mode=ReadOnly"))
        {
            await source.OpenAsync();
            var tables = new Tables(source);
            using var sink = new PostgresSink(connection, tables);
            await Volumes.Fill(source, templates, tables, sink, shape);
        }
        await File.WriteAllTextAsync(ready, $"{TimeProvider.System.GetUtcNow():u} {watch.Elapsed.TotalSeconds:0} s");
        Console.Error.WriteLine($"Made {shape.Key} on PostgreSQL in {watch.Elapsed.TotalSeconds:0} s.");
        return connection;
    }

    public void Dispose() => server.Dispose();

    async Task Administer(string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionTo("postgres", poolSize: 2));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
