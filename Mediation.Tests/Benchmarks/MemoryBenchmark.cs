using System.Diagnostics;
using Mediation.Benchmarks.Harness;
using Mediation.Benchmarks.Memory;
using Mediation.Benchmarks.Register;
using Mediation.Benchmarks.Volume;
using Mediation.Tests.Support;

namespace Mediation.Benchmarks;

/// <summary>The working set of the service under everything at once: it must be small, and not grow.</summary>
static class MemoryBenchmark
{
    const int Size = 1_000_000;

    /// <summary>A round is a minute of load; the first one fills pools and caches.</summary>
    public static async Task<IReadOnlyList<Measure>> Run(Options options)
    {
        var size = options.Sizes is [var one] ? one : Size;
        var database = await Volumes.SqliteCopy(new VolumeShape(size));
        try
        {
            var (service, address) = await ApiProcess.Start($"Data Source={database}");
            using (service)
            using (var process = service.Measured())
            {
                var samples = new List<double>();
                using var over = new CancellationTokenSource();
                var load = new MixedLoad(address, new Intakes(seed: 10));
                var people = await Desks.SignIn(address, ["town", "village", "district"], Volumes.Password);
                using var sampling = new PeriodicTimer(TimeSpan.FromSeconds(1));
                var work = load.Run(people, over.Token);
                var from = Stopwatch.GetTimestamp();
                // A client that fails ends it at once.
                while (!work.IsCompleted && Stopwatch.GetElapsedTime(from) < TimeSpan.FromMinutes(options.Rounds + 1) && await sampling.WaitForNextTickAsync())
                    samples.Add(WorkingSet(process));
                await over.CancelAsync();
                await work;
                return Measures(samples, load, size);
            }
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(database)!, recursive: true);
        }
    }

    static IReadOnlyList<Measure> Measures(List<double> samples, MixedLoad load, int size)
    {
        var half = samples[(samples.Count / 2)..];
        // Means of stretches: a single collection is no trend.
        var (before, after) = (half[..(half.Count / 2)].Average(), half[(half.Count / 2)..].Average());
        return
        [
            Measure.Alone($"working set after mixed load at {size:N0}, highest", "MB", samples.Max(), Bound.Most(350)),
            Measure.Alone("working set, mean of the last quarter", "MB", after),
            Measure.Alone("growth over the last half, last quarter to the one before", "", after / before, Bound.Most(1.05)),
            .. load.Counts.Select(count => Measure.Alone($"meanwhile: {count.Key}", "", count.Value)),
        ];
    }

    static double WorkingSet(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / 1048576.0;
    }
}
