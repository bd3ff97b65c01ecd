using Mediation.Core.Data;

namespace Mediation.Api.Http;

/// <summary>
/// Where the database has a standby, reads go to it once it has what this reader wrote. The answer to a writing request carries the position of the log in a
/// cookie, so that any process knows. Who signs in and what a tablet pulls is read from the primary: a blocked account ends at once, and a cursor is never ahead.
/// </summary>
sealed class StandbyReads(RequestDelegate next, IDatabase database, IHostEnvironment environment)
{
    public const string Cookie = "mediation-seen";

    static readonly string[] Primary = ["/api/session", "/api/sync", "/api/uploads", EventStream.Path];

    public async Task InvokeAsync(HttpContext context)
    {
        var (request, session) = (context.Request, context.RequestServices.GetRequiredService<DbSession>());
        if (!database.HasStandby || !request.Path.StartsWithSegments("/api"))
            await next(context);
        else
        {
            if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
                context.Response.OnStarting(Tell, context);
            else if (!Array.Exists(Primary, path => request.Path.StartsWithSegments(path)))
                await session.MayLag(request.Cookies[Cookie] ?? "");
            await next(context);
        }
    }

    Task Tell(object state)
    {
        ((HttpContext)state).Response.Cookies.Append(Cookie, database.Position, new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = !environment.IsDevelopment(), IsEssential = true,
        });
        return Task.CompletedTask;
    }
}
