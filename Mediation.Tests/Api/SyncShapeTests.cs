using System.Net;
using System.Text.Json.Nodes;
using Mediation.Core.Messaging;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Batches that do not fit are refused whole; entries that do not fit are answered one by one.</summary>
sealed class SyncShapeTests(string kind) : ApiTest(kind)
{
    const string Id = "019a0000-0000-7000-8000-00000000e001";

    [TestCase("""{ "commandId": "@", "kind": "Unheard" }""", "sync.unknown-kind")]
    [TestCase("""{ "commandId": "@" }""", "sync.unknown-kind")]
    [TestCase("""{ "commandId": "@", "kind": 5 }""", "json.invalid")]
    [TestCase("""{ "commandId": "@", "kind": "RevealFields", "body": { "fields": ["phone"], "reason": "x" } }""", "sync.unknown-kind")]
    [TestCase("""{ "commandId": "@", "kind": "CloseDispute", "disputeId": "nobody", "deviceTime": "2026-11-16T00:50:00Z" }""", "json.invalid")]
    [TestCase("""{ "commandId": "@", "kind": "CloseDispute", "deviceTime": "2026-11-16T00:50:00Z", "baseVersion": 1 }""", "validation")]
    [TestCase("""{ "commandId": "@", "kind": "CloseDispute", "disputeId": "#", "deviceTime": "yesterday" }""", "json.invalid")]
    [TestCase("""{ "commandId": "@", "kind": "CloseDispute", "disputeId": "#", "baseVersion": 1 }""", "validation")]
    [TestCase("""{ "commandId": "@", "kind": "CloseDispute", "disputeId": "#", "deviceTime": "2026-11-16T00:50:00Z" }""", "validation")]
    [TestCase("""{ "commandId": "@", "kind": "CloseDispute", "disputeId": "#", "deviceTime": "2026-11-16T00:50:00Z", "baseVersion": "1" }""", "json.invalid")]
    [TestCase("""{ "commandId": "@", "kind": "CloseDispute", "disputeId": "#", "deviceTime": "2026-11-16T00:50:00Z", "baseVersion": 1, "body": [] }""", "json.invalid")]
    [TestCase("""{ "commandId": "@", "kind": "CloseDispute", "disputeId": "#", "deviceTime": "2026-11-16T00:50:00Z", "baseVersion": 1, "body": { "note": "\ud800" } }""", "text.unpaired-surrogate")]
    [TestCase("""{ "commandId": "@", "kind": "CloseDispute", "disputeId": "#", "deviceTime": "2026-11-16T00:50:00Z", "baseVersion": 1, "body": { "note": "\u0007" } }""", "text.control-character")]
    [TestCase("""{ "commandId": "@", "kind": "CloseDispute", "disputeId": "#", "deviceTime": "2026-11-16T00:50:00Z", "baseVersion": 1, "ruleSet": "\u0007" }""", "validation")]
    [TestCase("""{ "commandId": "@", "kind": "HoldSession", "disputeId": "#", "deviceTime": "2026-11-16T00:50:00Z", "baseVersion": 1, "body": { "result": "Perhaps" } }""", "json.invalid")]
    [TestCase("""{ "commandId": "@", "kind": "HoldSession", "disputeId": "#", "deviceTime": "2026-11-16T00:50:00Z", "baseVersion": 1, "body": { "attendeeIds": [null] } }""", "body.null-item")]
    [TestCase("""{ "commandId": "@", "kind": "AcceptHandover", "disputeId": "#", "deviceTime": "2026-11-16T00:50:00Z", "baseVersion": 1 }""", "validation")]
    [TestCase("""{ "commandId": "@", "kind": "AttachFile", "disputeId": "#", "deviceTime": "2026-11-16T00:50:00Z", "baseVersion": 1, "body": {} }""", "validation")]
    public async Task An_entry_that_does_not_fit_is_refused_alone(string entry, string code)
    {
        var village = await SignIn("village");
        var tablet = await Tablet.Registered(village);
        var dispute = await GivenDispute(village);
        var good = Tablet.Registration(Guid.CreateVersion7(), DisputeBody());
        var body = $$"""
            { "deviceId": "{{tablet.Id}}", "sentAt": "2026-11-16T01:00:00Z", "entries": [
                {{entry.Replace("@", Id, StringComparison.Ordinal).Replace("#", IdOf(dispute).ToString(), StringComparison.Ordinal)}}, {{good.ToJsonString()}} ] }
            """;

        var answers = (await tablet.Call(HttpMethod.Post, "/api/sync/commands", body)).Expect(HttpStatusCode.OK)["answers"]!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((string?)answers[0]!["commandId"], (string?)answers[0]!["answer"], (string?)answers[0]!["code"]), Is.EqualTo((Id, "refused", code)), answers[0]!.ToJsonString());
            Assert.That(Tablet.Word(answers[1]!), Is.EqualTo("accepted"), answers[1]!.ToJsonString());
        }
    }

    [TestCase("""[]""", "json.invalid")]
    [TestCase("""{""", "json.invalid")]
    [TestCase("""{ "deviceId": "@", "sentAt": "2026-11-16T01:00:00Z" }""", "validation")]
    [TestCase("""{ "deviceId": "@", "entries": [] }""", "validation")]
    [TestCase("""{ "sentAt": "2026-11-16T01:00:00Z", "entries": [] }""", "validation")]
    [TestCase("""{ "deviceId": "@", "sentAt": "2026-11-16T01:00:00Z", "pending": -1, "entries": [] }""", "validation")]
    [TestCase("""{ "deviceId": "@", "sentAt": "2026-11-16T01:00:00Z", "entries": {} }""", "json.invalid")]
    [TestCase("""{ "deviceId": "@", "sentAt": "2026-11-16T01:00:00Z", "entries": [5] }""", "entry.no-id")]
    [TestCase("""{ "deviceId": "@", "sentAt": "2026-11-16T01:00:00Z", "entries": [{ "kind": "CloseDispute" }] }""", "entry.no-id")]
    [TestCase("""{ "deviceId": "@", "sentAt": "2026-11-16T01:00:00Z", "entries": [{ "commandId": "00000000-0000-0000-0000-000000000000" }] }""", "entry.no-id")]
    [TestCase("""{ "deviceId": "@", "sentAt": "2026-11-16T01:00:00Z", "entries": [], "entries": [] }""", "json.invalid")]
    public async Task A_batch_that_does_not_fit_is_refused_whole(string body, string code)
    {
        var tablet = await Tablet.Registered(await SignIn("village"));

        var reply = await tablet.Call(HttpMethod.Post, "/api/sync/commands", body.Replace("@", tablet.Id.ToString(), StringComparison.Ordinal));

        Assert.That((reply.Status, reply.Code), Is.EqualTo((HttpStatusCode.BadRequest, code)), reply.Text);
    }

    [Test]
    public async Task A_batch_has_limits_and_needs_a_person_and_our_own_client()
    {
        var village = await SignIn("village");
        var tablet = await Tablet.Registered(village);
        JsonNode[] Many(int count) => [.. Enumerable.Range(0, count).Select(_ => Tablet.Entry("CloseDispute", Guid.CreateVersion7(), new { }, 1))];
        using var bare = new HttpClient { BaseAddress = App.Address };

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await tablet.Answers(Many(100))).Select(Tablet.Word), Is.All.EqualTo("refused"));
            Assert.That((await tablet.Send(Many(101)))["errors"]!["entries"], Is.Not.Null);
            Assert.That((await tablet.Send(Tablet.Entry("CloseDispute", null, new { note = new string('长', 400_000) }))).Status, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
            Assert.That((await new Tablet(App.Anonymous(), tablet.Id).Send()).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That((await new Tablet(bare, tablet.Id).Send()).Code, Is.EqualTo("csrf.missing"));
            Assert.That((await tablet.Answers()), Is.Empty, "an empty batch tells what waits");
        }
    }

    [Test]
    public void Every_kind_is_the_name_of_an_endpoint()
    {
        var named = App.Services.GetRequiredService<EndpointDataSource>().Endpoints.Select(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName);

        Assert.That(CommandKinds.All.Keys.Except(named), Is.Empty);
        Assert.That(CommandKinds.All.Keys, Is.SupersetOf(new[] { "RegisterDispute", "HoldSession", "AcceptHandover", "RefuseHandover", "AttachFile", "SettleOnTheSpot" }));
    }
}
