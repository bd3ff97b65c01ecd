using System.Net;
using System.Text.Json.Nodes;
using Mediation.Api.Seeding;
using Mediation.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Versions of the routing rules: tried, taken for a day to come, and never changed once they are in force.</summary>
sealed class RuleSetTests(string kind) : ApiTest(kind)
{
    // Rules are everybody's.
    protected override bool OwnServer => true;

    protected override Dictionary<string, string> Settings => new() { ["SignIn:IdleMinutes"] = "10000000" };

    [Test, Order(1)]
    public async Task A_draft_is_checked_without_being_taken()
    {
        var admin = await SignIn("admin");
        var draft = await Draft("2026-12-01");
        var good = await admin.Put("/api/rule-sets/2026.9?check=true", draft);
        draft["rules"]!.AsArray().Add(new JsonObject { ["id"] = "odd", ["when"] = new JsonObject { ["minMoon"] = 1 }, ["tier"] = "Town" });
        var bad = await admin.Put("/api/rule-sets/2026.9?check=true", draft);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((good.Status, (string?)good["state"]), Is.EqualTo((HttpStatusCode.OK, "Future")), good.Text);
            Assert.That((bad.Status, bad.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "rule-set.invalid")), bad.Text);
            Assert.That((string?)bad["title"], Does.Contain("odd"));
            Assert.That((await Versions(admin)).Select(version => (string?)version["version"]), Does.Not.Contain("2026.9"));
        }
    }

    [Test, Order(2)]
    public async Task A_version_comes_into_force_on_its_day_and_is_history_from_then_on()
    {
        var (admin, village) = (await SignIn("admin"), await SignIn("village"));
        var draft = await Draft("2026-11-20", minimumForTown: 4);
        (await admin.Put("/api/rule-sets/2026.8", draft)).Expect(HttpStatusCode.Created);
        (await admin.Put("/api/rule-sets/2026.8", draft.DeepClone())).Expect(HttpStatusCode.OK);
        var (before, seen) = (await TierOf(village), await InForce(village));
        (await admin.Put("/api/rule-sets/2026.8", await Draft("2026-11-20", minimumForTown: 3))).Expect(HttpStatusCode.OK);
        await App.Services.GetRequiredService<SeedRun>().Start(default);
        App.Clock.Advance(TimeSpan.FromDays(5));
        var (after, now) = (await TierOf(village), await InForce(village));
        var again = await admin.Put("/api/rule-sets/2026.8", await Draft("2026-12-20"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((before, after), Is.EqualTo(("Village", "Town")));
            Assert.That((seen, now), Is.EqualTo(("2026.1", "2026.8")));
            Assert.That((again.Status, again.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "rule-set.in-force")));
            Assert.That((await Versions(admin)).ToDictionary(version => (string)version["version"]!, version => (string)version["state"]!),
                Is.EqualTo(new Dictionary<string, string> { ["2026.1"] = "Past", ["2026.8"] = "InForce" }));
        }
    }

    [Test, Order(3)]
    public async Task Not_for_the_past_not_on_another_s_day_and_not_by_everybody()
    {
        var admin = await SignIn("admin");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await admin.Put("/api/rule-sets/2026.0", await Draft("2026-01-01"))).Code, Is.EqualTo("rule-set.in-the-past"));
            Assert.That((await admin.Put("/api/rule-sets/2026.7", await Draft("2026-11-20"))).Code, Is.EqualTo("rule-set.in-the-past").Or.EqualTo("rule-set.invalid"));
            Assert.That((await admin.Put("/api/rule-sets/a%20b", await Draft("2027-01-01"))).Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That((await (await SignIn("town")).Put("/api/rule-sets/2027.1", await Draft("2027-01-01"))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await admin.Get("/api/rule-sets/nothing")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }

    [Test, Order(4)]
    public async Task Facts_are_tried_against_the_rules_in_force_a_version_or_a_draft()
    {
        var admin = await SignIn("admin");
        var facts = new JsonObject { ["type"] = "Neighbor", ["areaCode"] = Village, ["risks"] = new JsonArray("Weapon"), ["peopleInvolved"] = 8 };
        var inForce = (await admin.Post("/api/rule-sets/try", facts)).Expect(HttpStatusCode.OK);
        facts["version"] = "2026.1";
        var first = (await admin.Post("/api/rule-sets/try", facts)).Expect(HttpStatusCode.OK);
        facts.Remove("version");
        facts["ruleSet"] = await Draft("2030-01-01", minimumForTown: 8);
        var draft = (await admin.Post("/api/rule-sets/try", facts)).Expect(HttpStatusCode.OK);
        facts["version"] = "2026.1";
        var both = await admin.Post("/api/rule-sets/try", facts);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)inForce["riskLevel"], Is.EqualTo("Red"));
            Assert.That((string?)first["ruleSetVersion"], Is.EqualTo("2026.1"));
            Assert.That(draft["reasons"]!.AsArray().Select(reason => (string?)reason!["rule"]), Does.Contain("people-town"));
            Assert.That(first["reasons"]!.AsArray().Select(reason => (string?)reason!["rule"]), Does.Not.Contain("people-town"));
            Assert.That(both.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        }
    }

    static async Task<JsonObject> Draft(string effectiveFrom, int minimumForTown = 10)
    {
        var draft = JsonNode.Parse(await SeedFolder.Text("routing-rules.json", default))!["versions"]![0]!.DeepClone().AsObject();
        draft.Remove("version");
        draft["effectiveFrom"] = effectiveFrom;
        draft["rules"]!.AsArray().Single(rule => (string?)rule!["id"] == "people-town")!["when"]!["minPeople"] = minimumForTown;
        return draft;
    }

    static async Task<IEnumerable<JsonNode>> Versions(HttpClient client) =>
        (await client.Get("/api/rule-sets")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(version => version!);

    static async Task<string?> InForce(HttpClient client) => (string?)(await client.Get("/api/reference")).Expect(HttpStatusCode.OK)["ruleSet"]!["version"];

    /// <summary>Where a matter of three people belongs today.</summary>
    static async Task<string?> TierOf(HttpClient client) => (string?)(await client.Post("/api/disputes/routing-preview", new
    {
        type = "Neighbor", areaCode = Village, risks = Array.Empty<string>(), peopleInvolved = 3, parties = new[] { new { side = "Applicant", kind = "Person", name = "甲" } },
    })).Expect(HttpStatusCode.OK)["routing"]!["tier"];
}
