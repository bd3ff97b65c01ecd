using System.Diagnostics;
using System.Diagnostics.Metrics;
using Mediation.Core.Features.Health;
using MediatR;

namespace Mediation.Api.Telemetry;

/// <summary>
/// The numbers for which the database has to be asked: when somebody scrapes, and not again for some seconds. While it does not answer they are left out, and
/// the scrape has all the others.
/// </summary>
sealed class DatabaseGauges : IDisposable
{
    public const string Name = "Mediation.Gauges";

    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    readonly IServiceScopeFactory scopes;
    readonly ILogger<DatabaseGauges> log;
    readonly SemaphoreSlim asking = new(1, 1);
    readonly Meter meter;
    volatile Gauges? known;
    long asked;

    public DatabaseGauges(IServiceScopeFactory scopes, IMeterFactory meters, ILogger<DatabaseGauges> log)
    {
        (this.scopes, this.log, meter) = (scopes, log, meters.Create(Name));
        Add("mediation.clocks.late", "{clock}", "Running clocks whose day is over.", gauges => gauges.LateClocks);
        Add("mediation.disputes.late", "{dispute}", "Open disputes whose day is over.", gauges => gauges.LateDisputes);
        Add("mediation.sync.backlog", "{entry}", "Entries that wait on tablets to be sent, as they last told.", gauges => gauges.SyncBacklog);
        Add("mediation.sync.attention", "{entry}", "Refused entries that wait for a person at the tablet.", gauges => gauges.SyncAttention);
        Add("mediation.devices.silent", "{device}", "Tablets that were not heard of for days.", gauges => gauges.SilentDevices);
        Add("mediation.exports.waiting", "{export}", "Exports that are not written yet.", gauges => gauges.WaitingExports);
    }

    /// <summary>Before a scrape; never fails.</summary>
    public async Task Renew()
    {
        if (asked != 0 && Stopwatch.GetElapsedTime(asked) < Fresh || !await asking.WaitAsync(0))
            return;
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            await using var scope = scopes.CreateAsyncScope();
            known = await scope.ServiceProvider.GetRequiredService<ISender>().Send(new ReadGauges(), limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception failure)
        {
            known = null;
            log.LogWarning(failure, "The database did not answer with its numbers");
        }
        finally
        {
            asked = Stopwatch.GetTimestamp();
            asking.Release();
        }
    }

    public void Dispose()
    {
        meter.Dispose();
        asking.Dispose();
    }

    void Add(string name, string unit, string description, Func<Gauges, long> value) => meter.CreateObservableGauge(
        name, () => known is { } gauges ? [new Measurement<long>(value(gauges))] : Array.Empty<Measurement<long>>(), unit, description);
}
