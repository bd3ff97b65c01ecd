using Mediation.Core.Data;
using Mediation.Core.Features.Health;
using MediatR;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Mediation.Api.Jobs;

/// <summary>Ready means that the database answers and nothing is known to be wrong with it; what is wrong becomes the reason.</summary>
sealed class DatabaseHealth(ISender sender, DatabaseCondition condition) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await sender.Send(new AskDatabase(), cancellationToken);
            return condition.Present is { } trouble ? HealthCheckResult.Unhealthy(trouble.Message) : HealthCheckResult.Healthy();
        }
        catch (DatabaseException trouble)
        {
            return HealthCheckResult.Unhealthy((condition.Present ?? trouble).Message);
        }
    }
}
