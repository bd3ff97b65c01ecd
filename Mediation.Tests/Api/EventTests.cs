using System.Net;
using Mediation.Core.Data;
using Mediation.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Live changes: what may be seen, after it is on disk, without content, as long as the session lasts.</summary>
sealed class EventTests(string kind) : ApiTest(kind)
{
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Ping = TimeSpan.FromSeconds(20);

    // It moves the clock for pings.
    protected override bool OwnServer => true;

    [Test]
    public async Task A_town_hears_of_its_village_s_matter_and_another_town_does_not()
    {
        using var town = await Listen("town");
        using var stranger = await Listen("town2");
        var village = await SignIn("village");

        var dispute = await GivenDispute(village);
        var heard = await town.Next(Soon);
        (await village.Post($"/api/disputes/{IdOf(dispute)}/escalation", new { commandId = Guid.NewGuid(), baseVersion = 77, reason = "PartyRequest" })).Expect(HttpStatusCode.Conflict);
        await GivenStep(village, dispute, "escalation", new { reason = "PartyRequest" });
        var again = await town.Next(Soon);
        App.Clock.Advance(Ping);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((heard.Kind, (Guid?)heard.Data["disputeId"]), Is.EqualTo(("change", (Guid?)IdOf(dispute))));
            Assert.That(heard.Data.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "disputeId", "at" }));
            Assert.That((again.Kind, (Guid?)again.Data["disputeId"]), Is.EqualTo(("change", (Guid?)IdOf(dispute))), "A refused command is no change.");
            Assert.That((await stranger.Next(Soon)).Kind, Is.EqualTo("ping"));
        }
    }

    [Test]
    public async Task A_sector_committee_hears_of_what_concerns_it()
    {
        using var sector = await Listen("sector");
        var village = await SignIn("village");
        await GivenDispute(village);
        App.Clock.Advance(Ping);

        Assert.That((await sector.Next(Soon)).Kind, Is.EqualTo("ping"));
    }

    [Test]
    public async Task The_stream_ends_with_the_session()
    {
        var client = await App.SignInAnew("village2");
        using var stream = await EventReader.Of(client);
        Assert.That((await stream.Next(Soon)).Kind, Is.EqualTo("ping"));
        (await client.Post("/api/session/password", new { current = ApiServer.Password, @new = "Another-2026" })).Expect(HttpStatusCode.OK);
        App.Clock.Advance(Ping);

        Assert.That((await stream.Next(Soon)).Kind, Is.Null);
    }

    [Test]
    public async Task Listening_keeps_nobody_signed_in()
    {
        var client = await App.SignInAnew("justice");
        App.Clock.Advance(TimeSpan.FromMinutes(20));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/events");
        using var listening = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var renewed = await client.GetAsync("/api/session");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(listening.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(listening.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/event-stream"));
            Assert.That(listening.Headers.Contains("Set-Cookie"), Is.False);
            Assert.That(renewed.Headers.Contains("Set-Cookie"), Is.True, "An ordinary request at this time does renew.");
        }
    }

    [Test]
    public async Task Who_reads_too_slowly_is_told_that_something_was_missed()
    {
        var watch = App.Services.GetRequiredService<IDatabase>().Changes.Watch(_ => true);
        var village = await SignIn("village");
        for (var one = 0; one < 70; one++)
            await GivenDispute(village);
        var read = 0;
        while (watch.Changed.TryRead(out _))
            read++;

        Assert.That((read, watch.TakeMissed(), watch.TakeMissed()), Is.EqualTo((64, true, false)));
        watch.Dispose();
        Assert.That(await watch.Changed.WaitToReadAsync(), Is.False);
    }

    [Test]
    public async Task A_service_that_stops_does_not_wait_for_listeners()
    {
        var server = await ApiServer.Start(Kind, []);
        using var stream = await EventReader.Of(await server.SignIn("town"));
        Assert.That((await stream.Next(Soon)).Kind, Is.EqualTo("ping"));
        var begun = System.Diagnostics.Stopwatch.GetTimestamp();
        await server.DisposeAsync();

        Assert.That(System.Diagnostics.Stopwatch.GetElapsedTime(begun), Is.LessThan(TimeSpan.FromSeconds(15)));
        Assert.That((await stream.Next(Soon)).Kind, Is.Null);
    }

    [Test]
    public async Task Nobody_listens_without_the_right_to_read()
    {
        using var anonymous = App.Anonymous();

        Assert.That((await anonymous.Get("/api/events")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await (await SignIn("auditor")).Get("/api/events")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    async Task<EventReader> Listen(string user)
    {
        var events = await EventReader.Of(await SignIn(user));
        Assert.That((await events.Next(Soon)).Kind, Is.EqualTo("ping"));
        return events;
    }
}
