using System.Net;
using System.Text.Json.Nodes;

namespace Mediation.Tests.Support;

/// <summary>A stream of server-sent events, read line by line.</summary>
sealed class EventReader(HttpResponseMessage response, StreamReader lines) : IDisposable
{
    public static async Task<EventReader> Of(HttpClient client)
    {
        var response = await client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead);
        return response.StatusCode == HttpStatusCode.OK
            ? new EventReader(response, new StreamReader(await response.Content.ReadAsStreamAsync()))
            : throw new InvalidOperationException($"{response.StatusCode} instead of a stream.");
    }

    /// <summary>The next event; without a kind at the end of the stream.</summary>
    public async Task<(string? Kind, JsonNode Data)> Next(TimeSpan patience)
    {
        var (kind, data) = ((string?)null, (JsonNode)new JsonObject());
        while (await lines.ReadLineAsync().WaitAsync(patience) is { } line)
        {
            if (line.Length == 0 && kind is not null)
                return (kind, data);
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                kind = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                data = JsonNode.Parse(line[6..])!;
        }
        return (null, data);
    }

    public void Dispose()
    {
        lines.Dispose();
        response.Dispose();
    }
}
