using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;

namespace Mediation.Tests.Api;

/// <summary>A tablet in somebody's hands: it names itself in every call, sends batches and pulls changes.</summary>
sealed class Tablet(HttpClient client, Guid id)
{
    public Guid Id => id;

    /// <summary>What the tablet's clock says when it sends.</summary>
    public DateTimeOffset Now { get; set; } = ApiServer.Opening;

    public static async Task<Tablet> Registered(HttpClient client, Guid? id = null)
    {
        var tablet = new Tablet(client, id ?? Guid.CreateVersion7());
        (await tablet.Register()).Expect(HttpStatusCode.OK);
        return tablet;
    }

    public Task<Reply> Register(string storage = "Persistent") =>
        Call(HttpMethod.Put, $"/api/devices/{id}", new { name = "海口村平板1", storage, appVersion = "1.0.0" });

    public async Task<Reply> Call(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { { "X-Device", id.ToString() } } };
        if (body is not null)
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request);
        return await Reply.Of(response);
    }

    public Task<Reply> Send(params JsonNode[] entries) => Call(HttpMethod.Post, "/api/sync/commands", new JsonObject
    {
        ["deviceId"] = id, ["sentAt"] = Now, ["pending"] = entries.Length, ["attention"] = 0, ["entries"] = new JsonArray([.. entries.Select(e => e.DeepClone())]),
    });

    /// <summary>The answers to a batch that was understood.</summary>
    public async Task<IReadOnlyList<JsonNode>> Answers(params JsonNode[] entries) =>
        [.. (await Send(entries)).Expect(HttpStatusCode.OK)["answers"]!.AsArray().Select(answer => answer!)];

    public async Task<JsonNode> Answer(JsonNode entry) => (await Answers(entry))[0];

    public Task<Reply> Pull(string? after = null, int limit = 100) =>
        Call(HttpMethod.Get, $"/api/sync/changes?limit={limit}{(after is null ? "" : $"&after={after}")}");

    /// <summary>Everything up to now, and the cursor to come back with.</summary>
    public async Task<(List<JsonNode> Items, string Next)> PullAll(string? after = null, int limit = 100)
    {
        var items = new List<JsonNode>();
        while (true)
        {
            var page = (await Pull(after, limit)).Expect(HttpStatusCode.OK);
            items.AddRange(page["items"]!.AsArray().Select(item => item!));
            after = (string)page["next"]!;
            if (!(bool)page["more"]!)
                return (items, after);
        }
    }

    /// <summary>An entry as the outbox keeps it.</summary>
    public static JsonObject Entry(string kind, Guid? disputeId, object body, int? baseVersion = null, Guid? after = null, Guid? commandId = null) => new()
    {
        ["commandId"] = commandId ?? Guid.CreateVersion7(), ["kind"] = kind, ["disputeId"] = disputeId, ["baseVersion"] = baseVersion, ["after"] = after,
        ["deviceTime"] = "2026-11-16T00:50:00Z", ["ruleSet"] = null, ["body"] = JsonSerializer.SerializeToNode(body),
    };

    public static JsonObject Registration(Guid disputeId, JsonObject body)
    {
        var told = body.DeepClone().AsObject();
        told.Remove("deviceTime");
        return Entry("RegisterDispute", disputeId, told, commandId: disputeId);
    }

    public static Guid IdOf(JsonNode entry) => (Guid)entry["commandId"]!;

    public static string Word(JsonNode answer) => (string)answer["answer"]!;
}
