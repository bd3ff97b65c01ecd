using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Mediation.Benchmarks;

/// <summary>People who sign in once and keep their cookie.</summary>
static class Desks
{
    /// <summary>Their cookies, with the villages that each may register for.</summary>
    public static async Task<IReadOnlyList<(string Cookie, IReadOnlyList<long> Areas)>> SignIn(Uri address, IEnumerable<string> names, string password = "Mediation-2026")
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("X-CSRF", "1");
        var people = new List<(string, IReadOnlyList<long>)>();
        foreach (var name in names)
        {
            using var answer = await client.PostAsJsonAsync("/api/session", new { userName = name, password });
            answer.EnsureSuccessStatusCode();
            var cookie = answer.Headers.GetValues("Set-Cookie").First().Split(';')[0];
            var area = (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["areaCode"]!;
            using var ask = new HttpRequestMessage(HttpMethod.Get, $"/api/areas?under={area}&level=village&limit=200");
            ask.Headers.Add("Cookie", cookie);
            using var below = await client.SendAsync(ask);
            var villages = (await below.Content.ReadFromJsonAsync<JsonNode>())!["items"]!.AsArray().Select(one => Code((string)one!["code"]!)).ToList();
            people.Add((cookie, villages.Count == 0 ? [Code(area)] : villages));
        }
        return people;
    }

    public static HttpClient Client(Uri address, string cookie)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(30) };
        client.DefaultRequestHeaders.Add("X-CSRF", "1");
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return client;
    }

    static long Code(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
