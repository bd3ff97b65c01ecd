using System.Diagnostics;
using Mediation.Benchmarks.Harness;
using Mediation.Benchmarks.Start;
using Mediation.Benchmarks.Volume;

namespace Mediation.Benchmarks;

/// <summary>From the start of the process to its first ready answer, on a big database, beside a web application that does nothing; both published alike.</summary>
static class StartBenchmark
{
    const int Size = 1_000_000;

    public static async Task<IReadOnlyList<Measure>> Run(Options options)
    {
        using var folder = new Scratch();
        var ours = await Published.Service(folder);
        var empty = await Published.Empty(folder);
        var measures = new List<Measure>();
        foreach (var size in options.Sizes is [var one] ? [one] : (int[])[10_000, Size])
        {
            var database = await Volumes.SqliteCopy(new VolumeShape(size));
            try
            {
                await using var service = new Installed(ours, $"Data Source={database}");
                await using var nothing = new Installed(empty, null);
                // The first start of a copy may have something to enter; a start is one of many.
                await service.Ready();
                var pair = await Rounds.Alternate($"to ready on {size:N0} disputes, beside an empty application", "ms", service.Ready, nothing.Ready, rounds: options.Rounds);
                measures.Add(pair);
                measures.Add(Measure.Alone($"more than an empty application, {size:N0} disputes", "ms", pair.Ours - pair.Yardstick, size >= Size ? Bound.Most(1_000) : null));
            }
            finally
            {
                Directory.Delete(Path.GetDirectoryName(database)!, recursive: true);
            }
        }
        return measures;
    }

    /// <summary>A published program that is started, asked until it is ready, and killed.</summary>
    sealed class Installed(string executable, string? database) : IAsyncDisposable
    {
        static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

        readonly string folder = Directory.CreateTempSubdirectory("mediation-start-").FullName;

        public async Task<double> Ready()
        {
            var port = Ports.Free();
            var start = new ProcessStartInfo(executable, ["--urls", $"http://127.0.0.1:{port}"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["Logging__LogLevel__Default"] = "Warning";
            if (database is not null)
                start.Environment["ConnectionStrings__Mediation"] = database;
            using var client = new HttpClient();
            var from = Stopwatch.GetTimestamp();
            using var process = Process.Start(start)!;
            while (!await Answers(client, new Uri($"http://127.0.0.1:{port}/health/ready")))
                if (process.HasExited || Stopwatch.GetElapsedTime(from) > Patience)
                    throw new InvalidOperationException($"{executable} is not ready: {await process.StandardError.ReadToEndAsync()}");
            var waited = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            process.Kill();
            await process.WaitForExitAsync();
            return waited;
        }

        // Nobody listens yet, or it says that it is not ready.
        static async Task<bool> Answers(HttpClient client, Uri address)
        {
            await Task.Delay(2);
            if (!await Ports.Listens(address.Port))
                return false;
            using var answer = await client.GetAsync(address);
            return answer.IsSuccessStatusCode;
        }

        public ValueTask DisposeAsync()
        {
            Directory.Delete(folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
