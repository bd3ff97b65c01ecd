using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Mediation.Tests.Support;

/// <summary>Sends the requests of a .http file, filling in what its variables and the earlier answers say.</summary>
sealed partial class HttpFileRun(HttpFile file, Uri host) : IDisposable
{
    readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });
    readonly Dictionary<string, (Reply Reply, IReadOnlyDictionary<string, string> Headers)> answers = [];

    public async Task<Reply> Send(HttpFileRequest request)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), Fill(request.Url));
        if (request.Body.Length > 0)
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Fill(request.Body)));
        foreach (var (name, value) in request.Headers)
            if (!message.Headers.TryAddWithoutValidation(name, Fill(value)))
                message.Content!.Headers.Add(name, Fill(value));
        using var response = await client.SendAsync(message);
        var reply = await Reply.Of(response);
        if (request.Name is not null)
            answers[request.Name] = (reply, response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
        return reply;
    }

    public void Dispose() => client.Dispose();

    string Fill(string text) => Braces().Replace(text, found => Value(found.Groups[1].Value));

    string Value(string expression) => Reference().Match(expression) is { Success: true } earlier
        ? Value(earlier.Groups["name"].Value, earlier.Groups["header"].Value, earlier.Groups["path"].Value)
        : expression == "host" ? host.ToString().TrimEnd('/') : Fill(file.Variables[expression]);

    string Value(string name, string header, string path) =>
        header.Length > 0 ? answers[name].Headers[header] : Step().Matches(path).Aggregate((JsonNode?)answers[name].Reply.Json, Down)!.ToString();

    static JsonNode? Down(JsonNode? node, Match step) => step.Groups["index"] is { Success: true } index
        ? node![int.Parse(index.Value, CultureInfo.InvariantCulture)]
        : node![step.Groups["property"].Value];

    [GeneratedRegex(@"\{\{([^{}]+)\}\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"^(?<name>\w+)\.response\.(headers\.(?<header>[\w-]+)|body\.\$(?<path>.*))$")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\.(?<property>\w+)|\[(?<index>\d+)\]")]
    private static partial Regex Step();
}
