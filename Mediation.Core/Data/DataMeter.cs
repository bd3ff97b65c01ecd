using System.Diagnostics.Metrics;

namespace Mediation.Core.Data;

/// <summary>What writing does, as numbers for whoever runs the service. One for the process: it has one database.</summary>
public static class DataMeter
{
    public const string Name = "Mediation";

    static readonly Meter Meter = new(Name);

    static readonly Counter<long> Commits = Meter.CreateCounter<long>("mediation.commits", "{commit}", "Transactions that were committed.");

    static readonly Counter<long> Commands = Meter.CreateCounter<long>("mediation.commands", "{command}", "Commands in those transactions.");

    static readonly Histogram<int> Group = Meter.CreateHistogram(
        "mediation.lane.group.size", "{command}", "Commands that one commit carried.", tags: null,
        advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256] });

    /// <summary>The driver's own sources of numbers and of traces; SQLite's has none.</summary>
    public static IReadOnlyList<string> Drivers { get; } = ["Npgsql"];

    static int depth;

    // Observed, because what counts up and down has to be heard from its first call on.
    static DataMeter() => Meter.CreateObservableUpDownCounter(
        "mediation.lane.depth", () => Volatile.Read(ref depth), "{command}", "Commands that wait to be written or are being written.");

    internal static void Queued(int commands) => Interlocked.Add(ref depth, commands);

    internal static void Committed(int commands)
    {
        Commits.Add(1);
        Commands.Add(commands);
        Group.Record(commands);
    }
}
