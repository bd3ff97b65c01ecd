using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Leaders, cards, more time and the way off the ledger, through the doors that a centre uses (domain 5.3, 公开信 8).</summary>
sealed class SupervisionApiTests(string kind) : ApiTest(kind)
{
    // It counts what stands on the ledger.
    protected override bool OwnServer => true;

    static readonly object Sponsor = new
    {
        leaderName = "周某某", leaderPost = "副区长", leaderTier = "District", unit = "区住建局", person = "钱某某", dueOn = "2026-12-31", plan = "先测量，再议补偿。",
    };

    static void AssertRefused(Reply reply, string code) => Assert.That((reply.Status, reply.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, code)), reply.Text);

    static List<string?> Can(JsonNode dispute) => [.. dispute["oversight"]!["can"]!.AsArray().Select(word => (string?)word)];

    static async Task<JsonNode> Major(HttpClient client, string filter = "") => (await client.Get($"/api/major-matters?limit=200{filter}")).Expect(HttpStatusCode.OK);

    static List<Guid> Ids(JsonNode page) => [.. page["items"]!.AsArray().Select(item => (Guid)item!["dispute"]!["id"]!)];

    [Test]
    public async Task A_red_matter_stands_on_the_ledger_until_leader_unit_and_person_are_named_it_is_told_who_is_missing()
    {
        var (village, town, district) = (await SignIn("village"), await SignIn("town"), await SignIn("district"));
        var before = (await Major(district))["counts"]!["sponsored"]!;
        var red = await GivenDispute(village, body => body["risks"] = new JsonArray("Crowd"));
        var plain = await GivenDispute(village);
        await GivenDispute(village, body => body["risks"] = new JsonArray("Weapon"));

        var page = await Major(district);
        Assert.That(Ids(page), Does.Contain(IdOf(red)).And.Not.Contain(IdOf(plain)));
        Assert.That((int)page["counts"]!["sponsored"]!["denominator"]!, Is.EqualTo((int)before["denominator"]! + 2));
        var mine = page["items"]!.AsArray().Single(item => (Guid)item!["dispute"]!["id"]! == IdOf(red))!;
        Assert.That(mine["gaps"]!.AsArray().Select(gap => (string?)gap), Is.EqualTo(new[] { "Leader", "Unit", "Person" }));

        var seen = (await town.Get(Path(IdOf(red)))).Expect(HttpStatusCode.OK);
        Assert.That(Can(seen), Does.Contain("AssignSponsor").And.Contain("IssueCard").And.Not.Contain("ClearLedger"));
        var halves = await GivenStep(town, seen, "sponsorship", new { unit = "海口镇政府", person = "钱某某" });
        Assert.That(Ids(await Major(district, "&without=leader")), Does.Contain(IdOf(red)));
        Assert.That(Ids(await Major(district, "&without=unit")), Does.Not.Contain(IdOf(red)));
        Assert.That(Ids(await Major(district)).Last(), Is.Not.EqualTo(IdOf(red)), "those that lack something come first");
        var whole = await GivenStep(district, halves, "sponsorship", Sponsor);
        Assert.That(Ids(await Major(district)).Last(), Is.EqualTo(IdOf(red)));
        Assert.That(await Walked(district), Is.EqualTo(Ids(await Major(district))), "page by page the same");
        Assert.That(Ids(await Major(district, "&incomplete=true")), Does.Not.Contain(IdOf(red)));
        Assert.That((int)(await Major(district))["counts"]!["sponsored"]!["numerator"]!, Is.EqualTo((int)before["numerator"]! + 1));
        var visited = await GivenStep(district, whole, "sponsor-visits", new { kind = "Visit", record = "到现场察看。" });
        Assert.That((string?)visited["oversight"]!["sponsorship"]!["stage"], Is.EqualTo("UnderWay"));
        Assert.That((string?)visited["lastStepOn"], Is.EqualTo((string?)red["lastStepOn"]), "no step of the committee");

        await GivenStep(district, visited, "erasure", new { fields = new[] { "supervision" }, reason = "个人信息保护法47条" });
        Assert.That((await town.Get(Path(IdOf(red)))).Text + (await town.Get(Path(IdOf(red), "journal"))).Text, Does.Not.Contain("周某某").And.Not.Contain("钱某某"));
        Assert.That(Ids(await Major(district, "&incomplete=true")), Does.Not.Contain(IdOf(red)), "that somebody was named stays");
        Assert.That((bool)(await town.Get(Path(IdOf(red), "journal/verification"))).Expect(HttpStatusCode.OK)["valid"]!, Is.True);
    }

    [Test]
    public async Task A_village_marks_nothing_and_another_town_sees_nothing()
    {
        var (village, town, other) = (await SignIn("village"), await SignIn("town"), await SignIn("town2"));
        var dispute = await GivenDispute(village);
        var mark = new { ledger = "LongPetition", reason = "信访积案" };

        Assert.That((await Act(village, dispute, "ledger-marks", mark)) is { Status: HttpStatusCode.Forbidden, Code: "supervision.not-governing" }, Is.True);
        Assert.That((await Act(other, dispute, "ledger-marks", mark)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await Act(await SignIn("justice"), dispute, "ledger-marks", mark)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        AssertRefused(await Act(town, dispute, "sponsorship", Sponsor), "sponsorship.not-on-ledger");
        var marked = await GivenStep(town, dispute, "ledger-marks", mark);
        AssertRefused(await Act(town, marked, "ledger-marks", mark), "ledger.marked");
        Assert.That(Ids(await Major(town, "&ledger=LongPetition")), Does.Contain(IdOf(dispute)));
        Assert.That(Ids(await Major(town, "&ledger=Major")), Does.Not.Contain(IdOf(dispute)));
        Assert.That(Ids(await Major(other)), Does.Not.Contain(IdOf(dispute)));
        Assert.That((await other.Get($"/api/major-matters?under={Town}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await town.Get("/api/major-matters?cursor=x")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_card_from_above_is_answered_by_the_holder_and_taken_back()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var dispute = await GivenDispute(village);
        var card = new { kind = "Yellow", opinion = "请三日内受理。", dueOn = "2026-11-19" };

        Assert.That((await Act(village, dispute, "cards", card)).Code, Is.EqualTo("supervision.not-above"));
        var issued = await GivenStep(town, dispute, "cards", card);
        AssertRefused(await Act(town, issued, "cards", card), "card.stands");
        var id = (Guid)issued["oversight"]!["cards"]![0]!["id"]!;
        var mine = (await village.Get(Path(IdOf(dispute)))).Expect(HttpStatusCode.OK);
        Assert.That(Can(mine), Does.Contain("ReplyToCard").And.Contain("RequestExtension").And.Not.Contain("CancelCard"));
        Assert.That((await Act(town, issued, "card-replies", new { cardId = id, reply = "代答" })).Code, Is.EqualTo("dispute.not-your-turn"));
        var page = (await village.Get("/api/supervision-cards?unanswered=true&limit=200")).Expect(HttpStatusCode.OK);
        Assert.That(page["items"]!.AsArray().Select(item => (Guid)item!["card"]!["id"]!), Does.Contain(id));
        Assert.That((int)page["counts"]!["yellow"]!, Is.GreaterThanOrEqualTo(1));

        var answered = await GivenStep(village, mine, "card-replies", new { cardId = id, reply = "今日受理。" });
        var done = await GivenStep(town, answered, "card-cancellations", new { cardId = id, reason = "已受理。" });

        Assert.That((string?)done["oversight"]!["cards"]![0]!["reply"]!["text"], Is.EqualTo("今日受理。"));
        Assert.That((await town.Get($"/api/supervision-cards?under={Village}&limit=200"))["items"]!.AsArray().Select(item => (Guid)item!["card"]!["id"]!), Does.Not.Contain(id));
        Assert.That((await town.Get($"/api/supervision-cards?under={Village}&cancelled=true&kind=yellow&limit=200"))["items"]!.AsArray().Select(item => (Guid)item!["card"]!["id"]!), Does.Contain(id));
    }

    [Test]
    public async Task Cards_are_listed_by_whether_they_were_answered_and_whether_their_day_has_passed()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var (dispute, other) = (await GivenDispute(village), await GivenDispute(village));
        var before = await Cards(town, "");
        await GivenStep(town, dispute, "cards", new { kind = "Ordinary", opinion = "请报告进展。", dueOn = "2026-11-12", on = "2026-11-10" });
        var issued = await GivenStep(town, other, "cards", new { kind = "Red", opinion = "请说明。", dueOn = "2026-11-12", on = "2026-11-10" });
        var answered = await GivenStep(village, issued, "card-replies", new { cardId = (Guid)issued["oversight"]!["cards"]![0]!["id"]!, reply = "已办。" });

        var late = await Cards(town, "&late=true");
        Assert.That((int)late["counts"]!["late"]!, Is.EqualTo((int)before["counts"]!["late"]! + 1));
        Assert.That(Of(late), Does.Contain(IdOf(dispute)).And.Not.Contain(IdOf(answered)));
        Assert.That(Of(await Cards(town, "&answered=true")), Does.Contain(IdOf(answered)).And.Not.Contain(IdOf(dispute)));
        Assert.That(Of(await Cards(await SignIn("town2"), "&late=true")), Is.Empty);

        static List<Guid> Of(JsonNode page) => [.. page["items"]!.AsArray().Select(item => (Guid)item!["disputeId"]!)];
        static async Task<JsonNode> Cards(HttpClient client, string filter) => (await client.Get($"/api/supervision-cards?limit=200{filter}")).Expect(HttpStatusCode.OK);
    }

    static async Task<List<Guid>> Walked(HttpClient client)
    {
        var ids = new List<Guid>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await client.Get($"/api/major-matters?limit=1{(cursor.Length > 0 ? $"&cursor={Uri.EscapeDataString(cursor)}" : "")}")).Expect(HttpStatusCode.OK);
            ids.AddRange(Ids(page));
            cursor = (string?)page["next"];
        }
        return ids;
    }

    [Test]
    public async Task A_card_that_falls_while_a_mediator_has_no_network_refuses_nothing_of_the_mediators_work()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var dispute = await GivenDispute(village);
        var carded = await GivenStep(town, dispute, "cards", new { kind = "Ordinary", opinion = "请受理。", dueOn = "2026-11-19" });

        var accepted = await GivenAcceptance(village, dispute);

        Assert.That(((string?)accepted["status"], VersionOf(accepted)), Is.EqualTo(("InMediation", VersionOf(dispute) + 2)));
        var blind = await Act(town, carded, "public-listings", new { number = "1号" });
        Assert.That((blind.Status, blind.Code), Is.EqualTo((HttpStatusCode.Conflict, "dispute.stale")), "who supervises must have seen it all");
        var late = await Act(village, carded, "corrections", new { field = "place", old = "海口村东组", @new = "海口村西组", reason = "有误" });
        Assert.That(late.Code, Is.EqualTo("dispute.stale"), "after a step of the committee too");
    }

    [Test]
    public async Task More_working_days_are_asked_for_by_the_holder_and_given_by_the_office_above_domain_12()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var dispute = await GivenDispute(village);

        AssertRefused(await Act(village, dispute, "extension-requests", new { clock = "OrdinaryMediation", workdays = 5, reason = "等待测量" }), "extension.not-of-matter");
        AssertRefused(await Act(village, dispute, "extension-requests", new { clock = "Matter", workdays = 31, reason = "等待测量" }), "extension.too-many-workdays");
        var asked = await GivenStep(village, dispute, "extension-requests", new { clock = "Matter", workdays = 5, reason = "等待测量" });
        AssertRefused(await Act(village, asked, "extension-requests", new { clock = "Matter", workdays = 5, reason = "再问" }), "extension.pending");
        var id = (Guid)asked["oversight"]!["requests"]![0]!["id"]!;
        var waiting = (await town.Get("/api/extension-requests?limit=200")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        Assert.That(waiting.Select(item => (Guid)item!["request"]!["id"]!), Does.Contain(id));
        Assert.That((await Act(village, asked, "extension-decisions", new { requestId = id, granted = true })).Code, Is.EqualTo("supervision.not-above"));
        Assert.That((await Act(town, asked, "extension-decisions", new { requestId = id, granted = false })).Status, Is.EqualTo(HttpStatusCode.BadRequest), "a reason");

        var given = await GivenStep(town, asked, "extension-decisions", new { requestId = id, granted = true, workdays = 2 });

        // Received on Monday the 16th: three working days to accept, and two more.
        Assert.That(((string?)dispute["dueOn"], (string?)given["dueOn"]), Is.EqualTo(("2026-11-19", "2026-11-23")));
        AssertRefused(await Act(town, given, "extension-decisions", new { requestId = id, granted = true }), "extension.decided");
        Assert.That((await town.Get("/api/extension-requests?limit=200"))["items"]!.AsArray().Select(item => (Guid)item!["request"]!["id"]!), Does.Not.Contain(id));
    }

    [Test]
    public async Task A_matter_is_listed_publicly_lifted_and_leaves_the_ledger_with_proof_by_a_higher_tier_domain_5_3()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var dispute = await GivenStep(town, await GivenAgreedDispute(village), "ledger-marks", new { ledger = "Major", reason = "多户" });
        var listed = await GivenStep(town, dispute, "public-listings", new { number = "海口挂督1号" });
        var obligation = (Guid)(await village.Get(Path(IdOf(dispute))))["cases"]![0]!["agreement"]!["obligations"]![0]!["id"]!;
        var performed = await GivenStep(village, listed, "performance", new { obligationId = obligation, performedOn = "2026-11-16", evidence = "现场查看" });
        var visited = await GivenStep(village, performed, "follow-ups", new { by = "Phone", performed = true, relapse = false, satisfaction = 5, record = "无反复" });
        AssertRefused(await Act(town, visited, "clearance", new { proof = Array.Empty<Guid>() }), "clearance.not-ended");
        var closed = await GivenStep(village, visited, "closure");
        var proved = await GivenAttachment(village, closed, Pdf(), new { kind = "PerformanceProof" });
        var proof = new[] { (Guid)proved["attachments"]!.AsArray().Last()!["id"]! };

        Assert.That((await Act(village, proved, "clearance", new { proof })).Code, Is.EqualTo("supervision.not-governing"));
        AssertRefused(await Act(town, proved, "clearance", new { proof }), "clearance.listing-stands");
        var lifted = await GivenStep(town, proved, "listing-liftings", new { reason = "已化解" });
        AssertRefused(await Act(town, lifted, "clearance", new { proof = Array.Empty<Guid>() }), "clearance.proof-missing");
        Assert.That(Can(lifted), Does.Contain("ClearLedger"));
        Assert.That(lifted["oversight"]!["proofs"]!.AsArray().Select(one => ((Guid)one!["id"]!, (string?)one["kind"])), Does.Contain((proof[0], "PerformanceProof")), "told of, whoever keeps it");
        Assert.That((await village.Get(Path(IdOf(dispute))))["oversight"]!["proofs"]!.AsArray(), Is.Empty);
        await GivenStep(town, lifted, "clearance", new { proof, note = "材料齐全" });

        Assert.That(Ids(await Major(town)), Does.Not.Contain(IdOf(dispute)));
        Assert.That(Ids(await Major(town, "&cleared=true")), Does.Contain(IdOf(dispute)));
    }
}
