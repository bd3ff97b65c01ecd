namespace Mediation.Api.Http;

/// <summary>What no text of a body may hold, no text of a query may hold either: databases and search stumble over it.</summary>
sealed class QueryCheck(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        foreach (var (name, values) in context.Request.Query)
            foreach (var value in values)
                BodyText.CheckText(value ?? "", name);
        return next(context);
    }
}
