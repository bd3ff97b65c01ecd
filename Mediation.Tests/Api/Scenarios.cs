using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;

namespace Mediation.Tests.Api;

/// <summary>Worlds are built by acting: each of these goes through the API, as the people would.</summary>
abstract partial class ApiTest
{
    internal const string Village = "340803100204";
    internal const string Town = "340803100000";
    internal const string District = "340803000000";

    internal static string Path(Guid dispute, string act = "") => act.Length == 0 ? $"/api/disputes/{dispute}" : $"/api/disputes/{dispute}/{act}";

    internal static Guid IdOf(JsonNode dispute) => (Guid)dispute["id"]!;

    internal static int VersionOf(JsonNode dispute) => (int)dispute["version"]!;

    /// <summary>A quarrel between neighbours in 海口村, with every field that a form asks for.</summary>
    internal static JsonObject DisputeBody(Action<JsonObject>? change = null)
    {
        var body = JsonNode.Parse(
            """
            {
              "type": "Neighbor", "areaCode": "340803100204", "risks": [],
              "parties": [
                { "side": "Applicant", "kind": "Person", "name": "张试一", "identityBasis": "KnownToMediator", "phone": "13800000001",
                  "address": "海口村东组1号", "areaCode": "340803100204", "needs": [] },
                { "side": "Respondent", "kind": "Person", "name": "李试二", "identityBasis": "KnownToMediator", "phone": "13800000002",
                  "address": "海口村东组2号", "areaCode": "340803100204", "needs": [] }
              ],
              "subject": "张试一与李试二邻里纠纷", "summary": "两家因院墙排水发生争吵。", "place": "海口村东组",
              "occurredOn": "2026-11-15", "receivedAt": "2026-11-16T00:30:00Z", "deviceTime": "2026-11-16T00:40:00Z",
              "source": "PartyApplication", "referredBy": null, "referralNumber": null, "channel": "WalkIn",
              "amount": null, "peopleInvolved": 2, "performedBy": null, "override": null
            }
            """)!.AsObject();
        change?.Invoke(body);
        return body;
    }

    internal static async Task<JsonNode> GivenDispute(HttpClient client, Action<JsonObject>? change = null) =>
        (await client.Put(Path(Guid.CreateVersion7()), DisputeBody(change))).Expect(HttpStatusCode.Created);

    /// <summary>One step on a dispute as it is now; the body's own fields are added to what every command carries.</summary>
    internal static async Task<Reply> Act(HttpClient client, JsonNode dispute, string act, object? body = null)
    {
        var command = System.Text.Json.JsonSerializer.SerializeToNode(body ?? new { })!.AsObject();
        command.TryAdd("commandId", Guid.CreateVersion7());
        command.TryAdd("baseVersion", VersionOf(dispute));
        return await client.Post(Path(IdOf(dispute), act), command);
    }

    internal static async Task<JsonNode> GivenStep(HttpClient client, JsonNode dispute, string act, object? body = null) =>
        (await Act(client, dispute, act, body)).Expect(HttpStatusCode.OK);

    /// <summary>Accepted by the signed-in mediator, who hosts it; both parties were told by word of mouth.</summary>
    internal static async Task<JsonNode> GivenAcceptedDispute(HttpClient client, Action<JsonObject>? change = null) =>
        await GivenAcceptance(client, await GivenDispute(client, change));

    internal static async Task<JsonNode> GivenAcceptance(HttpClient client, JsonNode dispute)
    {
        var me = (await client.Get("/api/session")).Expect(HttpStatusCode.OK);
        var notices = PartiesOf(dispute).Select(id => new { partyId = id, form = "TakingPart" });
        return await GivenStep(client, dispute, "acceptance", new { hostId = (Guid)me["mediatorId"]!, assistantIds = Array.Empty<Guid>(), notices });
    }

    /// <summary>One session held, in which the parties came to an agreement by word of mouth.</summary>
    internal static async Task<JsonNode> GivenAgreedDispute(HttpClient client, Action<JsonObject>? change = null)
    {
        var accepted = await GivenAcceptedDispute(client, change);
        var heard = await GivenSession(client, accepted, "Agreed");
        var parties = PartiesOf(heard);
        var dueOn = DateOnly.ParseExact((string)heard["lastStepOn"]!, "yyyy-MM-dd", null).AddDays(14);
        var obligation = new { debtorId = parties[1], creditorId = parties[0], act = "疏通排水沟", amount = (decimal?)null, dueOn, continuing = false };
        return await GivenStep(client, heard, "agreement", new { form = "Oral", terms = "李试二疏通排水沟，双方不再争执。", obligations = new[] { obligation } });
    }

    internal static Task<JsonNode> GivenSession(HttpClient client, JsonNode dispute, string result) =>
        GivenStep(client, dispute, "sessions", new { place = "村委会", attendeeIds = PartiesOf(dispute), record = "双方到场陈述。", result });

    /// <summary>Sent up by the village; the town has not taken it over yet.</summary>
    internal static async Task<JsonNode> GivenEscalatedDispute(HttpClient client, Action<JsonObject>? change = null) =>
        await GivenStep(client, await GivenDispute(client, change), "escalation", new { reason = "PartyRequest", note = "当事人要求由镇里调解。" });

    internal static List<Guid> PartiesOf(JsonNode dispute) => [.. dispute["parties"]!.AsArray().Select(party => (Guid)party!["id"]!)];
}
