using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Clocks over HTTP: what they tell, who may give more time, which facts start them, and what reminds a desk.</summary>
sealed class ClockApiTests(string kind) : ApiTest(kind)
{
    protected override bool OwnServer => true;

    [Test]
    public async Task A_clock_explains_rule_statute_start_use_stop_end_and_state_article_38()
    {
        var sector = await SignIn("sector");
        var dispute = await GivenAcceptedDispute(sector, body => body["type"] = "Medical");
        var resting = await GivenStep(sector, dispute, "suspension", new { reason = "Appraisal", from = "2026-11-16" });

        var clock = await Clock(sector, resting, "MedicalMediation");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)clock["statute"], Is.EqualTo("医疗纠纷预防和处理条例 38"));
            Assert.That(((string?)clock["startedBy"], (string?)clock["startedOn"], (int?)clock["amount"], (string?)clock["unit"]), Is.EqualTo(("Accepted", "2026-11-16", 30, "Workday")));
            Assert.That((string?)clock["state"], Is.EqualTo("Stopped"));
            Assert.That(clock["stops"]!.ToJsonString(), Is.EqualTo("""[{"from":"2026-11-16","to":null,"why":"Appraisal"}]"""));
            Assert.That(clock["due"], Is.Null);
            Assert.That((string?)clock["extendedBy"], Is.EqualTo("PartiesAndCommittee"));
        }
    }

    [Test]
    public async Task A_medical_mediation_does_not_end_by_a_limit_that_is_not_over_article_38()
    {
        var sector = await SignIn("sector");
        var dispute = await GivenAcceptedDispute(sector, body => body["type"] = "Medical");

        AssertRule(await Act(sector, dispute, "termination", new { reason = "TimeLimitExpired", channels = new[] { "Suit" } }), "termination.limit-not-over");
    }

    [Test]
    public async Task The_office_above_extends_the_matters_limit_and_nobody_else_domain_12()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var dispute = await GivenDispute(village);
        var more = new { clock = "Matter", until = "2026-12-31", evidence = "当事人外出，暂不能到场。" };

        Assert.That((await Act(village, dispute, "extensions", more)) is { Status: HttpStatusCode.Forbidden, Code: "clock.not-above" or "role.not-allowed" }, Is.True);
        Assert.That((await Act(await SignIn("village2"), dispute, "extensions", more)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        var extended = await GivenStep(town, dispute, "extensions", more);

        var clock = await Clock(village, extended, "Matter");
        Assert.That(((string?)clock["due"], (string?)extended["dueOn"], (string?)extended["lastStepOn"]), Is.EqualTo(("2026-12-31", "2026-12-31", (string?)dispute["lastStepOn"])));
        // The parties' month is none of the town's: a case clock has no superior.
        var accepted = await GivenAcceptedDispute(village);
        var reply = await Act(town, accepted, "extensions", new { clock = "OrdinaryMediation", until = "2027-01-29", agreedBy = PartiesOf(accepted), evidence = "书面约定" });
        Assert.That((reply.Status, reply.Code), Is.EqualTo((HttpStatusCode.Forbidden, "dispute.not-your-turn")));
    }

    [Test]
    public async Task The_parties_extend_the_month_together_article_33()
    {
        var village = await SignIn("village");
        var accepted = await GivenAcceptedDispute(village);

        AssertRule(await Act(village, accepted, "extensions", new { clock = "OrdinaryMediation", until = "2027-01-29", agreedBy = PartiesOf(accepted).Take(1), evidence = "一方约定" }),
            "extension.consent-missing");
        var extended = await GivenStep(village, accepted, "extensions", new { clock = "OrdinaryMediation", until = "2027-01-29", agreedBy = PartiesOf(accepted), evidence = "书面约定" });

        var clock = await Clock(village, extended, "OrdinaryMediation");
        Assert.That(((string?)clock["due"], clock["extensions"]!.AsArray().Count), Is.EqualTo(("2027-01-29", 1)));
    }

    [Test]
    public async Task Evidence_of_a_legal_fact_is_erased_for_good_PIPL_47()
    {
        var (village, district) = (await SignIn("village"), await SignIn("district"));
        var noted = await GivenStep(village, await GivenAcceptedDispute(village), "legal-facts", new { fact = "PetitionReceived", factOn = "2026-11-16", evidence = "信访登记表甲" });
        Assert.That((await village.Get(Path(IdOf(noted), "journal"))).Text, Does.Contain("信访登记表甲"));

        var erased = await GivenStep(district, noted, "erasure", new { fields = new[] { "evidence" }, reason = "个人信息保护法47条" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await village.Get(Path(IdOf(noted), "journal"))).Text, Does.Not.Contain("信访登记表甲"));
            Assert.That((string?)(await Clock(village, erased, "PetitionReply"))["due"], Is.EqualTo("2026-12-01"), "the clock runs on");
        }
    }

    [Test]
    public async Task Who_may_see_the_matter_sees_its_clocks_and_nobody_else_domain_12()
    {
        var dispute = await GivenAcceptedDispute(await SignIn("village"));

        Assert.That((await (await SignIn("town")).Get(Path(IdOf(dispute), "clocks"))).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await (await SignIn("village2")).Get(Path(IdOf(dispute), "clocks"))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    static async Task<JsonNode> Clock(HttpClient client, JsonNode dispute, string clock) =>
        (await client.Get(Path(IdOf(dispute), "clocks"))).Expect(HttpStatusCode.OK)["items"]!.AsArray().Single(item => (string?)item!["clock"] == clock)!;
}
