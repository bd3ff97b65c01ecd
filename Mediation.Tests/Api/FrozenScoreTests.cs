using System.Data.Common;
using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>A unit's score of a period: computed dry, adjusted, frozen, appealed, corrected beside itself, and never changed (domain 8).</summary>
sealed class FrozenScoreTests(string kind) : ApiTest(kind)
{
    const string OtherTown = "340803200000";

    // It moves the clock.
    protected override bool OwnServer => true;

    protected override Dictionary<string, string> Settings => new() { ["SignIn:IdleMinutes"] = "10000000" };

    [Test, Order(1)]
    public async Task An_appeal_comes_within_the_days_of_the_scheme_and_from_the_unit_itself()
    {
        var (district, village, town) = (await SignIn("district"), await SignIn("village"), await SignIn("town"));
        var frozen = await Freeze("2026-10", "Village");
        var line = (await village.Get("/api/scores?period=2026-10&units=Village")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Single()!;
        var id = (Guid)line["id"]!;

        Assert.That((int)frozen["results"]!, Is.GreaterThan(10));
        Assert.That(((string?)line["areaCode"], (string?)line["appealUntil"]), Is.EqualTo((Village, "2026-11-23")));
        Assert.That((await Appeal(town, id)).Code, Is.EqualTo("appeal.not-yours"));
        Assert.That((await Appeal(district, id)).Code, Is.EqualTo("appeal.not-yours"));
        Assert.That((await Appeal(await SignIn("village2"), id)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await Appeal(village, id, "luck")).Code, Is.EqualTo("appeal.unknown-item"));
        var first = (await Appeal(village, id)).Expect(HttpStatusCode.Created);
        Assert.That((await Appeal(village, id)).Code, Is.EqualTo("appeal.pending"));
        var decided = (await Decide(district, first, upheld: false)).Expect(HttpStatusCode.OK);
        Assert.That((decided["corrected"], decided["corrections"]!.AsArray().Count, (bool)decided["appeals"]![0]!["decision"]!["upheld"]!), Is.EqualTo(((JsonNode?)null, 0, false)));
        App.Clock.Advance(TimeSpan.FromDays(8));
        Assert.That((await Appeal(village, id)).Code, Is.EqualTo("appeal.too-late"));
    }

    [Test, Order(2)]
    public async Task A_frozen_score_never_changes_whatever_happens_afterwards()
    {
        var (village, town, district) = (await SignIn("village"), await SignIn("town"), await SignIn("district"));
        var red = await GivenDispute(village, body => body["risks"] = new JsonArray("Crowd"));
        var spot = await GivenStep(village, await GivenDispute(village), "settlement-on-the-spot", new { terms = "和解", performance = "Immediate" });
        var carded = await GivenStep(town, await GivenDispute(village), "cards", new { kind = "Yellow", opinion = "请受理。", dueOn = "2026-11-27" });
        carded = await GivenStep(village, carded, "card-replies", new { cardId = (Guid)carded["oversight"]!["cards"]![0]!["id"]!, reply = "已受理。" });

        var early = await district.Put($"/api/scores/freezes/{Guid.NewGuid()}", new { period = "2026-11", unit = "Village" });
        new ReportHand(App).GoTo(new(2026, 12, 6));
        await Adjust(district, Village, -1.5m);
        var taken = await Adjust(district, Village, -9m);
        (await district.Post($"/api/score-adjustments/{(Guid)taken["id"]!}/withdrawal", new { commandId = Guid.NewGuid(), reason = "已补齐" })).Expect(HttpStatusCode.OK);
        var flag = Guid.NewGuid();
        (await district.Put($"/api/veto-flags/{flag}", new { kind = "MassIncident", areaCode = Village, happenedOn = "2026-11-10", evidence = "通报", disputeId = IdOf(red) })).Expect(HttpStatusCode.Created);
        var preview = (await village.Get("/api/scores/preview?period=2026-11&units=Village")).Expect(HttpStatusCode.OK);
        var dry = preview["scores"]!.AsArray().Single()!;
        await Freeze("2026-11", "Village");
        var id = (Guid)(await village.Get("/api/scores?period=2026-11")).Expect(HttpStatusCode.OK)["items"]![0]!["id"]!;
        var before = await Frozen(village, id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(early.Code, Is.EqualTo("score.period-open"));
            Assert.That(before["score"]!.ToJsonString(), Is.EqualTo(dry.ToJsonString()), "What was frozen is what was seen.");
            Assert.That(Line(dry, "sponsorship")["evidence"]!.AsArray().Select(one => (Guid)one!["disputeId"]!), Is.EqualTo(new[] { IdOf(red) }));
            Assert.That(((int)Line(dry, "yellow-card")["count"]!, (decimal)Line(dry, "yellow-card")["points"]!), Is.EqualTo((1, 0m)));
            Assert.That((Guid)Line(dry, "yellow-card")["evidence"]![0]!["disputeId"]!, Is.EqualTo(IdOf(carded)));
            Assert.That((decimal)Line(dry, "card-answered")["bonus"]!, Is.EqualTo(1m));
            Assert.That((bool)Line(dry, "stability", orNone: true), Is.False, "Of towns only.");
            Assert.That(dry["adjustments"]!.AsArray().Select(one => (decimal)one!["points"]!), Is.EqualTo(new[] { -1.5m }));
            Assert.That(dry["vetoes"]!.AsArray().Select(one => (Guid)one!["flagId"]!), Is.EqualTo(new[] { flag }));
            Assert.That((decimal)dry["score"]!, Is.EqualTo(Math.Round((decimal)dry["points"]! * 100 / (decimal)dry["scoredWeight"]!, 2, MidpointRounding.AwayFromZero) + 1 - 1.5m));
        }

        // Everything that may come later: the matters, the registers, the scheme, the flag, another look, and an appeal that is upheld.
        await GivenStep(district, (await district.Get(Path(IdOf(red)))).Expect(HttpStatusCode.OK), "sponsorship",
            new { leaderName = "周某某", leaderPost = "副区长", leaderTier = "District", unit = "镇政府", person = "郑某某" });
        await GivenStep(village, (await village.Get(Path(IdOf(spot)))).Expect(HttpStatusCode.OK), "voiding", new { reason = "重复登记" });
        await GivenStep(village, (await village.Get(Path(IdOf(carded)))).Expect(HttpStatusCode.OK), "voiding", new { reason = "重复登记" });
        (await district.Post($"/api/veto-flags/{flag}/withdrawal", new { commandId = Guid.NewGuid(), reason = "不属于" })).Expect(HttpStatusCode.OK);
        var refused = new[]
        {
            await district.Put($"/api/scores/freezes/{Guid.NewGuid()}", new { period = "2026-11", unit = "Village" }),
            await TryAdjust(district, Village, -1), await district.Post($"/api/score-adjustments/{(Guid)taken["id"]!}/withdrawal", new { commandId = Guid.NewGuid(), reason = "再撤" }),
            await district.Put("/api/scoring-schemes/2026", ScoringSchemeTests.Body()),
        };
        var appeal = (await Appeal(village, id, "yellow-card")).Expect(HttpStatusCode.Created);
        var beyond = await Decide(district, appeal, upheld: true, points: 6);
        var decision = new { commandId = Guid.NewGuid(), upheld = true, reason = "属实", points = 5m, liftsVeto = "MassIncident" };
        var corrected = (await district.Post(At(appeal), decision)).Expect(HttpStatusCode.OK);
        (await district.Post(At(appeal), decision)).Expect(HttpStatusCode.OK);
        App.Clock.Advance(TimeSpan.FromDays(300));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Select(reply => reply.Code), Is.EqualTo(new[] { "score.frozen", "score.frozen", "score.frozen", "scheme.frozen" }));
            Assert.That(beyond.Code, Is.EqualTo("appeal.beyond-weight"));
            Assert.That((decimal)corrected["corrected"]!["score"]!, Is.EqualTo((decimal)dry["score"]! + 5));
            Assert.That((corrected["corrected"]!["vetoes"]!.AsArray().Count, corrected["corrections"]!.AsArray().Count), Is.EqualTo((0, 1)));
            Assert.That((await Frozen(village, id)).ToJsonString(), Is.EqualTo(before.ToJsonString()));
            Assert.That((await Decide(district, appeal, upheld: false)).Code, Is.EqualTo("appeal.decided"));
        }
        await NobodyWritesIt();
        Assert.That((await Frozen(village, id)).ToJsonString(), Is.EqualTo(before.ToJsonString()));
    }

    [Test, Order(3)]
    public async Task A_town_is_scored_by_its_meetings_and_all_its_villages()
    {
        var (town, other) = (await SignIn("town"), await SignIn("town2"));
        var preview = (await town.Get("/api/scores/preview?period=2026-10&units=Town")).Expect(HttpStatusCode.OK);
        var score = preview["scores"]!.AsArray().Single()!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((string?)score["areaCode"], (int)Line(score, "meeting")["count"]!, (decimal)Line(score, "meeting")["deducted"]!), Is.EqualTo((Town, 1, 0.25m)));
            Assert.That((int)Line(score, "screening")["denominator"]!, Is.GreaterThan(1));
            Assert.That((bool)Line(score, "round-missing", orNone: true), Is.False, "Of villages only.");
            Assert.That((await other.Get($"/api/scores/preview?period=2026-10&units=Town&under={Town}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await town.Get("/api/scores/preview?period=2026-10")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That((await town.Get("/api/scores/preview?period=2019&units=Town")).Code, Is.EqualTo("score.no-scheme"));
        }
    }

    [TestCase("period", null)]
    [TestCase("period", "2026-13")]
    [TestCase("areaCode", District)]
    [TestCase("points", 0)]
    [TestCase("points", 0.001)]
    [TestCase("points", 101)]
    [TestCase("reason", " ")]
    [TestCase("evidence", null)]
    [Order(4)]
    public async Task An_adjustment_that_makes_no_sense_is_told_with_its_field(string field, object? value)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(new { period = "2026-09", areaCode = OtherTown, points = -1, reason = "台账缺失", evidence = "通报" })!.AsObject();
        body[field] = JsonValue.Create(value);
        var before = await RowCounts.Of(App);

        BadInputTests.AssertRefused(await (await SignIn("district")).Put($"/api/score-adjustments/{Guid.NewGuid()}", body), HttpStatusCode.BadRequest, "validation", field);
        Assert.That(await RowCounts.Of(App), Is.EqualTo(before));
    }

    [Test, Order(5)]
    public async Task Scores_are_given_by_the_district_alone()
    {
        foreach (var user in (string[])["town", "village", "justice", "admin", "auditor"])
        {
            var client = await SignIn(user);
            Assert.That((await client.Put($"/api/scores/freezes/{Guid.NewGuid()}", new { period = "2026-09", unit = "Town" })).Status, Is.EqualTo(HttpStatusCode.Forbidden), user);
            Assert.That((await TryAdjust(client, Town, -1)).Status, Is.EqualTo(HttpStatusCode.Forbidden), user);
        }
        Assert.That((await TryAdjust(await SignIn("district"), "340803100999", -1)).Code, Is.EqualTo("score.unknown-unit"));
    }

    async Task<JsonNode> Freeze(string period, string unit)
    {
        var (district, id, body) = (await SignIn("district"), Guid.NewGuid(), new { period, unit });
        var frozen = (await district.Put($"/api/scores/freezes/{id}", body)).Expect(HttpStatusCode.Created);
        var replay = (await district.Put($"/api/scores/freezes/{id}", body)).Expect(HttpStatusCode.OK);
        Assert.That((int)replay["results"]!, Is.EqualTo((int)frozen["results"]!));
        return frozen;
    }

    static Task<Reply> TryAdjust(HttpClient client, string area, decimal points) => client.Put(
        $"/api/score-adjustments/{Guid.NewGuid()}", new { period = "2026-11", areaCode = area, points, reason = "台账缺失", evidence = "通报第3页" });

    static async Task<JsonNode> Adjust(HttpClient client, string area, decimal points) => (await TryAdjust(client, area, points)).Expect(HttpStatusCode.Created);

    static Task<Reply> Appeal(HttpClient client, Guid result, string? item = null) =>
        client.Put($"/api/score-appeals/{Guid.NewGuid()}", new { resultId = result, itemId = item, reason = "请复核" });

    static string At(JsonNode score) => $"/api/score-appeals/{(Guid)score["appeals"]!.AsArray().Last()!["id"]!}/decision";

    static Task<Reply> Decide(HttpClient client, JsonNode score, bool upheld, decimal? points = null) =>
        client.Post(At(score), new { commandId = Guid.NewGuid(), upheld, reason = "经复核", points });

    static async Task<JsonNode> Frozen(HttpClient client, Guid id) => (await client.Get($"/api/scores/{id}")).Expect(HttpStatusCode.OK)["result"]!;

    static JsonNode Line(JsonNode score, string item) => score["items"]!.AsArray().Single(line => (string?)line!["id"] == item)!;

    static JsonNode Line(JsonNode score, string item, bool orNone) => JsonValue.Create(orNone && score["items"]!.AsArray().Any(line => (string?)line!["id"] == item));

    /// <summary>Not even with the database's own password, short of taking its triggers away.</summary>
    async Task NobodyWritesIt()
    {
        var behind = new BehindTheBack(App, Guid.Empty);
        foreach (var sql in (string[])
            ["update score_result set body = '{}'", "delete from score_result", "update score_correction set body = '{}'", "delete from score_correction", "update scoring_scheme set body = '{}'"])
            if (!sql.Contains("scoring_scheme") || (await behind.Texts("select body from scoring_scheme")).Count > 0)
                Assert.That(async () => await behind.Execute(sql), Throws.InstanceOf<DbException>().With.Message.Contains("append-only"), sql);
    }
}
