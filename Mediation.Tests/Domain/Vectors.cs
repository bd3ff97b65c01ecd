using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mediation.Core.Domain.Areas;
using Mediation.Tests.Architecture;
using NUnit.Framework;

namespace Mediation.Tests.Domain;

/// <summary>
/// Questions with the answers of our own rules, in Mediation.Tests/Vectors: the browser client works without the service and must answer them alike.
/// </summary>
static class Vectors
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new AreaText() },
    };

    /// <summary>One case a line, so that a change of a rule is a diff to read. A file that differs is written anew, and the test says so.</summary>
    public static void AssertKept<T>(string name, object given, IEnumerable<T> cases)
    {
        var lines = string.Join(",\n", cases.Select(one => "    " + JsonSerializer.Serialize(one, Options)));
        var text = $$"""
            {
              "given": {{JsonSerializer.Serialize(given, Options)}},
              "cases": [
            {{lines}}
              ]
            }

            """;
        var path = Path.Combine(RepositoryRoot.Path, "Mediation.Tests", "Vectors", name + ".json");
        var kept = File.Exists(path) ? File.ReadAllText(path) : "";
        if (kept == text)
            return;
        File.WriteAllText(path, text);
        Assert.Fail($"The rules answer otherwise than {name}.json says; it is written anew. Commit it, and see that the client follows.");
    }

    sealed class AreaText : JsonConverter<AreaCode>
    {
        public override AreaCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            AreaCode.TryParse(reader.GetString(), out var code) ? code : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, AreaCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
