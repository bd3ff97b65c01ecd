using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Api;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Faults;

/// <summary>A server whose clock was wrong and is put back: the journal keeps its order, limits keep their days, and nobody is locked out or let in by it.</summary>
sealed class ClockSetBackTests(string kind) : ApiTest(kind)
{
    static readonly TimeSpan Back = TimeSpan.FromDays(2);

    protected override bool OwnServer => true;

    [Test]
    public async Task What_was_recorded_keeps_its_order_and_its_limits()
    {
        var village = await SignIn("village");
        var before = await Register(village);
        App.Clock.Advance(TimeSpan.FromMinutes(5));
        App.Clock.AdjustTime(App.Clock.GetUtcNow() - TimeSpan.FromHours(1));
        var accepted = await Accept(village, before);
        App.Clock.AdjustTime(App.Clock.GetUtcNow() - Back);
        var after = await Register(village);
        var id = (Guid)before["id"]!;
        var present = (await village.Get($"/api/disputes/{id}")).Expect(HttpStatusCode.OK);
        var journal = (await village.Get($"/api/disputes/{id}/journal")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        // A step of a day on which it was not yet accepted is a matter of the rules, and no failure.
        var step = await village.Post($"/api/disputes/{id}/failure", new { commandId = Guid.CreateVersion7(), baseVersion = accepted["version"]!, channels = new[] { "Suit" } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(journal.Select(row => (int)row!["sequence"]!), Is.Ordered.And.Unique);
            Assert.That((string?)present["dueOn"], Is.EqualTo((string?)accepted["dueOn"]), "limits are computed from what was recorded");
            Assert.That(step.Status, Is.AnyOf(HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), step.Text);
            foreach (var one in (Guid[])[id, (Guid)after["id"]!])
                Assert.That((bool?)(await village.Get($"/api/disputes/{one}/journal/verification"))["valid"], Is.True);
            Assert.That((bool?)(await (await SignIn("district")).Get("/api/reports/tallies/verification"))["matches"], Is.True);
        }
    }

    [Test]
    public async Task Who_is_signed_in_stays_so_with_a_ticket_of_the_present()
    {
        using var town = await App.SignInAnew("town");
        App.Clock.AdjustTime(App.Clock.GetUtcNow() - Back);

        using var renewed = await town.GetAsync("/api/session");
        App.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.That(renewed.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await town.Get("/api/session")).Status, Is.EqualTo(HttpStatusCode.Unauthorized), "half an hour is half an hour again");
    }

    [Test]
    public async Task A_lock_after_wrong_passwords_does_not_last_for_as_long_as_the_clock_was_wrong()
    {
        using var anonymous = App.Anonymous();
        for (var one = 0; one < 5; one++)
            (await anonymous.Post("/api/session", new { userName = "justice", password = "Wrong-2026" })).Expect(HttpStatusCode.Unauthorized);
        var right = new { userName = "justice", password = ApiServer.Password };
        Assert.That((await anonymous.Post("/api/session", right)).Status, Is.EqualTo(HttpStatusCode.Unauthorized), "locked");
        App.Clock.AdjustTime(App.Clock.GetUtcNow() - Back);

        Assert.That((await anonymous.Post("/api/session", right)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    static async Task<JsonNode> Register(HttpClient client) => (await client.Put($"/api/disputes/{Guid.CreateVersion7()}", Load.Body())).Expect(HttpStatusCode.Created);

    static async Task<JsonNode> Accept(HttpClient client, JsonNode dispute)
    {
        var host = (string?)(await client.Get($"/api/disputes/{dispute["id"]}/suggested-mediators"))["items"]![0]!["id"];
        var notices = dispute["parties"]!.AsArray().Select(party => new { partyId = (string?)party!["id"], form = "TakingPart" });
        return (await client.Post($"/api/disputes/{dispute["id"]}/acceptance", new { commandId = Guid.CreateVersion7(), baseVersion = dispute["version"]!, hostId = host, notices })).Expect(HttpStatusCode.OK);
    }
}
