using System.Globalization;

namespace Mediation.Tests.Support;

/// <summary>One request of a .http file, its variables still unfilled, and the status that the line `# expect` before it names.</summary>
sealed record HttpFileRequest(string Title, string? Name, int? Expected, string Method, string Url, IReadOnlyList<(string Name, string Value)> Headers, string Body)
{
    public override string ToString() => $"{Title} ({Method} {Url})";
}

/// <summary>Reads the part of the .http format that Visual Studio and the REST Client of VS Code share.</summary>
sealed record HttpFile(IReadOnlyDictionary<string, string> Variables, IReadOnlyList<HttpFileRequest> Requests)
{
    static readonly string[] Methods = ["GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS"];

    public static HttpFile Read(string text)
    {
        var variables = new Dictionary<string, string>();
        var requests = new List<HttpFileRequest>();
        foreach (var block in text.ReplaceLineEndings("\n").Split("\n###"))
            if (Read(block.Split('\n'), variables) is { } request)
                requests.Add(request);
        return new(variables, requests);
    }

    static HttpFileRequest? Read(string[] lines, Dictionary<string, string> variables)
    {
        string? name = null;
        int? expected = null;
        for (var at = 1; at < lines.Length; at++)
        {
            var line = lines[at].Trim();
            if (line.StartsWith('@') && line.Split('=', 2) is [var variable, var value])
                variables[variable[1..].Trim()] = value.Trim();
            else if (line.StartsWith("# @name ", StringComparison.Ordinal))
                name = line["# @name ".Length..].Trim();
            else if (line.StartsWith("# expect ", StringComparison.Ordinal))
                expected = int.Parse(line["# expect ".Length..], CultureInfo.InvariantCulture);
            else if (line.Split(' ', 2) is [var method, var url] && Methods.Contains(method))
                return Read(lines, at + 1) is var (headers, body) ? new(lines[0].Trim(), name, expected, method, url.Trim(), headers, body) : null;
        }
        return null;
    }

    static (List<(string, string)> Headers, string Body) Read(string[] lines, int from)
    {
        var end = Array.FindIndex(lines, from, string.IsNullOrWhiteSpace);
        var headers = lines[from..(end < 0 ? lines.Length : end)].Select(line => line.Split(':', 2)).Select(pair => (pair[0].Trim(), pair[1].Trim()));
        return ([.. headers], end < 0 ? "" : string.Join('\n', lines[end..]).Trim());
    }
}
