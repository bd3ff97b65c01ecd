using System.Net;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Api.Telemetry;

/// <summary>
/// The numbers are for a collector on this machine and for administrators. What a proxy passes on comes from elsewhere, though the proxy stands here.
/// </summary>
sealed class MetricsDoor(RequestDelegate next, DatabaseGauges gauges)
{
    public const string Path = "/metrics";

    static readonly string[] Forwarding = ["X-Forwarded-For", "Forwarded", "X-Real-IP"];

    public async Task InvokeAsync(HttpContext context)
    {
        // By the endpoint and not by the path, which has many spellings.
        if (context.GetEndpoint()?.Metadata.GetMetadata<Numbers>() is not null)
        {
            if (!IsHere(context))
                RequireAdministrator(context.RequestServices.GetRequiredService<CurrentUser>());
            await gauges.Renew();
        }
        await next(context);
    }

    /// <summary>Marks the endpoint that tells them.</summary>
    public sealed class Numbers;

    static bool IsHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !Array.Exists(Forwarding, context.Request.Headers.ContainsKey);

    static void RequireAdministrator(CurrentUser user)
    {
        if (!user.Account.Roles.Contains(Role.SysAdmin))
            throw new ForbiddenException("role.not-allowed", "Your role does not allow this.");
    }
}
