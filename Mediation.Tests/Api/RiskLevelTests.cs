using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>The level is judged at each session, raised freely, and lowered only with a reason and a second person's yes (domain 5.2).</summary>
sealed class RiskLevelTests(string kind) : ApiTest(kind)
{
    [Test]
    public async Task Domain_5_2_each_session_judges_anew_and_three_failures_are_red()
    {
        var village = await SignIn("village");
        var dispute = await GivenAcceptedDispute(village);
        foreach (var expected in (string[])["Green", "Yellow", "Red"])
        {
            dispute = await GivenSession(village, dispute, "NotAgreed");
            Assert.That((string?)dispute["riskLevel"], Is.EqualTo(expected));
        }
        var history = dispute["levelHistory"]!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(history.Select(a => (string?)a!["to"]), Is.EqualTo(["Green", "Yellow", "Red"]));
            Assert.That((string?)history[2]!["rules"]![0]!["rule"], Is.EqualTo("red-attempts"));
            Assert.That((string?)history[2]!["by"]!["name"], Is.EqualTo("龙文秀"));
            Assert.That((await (await SignIn("district")).Get($"/api/reports/monthly/2026-11?area={District}")).Expect(HttpStatusCode.OK)["checks"]!.AsArray()
                .Where(check => !(bool)check!["passed"]!), Is.Empty);
        }
    }

    [Test]
    public async Task A_level_is_raised_by_a_word_and_not_lowered_by_one()
    {
        var village = await SignIn("village");
        var heard = await GivenStep(village, await GivenAcceptedDispute(village), "sessions", Session("Red"));
        var lower = await Act(village, heard, "sessions", Session("Green"));
        var apart = await Act(village, heard, "level-assessments", new { level = "Yellow", reason = "看来平静。" });
        var (_, mine) = (0, await GivenStep(village, heard, "level-assessments", new { reason = "复评。" }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((string?)heard["riskLevel"], lower.Code, apart.Code), Is.EqualTo(("Red", "level.lowering-needs-approval", "level.lowering-needs-approval")));
            Assert.That((string?)mine["riskLevel"], Is.EqualTo("Red"));
            Assert.That(mine["levelHistory"]!.AsArray().Select(a => (string?)a!["occasion"]), Is.EqualTo(["Session", "Assessment"]));
        }
    }

    [Test]
    public async Task A_second_person_of_the_right_tier_lowers_it_and_the_old_reasons_are_outweighed()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var dispute = await GivenAcceptedDispute(village, body => { body["peopleInvolved"] = 35; body["risks"] = new JsonArray("Crowd"); });
        var asked = await GivenStep(village, dispute, "level-lowerings", new { level = "Green", reason = "人群已散，双方情绪平稳。" });
        var twice = await Act(village, asked, "level-lowerings", new { level = "Yellow", reason = "再申请。" });
        var own = await Act(village, asked, "level-lowerings/decision", new { approved = true, reason = "同意。" });
        var neighbour = await Act(await SignIn("village2"), asked, "level-lowerings/decision", new { approved = true, reason = "同意。" });
        var lowered = await GivenStep(town, asked, "level-lowerings/decision", new { approved = true, reason = "情况属实。" });
        var heard = await GivenSession(village, lowered, "NotAgreed");
        var again = await GivenSession(village, heard, "NotAgreed");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((string?)dispute["riskLevel"], (string?)asked["riskLevel"], (string?)lowered["riskLevel"]), Is.EqualTo(("Red", "Red", "Green")));
            Assert.That(((string?)asked["lowering"]!["approverTier"], (string?)lowered["lowering"]!["state"]), Is.EqualTo(("Town", "Approved")));
            Assert.That((twice.Code, own.Code, neighbour.Status), Is.EqualTo(("level.lowering-pending", "level.own-lowering", HttpStatusCode.NotFound)));
            Assert.That(((string?)heard["riskLevel"], (string?)again["riskLevel"]), Is.EqualTo(("Green", "Yellow")), "new facts raise it, the old ones do not");
            Assert.That(((string?)lowered["levelHistory"]![0]!["askedBy"]!["name"], (string?)lowered["levelHistory"]![0]!["by"]!["name"]), Is.EqualTo(("龙文秀", "龙桂香")));
        }
    }

    [Test]
    public async Task A_village_does_not_lower_a_red_matter_and_a_refusal_leaves_it()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var asked = await GivenStep(town, await GivenStep(village, await GivenDispute(village), "level-assessments", new { level = "Red", reason = "有人扬言。" }), "level-lowerings",
            new { level = "Yellow", reason = "已平静。" }, expectForbidden: true);
        var mine = await GivenStep(village, asked, "level-lowerings", new { level = "Yellow", reason = "已平静。" });
        var refused = await GivenStep(town, mine, "level-lowerings/decision", new { approved = false, reason = "尚需观察。" });
        var none = await Act(town, refused, "level-lowerings/decision", new { approved = true, reason = "同意。" });

        Assert.That(((string?)refused["riskLevel"], (string?)refused["lowering"]!["answer"], none.Code), Is.EqualTo(("Red", "尚需观察。", "level.no-lowering")));
    }

    [TestCase("DomesticViolence", "反家庭暴力法 14")]
    [TestCase("ChildHarm", "未成年人保护法 11")]
    public async Task Violence_stays_red(string risk, string statute)
    {
        var village = await SignIn("village");
        var reply = await Act(village, await GivenDispute(village, body => body["risks"] = new JsonArray(risk)), "level-lowerings", new { level = "Yellow", reason = "已平静。" });

        Assert.That((reply.Status, reply.Code, (string?)reply["rule"]), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "level.violence-is-red", statute)));
    }

    [Test]
    public async Task A_reversal_takes_the_session_s_own_judgement_back_and_no_other()
    {
        var village = await SignIn("village");
        var raised = await GivenStep(village, await GivenAcceptedDispute(village), "sessions", Session("Red"));
        var back = await GivenStep(village, raised, "reversals", new { reason = "误填。" });
        var heard = await GivenStep(village, back, "sessions", Session(null));
        var apart = await GivenStep(village, heard, "level-assessments", new { level = "Yellow", reason = "有人扬言。" });
        var kept = await GivenStep(village, apart, "reversals", new { reason = "误填。" });
        var verified = (await village.Get(Path(IdOf(kept), "journal/verification"))).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((string?)back["riskLevel"], back["levelHistory"]!.AsArray().Count), Is.EqualTo(("Green", 0)));
            Assert.That(((string?)kept["riskLevel"], kept["levelHistory"]!.AsArray().Count), Is.EqualTo(("Yellow", 2)));
            Assert.That((bool)verified["valid"]!);
        }
    }

    [Test]
    public async Task A_correction_follows_its_own_facts_and_leaves_what_was_judged()
    {
        var village = await SignIn("village");
        var raised = await GivenStep(village, await GivenDispute(village), "level-assessments", new { level = "Red", reason = "有人扬言。" });
        var corrected = await GivenStep(village, raised, "corrections", new { field = "peopleInvolved", old = 2, @new = 12, reason = "漏登。" });

        Assert.That((string?)corrected["riskLevel"], Is.EqualTo("Red"));
    }

    [Test]
    public async Task The_reasons_are_erased_on_a_lawful_ground()
    {
        var (village, district) = (await SignIn("village"), await SignIn("district"));
        var raised = await GivenStep(village, await GivenDispute(village), "level-assessments", new { level = "Red", reason = "张某扬言。" });
        var erased = await GivenStep(district, raised, "erasure", new { fields = new[] { "level" }, reason = "依法申请" });

        Assert.That(((string?)erased["levelHistory"]![0]!["reason"], (string?)erased["riskLevel"]), Is.EqualTo(((string?)null, "Red")));
    }

    static JsonObject Session(string? level) => new()
    {
        ["place"] = "村委会", ["attendeeIds"] = new JsonArray(), ["record"] = "双方到场。", ["result"] = "Continue", ["level"] = level,
    };

    static async Task<JsonNode> GivenStep(HttpClient client, JsonNode dispute, string act, JsonObject session)
    {
        session["attendeeIds"] = new JsonArray([.. PartiesOf(dispute).Select(id => (JsonNode)id)]);
        return (await Act(client, dispute, act, session)).Expect(HttpStatusCode.OK);
    }

    /// <summary>A centre does not ask for what another answers for; the dispute stays as it was.</summary>
    static async Task<JsonNode> GivenStep(HttpClient client, JsonNode dispute, string act, object body, bool expectForbidden)
    {
        var reply = await Act(client, dispute, act, body);
        Assert.That(reply.Status == HttpStatusCode.Forbidden, Is.EqualTo(expectForbidden), reply.Text);
        return dispute;
    }

    static async Task<Reply> Act(HttpClient client, JsonNode dispute, string act, JsonObject session)
    {
        session = session.DeepClone().AsObject();
        session["attendeeIds"] = new JsonArray([.. PartiesOf(dispute).Select(id => (JsonNode)id)]);
        return await Act(client, dispute, act, (object)session);
    }
}
