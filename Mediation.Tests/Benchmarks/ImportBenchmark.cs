using System.Diagnostics;
using Mediation.Benchmarks.Harness;
using Mediation.Benchmarks.Register;
using Mediation.Tests.Support;

namespace Mediation.Benchmarks;

/// <summary>An old ledger from one CSV beside the same kind of matters registered one by one by 32 clients; both by the same service, for the same desk.</summary>
static class ImportBenchmark
{
    const int Lines = 100_000, Clients = 32, OneByOne = 8_000;

    /// <summary>A single size takes the place of the 100,000 lines, to try it.</summary>
    public static async Task<IReadOnlyList<Measure>> Run(Options options)
    {
        var lines = options.Sizes is [var one] ? one : Lines;
        using var side = new Side(options);
        var (service, address) = await ApiProcess.Start(await side.New("ours"));
        using (service)
        {
            var (people, intakes) = (await Desks.SignIn(address, ["town"]), new Intakes(seed: 7));
            var load = new Load(address, people, intakes);
            using var client = Desks.Client(address, people[0].Cookie);
            // The just-in-time compiler has seen both ways before the clock runs.
            await load.Run(Clients, Math.Min(OneByOne, lines));
            await Ledgers.Import(client, Ledgers.Of(intakes, people[0].Areas, 2_000, "warm"));
            var round = 0;
            return
            [
                await Rounds.Alternate($"{lines:N0} lines of a CSV to registrations by {Clients} clients", "1/s",
                    () => PerSecond(client, Ledgers.Of(intakes, people[0].Areas, lines, $"round{round++}"), lines),
                    async () => (await load.Run(Clients, Math.Min(OneByOne, lines))).PerSecond, Bound.Least(2), options.Rounds),
                // After an import that broke off.
                Measure.Alone("lines of a file that was taken before", "1/s",
                    await PerSecond(client, Ledgers.Of(new Intakes(seed: 9), people[0].Areas, lines / 10, "again"), lines / 10, twice: true)),
            ];
        }
    }

    static async Task<double> PerSecond(HttpClient client, byte[] ledger, int lines, bool twice = false)
    {
        if (twice)
            await Ledgers.Import(client, ledger);
        var from = Stopwatch.GetTimestamp();
        await Ledgers.Import(client, ledger, again: twice);
        return lines / Stopwatch.GetElapsedTime(from).TotalSeconds;
    }
}
