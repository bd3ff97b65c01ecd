using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Campaigns, their rounds, who owes a return and who was reminded of it (domain 5.1).</summary>
sealed class CampaignTests(string kind) : ApiTest(kind)
{
    // It counts what a whole district owes.
    protected override bool OwnServer => true;

    [Test]
    public async Task The_usual_round_is_missing_after_its_grace_is_chased_and_comes_late()
    {
        var (village, town) = (await SignIn("village2"), await SignIn("town"));
        var own = (await village.Get("/api/session")).Json;
        var missing = (await Rounds(town, "under=340803100205")).Single(r => (string?)r["from"] == "2026-10-01");
        var reminded = (await town.Post("/api/screening-rounds/chases", Chase(own))).Expect(HttpStatusCode.OK);
        var seen = (await Rounds(village)).Single(r => (string?)r["from"] == "2026-10-01");
        (await village.Put($"/api/screening-returns/{Guid.NewGuid()}", new { from = "2026-10-01", to = "2026-10-31", found = 0, households = 120, grids = 4, workers = 6 }))
            .Expect(HttpStatusCode.Created);
        var filed = (await Rounds(village)).Single(r => (string?)r["from"] == "2026-10-01");
        var again = await town.Post("/api/screening-rounds/chases", Chase(own));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((string?)missing["state"], (string?)missing["dueOn"]), Is.EqualTo(("Missing", "2026-11-03")));
            Assert.That(Words(missing["can"]), Is.EquivalentTo(["FileScreeningReturn", "ChaseRound"]));
            Assert.That((string?)reminded["chases"]![0]!["note"], Is.EqualTo("请于今日报送。"));
            Assert.That(((string?)seen["chases"]![0]!["by"], Words(seen["can"]).Single()), Is.EqualTo(("龙桂香", "FileScreeningReturn")));
            Assert.That(((string?)filed["state"], (int)filed["found"]!), Is.EqualTo(("FiledLate", 0)));
            Assert.That((again.Status, again.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "round.filed")));
        }
    }

    [Test]
    public async Task A_campaign_has_rounds_of_its_own_and_counts_once_for_its_launcher()
    {
        var (district, town, village) = (await SignIn("district"), await SignIn("town"), await SignIn("village"));
        var id = Guid.NewGuid();
        var before = await Row52(district, District);
        var launched = (await district.Put($"/api/screening-campaigns/{id}", Campaign())).Expect(HttpStatusCode.Created);
        var replay = (await district.Put($"/api/screening-campaigns/{id}", Campaign())).Expect(HttpStatusCode.OK);
        var ofTown = (await town.Put($"/api/screening-campaigns/{Guid.NewGuid()}", Campaign(area: Town))).Expect(HttpStatusCode.Created);
        var rounds = (await Rounds(village, $"campaign={id}")).ToList();
        var wrong = await village.Put($"/api/screening-returns/{Guid.NewGuid()}", Return(id, "2026-11-10", "2026-11-16"));
        var filed = (await village.Put($"/api/screening-returns/{Guid.NewGuid()}", Return(id, "2026-11-09", "2026-11-15"))).Expect(HttpStatusCode.Created);
        var (whole, below) = (await Row52(district, District), await Row52(town, Town));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(JsonNode.DeepEquals(launched, replay));
            Assert.That(Words(launched["can"]), Is.EqualTo(["EndCampaign"]));
            Assert.That((string?)ofTown["areaName"], Is.EqualTo("海口镇"));
            Assert.That(rounds.Select(r => ((string?)r["from"], (string?)r["state"])), Is.EqualTo(new[] { ("2026-11-09", "Due"), ("2026-11-16", "Due") }));
            Assert.That((wrong.Status, wrong.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "screening.no-such-round")));
            Assert.That(((string?)filed["kind"], (string?)filed["campaign"]!["name"], (bool)filed["late"]!), Is.EqualTo(("Campaign", "春节前集中排查", false)));
            Assert.That((whole[0] - before[0], whole[1] - before[1], whole[3] - before[3]), Is.EqualTo((1, 1, 2)));
            Assert.That((below[0], below[1]), Is.EqualTo((0, 1)));
        }
    }

    [Test]
    public async Task A_campaign_that_is_called_off_counts_nowhere()
    {
        var town = await SignIn("town2");
        var id = Guid.NewGuid();
        (await town.Put($"/api/screening-campaigns/{id}", Campaign(from: "2026-12-01", to: "2026-12-31", area: null))).Expect(HttpStatusCode.Created);
        var strange = await (await SignIn("district")).Post($"/api/screening-campaigns/{id}/end", End("2026-11-30"));
        var late = await town.Post($"/api/screening-campaigns/{id}/end", End("2027-01-05"));
        var body = End("2026-11-30");
        var off = (await town.Post($"/api/screening-campaigns/{id}/end", body)).Expect(HttpStatusCode.OK);
        var replay = (await town.Post($"/api/screening-campaigns/{id}/end", body)).Expect(HttpStatusCode.OK);
        var report = (await town.Get("/api/reports/monthly/2026-12")).Expect(HttpStatusCode.OK)["rows"]!.AsArray().Last()!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((strange.Code, late.Code), Is.EqualTo(("campaign.other-office", "campaign.end-outside")));
            Assert.That((string?)off["endedOn"], Is.EqualTo("2026-11-30"));
            Assert.That(JsonNode.DeepEquals(off, replay));
            Assert.That((decimal)report["values"]!["subtotal"]!, Is.Zero);
        }
    }

    [Test]
    public async Task A_district_counts_its_rounds_by_town_page_by_page()
    {
        var district = await SignIn("district");
        var first = (await district.Get("/api/screening-rounds?from=2026-09-05&to=2026-09-30&limit=10&state=Missing")).Expect(HttpStatusCode.OK);
        var second = (await district.Get($"/api/screening-rounds?from=2026-09-05&to=2026-09-30&limit=10&state=Missing&cursor={(string)first["next"]!}")).Expect(HttpStatusCode.OK);
        var towns = first["towns"]!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(i => (string?)i!["organisation"]!["id"]).Distinct().Count(), Is.EqualTo(20));
            Assert.That(towns.Sum(t => (int)t!["counts"]!["missing"]!), Is.EqualTo((int)first["counts"]!["missing"]!).And.GreaterThan(50));
            Assert.That((await district.Get("/api/screening-rounds?under=340803100000&from=2026-10-02&to=2026-10-01")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That((await district.Get("/api/screening-rounds?from=0001-01-01&to=0001-01-02")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That((await district.Get("/api/screening-rounds?to=9999-12-31")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That((await (await SignIn("town2")).Get($"/api/screening-rounds?under={Village}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await (await SignIn("sector")).Get("/api/screening-rounds")).Expect(HttpStatusCode.OK)["items"]!.AsArray(), Is.Empty);
        }
    }

    [TestCase("kind", "Regular")]
    [TestCase("kind", null)]
    [TestCase("name", "")]
    [TestCase("from", "2026-01-01")]
    [TestCase("from", "9999-12-01")]
    [TestCase("to", "2026-11-01")]
    [TestCase("to", "2028-11-01")]
    [TestCase("areaCode", "340000000000")]
    public async Task What_makes_no_campaign_is_refused_by_its_field(string field, string? value)
    {
        var body = Campaign();
        body[field] = value;
        var reply = await (await SignIn("district")).Put($"/api/screening-campaigns/{Guid.NewGuid()}", body);

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest), reply.Text);
        Assert.That(reply["errors"]!.AsObject().Select(error => error.Key), Does.Contain(field));
    }

    static JsonObject Campaign(string from = "2026-11-09", string to = "2026-11-22", string? area = District) => new()
    {
        ["name"] = "春节前集中排查", ["kind"] = "Campaign", ["from"] = from, ["to"] = to, ["areaCode"] = area, ["cadence"] = "Week", ["sensitive"] = true,
    };

    static JsonObject End(string on) => new() { ["commandId"] = Guid.NewGuid(), ["on"] = on, ["reason"] = "并入全区行动。" };

    static JsonObject Return(Guid campaign, string from, string to) => new() { ["campaignId"] = campaign, ["from"] = from, ["to"] = to, ["found"] = 0 };

    static JsonObject Chase(JsonNode session) => new()
    {
        ["commandId"] = Guid.NewGuid(), ["organisationId"] = (string?)session["organisationId"], ["from"] = "2026-10-01", ["note"] = "请于今日报送。",
    };

    static IEnumerable<string> Words(JsonNode? list) => list!.AsArray().Select(word => (string)word!);

    static async Task<IEnumerable<JsonNode>> Rounds(HttpClient client, string query = "") =>
        (await client.Get($"/api/screening-rounds?{query}")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(item => item!);

    /// <summary>District, town, village, subtotal of the last row; the checks pass.</summary>
    static async Task<int[]> Row52(HttpClient client, string area)
    {
        var report = (await client.Get($"/api/reports/monthly/2026-11?area={area}")).Expect(HttpStatusCode.OK);
        Assert.That(report["checks"]!.AsArray().Where(check => !(bool)check!["passed"]!).Select(check => (string?)check!["id"]), Is.Empty);
        var values = report["rows"]!.AsArray().Last()!["values"]!;
        var cell = (await client.Get($"/api/reports/monthly/2026-11/disputes?area={area}&row=52&column=Subtotal")).Expect(HttpStatusCode.OK);
        Assert.That((int)cell["count"]!, Is.EqualTo((int)values["subtotal"]!));
        return [(int)values["district"]!, (int)values["town"]!, (int)values["village"]!, (int)values["subtotal"]!];
    }
}
