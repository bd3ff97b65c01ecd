using System.Diagnostics;
using Mediation.Benchmarks.Harness;
using Mediation.Benchmarks.Register;
using Mediation.Benchmarks.Volume;
using Mediation.Tests.Support;

namespace Mediation.Benchmarks;

/// <summary>How long people wait for a registration while the verb `backup` copies a big database, beside the same without it.</summary>
static class BackupBenchmark
{
    const int Size = 1_000_000, Clients = 8, Requests = 2_000;

    static readonly string[] People = ["village", "town"];

    public static async Task<IReadOnlyList<Measure>> Run(Options options)
    {
        var size = options.Sizes is [var one] ? one : Size;
        var database = await Volumes.SqliteCopy(new VolumeShape(size));
        var connection = $"Data Source={database}";
        try
        {
            var (service, address) = await ApiProcess.Start(connection);
            using (service)
            {
                var load = new Load(address, await Desks.SignIn(address, People, Volumes.Password), new Intakes(seed: 11));
                await load.Run(Clients, Requests);
                var (backups, files) = (new List<double>(), 0);
                var pair = await Rounds.Alternate($"p99 of a registration during a backup of {size:N0} disputes, {Clients} clients", "ms", async () =>
                {
                    var file = Path.Combine(Path.GetDirectoryName(database)!, $"backup-{files++}");
                    var (waits, seconds) = await During(load, connection, file);
                    backups.Add(seconds);
                    File.Delete(file);
                    return Rounds.Quantile(waits, 0.99);
                }, async () => Rounds.Quantile((await load.Run(Clients, Requests)).Waits, 0.99), Bound.Most(3), options.Rounds);
                return [pair, Measure.Alone("a backup under load", "s", Rounds.Median(backups))];
            }
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(database)!, recursive: true);
        }
    }

    /// <summary>The waits of all who registered between the beginning of the backup and its end.</summary>
    static async Task<(List<double> Waits, double Seconds)> During(Load load, string connection, string file)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "Mediation.Api.dll"), "backup", file])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(file)!, Environment = { ["ConnectionStrings__Mediation"] = connection },
        };
        var (waits, from) = (new List<double>(), Stopwatch.GetTimestamp());
        using var backup = Process.Start(start)!;
        var told = (backup.StandardOutput.ReadToEndAsync(), backup.StandardError.ReadToEndAsync());
        var ended = backup.WaitForExitAsync();
        while (!ended.IsCompleted)
            waits.AddRange((await load.Run(Clients, Clients * 25)).Waits);
        var seconds = Stopwatch.GetElapsedTime(from).TotalSeconds;
        return backup.ExitCode == 0 ? (waits, seconds) : throw new InvalidOperationException($"backup ended with {backup.ExitCode}: {await told.Item1}{await told.Item2}");
    }
}
