using System.Diagnostics;
using Mediation.Benchmarks.Harness;
using Mediation.Benchmarks.Register;
using Mediation.Tests.Support;

namespace Mediation.Benchmarks;

/// <summary>
/// Durable registrations over HTTP against the real executable, beside a bare loop of prepared statements that inserts the same rows, one commit each.
/// The clients take their part of the same cores, which counts against us alone.
/// </summary>
static class RegisterBenchmark
{
    const int Templates = 400;

    static readonly string[] People = ["village", "village2", "town", "town2"];

    public static async Task<IReadOnlyList<Measure>> Run(Options options)
    {
        using var side = new Side(options);
        var bare = await side.New("bare");
        // The yardstick's tables are made by the application's own start.
        (await ApiProcess.Start(bare)).Service.Dispose();

        var ours = await side.New("ours");
        var (service, address) = await ApiProcess.Start(ours);
        using (service)
        {
            var load = new Load(address, await Desks.SignIn(address, People), new Intakes(seed: 6));
            IReadOnlyList<IReadOnlyList<CapturedRow>> captured;
            using (var connection = Side.Open(ours))
            {
                var before = Captured.Sizes(connection);
                await load.Run(clients: 4, Templates);
                captured = Captured.Of(connection, before);
            }
            // The just-in-time compiler has seen everything before the clock runs.
            await load.Run(clients: 32, 10_000);
            using var loop = new BareLoop(bare, captured);
            loop.Run(500);

            var measures = new List<Measure>
            {
                await Rounds.Alternate(
                    "1 client, p50 of a registration to p50 of a bare commit", "ms", async () => Rounds.Median((await load.Run(1, 300)).Waits),
                    () => Task.FromResult(Rounds.Median(loop.Run(500).Waits)), Bound.Most(4), options.Rounds),
            };
            foreach (var (clients, bound) in ((int, Bound?)[])[(1, null), (8, null), (32, Bound.Least(1.5)), (128, Bound.Least(2))])
                measures.Add(await Rounds.Alternate(
                    clients == 1 ? "1 client" : $"{clients} clients", "1/s", async () => (await load.Run(clients, clients == 1 ? 300 : 2_000)).PerSecond,
                    () => Task.FromResult(loop.Run(1_000).PerSecond), bound, options.Rounds));

            measures.Add(await Rounds.Alternate(
                "processor time of the service for a registration, 32 clients, to that of the bare loop", "ms", async () =>
                {
                    using var process = service.Measured();
                    return await Processor(process, () => load.Run(32, 2_000), 2_000);
                },
                async () =>
                {
                    using var process = Process.GetCurrentProcess();
                    return await Processor(process, () => Task.FromResult(loop.Run(1_000)), 1_000);
                }, rounds: options.Rounds));
            measures.Add(await Tallies(bare, captured, options));
            return measures;
        }
    }

    /// <summary>
    /// What the numbers of the month cost: the writer, which is what everybody waits for, with all rows and without those of the tallies. It is measured with
    /// the bare rows, because a switch in the product that leaves numbers out must not exist; there they weigh most, as everything else is left out.
    /// </summary>
    static async Task<Measure> Tallies(string bare, IReadOnlyList<IReadOnlyList<CapturedRow>> captured, Options options)
    {
        using var all = new BareLoop(bare, captured);
        using var without = new BareLoop(bare, [.. captured.Select(rows => (IReadOnlyList<CapturedRow>)[.. rows.Where(row => row.Table != "tally")])]);
        all.Run(200);
        without.Run(200);
        return await Rounds.Alternate(
            "bare rows with tallies to those without, time", "ms", () => Task.FromResult(1_000 / all.Run(1_000).PerSecond),
            () => Task.FromResult(1_000 / without.Run(1_000).PerSecond), Bound.Most(1.1), options.Rounds);
    }

    static async Task<double> Processor(Process process, Func<Task> work, int count)
    {
        var from = process.TotalProcessorTime;
        await work();
        process.Refresh();
        return (process.TotalProcessorTime - from).TotalMilliseconds / count;
    }
}
