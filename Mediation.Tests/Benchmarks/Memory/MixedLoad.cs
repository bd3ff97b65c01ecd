using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mediation.Benchmarks.Register;

namespace Mediation.Benchmarks.Memory;

/// <summary>Registering, the queue, search, the report, a tablet's pull and files, all at the same time, as fast as the service answers.</summary>
sealed class MixedLoad(Uri address, Intakes intakes)
{
    const int FileLength = 300_000;

    static readonly string[] Words = ["院墙", "宅基地", "滴水", "欠款", "狗咬伤", "停车"];

    readonly ConcurrentDictionary<string, int> counts = new();
    readonly Lock drawing = new();

    public IReadOnlyDictionary<string, int> Counts => counts.OrderBy(count => count.Key, StringComparer.Ordinal).ToDictionary();

    /// <summary>Town, village and district, in this order.</summary>
    public Task Run(IReadOnlyList<(string Cookie, IReadOnlyList<long> Areas)> people, CancellationToken over)
    {
        var (town, village, district) = (people[0], people[1], people[2]);
        var (townCode, districtCode) = (Code(town.Areas[0] / 1_000 * 1_000), Code(town.Areas[0] / 1_000_000 * 1_000_000));
        var now = TimeProvider.System.GetUtcNow();
        Func<HttpClient, int, Task>[] desk =
        [
            (client, at) => Register(client, town.Areas[at % town.Areas.Count]),
            (client, _) => Get(client, "queue", $"/api/triage?under={townCode}&limit=50"),
            (client, at) => Get(client, "search", $"/api/disputes?under={townCode}&q={Words[at % Words.Length]}"),
            (client, at) => Get(client, "report", $"/api/reports/monthly/{Month(now, at)}?area={(at % 2 == 0 ? townCode : Code(town.Areas[0]))}"),
            (client, at) => File(client, at),
        ];
        Func<HttpClient, int, Task>[] above =
        [
            (client, _) => Get(client, "queue", $"/api/triage?under={districtCode}&limit=50"),
            (client, at) => Get(client, "search", $"/api/disputes?under={districtCode}&q={Words[at % Words.Length]}"),
            (client, at) => Get(client, "report", $"/api/reports/monthly/{Month(now, at)}.xlsx?area={districtCode}"),
        ];
        Func<HttpClient, int, Task>[] tablet = [Pull, (client, _) => Register(client, village.Areas[0])];
        return Task.WhenAll(
            Client(town.Cookie, desk, 0, over), Client(town.Cookie, desk, 2, over), Client(town.Cookie, desk, 4, over), Client(district.Cookie, above, 0, over),
            Client(village.Cookie, tablet, 0, over), Client(district.Cookie, tablet[..1], 0, over));
    }

    async Task Client(string cookie, Func<HttpClient, int, Task>[] work, int from, CancellationToken over)
    {
        using var client = Desks.Client(address, cookie);
        for (var at = from; !over.IsCancellationRequested; at++)
            await work[at % work.Length](client, at);
    }

    async Task Register(HttpClient client, long area)
    {
        byte[] body;
        lock (drawing)
            body = intakes.Next(area);
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var answer = await client.PutAsync($"/api/disputes/{Guid.CreateVersion7()}", content);
        await Told("registrations", answer);
    }

    async Task Get(HttpClient client, string what, string path)
    {
        using var answer = await client.GetAsync(path);
        await Told(what, answer);
    }

    /// <summary>A tablet that begins anew and asks for its first pages.</summary>
    async Task Pull(HttpClient client, int at)
    {
        var cursor = "";
        for (var page = 0; page < 5; page++)
        {
            using var answer = await client.GetAsync($"/api/sync/changes?limit=200{cursor}");
            using var json = JsonDocument.Parse(await Told("pages of a pull", answer));
            cursor = $"&after={json.RootElement.GetProperty("next").GetString()}";
        }
    }

    /// <summary>A file is announced, sent in two pieces, and thrown away.</summary>
    async Task File(HttpClient client, int at)
    {
        byte[] bytes = [.. "%PDF-1.4 1 0 obj<</Type/Page>>endobj "u8, .. RandomNumberGenerator.GetBytes(FileLength)];
        using var announcement = new HttpRequestMessage(HttpMethod.Post, "/api/uploads");
        announcement.Headers.Add("Tus-Resumable", "1.0.0");
        announcement.Headers.Add("Upload-Length", Code(bytes.Length));
        announcement.Headers.Add("Upload-Metadata", $"sha256 {Convert.ToBase64String(Encoding.UTF8.GetBytes(Convert.ToHexStringLower(SHA256.HashData(bytes))))}");
        using var announced = await client.SendAsync(announcement);
        using var json = JsonDocument.Parse(await Told("files", announced));
        foreach (var (from, to) in ((int, int)[])[(0, FileLength / 2), (FileLength / 2, bytes.Length)])
        {
            using var piece = new HttpRequestMessage(HttpMethod.Patch, $"/api/uploads/{json.RootElement.GetProperty("id").GetString()}")
            {
                Content = new ByteArrayContent(bytes, from, to - from) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } },
            };
            piece.Headers.Add("Tus-Resumable", "1.0.0");
            piece.Headers.Add("Upload-Offset", Code(from));
            using var taken = await client.SendAsync(piece);
            await Told("pieces of files", taken);
        }
        // Attached to nothing, too many would be refused.
        using var end = new HttpRequestMessage(HttpMethod.Delete, $"/api/uploads/{json.RootElement.GetProperty("id").GetString()}");
        end.Headers.Add("Tus-Resumable", "1.0.0");
        using var ended = await client.SendAsync(end);
        await Told("files ended", ended);
    }

    async Task<byte[]> Told(string what, HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri}: {(int)answer.StatusCode} {Encoding.UTF8.GetString(bytes)}");
        counts.AddOrUpdate(what, 1, (_, count) => count + 1);
        return bytes;
    }

    static string Month(DateTimeOffset now, int at) => now.AddMonths(-1 - at % 12).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    static string Code(long code) => code.ToString(CultureInfo.InvariantCulture);
}
