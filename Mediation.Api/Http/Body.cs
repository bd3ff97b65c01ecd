using System.Reflection;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Metadata;

namespace Mediation.Api.Http;

/// <summary>While it is set, JSON that does not fit is the client's; afterwards it would be ours.</summary>
sealed record BodyBeingRead;

/// <summary>A JSON body that was read with its limits, and the keyed digest by which a replay is known.</summary>
sealed record Body<T>(T Value, byte[] Digest) : IEndpointParameterMetadataProvider
{
    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo _)
    {
        if (!context.Request.HasJsonContentType())
            throw new RequestException(StatusCodes.Status415UnsupportedMediaType, "body.not-json", "The body must be application/json.");
        var bytes = await RequestBytes.Read(context.Request, Limits.Json);
        if (!Utf8.IsValid(bytes))
            throw new RequestException(StatusCodes.Status400BadRequest, "body.not-utf8", "The body is not UTF-8.");
        context.Features.Set(new BodyBeingRead());
        BodyText.CheckNames(bytes);
        using var document = JsonDocument.Parse(bytes, Json.Reading);
        BodyText.Check(document.RootElement);
        var value = document.RootElement.Deserialize<T>(Json.Options)
            ?? throw new RequestException(StatusCodes.Status400BadRequest, "body.empty", "The body is empty.");
        var digest = context.RequestServices.GetRequiredService<BodyDigest>().Of(context.Request, document.RootElement);
        context.Features.Set<BodyBeingRead>(null);
        return new Body<T>(value, digest);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
}
