using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;

namespace Mediation.Tests.Faults;

/// <summary>
/// Mediators at work: they register, settle on the spot, accept and close until the service is gone or they are told to stop. What was acknowledged is
/// noted, and only then. Whoever is told to come again does.
/// </summary>
sealed class Load(HttpClient client, int workers = 8)
{
    /// <summary>No name of anybody; nothing of it may be in a log.</summary>
    public const string PartyName = "试负荷";

    readonly ConcurrentDictionary<Guid, int> acknowledged = new();
    readonly ConcurrentBag<string> unexpected = [];
    volatile bool stopped;
    int shed;
    string? hostId;

    /// <summary>The last acknowledged version of each dispute.</summary>
    public IReadOnlyDictionary<Guid, int> Acknowledged => acknowledged;

    /// <summary>Answers that are neither a success nor a named trouble.</summary>
    public IReadOnlyCollection<string> Unexpected => unexpected;

    /// <summary>How often somebody was told to come again.</summary>
    public int Shed => Volatile.Read(ref shed);

    public Task Run() => Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(() => Work(new Random(worker)))));

    public void Stop() => stopped = true;

    /// <summary>Until so many disputes were acknowledged.</summary>
    public async Task Reach(int count)
    {
        for (var waited = 0; acknowledged.Count < count; waited += 20)
        {
            if (waited > 30_000)
                throw new TimeoutException($"{acknowledged.Count} of {count} disputes after {waited} ms. {string.Join(' ', unexpected.Take(3))}");
            await Task.Delay(20);
        }
    }

    async Task Work(Random chance)
    {
        while (!stopped)
        {
            var (id, what) = (Guid.CreateVersion7(), chance.Next(3));
            if (await Sent(() => client.Put($"/api/disputes/{id}", Body(settled: what == 0))) is not { } made)
                return;
            if (made.Status != HttpStatusCode.Created || !Note(id, made) || what != 1)
                continue;
            hostId ??= await Host(id);
            var notices = made["parties"]!.AsArray().Select(party => new { partyId = (string?)party!["id"], form = "TakingPart" });
            var accepted = await Sent(() => client.Post($"/api/disputes/{id}/acceptance", new { commandId = Guid.CreateVersion7(), baseVersion = made["version"]!, hostId, notices }));
            if (accepted is null)
                return;
            Note(id, accepted);
        }
    }

    /// <summary>The first that is proposed; when all have as many matters as they should, one of them has one more.</summary>
    async Task<string?> Host(Guid id)
    {
        var proposed = await Sent(() => client.Get($"/api/disputes/{id}/suggested-mediators"));
        var people = ((string[])["items", "excluded"]).SelectMany(list => proposed?[list]?.AsArray() ?? []);
        return (string?)people.FirstOrDefault()?["id"];
    }

    /// <summary>Null when the service went away.</summary>
    static async Task<Reply?> Sent(Func<Task<Reply>> send)
    {
        try
        {
            return await send();
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException)
        {
            return null;
        }
    }

    bool Note(Guid id, Reply reply)
    {
        if (reply.Status is HttpStatusCode.Created or HttpStatusCode.OK)
        {
            acknowledged[id] = (int)reply["version"]!;
            return true;
        }
        if (reply.Status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.InsufficientStorage)
            Interlocked.Increment(ref shed);
        else
            unexpected.Add(reply.Text);
        return false;
    }

    public static JsonObject Body(bool settled = false)
    {
        var body = new JsonObject
        {
            ["type"] = "Neighbor", ["areaCode"] = "340803100204", ["risks"] = new JsonArray(), ["summary"] = "水沟堵塞", ["parties"] = new JsonArray(Party("Applicant"), Party("Respondent")),
        };
        if (settled)
            body["settlement"] = new JsonObject { ["terms"] = "当场和解", ["performance"] = "Immediate" };
        return body;
    }

    static JsonObject Party(string side) => new() { ["side"] = side, ["kind"] = "Person", ["name"] = PartyName };
}
