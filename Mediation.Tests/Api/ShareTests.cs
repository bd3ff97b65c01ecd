using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>A published table loaded as disputes prints the shares that it was published with.</summary>
sealed class ShareTests(string kind) : ApiTest(kind)
{
    // It counts all rows.
    protected override bool OwnServer => true;

    /// <summary>In the manner of a district's yearly reply: 24 matters by type, with percentages half up to one decimal.</summary>
    static readonly (string Type, int Count, decimal Percent)[] Published =
    [
        ("Neighbor", 9, 37.5m), ("MarriageFamily", 7, 29.2m), ("DamageCompensation", 3, 12.5m), ("HousingHomestead", 2, 8.3m), ("ForestLand", 2, 8.3m), ("Other", 1, 4.2m),
    ];

    [OneTimeSetUp]
    public async Task Load_the_table()
    {
        var village = await SignIn("village");
        foreach (var (type, count, _) in Published)
            for (var i = 0; i < count; i++)
                await GivenDispute(village, b => (b["type"], b["occurredOn"], b["receivedAt"], b["deviceTime"]) = (type, "2025-12-31", "2026-01-02T02:00:00Z", null));
        // One voided, one just before and one just after the borders of the year in Shanghai.
        await GivenStep(await SignIn("village"), await GivenDispute(village, b => b["receivedAt"] = "2026-01-02T02:00:00Z"), "voiding", new { reason = "重复登记。" });
        await GivenDispute(village, b => (b["receivedAt"], b["occurredOn"], b["deviceTime"]) = ("2025-12-31T15:59:59.999Z", "2025-12-31", null));
        await GivenDispute(village, b => (b["receivedAt"], b["occurredOn"], b["deviceTime"]) = ("2026-10-31T16:00:00Z", "2026-10-31", null));
    }

    [Test]
    public async Task The_shares_by_type_are_those_that_were_published()
    {
        var page = await Shares("from=2026-01-01&to=2026-10-31&on=registered&by=type");

        Assert.That((int)page["total"]!, Is.EqualTo(24));
        Assert.That(Items(page), Is.EqualTo(Published.OrderByDescending(p => p.Count).Select(p => (p.Type, p.Count, p.Percent))));
    }

    [TestCase("on=occurred&from=2025-12-31&to=2025-12-31", 25)]
    [TestCase("on=occurred&from=2026-01-01&to=2026-12-31", 1)]
    [TestCase("on=registered&from=2025-12-31&to=2025-12-31", 1)]
    [TestCase("on=registered&from=2026-11-01&to=2026-11-01", 1)]
    [TestCase("on=registered&from=2025-12-31&to=2026-11-01&area=340803100204", 26)]
    [TestCase("on=registered&from=2025-12-31&to=2026-11-01&area=340803200000", 0)]
    public async Task The_days_are_those_of_Shanghai_and_the_area_is_the_place(string query, int total) =>
        Assert.That((int)(await Shares(query))["total"]!, Is.EqualTo(total));

    [TestCase("source", "PartyApplication")]
    [TestCase("tier", "Village")]
    [TestCase("outcome", "Open")]
    public async Task All_of_one_kind_are_a_hundred_percent(string by, string key) =>
        Assert.That(Items(await Shares($"from=2026-01-01&to=2026-10-31&by={by}")), Is.EqualTo(new[] { (key, 24, 100m) }));

    [Test]
    public async Task An_outcome_is_what_became_of_the_matter()
    {
        var village = await SignIn("village2");
        var settled = await GivenDispute(village, At2020);
        await GivenStep(village, settled, "settlement-on-the-spot", new { terms = "双方和解", performance = "Immediate" });
        await GivenAgreedDispute(village, At2020);
        var failed = await GivenSession(village, await GivenAcceptedDispute(village, At2020), "NotAgreed");
        await GivenStep(village, failed, "failure", new { channels = new[] { "Suit" } });

        Assert.That(
            Items(await Shares("from=2020-01-01&to=2020-12-31&by=outcome")),
            Is.EqualTo(new[] { ("Succeeded", 2, 66.7m), ("Failed", 1, 33.3m) }));
    }

    [TestCase("by=colour", "by")]
    [TestCase("on=1", "on")]
    [TestCase("from=2026-02-30", "from")]
    [TestCase("from=2026-02-02&to=2026-02-01", "to")]
    [TestCase("area=34080", "area")]
    public async Task What_makes_no_sense_is_refused_by_its_field(string query, string field)
    {
        var reply = await (await SignIn("district")).Get($"/api/reports/shares?{query}");

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest), reply.Text);
        Assert.That(reply["errors"]!.AsObject().Select(error => error.Key), Does.Contain(field));
    }

    [TestCase("village", Town)]
    [TestCase("sector", District)]
    public async Task An_area_out_of_scope_is_not_there(string user, string area) =>
        Assert.That((await (await SignIn(user)).Get($"/api/reports/shares?area={area}")).Status, Is.EqualTo(HttpStatusCode.NotFound));

    static void At2020(JsonObject body) => (body["areaCode"], body["receivedAt"], body["occurredOn"], body["deviceTime"]) = ("340803100205", "2020-05-05T02:00:00Z", "2020-05-04", null);

    async Task<JsonNode> Shares(string query) => (await (await SignIn("district")).Get($"/api/reports/shares?{query}")).Expect(HttpStatusCode.OK);

    static IEnumerable<(string, int, decimal)> Items(JsonNode page) =>
        page["items"]!.AsArray().Select(item => ((string)item!["key"]!, (int)item["count"]!, (decimal)item["percent"]!));
}
