using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Mediation.Api.Http;

/// <summary>
/// The keyed digest of a body in canonical form (sorted keys, NFC, without the device's time) and of the path it was sent to:
/// the same command sent again has the same one.
/// </summary>
sealed class BodyDigest
{
    byte[] key = [];

    /// <summary>Set at start-up from the installation's own secrets.</summary>
    public void Use(byte[] secret) => key = secret;

    public byte[] Of(HttpRequest request, JsonElement body)
    {
        var canonical = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(canonical))
            Write(writer, body, top: true);
        var target = Encoding.UTF8.GetBytes($"{request.Method} {request.Path.Value?.ToLowerInvariant()}\n");
        byte[] message = [.. target, .. canonical.WrittenSpan];
        return HMACSHA256.HashData(key, message);
    }

    static void Write(Utf8JsonWriter writer, JsonElement element, bool top)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    if (top && property.NameEquals("deviceTime"))
                        continue;
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value, top: false);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(writer, item, top: false);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(element.GetString()!.Normalize(NormalizationForm.FormC));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
