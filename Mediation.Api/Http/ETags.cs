using System.Security.Cryptography;
using System.Text.Json;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Features.Reference;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Http;

/// <summary>The version as ETag, for GET and 304 only; writes carry their base version in the body.</summary>
static class ETags
{
    public static Results<Ok<DisputeView>, StatusCodeHttpResult> Answer(HttpContext context, DisputeView view)
    {
        // Due dates and names may change without a step, so the tag is weak.
        var tag = $"W/\"{view.Version}-{view.DueOn:yyyyMMdd}{(view.Late ? "l" : "")}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        return context.Request.Headers.IfNoneMatch == tag ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(view);
    }

    /// <summary>By content, for nothing else tells when rules, calendar or labels have changed. No cache keeps it; the client itself does.</summary>
    public static Results<Ok<ReferenceView>, StatusCodeHttpResult> Answer(HttpContext context, ReferenceView view)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(view, Json.Options)).AsSpan(0, 16))}\"";
        context.Response.Headers.ETag = tag;
        return context.Request.Headers.IfNoneMatch == tag ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(view);
    }
}
