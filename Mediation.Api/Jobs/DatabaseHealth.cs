using Mediation.Core.Features.Health;
using MediatR;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Mediation.Api.Jobs;

/// <summary>Ready means that the database answers; what it throws becomes the reason.</summary>
sealed class DatabaseHealth(ISender sender) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await sender.Send(new AskDatabase(), cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
