using System.Diagnostics;
using System.Globalization;

namespace Mediation.Api.Http;

/// <summary>Says in `Server-Timing` how long an answer took to make, to those who ask by the header `X-Server-Timing`; browsers show it beside their own times.</summary>
sealed class ServerTiming(RequestDelegate next)
{
    public Task Invoke(HttpContext context)
    {
        if (context.Request.Headers.ContainsKey("X-Server-Timing"))
        {
            var from = Stopwatch.GetTimestamp();
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.Append("Server-Timing", string.Create(
                    CultureInfo.InvariantCulture, $"app;dur={Stopwatch.GetElapsedTime(from).TotalMilliseconds:0.###}"));
                return Task.CompletedTask;
            });
        }
        return next(context);
    }
}
