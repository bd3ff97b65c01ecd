namespace Mediation.Api.Http;

/// <summary>No cross-site form can send a header of its own, so every unsafe request to the API carries one.</summary>
sealed class Csrf(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var safe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        return safe || !request.Path.StartsWithSegments("/api") || request.Headers["X-CSRF"] == "1"
            ? next(context)
            : throw new Core.Messaging.ForbiddenException("csrf.missing", "Unsafe requests carry the header X-CSRF: 1.");
    }
}
