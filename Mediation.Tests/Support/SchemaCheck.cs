using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Mediation.Tests.Support;

/// <summary>Says where a value does not fit its schema: the part of JSON Schema that our document uses, and unknown properties besides.</summary>
static class SchemaCheck
{
    public static IEnumerable<string> Faults(JsonObject document, JsonNode schema, JsonNode? value, string at)
    {
        schema = OpenApiFile.Follow(document, schema);
        if (schema["oneOf"] is JsonArray choices)
            return choices.Select(choice => Faults(document, choice!, value, at).ToList()).MinBy(faults => faults.Count)!;
        if (!HasType(schema["type"], value))
            return [$"{at}: {value?.ToJsonString() ?? "null"} is no {schema["type"]}"];
        return value switch
        {
            JsonObject inner => FaultsOf(document, schema, inner, at),
            JsonArray items when schema["items"] is { } item => items.SelectMany((one, index) => Faults(document, item, one, $"{at}[{index}]")),
            JsonValue text when text.GetValueKind() == JsonValueKind.String => FaultsOf(schema, (string)text!, at),
            _ => [],
        };
    }

    static bool HasType(JsonNode? type, JsonNode? value) => type switch
    {
        null => true,
        JsonArray several => several.Any(one => HasType(one, value)),
        _ => (string)type! switch
        {
            "null" => value is null,
            "object" => value is JsonObject,
            "array" => value is JsonArray,
            "string" => value?.GetValueKind() == JsonValueKind.String,
            "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            "integer" => value?.GetValueKind() == JsonValueKind.Number && decimal.IsInteger(value.GetValue<decimal>()),
            _ => value?.GetValueKind() == JsonValueKind.Number,
        },
    };

    static IEnumerable<string> FaultsOf(JsonObject document, JsonNode schema, JsonObject value, string at)
    {
        foreach (var name in (schema["required"]?.AsArray() ?? []).Select(name => (string)name!).Where(name => !value.ContainsKey(name)))
            yield return $"{at}.{name} is missing";
        foreach (var (name, inner) in value)
        {
            var expected = schema["properties"]?[name] ?? schema["additionalProperties"];
            if (expected is null && schema["properties"] is not null)
                yield return $"{at}.{name} is unknown";
            foreach (var fault in expected is null ? [] : Faults(document, expected, inner, $"{at}.{name}"))
                yield return fault;
        }
    }

    static IEnumerable<string> FaultsOf(JsonNode schema, string text, string at)
    {
        if (schema["enum"] is JsonArray words && !words.Any(word => (string?)word == text))
            yield return $"{at}: '{text}' is none of its words";
        if ((string?)schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern))
            yield return $"{at}: '{text}' does not match {pattern}";
        if ((string?)schema["format"] is { } format && !HasFormat(format, text))
            yield return $"{at}: '{text}' is no {format}";
    }

    static bool HasFormat(string format, string text) => format switch
    {
        "uuid" => Guid.TryParse(text, out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
        "date-time" => DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _),
        _ => true,
    };
}
