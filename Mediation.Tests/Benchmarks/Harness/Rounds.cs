using System.Diagnostics;

namespace Mediation.Benchmarks.Harness;

/// <summary>Measures both sides by turns, so that a noisy neighbour disturbs both alike.</summary>
static class Rounds
{
    /// <summary>The first round warms up and is not counted; an odd number of counted rounds has a true median.</summary>
    public static async Task<Measure> Alternate(
        string what, string unit, Func<Task<double>> ours, Func<Task<double>> yardstick, Bound? bound = null, int rounds = 5)
    {
        var pairs = new List<(double Ours, double Yardstick)>();
        for (var round = 0; round <= rounds; round++)
        {
            // Who begins changes with each round.
            var (first, second) = round % 2 == 0 ? (ours, yardstick) : (yardstick, ours);
            var a = await first();
            var b = await second();
            if (round > 0)
                pairs.Add(round % 2 == 0 ? (a, b) : (b, a));
        }
        return new Measure(
            what, unit, Median(pairs.Select(pair => pair.Ours)), Median(pairs.Select(pair => pair.Yardstick)),
            Median(pairs.Select(pair => pair.Ours / pair.Yardstick)), bound);
    }

    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <param name="values">At least one.</param>
    /// <param name="share">Between 0 and 1; 0.95 is the 95th percentile.</param>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }

    /// <summary>Milliseconds of one piece of work.</summary>
    public static async Task<double> Time(Func<Task> work)
    {
        var from = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }
}
