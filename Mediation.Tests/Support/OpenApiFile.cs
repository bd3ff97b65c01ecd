using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Mediation.Tests.Architecture;

namespace Mediation.Tests.Support;

/// <summary>The committed document, as a client developer reads it.</summary>
static class OpenApiFile
{
    public static JsonObject Read() => JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(RepositoryRoot.Path, "Mediation.Api", "openapi.json")))!.AsObject();

    public static IReadOnlyList<OpenApiOperationText> Operations() =>
    [
        .. from document in new[] { Read() }
           from path in document["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           select new OpenApiOperationText(document, path.Key, operation.Key.ToUpperInvariant(), operation.Value!.AsObject()),
    ];

    /// <summary>The node itself, or the component that it points to.</summary>
    public static JsonNode Follow(JsonNode document, JsonNode node) => (string?)node["$ref"] is { } reference
        ? Follow(document, reference.Split('/').Skip(1).Aggregate(document, (at, name) => at[name]!))
        : node;
}

/// <summary>One operation of the document.</summary>
sealed record OpenApiOperationText(JsonObject Document, string Path, string Method, JsonObject Json)
{
    public string Id => (string)Json["operationId"]!;

    public bool IsUnsafe => Method is not ("GET" or "HEAD" or "OPTIONS");

    public JsonObject? JsonBody => Json["requestBody"]?["content"]?["application/json"]?.AsObject();

    public IEnumerable<JsonObject> Parameters => (Json["parameters"]?.AsArray() ?? []).Select(parameter => parameter!.AsObject());

    /// <summary>Every JSON content of an answer of 200 to 299, with its status.</summary>
    public IEnumerable<(string Status, JsonObject Content)> JsonAnswers => Json["responses"]!.AsObject()
        .Where(answer => answer.Key.StartsWith('2') && answer.Value!["content"]?["application/json"] is not null)
        .Select(answer => (answer.Key, answer.Value!["content"]!["application/json"]!.AsObject()));

    public bool Answers(int status) => Json["responses"]!.AsObject().ContainsKey(status.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public bool IsAt(string path) => Regex.IsMatch(path, $"^{Regex.Replace(Path.Replace(".", @"\."), @"\{\w+\}", "[^/.]+")}$");

    public override string ToString() => Id;
}
