using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Data;

/// <summary>How documents stand in a column: short, and with Chinese as it is written.</summary>
static class StorageJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new AreaCodeJson() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmptyLists } },
    };

    /// <summary>Most matters have no groups, agents, files or facts of other organs; an empty list comes back by its default.</summary>
    static void LeaveOutEmptyLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property is { IsRequired: false, AssociatedParameter: null, IsGetNullable: false } && typeof(IEnumerable).IsAssignableFrom(property.PropertyType))
                property.ShouldSerialize = (_, value) => value is not ICollection { Count: 0 };
    }

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>What we stored ourselves and cannot read is a fault of ours, never of the request's.</summary>
    public static T Read<T>(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options)!;
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"A stored {typeof(T).Name} cannot be read: {fault.Message}", fault);
        }
    }
}

/// <summary>An area code is a string of 12 digits, in storage and over HTTP.</summary>
public sealed class AreaCodeJson : JsonConverter<AreaCode>
{
    public override AreaCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && AreaCode.TryParse(reader.GetString(), out var code)
            ? code
            : throw new JsonException("An area code has 12 digits.");

    public override void Write(Utf8JsonWriter writer, AreaCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
