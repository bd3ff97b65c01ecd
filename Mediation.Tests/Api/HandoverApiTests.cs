using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Between the tiers over HTTP: up, accepted, refused, forwarded, and down again.</summary>
sealed class HandoverApiTests(string kind) : ApiTest(kind)
{
    [Test]
    public async Task From_the_village_to_the_district_and_back()
    {
        var (village, town, district) = (await SignIn("village"), await SignIn("town"), await SignIn("district"));
        var villageDesk = await DeskOf(village);
        var dispute = await GivenEscalatedDispute(village);
        Assert.That((Name(dispute, "responsible"), Name(dispute, "holder")), Is.EqualTo(("海口村人民调解委员会", "海口镇社会治安综合治理中心")));

        dispute = await Accept(town, dispute);
        Assert.That(((string?)dispute["tier"], Name(dispute, "responsible")), Is.EqualTo(("Town", "海口镇社会治安综合治理中心")));
        dispute = await GivenStep(town, dispute, "escalation", new { reason = "CrossDepartment", note = "涉及多个部门。" });
        dispute = await Accept(district, dispute);
        dispute = await GivenStep(district, dispute, "return", new { reason = "SingleVillage", toOrganisationId = villageDesk });
        dispute = await Accept(village, dispute);

        Assert.That(((string?)dispute["status"], (string?)dispute["tier"], Name(dispute, "holder")), Is.EqualTo(("Registered", "Village", "海口村人民调解委员会")));
        Assert.That(dispute["handovers"]!.AsArray().Select(h => (string?)h!["state"]), Is.All.EqualTo("Accepted"));
    }

    [Test]
    public async Task Two_refusals_bring_it_to_the_district_which_does_not_refuse()
    {
        var (village, town, district) = (await SignIn("village"), await SignIn("town"), await SignIn("district"));
        var dispute = await GivenEscalatedDispute(village);
        AssertRule(await Decide(town, dispute, "refusal", new { reason = "NotRipe" }), "refusal.not-ripe-against-party");

        dispute = (await Decide(town, dispute, "refusal", new { reason = "MaterialsMissing", note = "缺身份证明。" })).Expect(HttpStatusCode.OK);
        Assert.That(((string?)dispute["status"], (string?)dispute["handovers"]![0]!["refusalNote"]), Is.EqualTo(("Registered", "缺身份证明。")));
        dispute = await GivenStep(village, dispute, "escalation", new { reason = "PartyRequest", note = "补交材料。" });
        dispute = (await Decide(town, dispute, "refusal", new { reason = "OutsideCompetence" })).Expect(HttpStatusCode.OK);

        Assert.That(((string?)dispute["status"], Name(dispute, "holder")), Is.EqualTo(("HandoverPending", "大观区社会治安综合治理中心")));
        AssertRule(await Decide(district, dispute, "refusal", new { reason = "OutsideCompetence" }), "refusal.top-decides");
        dispute = await Accept(district, dispute);
        Assert.That((string?)dispute["tier"], Is.EqualTo("District"));
        dispute = await GivenStep(district, dispute, "erasure", new { fields = new[] { "note" }, reason = "本人依法要求删除。" });
        Assert.That(dispute["handovers"]!.AsArray().Select(one => ((string?)one!["note"], (string?)one["refusalNote"])), Is.All.EqualTo(((string?)null, (string?)null)));
    }

    [Test]
    public async Task Only_the_receiver_decides_and_only_once()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var dispute = await GivenEscalatedDispute(village);

