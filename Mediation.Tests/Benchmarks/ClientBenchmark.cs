using System.Globalization;
using System.Text.Json;
using Mediation.Tests.Support;

namespace Mediation.Benchmarks;

/// <summary>The browser client on a slow device: Lighthouse's scores, and how long a touch waits for its next picture.</summary>
static class ClientBenchmark
{
    const double LowestScore = 0.95;

    const double LongestInteraction = 200;

    /// <summary>0 when every bound holds, else 1.</summary>
    public static async Task<int> Run()
    {
        var database = Path.Combine(Directory.CreateTempSubdirectory("mediation-bench-").FullName, "mediation.db");
        var (service, address) = await ApiProcess.Start($"Data Source={database}");
        using (service)
        {
            // Browsers treat localhost as a secure place, as they do TLS.
            var home = new Uri($"http://localhost:{address.Port}/");
            var scores = await Lighthouse.Score(home);
            var interactions = await Interactions.Measure(home);
            var slowest = interactions.MaxBy(one => one.Milliseconds)!;

            Console.WriteLine(JsonSerializer.Serialize(new
            {
                name = "client", lighthouse = scores, interactionToNextPaint = slowest.Milliseconds, slowest = slowest.What, cpuSlowdown = Interactions.Slowdown,
            }));
            foreach (var (category, score) in scores)
                Row($"Lighthouse {category}", score, LowestScore, score >= LowestScore);
            foreach (var one in interactions)
                Row($"{one.What} (ms)", one.Milliseconds, LongestInteraction, one.Milliseconds < LongestInteraction);
            return scores.Values.All(score => score >= LowestScore) && slowest.Milliseconds < LongestInteraction ? 0 : 1;
        }
    }

    static void Row(string what, double measured, double bound, bool holds) => Console.WriteLine(string.Format(
        CultureInfo.InvariantCulture, "{0,-40} {1,8:0.##} {2,8:0.##} {3}", what, measured, bound, holds ? "holds" : "FAILS"));
}
