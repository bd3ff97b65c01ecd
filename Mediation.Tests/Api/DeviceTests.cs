using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Tablets: whose they are, when they were last heard of, and how a lost one is shut out.</summary>
sealed class DeviceTests(string kind) : ApiTest(kind)
{
    // It moves the clock.
    protected override bool OwnServer => true;

    [Test]
    public async Task A_tablet_is_registered_once_and_serves_several_people()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var tablet = await Tablet.Registered(village);
        var again = (await tablet.Register("BestEffort")).Expect(HttpStatusCode.OK);
        await Tablet.Registered(town, tablet.Id);

        var device = await Seen("town", tablet);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)again["storage"], Is.EqualTo("BestEffort"));
            Assert.That((string?)device["organisationName"], Is.EqualTo("海口村人民调解委员会"), "it stays whose it was first");
            Assert.That(device["accounts"]!.AsArray(), Has.Count.EqualTo(2));
            Assert.That(((bool?)device["silent"], (int?)device["silentDays"], (int?)device["pending"]), Is.EqualTo((false, 0, 0)));
            Assert.That(await Lists("district", tablet) && await Lists("admin", tablet), Is.True);
            Assert.That(await Lists("town2", tablet), Is.False);
            Assert.That((await village.Get("/api/devices")).Json["items"]?.AsArray().Count ?? 0, Is.GreaterThanOrEqualTo(0));
            Assert.That((await (await SignIn("justice")).Get("/api/devices")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await town.Get("/api/devices?under=340803200000")).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await new Tablet(await SignIn("town2"), tablet.Id).Register()).Code, Is.EqualTo("id.taken"));
        }
    }

    [Test]
    public async Task A_tablet_that_is_silent_for_days_is_told_of_until_it_calls_again()
    {
        var village = await SignIn("village");
        var tablet = await Tablet.Registered(village);
        App.Clock.Advance(TimeSpan.FromDays(3));
        village = await App.SignInAnew("village");
        Assert.That(await Silence(tablet), Is.EqualTo((true, 3)));

        (await new Tablet(village, tablet.Id).Call(HttpMethod.Get, "/api/session")).Expect(HttpStatusCode.OK);

        for (var i = 0; i < 100 && (await Silence(tablet)).Silent == true; i++)
            await Task.Delay(20);
        Assert.That(await Silence(tablet), Is.EqualTo((false, 0)), "any call counts");
        Assert.That((await new Tablet(village, tablet.Id).Call(HttpMethod.Get, "/api/reference")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_revoked_tablet_is_shut_out_and_may_still_leave_its_unsent_work()
    {
        var (village, town) = (await App.SignInAnew("village"), await App.SignInAnew("town"));
        var tablet = await Tablet.Registered(village);
        var revocation = new { commandId = Guid.CreateVersion7(), reason = "在集市上丢失" };
        var path = $"/api/devices/{tablet.Id}/revocation";
        Assert.That((await (await App.SignInAnew("town2")).Post(path, revocation)).Status, Is.EqualTo(HttpStatusCode.NotFound));

        var revoked = (await town.Post(path, revocation)).Expect(HttpStatusCode.OK);
        var again = (await town.Post(path, revocation)).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)revoked["revokedReason"], Is.EqualTo("在集市上丢失"));
            Assert.That((DateTimeOffset?)again["revokedAt"], Is.EqualTo((DateTimeOffset?)revoked["revokedAt"]));
            foreach (var reply in (Reply[])[await tablet.Send(), await tablet.Pull(), await tablet.Register(), await new Tablet(town, tablet.Id).Pull()])
                Assert.That((reply.Status, reply.Code), Is.EqualTo((HttpStatusCode.Forbidden, "device.revoked")), reply.Text);
            Assert.That((await tablet.Call(HttpMethod.Get, "/api/sync/export-key")).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await village.Get("/api/disputes")).Status, Is.EqualTo(HttpStatusCode.OK), "the person is not shut out");
        }
    }

    [Test]
    public async Task An_unknown_tablet_is_told_so_and_a_header_must_be_an_id()
    {
        var (village, town) = (await App.SignInAnew("village"), await App.SignInAnew("town"));
        var stranger = new Tablet(village, Guid.CreateVersion7());
        var others = new Tablet(town, (await Tablet.Registered(village)).Id);
        using var odd = new HttpRequestMessage(HttpMethod.Get, "/api/session") { Headers = { { "X-Device", "tablet-1" } } };

        using (Assert.EnterMultipleScope())
        {
            foreach (var reply in (Reply[])[await stranger.Send(), await stranger.Pull(), await others.Pull()])
                Assert.That((reply.Status, reply.Code), Is.EqualTo((HttpStatusCode.NotFound, "device.unknown")), reply.Text);
            Assert.That((await Reply.Of(await village.SendAsync(odd))).Code, Is.EqualTo("device.header"));
        }
    }

    async Task<(bool? Silent, int? Days)> Silence(Tablet tablet) => await Seen("town", tablet) is var device ? ((bool?)device["silent"], (int?)device["silentDays"]) : default;

    async Task<JsonNode> Seen(string user, Tablet tablet) => (await List(user)).Single(device => (Guid)device!["id"]! == tablet.Id)!;

    async Task<bool> Lists(string user, Tablet tablet) => (await List(user)).Any(device => (Guid)device!["id"]! == tablet.Id);

    async Task<JsonArray> List(string user) => (await (await App.SignInAnew(user)).Get("/api/devices?limit=200")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
}
