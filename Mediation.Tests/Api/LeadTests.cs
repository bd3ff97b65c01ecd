using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Emerging signs (苗头): found, proposed a level for, and ended in one of three ways (domain 5.1, 12).</summary>
sealed class LeadTests(string kind) : ApiTest(kind)
{
    [Test]
    public async Task A_sign_is_noted_once_with_the_level_its_facts_propose()
    {
        var (village, id) = (await SignIn("village"), Guid.NewGuid());
        var noted = (await village.Put(Lead(id), Body("OnlineSpread", "SelfHarmWords"))).Expect(HttpStatusCode.Created);
        var replay = (await village.Put(Lead(id), Body("OnlineSpread", "SelfHarmWords"))).Expect(HttpStatusCode.OK);
        var other = await village.Put(Lead(id), Body());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((string?)noted["proposedLevel"], (string?)noted["reasons"]![0]!["rule"], (string?)noted["risks"]![0]), Is.EqualTo(("Red", "lead-red-violence", "SelfHarmWords")));
            Assert.That(JsonNode.DeepEquals(noted, replay));
            Assert.That((other.Status, other.Code), Is.EqualTo((HttpStatusCode.Conflict, "command.reused")));
        }
    }

    [Test]
    public async Task A_sign_becomes_a_dispute_by_the_ordinary_way_and_both_show_the_link()
    {
        var village = await SignIn("village");
        var lead = await Given(village);
        var dispute = await GivenDispute(village, body => body["leadId"] = lead);
        var turned = (await village.Get(Lead(lead))).Expect(HttpStatusCode.OK);
        var twice = await village.Put(Path(Guid.CreateVersion7()), DisputeBody(body => body["leadId"] = lead));
        var verified = (await village.Get(Path(IdOf(dispute), "journal/verification"))).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(dispute["leads"]!.AsArray().Select(id => (Guid)id!), Is.EqualTo([lead]));
            Assert.That(((string?)turned["outcome"], (Guid)turned["disputeId"]!, turned["can"]!.AsArray().Count), Is.EqualTo(("TurnedIntoDispute", IdOf(dispute), 0)));
            Assert.That((twice.Status, twice.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "lead.decided")));
            Assert.That((bool)verified["valid"]!);
        }
    }

    [Test]
    public async Task A_sign_is_put_to_a_dispute_that_is_on_the_ledger()
    {
        var village = await SignIn("village");
        var (lead, dispute) = (await Given(village), await GivenDispute(village));
        var strange = await (await SignIn("village2")).Post(Lead(lead) + "/decision", Decision("TurnedIntoDispute", dispute: IdOf(dispute)));
        var put = (await village.Post(Lead(lead) + "/decision", Decision("TurnedIntoDispute", dispute: IdOf(dispute)))).Expect(HttpStatusCode.OK);
        var after = (await village.Get(Path(IdOf(dispute)))).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(strange.Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((Guid)put["disputeId"]!, Is.EqualTo(IdOf(dispute)));
            Assert.That((VersionOf(after), (Guid)after["leads"]![0]!), Is.EqualTo((VersionOf(dispute) + 1, lead)));
        }
    }

    [Test]
    public async Task A_sign_ends_on_the_spot_with_a_record_or_is_dismissed_with_a_reason_and_only_once()
    {
        var village = await SignIn("village");
        var (resolved, dismissed) = (await Given(village), await Given(village));
        var silent = await village.Post(Lead(resolved) + "/decision", Decision("ResolvedOnSpot", words: null));
        var command = Decision("ResolvedOnSpot");
        var done = (await village.Post(Lead(resolved) + "/decision", command)).Expect(HttpStatusCode.OK);
        var replay = (await village.Post(Lead(resolved) + "/decision", command)).Expect(HttpStatusCode.OK);
        (await village.Post(Lead(dismissed) + "/decision", Decision("Dismissed"))).Expect(HttpStatusCode.OK);
        var again = await village.Post(Lead(resolved) + "/decision", Decision("Dismissed"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(silent["errors"]!.AsObject().Select(e => e.Key), Is.EqualTo(["words"]));
            Assert.That((string?)done["words"], Is.EqualTo("当场说清。"));
            Assert.That(JsonNode.DeepEquals(done, replay));
            Assert.That(again.Code, Is.EqualTo("lead.decided"));
        }
    }

    [TestCase("DomesticViolence", "反家庭暴力法 14")]
    [TestCase("ChildHarm", "未成年人保护法 11")]
    public async Task Violence_is_not_settled_on_the_doorstep(string trigger, string statute)
    {
        var village = await SignIn("village");
        var lead = await Given(village, trigger);
        var spot = await village.Post(Lead(lead) + "/decision", Decision("ResolvedOnSpot"));
        var atOnce = await village.Put(Lead(Guid.NewGuid()), Body([trigger], resolvedBy: "已劝解。"));

        Assert.That((spot.Code, (string?)spot["rule"], atOnce.Code), Is.EqualTo(("lead.report-duty", statute, "lead.report-duty")));
    }

    [Test]
    public async Task Signs_are_listed_within_the_own_area_and_sent_in_batches()
    {
        var village = await SignIn("village");
        var tablet = await Tablet.Registered(village);
        var answer = await tablet.Answer(Tablet.Entry("RecordLead", null, Body("WagesUnpaid")));
        var lead = await Given(village);
        var open = (await (await SignIn("town")).Get($"/api/screening-leads?under={Village}&open=true&limit=200")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        var rounds = (await village.Get("/api/screening-rounds?from=2026-11-10")).Expect(HttpStatusCode.OK)["items"]!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Tablet.Word(answer), Is.EqualTo("accepted"), answer.ToJsonString());
            Assert.That(open.Select(item => (Guid)item!["id"]!), Does.Contain(lead));
            Assert.That((int)rounds.Single(r => (string?)r!["kind"] == "Regular")!["leadsFound"]!, Is.GreaterThan(1));
            Assert.That((await (await SignIn("village2")).Get(Lead(lead))).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await (await SignIn("auditor")).Get("/api/screening-leads")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await village.Get("/api/screening-leads?open=true&outcome=Dismissed")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        }
    }

    [Test]
    public async Task Texts_are_erased_alone_or_with_the_dispute_that_they_became()
    {
        var (village, district) = (await SignIn("village"), await SignIn("district"));
        var (alone, linked) = (await Given(village), await Given(village));
        var dispute = await GivenDispute(village, body => body["leadId"] = linked);
        var erased = (await district.Post(Lead(alone) + "/erasure", new { commandId = Guid.NewGuid(), reason = "依法申请" })).Expect(HttpStatusCode.OK);
        await GivenStep(district, dispute, "erasure", new { fields = new[] { "summary" }, reason = "依法申请" });
        var gone = (await village.Get(Lead(linked))).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((string?)erased["brief"], (string?)erased["place"], (string?)erased["erasedOn"]), Is.EqualTo(((string?)null, (string?)null, "2026-11-16")));
            Assert.That(((string?)gone["brief"], (string?)gone["type"]), Is.EqualTo(((string?)null, "Neighbor")));
        }
    }

    [Test]
    public async Task Who_goes_round_in_a_grid_notes_signs_and_sees_the_own_ones_alone()
    {
        var (village, admin) = (await SignIn("village"), await SignIn("admin"));
        var (name, id) = ($"grid{Guid.NewGuid():N}"[..20], Guid.NewGuid());
        var organisation = (string)(await village.Get("/api/session"))["organisationId"]!;
        (await admin.Put($"/api/accounts/{id}", new { userName = name, displayName = "网格员试", roles = new[] { "GridWorker" }, organisationId = organisation, password = ApiServer.Password }))
            .Expect(HttpStatusCode.Created, HttpStatusCode.OK);
        var grid = App.Anonymous();
        (await grid.Post("/api/session", new { userName = name, password = ApiServer.Password })).Expect(HttpStatusCode.OK);
        var (theirs, own) = (await Given(village), await Given(grid));
        var listed = (await grid.Get("/api/screening-leads")).Expect(HttpStatusCode.OK)["items"]!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(listed.Select(item => (Guid)item!["id"]!), Is.EqualTo([own]));
            Assert.That((await grid.Get(Lead(theirs))).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await grid.Post(Lead(own) + "/decision", Decision("Dismissed"))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await village.Get(Lead(own))).Status, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [TestCase("brief", null)]
    [TestCase("type", null)]
    [TestCase("triggers", null)]
    [TestCase("foundOn", "2026-11-19")]
    [TestCase("people", 0)]
    public async Task What_makes_no_sign_is_refused_by_its_field(string field, object? value)
    {
        var body = Body();
        body[field] = JsonValue.Create(value);
        var reply = await (await SignIn("village")).Put(Lead(Guid.NewGuid()), body);

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest), reply.Text);
        Assert.That(reply["errors"]!.AsObject().Select(error => error.Key), Does.Contain(field));
    }

    static async Task<Guid> Given(HttpClient client, params string[] triggers)
    {
        var id = Guid.NewGuid();
        (await client.Put(Lead(id), Body(triggers))).Expect(HttpStatusCode.Created);
        return id;
    }

    static string Lead(Guid id) => $"/api/screening-leads/{id}";

    static JsonObject Body(params string[] triggers) => Body(triggers, null);

    static JsonObject Body(string[] triggers, string? resolvedBy) => new()
    {
        ["foundOn"] = "2026-11-12", ["place"] = "村东晒场", ["people"] = 4, ["brief"] = "两户为晒场边界争吵。", ["type"] = "Neighbor",
        ["triggers"] = new JsonArray([.. triggers.Select(t => (JsonNode)t)]), ["resolvedBy"] = resolvedBy,
    };

    static JsonObject Decision(string outcome, string? words = "当场说清。", Guid? dispute = null) => new()
    {
        ["commandId"] = Guid.NewGuid(), ["outcome"] = outcome, ["words"] = words, ["disputeId"] = dispute,
    };
}
