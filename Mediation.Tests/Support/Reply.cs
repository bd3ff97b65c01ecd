using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Mediation.Tests.Support;

/// <summary>What the tablet sees: a status and JSON, so that a renamed property fails a test.</summary>
sealed record Reply(HttpStatusCode Status, JsonNode Json)
{
    public required HttpResponseHeaders Headers { get; init; }

    public required string? ContentType { get; init; }

    public required string Text { get; init; }

    public string? Code => (string?)this["code"];

    public JsonNode? this[string name] => Json is JsonObject json ? json[name] : null;

    /// <summary>The JSON of an answer that must be this one; the whole answer is told when it is not.</summary>
    public JsonNode Expect(params HttpStatusCode[] statuses) =>
        statuses.Contains(Status) ? Json : throw new InvalidOperationException($"{(int)Status} instead of {string.Join('/', statuses)}: {Text}");

    public static async Task<Reply> Of(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var type = response.Content.Headers.ContentType?.MediaType;
        var json = text.Length > 0 && type?.EndsWith("json", StringComparison.Ordinal) == true ? JsonNode.Parse(text)! : new JsonObject();
        return new Reply(response.StatusCode, json) { Headers = response.Headers, ContentType = type, Text = text };
    }
}
