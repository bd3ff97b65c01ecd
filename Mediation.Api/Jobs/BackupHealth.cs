using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Mediation.Api.Jobs;

/// <summary>A scheduled backup that is not there an hour after its time is a warning: requests are served all the same.</summary>
sealed class BackupHealth(IConfiguration configuration, TimeProvider clock) : IHealthCheck
{
    static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    readonly BackupSettings settings = BackupSettings.Of(configuration);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Look(clock.GetUtcNow()));

    HealthCheckResult Look(DateTimeOffset now)
    {
        if (settings.Folder is null)
            return HealthCheckResult.Healthy("None is scheduled.");
        var (wanted, last) = (settings.PathOf(settings.Due(now - Patience)), settings.Written is [var newest, ..] ? newest : null);
        return last is not null && string.CompareOrdinal(last, wanted) >= 0
            ? HealthCheckResult.Healthy("The last one is there.")
            : HealthCheckResult.Degraded($"{Path.GetFileName(wanted)} is not there; the last one is {(last is null ? "none" : Path.GetFileName(last))}.");
    }
}
