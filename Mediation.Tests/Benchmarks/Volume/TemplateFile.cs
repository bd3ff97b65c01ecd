using Mediation.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Mediation.Benchmarks.Volume;

/// <summary>A small installation whose disputes were registered and settled by the product's own commands: the fictional ones of the seeds.</summary>
static class TemplateFile
{
    /// <summary>Made anew each day, since its stories end today.</summary>
    public static async Task<string> Path(string folder, string schema)
    {
        var path = System.IO.Path.Combine(folder, $"templates-{schema}-{TimeProvider.System.GetUtcNow():yyyyMMdd}.db");
        if (File.Exists(path))
            return path;
        var working = path + ".making";
        foreach (var rest in Directory.GetFiles(folder, System.IO.Path.GetFileName(working) + "*"))
            File.Delete(rest);
        var (service, address) = await ApiProcess.Start($"Data Source={working}", KeyValuePair.Create("MEDIATION_SEED", "all"));
        using (service)
        {
            await Ready(address);
            // A minute after the start a watch looks whether cards fall; the copies' own service shall find that it did.
            await Task.Delay(TimeSpan.FromSeconds(75));
        }
        using (var connection = new SqliteConnection($"Data Source={working};Pooling=false"))
        {
            connection.Open();
            Execute(connection, "pragma wal_checkpoint(truncate); pragma journal_mode = delete");
        }
        File.Move(working, path);
        return path;
    }

    /// <summary>The stories are played while the service starts.</summary>
    static async Task Ready(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        for (var second = 0; second < 120; second++)
        {
            using var reply = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            if (reply.IsSuccessStatusCode)
                return;
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
        throw new TimeoutException("The service with the seeds was not ready in time.");
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
