using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;

namespace Mediation.Tests.Api;

/// <summary>Uploads as a tus client sends them.</summary>
abstract partial class ApiTest
{
    /// <summary>A PDF of one page, as long as is wanted and like no other.</summary>
    internal static byte[] Pdf(int length = 200)
    {
        byte[] start = [.. "%PDF-1.4 1 0 obj<</Type/Page>>endobj "u8];
        return [.. start, .. RandomNumberGenerator.GetBytes(Math.Max(16, length - start.Length))];
    }

    protected static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>A request of the protocol; headers as pairs of name and value.</summary>
    protected static async Task<(HttpStatusCode Status, Dictionary<string, string> Headers, Reply Reply)> TusSend(
        HttpClient client, HttpMethod method, string path, byte[]? chunk = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (chunk is not null)
            request.Content = new ByteArrayContent(chunk) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } };
        var all = headers.ToDictionary(h => h.Name, h => h.Value);
        all.TryAdd("Tus-Resumable", "1.0.0");
        foreach (var (name, value) in all)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request);
        return (response.StatusCode, response.Headers.ToDictionary(h => h.Key, h => string.Join(",", h.Value), StringComparer.OrdinalIgnoreCase), await Reply.Of(response));
    }

    /// <summary>Announces a file; the id of its upload.</summary>
    protected static async Task<Guid> GivenAnnouncement(HttpClient client, long length, string? sha256 = null, string? name = null)
    {
        string?[] told = [name is null ? null : $"filename {Base64(name)}", sha256 is null ? null : $"sha256 {Base64(sha256)}"];
        var (_, _, reply) = await TusSend(client, HttpMethod.Post, "/api/uploads", null,
            ("Upload-Length", length.ToString(CultureInfo.InvariantCulture)), ("Upload-Metadata", string.Join(',', told.OfType<string>())));
        return (Guid)reply.Expect(HttpStatusCode.Created)["id"]!;
    }

    protected static async Task<Guid> GivenUpload(HttpClient client, byte[] bytes, string? name = null)
    {
        var id = await GivenAnnouncement(client, bytes.Length, HashOf(bytes), name);
        (await Chunk(client, id, 0, bytes)).Reply.Expect(HttpStatusCode.NoContent);
        return id;
    }

    protected static Task<(HttpStatusCode Status, Dictionary<string, string> Headers, Reply Reply)> Chunk(
        HttpClient client, Guid upload, long offset, byte[] chunk, params (string Name, string Value)[] headers) => TusSend(
        client, HttpMethod.Patch, $"/api/uploads/{upload}", chunk, [("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture)), .. headers]);

    protected static async Task<long> OffsetOf(HttpClient client, Guid upload)
    {
        var (status, headers, reply) = await TusSend(client, HttpMethod.Head, $"/api/uploads/{upload}");
        return status == HttpStatusCode.OK ? long.Parse(headers["Upload-Offset"], CultureInfo.InvariantCulture) : throw new InvalidOperationException($"{status} {reply.Text}");
    }

    /// <summary>A file in the dossier of the last case, or of the matter where there is none.</summary>
    protected static async Task<Reply> Attach(HttpClient client, JsonNode dispute, Guid upload, object? body = null)
    {
        var command = System.Text.Json.JsonSerializer.SerializeToNode(body ?? new { })!.AsObject();
        command.TryAdd("kind", "SignedPaper");
        command.TryAdd("uploadId", upload);
        if (!command.ContainsKey("caseId") && dispute["cases"]!.AsArray().LastOrDefault() is { } of)
            command["caseId"] = (Guid)of["id"]!;
        return await Act(client, dispute, "attachments", command);
    }

    internal static async Task<JsonNode> GivenAttachment(HttpClient client, JsonNode dispute, byte[] bytes, object? body = null) =>
        (await Attach(client, dispute, await GivenUpload(client, bytes), body)).Expect(HttpStatusCode.OK);

    protected static async Task<HttpResponseMessage> Download(HttpClient client, JsonNode dispute, Guid attachment) =>
        await client.GetAsync(Path(IdOf(dispute), $"attachments/{attachment}"));

    /// <summary>Settled on the spot, so that one sheet is its dossier.</summary>
    protected static async Task<JsonNode> GivenSpotSettlement(HttpClient client) => await GivenStep(
        client, await GivenDispute(client), "settlement-on-the-spot", new { terms = "各退一步，不再争执。", performance = "Immediate" });

    static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
