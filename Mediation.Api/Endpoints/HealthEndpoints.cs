using Mediation.Api.Jobs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Mediation.Api.Endpoints;

/// <summary>For whoever runs the service; anonymous, so nothing is told but what is up.</summary>
static class HealthEndpoints
{
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseHealth>("database", timeout: TimeSpan.FromSeconds(5))
        .AddCheck<BackupHealth>("backup");

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Health");

        health.MapGet("/live", Live).WithName("Live").WithSummary("The process answers.");
        health.MapGet("/ready", Ready).WithName("Ready").Produces<HealthView>(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("The database answers, so requests can be served; else 503 with the reasons.");
    }

    static Ok<HealthView> Live() => TypedResults.Ok(new HealthView("Alive", []));

    static async Task<Results<Ok<HealthView>, JsonHttpResult<HealthView>>> Ready(HealthCheckService checks, HttpContext context, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "no-store";
        var view = HealthView.Of(await checks.CheckHealthAsync(ct));
        return view.Status == "Ready" ? TypedResults.Ok(view) : TypedResults.Json(view, statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}

/// <summary>Alive, Ready or NotReady, and why.</summary>
sealed record HealthView(string Status, IReadOnlyList<HealthLine> Checks)
{
    public static HealthView Of(HealthReport report) => new(
        report.Status == HealthStatus.Unhealthy ? "NotReady" : "Ready",
        [.. report.Entries.Select(check => new HealthLine(
            check.Key, check.Value.Status == HealthStatus.Healthy, Reason(check.Value)))]);

    // What an exception says may name hosts and users; the log has it. A description is our own sentence.
    static string Reason(HealthReportEntry check) =>
        check is { Exception: null, Description: { } known } ? known : check.Status == HealthStatus.Healthy ? "It answers." : "It does not answer.";
}

sealed record HealthLine(string Name, bool Healthy, string Reason);
