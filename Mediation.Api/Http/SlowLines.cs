using Mediation.Core.Data;
using Microsoft.AspNetCore.Http.Features;

namespace Mediation.Api.Http;

/// <summary>
/// A slow line holds no connection of the database: what the sign-in took is given back before a body is read, and whatever a request still has when its
/// answer begins to be sent.
/// </summary>
sealed class SlowLines(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, DbSession session)
    {
        context.Response.OnStarting(static held => ((DbSession)held).Release().AsTask(), session);
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
            await session.Release();
        await next(context);
    }
}
