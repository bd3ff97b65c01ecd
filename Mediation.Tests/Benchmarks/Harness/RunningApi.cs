using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Mediation.Tests.Support;

namespace Mediation.Benchmarks.Harness;

/// <summary>The real executable on an installation that is there already, and people signed in to it.</summary>
sealed class RunningApi : IDisposable
{
    static readonly TimeSpan FirstLooks = TimeSpan.FromSeconds(70), Patience = TimeSpan.FromMinutes(8);

    readonly ApiProcess process;
    readonly Uri address;

    RunningApi(ApiProcess process, Uri address) => (this.process, this.address) = (process, address);

    public static async Task<RunningApi> Start(string connectionString)
    {
        var (process, address) = await ApiProcess.Start(
            connectionString, KeyValuePair.Create("MEDIATION_SEED", "none"), KeyValuePair.Create("Logging:LogLevel:Default", "Warning"),
            // It says where it listens. No name with a dot passes the shell between.
            KeyValuePair.Create("Logging:LogLevel:Microsoft", "Information"));
        return new RunningApi(process, address);
    }

    /// <summary>Waits until the watches that look at every open matter after a start have done so.</summary>
    public async Task Settle()
    {
        var since = Stopwatch.StartNew();
        for (var before = process.Worked; ; before = process.Worked)
        {
            await Task.Delay(TimeSpan.FromSeconds(3));
            if (since.Elapsed > FirstLooks && process.Worked - before < TimeSpan.FromMilliseconds(300) || since.Elapsed > Patience)
                return;
        }
    }

    public async Task<Visitor> SignIn(string userName, string password)
    {
        var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
        client.DefaultRequestHeaders.Add("X-CSRF", "1");
        client.DefaultRequestHeaders.Add("X-Server-Timing", "1");
        using var reply = await client.PostAsJsonAsync(new Uri("/api/session", UriKind.Relative), new { userName, password });
        reply.EnsureSuccessStatusCode();
        return new Visitor(client);
    }

    public void Dispose() => process.Dispose();
}

/// <summary>A person at a client.</summary>
sealed class Visitor(HttpClient client) : IDisposable
{
    public HttpClient Client => client;

    public async Task<string> Get(string path)
    {
        using var reply = await client.GetAsync(new Uri(path, UriKind.Relative));
        var body = await reply.Content.ReadAsStringAsync();
        return reply.IsSuccessStatusCode ? body : throw new InvalidOperationException($"GET {path} answered {(int)reply.StatusCode}: {body}");
    }

    /// <summary>The median of several, in milliseconds to the last byte.</summary>
    public async Task<double> Median(string path, int times)
    {
        var all = new List<double>();
        for (var time = 0; time < times; time++)
            all.Add((await Time(path)).Total);
        return Rounds.Median(all);
    }

    /// <summary>Milliseconds from the request to the last byte of the answer, and those that the server says it took.</summary>
    public async Task<(double Total, double Server)> Time(string path)
    {
        var from = Stopwatch.GetTimestamp();
        using var reply = await client.GetAsync(new Uri(path, UriKind.Relative));
        reply.EnsureSuccessStatusCode();
        _ = await reply.Content.ReadAsByteArrayAsync();
        var total = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        var timing = reply.Headers.TryGetValues("Server-Timing", out var values) ? values.First() : "app;dur=0";
        return (total, double.Parse(timing[(timing.IndexOf("dur=", StringComparison.Ordinal) + 4)..], CultureInfo.InvariantCulture));
    }

    public void Dispose() => client.Dispose();
}
