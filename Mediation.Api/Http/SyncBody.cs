using System.Buffers;
using System.Reflection;
using System.Text.Json;
using System.Text.Unicode;
using Mediation.Core.Features.Sync;
using Microsoft.AspNetCore.Http.Metadata;

namespace Mediation.Api.Http;

/// <summary>
/// The body of a batch. What is wrong with the batch refuses it; what is wrong with one entry is that entry's answer, as long as the entry says its id.
/// </summary>
sealed record SyncBody(SendCommands Batch, IReadOnlyDictionary<Guid, Exception> Faults) : IEndpointParameterMetadataProvider
{
    const string List = "entries";

    // Three levels more than the body of an entry has of its own.
    static readonly JsonDocumentOptions Reading = Json.Reading with { MaxDepth = Json.Reading.MaxDepth + 3 };

    static readonly JsonSerializerOptions Options = Json.Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static async ValueTask<SyncBody?> BindAsync(HttpContext context, ParameterInfo _)
    {
        if (!context.Request.HasJsonContentType())
            throw new RequestException(StatusCodes.Status415UnsupportedMediaType, "body.not-json", "The body must be application/json.");
        var bytes = await RequestBytes.Read(context.Request, Limits.Json);
        if (!Utf8.IsValid(bytes))
            throw new RequestException(StatusCodes.Status400BadRequest, "body.not-utf8", "The body is not UTF-8.");
        context.Features.Set(new BodyBeingRead());
        BodyText.CheckNames(bytes, Reading.MaxDepth);
        using var document = JsonDocument.Parse(bytes, Reading);
        var body = Read(document.RootElement);
        context.Features.Set<BodyBeingRead>(null);
        return body;
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(SendCommands)));

    static SyncBody Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new RequestException(StatusCodes.Status400BadRequest, "json.invalid", "A batch is an object.");
        var batch = JsonSerializer.Deserialize<SendCommands>(Envelope(root), Options)!;
        if (!root.TryGetProperty(List, out var list) || list.ValueKind == JsonValueKind.Null)
            return new SyncBody(batch with { Entries = null }, new Dictionary<Guid, Exception>());
        if (list.ValueKind != JsonValueKind.Array)
            throw new RequestException(StatusCodes.Status400BadRequest, "json.invalid", "The entries are a list.", List);
        var faults = new Dictionary<Guid, Exception>();
        return new SyncBody(batch with { Entries = [.. list.EnumerateArray().Select((item, index) => Read(item, index, faults))] }, faults);
    }

    /// <summary>The batch without its entries, as it was sent: what nobody would write is refused when it is read.</summary>
    static ReadOnlySpan<byte> Envelope(JsonElement root)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        foreach (var property in root.EnumerateObject().Where(p => p.Name != List))
        {
            BodyText.Check(property.Value, property.Name);
            writer.WritePropertyName(property.Name);
            writer.WriteRawValue(property.Value.GetRawText(), skipInputValidation: true);
        }
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan;
    }

    static SyncEntry Read(JsonElement item, int index, Dictionary<Guid, Exception> faults)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("commandId", out var text) || text.ValueKind != JsonValueKind.String
            || !text.TryGetGuid(out var id) || id == Guid.Empty)
            throw new RequestException(StatusCodes.Status400BadRequest, "entry.no-id", "An entry without its id cannot be answered.", $"{List}[{index}].commandId");
        try
        {
            return item.Deserialize<SyncEntry>(Options)!;
        }
        catch (JsonException fault)
        {
            faults[id] = fault;
            return new SyncEntry { CommandId = id };
        }
    }
}
