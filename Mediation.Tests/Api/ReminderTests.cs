using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Reminders fall for the desk that holds the matter, when work begins, soonest end first.</summary>
sealed class ReminderTests(string kind) : ApiTest(kind)
{
    protected override bool OwnServer => true;

    [Test]
    public async Task A_desk_is_reminded_at_the_yellow_point_when_work_begins_and_pages_go_on_where_they_ended()
    {
        var village = await SignIn("village");
        // Three working days to Thursday the 19th; the third is the yellow point, and its working day before is the 18th.
        var first = await GivenDispute(village);
        var second = await GivenDispute(village);
        var labour = await GivenDispute(village, body => body["type"] = "OtherLabor");
        App.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 18, 0, 29, 0, TimeSpan.Zero));
        Assert.That(await Reminded("village"), Is.Empty, "one minute to half past eight");

        App.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 18, 0, 30, 0, TimeSpan.Zero));
        var reminded = await Reminded("village");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reminded.Select(r => ((Guid)r["disputeId"]!, (string?)r["clock"], (string?)r["dueOn"], (bool)r["over"]!)), Is.EquivalentTo(
                new[] { first, second, labour }.Select(d => (IdOf(d), (string?)"Matter", (string?)"2026-11-19", false))));
            Assert.That(await Reminded("village2"), Is.Empty);
            Assert.That(await Reminded("town"), Is.Empty, "the town holds none of them");
        }

        // Fifteen days in labour end on 1 December; ten and a half of them are used on the 27th.
        App.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 27, 1, 0, 0, TimeSpan.Zero));
        var client = await App.SignInAnew("village");
        var whole = (await client.Get("/api/reminders")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(Text).ToList();
        var pages = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await client.Get($"/api/reminders?under={Village}&limit=1{(cursor.Length == 0 ? "" : $"&cursor={cursor}")}")).Expect(HttpStatusCode.OK);
            pages.AddRange(page["items"]!.AsArray().Select(Text));
            cursor = (string?)page["next"];
        }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(whole, Has.Count.EqualTo(4));
            Assert.That(whole[^1], Does.Contain("LabourMediation").And.Contain("2026-12-01"), "soonest end first; what is over stays as long as it is a duty");
            Assert.That(pages, Is.EqualTo(whole));
        }

        // Done is done: the village's reminder goes with the acceptance.
        await GivenAcceptance(client, first);
        Assert.That((await Reminded("village")).Select(r => (Guid)r["disputeId"]!), Does.Not.Contain(IdOf(first)));
    }

    async Task<IReadOnlyList<JsonNode>> Reminded(string user) =>
        [.. (await (await App.SignInAnew(user)).Get("/api/reminders")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(item => item!)];

    static string Text(JsonNode? item) => item!.ToJsonString();
}
