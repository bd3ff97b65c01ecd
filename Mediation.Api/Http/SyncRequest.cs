using System.Buffers;
using System.Text.Json;
using Mediation.Core.Features.Sync;
using Mediation.Core.Messaging;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Mediation.Api.Http;

/// <summary>
/// Makes of an entry the request that the ordinary endpoint would have got, so that binding, checks, digest and answer are the very same.
/// </summary>
static class SyncRequest
{
    static readonly string[] Carried = ["commandId", "baseVersion", "after", "deviceTime"];

    /// <summary>The body stays readable for as long as the context lives.</summary>
    public static JsonElement Fill(HttpContext context, RouteEndpoint endpoint, SyncEntry entry)
    {
        var command = CommandKinds.All[entry.Kind!];
        var ids = endpoint.RoutePattern.Parameters.ToDictionary(p => p.Name, p => IdOf(p.Name, command, entry));
        var bytes = Body(entry, command, ids.Keys);
        var request = context.Request;
        request.Method = endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods[0];
        request.Path = Path(endpoint.RoutePattern, ids);
        foreach (var (name, id) in ids)
            request.RouteValues[name] = id.ToString();
        request.ContentType = "application/json";
        request.ContentLength = bytes.Length;
        request.Body = new MemoryStream(bytes);
        context.Response.Body = new MemoryStream();
        context.SetEndpoint(endpoint);
        var body = JsonElement.Parse(bytes, Json.Reading);
        // Before the digest, which reads every text.
        BodyText.Check(body);
        return body;
    }

    /// <summary>A command that names itself by its place has no id in its body.</summary>
    static Guid IdOf(string parameter, Type command, SyncEntry entry) => parameter switch
    {
        "disputeId" when command.GetProperty("CommandId") is null => entry.CommandId,
        "disputeId" => entry.DisputeId ?? throw Missing("disputeId"),
        "id" => entry.CommandId,
        _ => entry.Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(parameter, out var text) && text.ValueKind == JsonValueKind.String
            && text.TryGetGuid(out var id) ? id : throw Missing(parameter),
    };

    static byte[] Body(SyncEntry entry, Type command, IEnumerable<string> inPath)
    {
        if (entry.Body is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) })
            throw new RequestException(StatusCodes.Status400BadRequest, "json.invalid", "The body of an entry is an object.", "body");
        var apart = inPath.Concat(Carried).ToList();
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            if (entry.Body is { ValueKind: JsonValueKind.Object } body)
                foreach (var property in body.EnumerateObject().Where(p => !apart.Contains(p.Name, StringComparer.OrdinalIgnoreCase)))
                {
                    writer.WritePropertyName(property.Name);
                    // As it was sent: what no writer would write is refused by the endpoint, not here.
                    writer.WriteRawValue(property.Value.GetRawText(), skipInputValidation: true);
                }
            if (Carries(command, "CommandId") && !inPath.Contains("id"))
                writer.WriteString("commandId", entry.CommandId);
            if (entry.BaseVersion is { } version && Carries(command, "BaseVersion"))
                writer.WriteNumber("baseVersion", version);
            if (entry.After is { } after && Carries(command, "After"))
                writer.WriteString("after", after);
            if (entry.DeviceTime is { } time && Carries(command, "DeviceTime"))
                writer.WriteString("deviceTime", time);
            writer.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    static bool Carries(Type command, string property) => command.GetProperty(property) is not null;

    static string Path(RoutePattern pattern, Dictionary<string, Guid> ids) => "/" + string.Join('/', pattern.PathSegments.Select(segment => segment.Parts[0] switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart parameter => ids[parameter.Name].ToString(),
        var other => throw new InvalidOperationException($"{other} is no part of a command's path."),
    }));

    static RequestException Missing(string field) => new(StatusCodes.Status400BadRequest, "validation", "The entry does not say which one it is about.", field);
}
