using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using static Mediation.Tests.Api.ApiTest;

namespace Mediation.Tests.Browser;

/// <summary>A journey at a desk in a centre; the matters on it are made over HTTP, as villages make them.</summary>
abstract class CentreTest : BrowserTest
{
    // Weeks go by in some of them, and people stay signed in.
    protected override Dictionary<string, string> Settings => new() { ["SignIn:IdleMinutes"] = "10000000" };

    protected async Task<CentreHand> Clerk(string user, string path, string language = "zh-CN") => await CentreHand.At(await NewDesktop(language), user, path);

    /// <summary>Registered by 海口村, under a name that no other test uses.</summary>
    protected async Task<JsonNode> GivenMatter(string subject, Action<JsonObject>? change = null) =>
        await GivenDispute(await App.SignIn("village"), body =>
        {
            body["subject"] = subject;
            body["receivedAt"] = App.Clock.GetUtcNow().AddMinutes(-30);
            body["deviceTime"] = App.Clock.GetUtcNow().AddMinutes(-20);
            body["parties"]![0]!["name"] = $"张{Guid.NewGuid():N}"[..8];
            body["parties"]![1]!["name"] = $"李{Guid.NewGuid():N}"[..8];
            change?.Invoke(body);
        });

    /// <summary>On its way to the town.</summary>
    protected async Task<JsonNode> GivenSentUp(string subject, string reason = "PartyRequest", Action<JsonObject>? change = null) =>
        await GivenStep(await App.SignIn("village"), await GivenMatter(subject, change), "escalation", new { reason, note = "请镇里办理。" });

    /// <summary>On the town's own desk.</summary>
    protected async Task<JsonNode> GivenAtTown(string subject, string reason = "PartyRequest", Action<JsonObject>? change = null) =>
        await Take("town", await GivenSentUp(subject, reason, change));

    protected async Task<JsonNode> Take(string user, JsonNode dispute)
    {
        var handover = dispute["handovers"]!.AsArray().Last(one => (string?)one!["state"] == "Pending")!["id"];
        return (await (await App.SignIn(user)).Post($"/api/handovers/{handover}/acceptance", new { commandId = Guid.NewGuid(), baseVersion = VersionOf(dispute) })).Expect(HttpStatusCode.OK);
    }

    protected async Task<JsonNode> Now(JsonNode dispute, string user = "village") =>
        (await (await App.SignIn(user)).Get($"/api/disputes/{IdOf(dispute)}")).Expect(HttpStatusCode.OK);

    protected static string FileOf(JsonNode dispute) => $"/centre/disputes/{IdOf(dispute)}";
}
