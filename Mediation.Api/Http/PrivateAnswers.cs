namespace Mediation.Api.Http;

/// <summary>Answers of the API are about people: no cache keeps them, no browser guesses their type, no address leaves with a link.</summary>
sealed class PrivateAnswers(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XFrameOptions = "DENY";
        if (context.Request.Path.StartsWithSegments("/api"))
            headers.CacheControl = "no-store";
        return next(context);
    }
}