        Assert.That((await Decide(village, dispute, "acceptance")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        var accepted = await Accept(town, dispute);
        var again = await town.Post($"/api/handovers/{Pending(dispute)}/acceptance", new { commandId = Guid.NewGuid(), baseVersion = VersionOf(accepted) });
        AssertRule(again, "handover.decided");
        var late = await Act(village, accepted, "voiding", new { reason = "练习录入" });
        Assert.That((late.Status, late.Code), Is.EqualTo((HttpStatusCode.Forbidden, "dispute.not-your-turn")));
    }

    [Test]
    public async Task Nothing_goes_to_a_town_that_does_not_answer_for_the_place()
    {
        var (village, town, stranger) = (await SignIn("village"), await SignIn("town"), await DeskOf(await SignIn("town2")));
        var dispute = await GivenDispute(village);
        var atTown = await Accept(town, await GivenEscalatedDispute(village));

        AssertRule(await Act(village, dispute, "escalation", new { reason = "PartyRequest", toOrganisationId = stranger }), "escalation.other-area");
        AssertRule(await Act(village, dispute, "escalation", new { reason = "PartyRequest", toOrganisationId = Guid.NewGuid() }), "organisation.unknown");
        AssertRule(await Act(village, dispute, "escalation", new { reason = "PartyRequest", toOrganisationId = await DeskOf(await SignIn("district")) }), "escalation.skips-level");
        AssertRule(await Act(town, atTown, "return", new { reason = "NotAttempted", toOrganisationId = stranger }), "return.other-area");
    }

    [Test]
    public async Task What_came_up_for_a_conflict_of_interest_is_not_sent_down()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var dispute = await GivenStep(village, await GivenDispute(village), "escalation", new { reason = "ConflictOfInterest", note = "村干部是当事人。" });
        dispute = await Accept(town, dispute);

        AssertRule(await Act(town, dispute, "return", new { reason = "NotAttempted", toOrganisationId = await DeskOf(village) }), "return.forbidden-reason");
    }

    [Test]
    public async Task A_sender_takes_back_what_nobody_has_accepted_yet()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var dispute = await GivenEscalatedDispute(village);

        var back = await GivenStep(village, dispute, "reversals", new { reason = "发错了" });
        Assert.That(((string?)back["status"], Name(back, "holder")), Is.EqualTo(("Registered", "海口村人民调解委员会")));
        Assert.That((await Decide(town, dispute, "acceptance", version: VersionOf(back))).Status, Is.EqualTo(HttpStatusCode.Forbidden));

        var accepted = await Accept(town, await GivenEscalatedDispute(village));
        Assert.That((await Act(village, accepted, "reversals", new { reason = "发错了" })).Code, Is.EqualTo("dispute.not-your-turn"));
    }

    /// <summary>The village's director answers for the matter, but the refusal was the town's step.</summary>
    [Test]
    public async Task Nobody_takes_back_the_answer_of_another_desk()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var refused = (await Decide(town, await GivenEscalatedDispute(village), "refusal", new { reason = "MaterialsMissing" })).Expect(HttpStatusCode.OK);

        Assert.That((await Act(village, refused, "reversals", new { reason = "不同意" })).Code, Is.EqualTo("dispute.not-your-turn"));
        Assert.That((string?)(await GivenStep(town, refused, "reversals", new { reason = "看错了" }))["status"], Is.EqualTo("HandoverPending"));
    }

    static async Task<Guid> DeskOf(HttpClient client) => (Guid)(await client.Get("/api/session")).Expect(HttpStatusCode.OK)["organisationId"]!;

    static string? Name(JsonNode dispute, string desk) => (string?)dispute[desk]!["name"];

    static Guid Pending(JsonNode dispute) => (Guid)dispute["handovers"]!.AsArray().Last(h => (string?)h!["state"] == "Pending")!["id"]!;

    static Task<Reply> Decide(HttpClient client, JsonNode dispute, string answer, object? body = null, int? version = null)
    {
        var command = System.Text.Json.JsonSerializer.SerializeToNode(body ?? new { })!.AsObject();
        command["commandId"] = Guid.NewGuid();
        command["baseVersion"] = version ?? VersionOf(dispute);
        return client.Post($"/api/handovers/{Pending(dispute)}/{answer}", command);
    }

    static async Task<JsonNode> Accept(HttpClient client, JsonNode dispute) => (await Decide(client, dispute, "acceptance")).Expect(HttpStatusCode.OK);
}
