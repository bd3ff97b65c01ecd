using Mediation.Benchmarks.Harness;

namespace Mediation.Benchmarks.Volume;

/// <summary>The installations of one run, of either engine, each served by a process of its own.</summary>
sealed class Installations : IDisposable
{
    readonly PostgresVolumes? postgres;
    readonly Dictionary<int, RunningApi> services = [];

    public Installations(Options options) => postgres = options.Engine == "postgres" ? new PostgresVolumes() : null;

    public async Task<string> Connection(int size) =>
        postgres is null ? $"Data Source={await Volumes.Sqlite(new VolumeShape(size))}" : await postgres.Connection(new VolumeShape(size));

    /// <summary>A user of the first district, or `city`.</summary>
    public async Task<Visitor> Visitor(int size, string userName)
    {
        if (!services.TryGetValue(size, out var service))
        {
            service = services[size] = await RunningApi.Start(await Connection(size));
            await service.Settle();
        }
        return await service.SignIn(userName, Volumes.Password);
    }

    public void Dispose()
    {
        foreach (var service in services.Values)
            service.Dispose();
        postgres?.Dispose();
    }
}
