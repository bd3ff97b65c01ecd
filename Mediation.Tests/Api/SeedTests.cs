using System.Net;
using System.Text.Json.Nodes;
using Mediation.Api.Seeding;
using Mediation.Core.Domain.Disputes;
using Mediation.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>A development database with everything in it, as a fresh clone starts.</summary>
sealed class SeedTests(string kind) : ApiTest(kind)
{
    static readonly string[] DemoUsers = ["village", "village2", "town", "town2", "district", "sector", "auditor", "admin", "justice"];

    protected override bool OwnServer => true;

    protected override Dictionary<string, string> Settings => new() { ["MEDIATION_SEED"] = "all" };

    [Test]
    public async Task Every_story_ended_as_it_was_told()
    {
        var told = await SeedFolder.List<DisputeSeed>("disputes.json", default);
        var ledger = (await Ledger("")).ToDictionary(IdOf);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(told, Has.Count.InRange(240, 280));
            Assert.That(ledger, Has.Count.EqualTo(told.Count));
            Assert.That(told.Select(seed => seed.Type).Distinct(), Is.EquivalentTo(Enum.GetValues<DisputeType>()));
            Assert.That(told.Select(seed => seed.Story).Distinct(), Is.EquivalentTo(Enum.GetValues<StoryKind>()));
            foreach (var seed in told)
                Assert.That((string?)ledger[seed.Id]["status"], Is.AnyOf(Endings(seed.Story)), $"{seed.Id} {seed.Story}");
        }
    }

    [Test]
    public async Task Every_history_is_whole_and_names_its_authors()
    {
        var auditor = await SignIn("auditor");
        var district = await SignIn("district");
        foreach (var id in (await Ledger("")).Select(IdOf))
        {
            var verification = (await auditor.Get(Path(id, "journal/verification"))).Expect(HttpStatusCode.OK);
            Assert.That((bool)verification["valid"]!, id.ToString());
            var lines = (await district.Get(Path(id, "journal"))).Expect(HttpStatusCode.OK)["items"]!.AsArray();
            Assert.That(lines.Select(line => (string?)line!["actorName"]), Has.All.Not.Empty, id.ToString());
            Assert.That(lines.Select(line => (DateTimeOffset)line!["serverTime"]!), Is.Ordered.And.All.LessThan(App.Clock.GetUtcNow()));
        }
    }

    [TestCase("340803100204", "village")]
    [TestCase("340803100205", "village")]
    [TestCase("340803100000", "town")]
    public async Task The_demo_places_begin_the_month_with_an_empty_column(string area, string column)
    {
        var client = await SignIn("district");
        var report = (await client.Get($"/api/reports/monthly/2026-11?area={area}")).Expect(HttpStatusCode.OK);
        var seeded = (await Ledger($"&under={area}")).Where(item => area != Town || (string?)item["areaCode"] == area).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report["rows"]!.AsArray().Select(row => (decimal)row!["values"]![column]!), Is.All.Zero);
            Assert.That(seeded, Is.Not.Empty);
            Assert.That(seeded.Select(item => (string?)item["closedOn"]), Is.All.LessThan("2026-11-01").And.All.Not.Null);
        }
    }

    [TestCase("2026-01")]
    [TestCase("2026-10")]
    [TestCase("2026-11")]
    public async Task The_months_pass_their_own_checks(string month)
    {
        var report = (await (await SignIn("district")).Get($"/api/reports/monthly/{month}?area={District}")).Expect(HttpStatusCode.OK);

        Assert.That((decimal)report["rows"]![0]!["values"]!["subtotal"]!, Is.Positive);
        Assert.That(report["checks"]!.AsArray().Where(check => !(bool)check!["passed"]!).Select(check => check!.ToJsonString()), Is.Empty);
    }

    [Test]
    public async Task The_demo_accounts_can_sign_in_and_their_colleagues_cannot()
    {
        foreach (var user in DemoUsers)
            Assert.That((await Try(user)).Status, Is.EqualTo(HttpStatusCode.OK), user);
        Assert.That((await Try("样例-海口镇")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_second_start_seeds_nothing()
    {
        var before = (await Ledger("")).Select(item => item.ToJsonString()).ToList();
        await App.Services.GetRequiredService<SeedRun>().Start(default);

        Assert.That((await Ledger("")).Select(item => item.ToJsonString()), Is.EqualTo(before));
    }

    Task<Reply> Try(string userName) => App.Anonymous().Post("/api/session", new { userName, password = ApiServer.Password });

    async Task<List<JsonNode>> Ledger(string filter)
    {
        var client = await SignIn("district");
        var items = new List<JsonNode>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await client.Get($"/api/disputes?limit=200{filter}{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}")).Expect(HttpStatusCode.OK);
            items.AddRange(page["items"]!.AsArray().Select(item => item!.DeepClone()));
            cursor = (string?)page["next"];
        }
        return items;
    }

    static string[] Endings(StoryKind story) => story switch
    {
        StoryKind.Voided => ["Voided"],
        StoryKind.Merged => ["Merged"],
        StoryKind.Registered => ["Registered"],
        StoryKind.PendingUp => ["HandoverPending"],
        StoryKind.Open or StoryKind.RefusedUp => ["InMediation"],
        StoryKind.Suspended => ["Suspended"],
        StoryKind.WrittenPerforming => ["Agreed", "Performing"],
        StoryKind.Reopened => ["InMediation", "Closed"],
        _ => ["Closed"],
    };
}
