using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Participation, guardians, agents, mediators' trust and reports of violence over HTTP, as the people would.</summary>
sealed class FairnessApiTests(string kind) : ApiTest(kind)
{
    /// <summary>人民调解法 17, 23, 26: one command says it and ends it; taken back, both are.</summary>
    [Test]
    public async Task A_refusal_ends_the_case_and_a_reversal_restores_it()
    {
        using var village = await App.SignInAnew("village");
        var dispute = await GivenAcceptedDispute(village);
        var respondent = PartiesOf(dispute)[1];
        object Refusal(params string[] channels) => new { partyId = respondent, stance = "Refuses", form = "Oral", channels };

        AssertRule(await Act(village, dispute, "participation", Refusal()), "channels.missing");
        AssertRule(await Act(village, dispute, "participation", Refusal("Petition")), "channels.not-of-this-nature");
        var refused = await GivenStep(village, dispute, "participation", Refusal("Suit", "LegalAid"));

        Assert.That(((string?)refused["status"], VersionOf(refused)), Is.EqualTo(("Unresolved", VersionOf(dispute) + 2)));
        Assert.That((string?)refused["cases"]![0]!["endReason"], Is.EqualTo("PartyRefusesOrQuits"));
        Assert.That((string?)refused["parties"]![1]!["stances"]![0]!["stance"], Is.EqualTo("Refuses"));
        AssertRule(await Act(village, refused, "acceptance"), "party.refuses");
        var again = await GivenStep(village, refused, "participation", new { partyId = respondent, stance = "TakesPart", form = "Signed" });
        again = await GivenAcceptance(village, again);
        Assert.That((string?)again["status"], Is.EqualTo("InMediation"));

        var ended = await GivenAcceptedDispute(village);
        ended = await GivenStep(village, ended, "participation", new { partyId = PartiesOf(ended)[0], stance = "Refuses", form = "Signed", channels = new[] { "Suit" } });
        ended = await GivenStep(village, ended, "reversals", new { reason = "记错了当事人" });
        Assert.That(((string?)ended["status"], ended["parties"]![0]!["stances"]!.AsArray().Count), Is.EqualTo(("InMediation", 0)));
    }

    /// <summary>民法典 27, 35; 个人信息保护法 31: named before consent, and read by host and director only.</summary>
    [Test]
    public async Task A_child_has_a_guardian_whose_name_stays_here()
    {
        using var village = await App.SignInAnew("village");
        var dispute = await GivenDispute(village, body => (body["parties"]![0]!["name"], body["parties"]![0]!["capacity"]) = ("周童某", "Under14"));
        var (child, respondent) = (PartiesOf(dispute)[0], PartiesOf(dispute)[1]);
        Assert.That(Warnings(dispute), Does.Contain("guardian.missing"));
        AssertRule(await Act(village, dispute, "acceptance", new { notices = new[] { new { partyId = child, form = "Oral" } } }), "guardian.missing");
        AssertRule(await Act(village, dispute, "guardian", new { partyId = child, name = "李试二", relation = "Parent", guardianPartyId = respondent, opposedInterest = false }), "guardian.opposed-interest");

        dispute = await GivenStep(village, dispute, "guardian", new { partyId = child, name = "周试母", relation = "Parent", opposedInterest = false });
        dispute = await GivenStep(village, dispute, "agents", new { action = "Add", partyId = child, agent = new { name = "钱试律", phone = "13800000033", scope = "Special" } });
        dispute = await GivenStep(village, dispute, "corrections", new { field = $"parties.{child}.phone", old = "13800000001", @new = "13800000009", reason = "换号" });
        dispute = await GivenStep(village, dispute, "corrections", new { field = $"parties.{child}.guardianName", old = "周试母", @new = "周试妈", reason = "写错" });
        dispute = await GivenAcceptance(village, dispute);

        var shown = dispute["parties"]![0]!;
        Assert.That(((string?)shown["guardian"]!["name"], (string?)shown["guardian"]!["relation"], (string?)shown["agents"]![0]!["name"], (string?)shown["agents"]![0]!["phone"]),
            Is.EqualTo(("周试妈", "Parent", "钱试律", "138****0033")), "corrections keep what happened since");
        foreach (var user in (string[])["town", "district"])
            Assert.That(await Everything(await SignIn(user), dispute), Does.Not.Contain("周试妈").And.Not.Contain("周试母").And.Not.Contain("钱试律"));
        var revealed = (await village.Post(Path(IdOf(dispute), "reveal"), new { commandId = Guid.NewGuid(), fields = new[] { $"parties.{child}.phone" }, reason = "通知代理人" })).Expect(HttpStatusCode.OK);
        Assert.That((string?)revealed["parties"]![0]!["agents"]![0]!["phone"], Is.EqualTo("13800000033"));
        var agent = (Guid)shown["agents"]![0]!["id"]!;
        dispute = await GivenStep(village, dispute, "agents", new { action = "Revoke", partyId = child, agent = new { id = agent } });
        Assert.That((string?)dispute["parties"]![0]!["agents"]![0]!["revokedOn"], Is.Not.Null);
    }

    /// <summary>若干规定 25, domain 3.2: nothing goes on until the organisation has decided; its director does.</summary>
    [Test]
    public async Task A_challenged_host_is_replaced_by_the_committee()
    {
        using var village = await App.SignInAnew("village");
        var dispute = await GivenAcceptedDispute(village);
        var (host, respondent) = ((Guid)dispute["cases"]![0]!["host"]!["id"]!, PartiesOf(dispute)[1]);
        var other = (await village.Get($"/api/mediators?under={Village}")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(m => (Guid)m!["id"]!).First(id => id != host);
        var challenge = Guid.CreateVersion7();

        dispute = await GivenStep(village, dispute, "challenges", new { commandId = challenge, mediatorId = host, partyId = respondent, ground = "CloseRelative" });
        AssertRule(await Act(village, dispute, "sessions", new { attendeeIds = PartiesOf(dispute), result = "Agreed" }), "challenge.open");
        AssertRule(await Act(village, dispute, "challenge-decisions", new { challengeId = challenge, decision = "Unfounded" }), "challenge.host-is-replaced");
        AssertRule(await Act(village, dispute, "challenge-decisions", new { challengeId = challenge, decision = "Replaced", replacementId = Guid.NewGuid() }), "mediator.unknown");
        var sector = await SignIn("sector");
        Assert.That((await Act(sector, dispute, "challenge-decisions", new { challengeId = challenge, decision = "Unfounded" })).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        dispute = await GivenStep(village, dispute, "challenge-decisions", new { challengeId = challenge, decision = "Replaced", replacementId = other });
        dispute = await GivenSession(village, dispute, "Continue");

        Assert.That(((Guid)dispute["cases"]![0]!["host"]!["id"]!, (string?)dispute["cases"]![0]!["challenges"]![0]!["decision"]), Is.EqualTo((other, "Replaced")));
        var seen = (await (await SignIn("town")).Get(Path(IdOf(dispute)))).Expect(HttpStatusCode.OK)["cases"]![0]!;
        Assert.That((seen["challenges"], seen["declarations"], seen["investigations"]), Is.EqualTo(((JsonNode?)null, (JsonNode?)null, (JsonNode?)null)));
    }

    /// <summary>人民调解法 19, 23: chosen by the parties, with a ground that they accept.</summary>
    [Test]
    public async Task A_chosen_host_declares_and_is_accepted()
    {
        using var village = await App.SignInAnew("village");
        var dispute = await GivenAcceptedDispute(village);
        var host = (Guid)dispute["cases"]![0]!["host"]!["id"]!;
        var named = await village.Put(Path(IdOf(dispute), "mediators"), new { commandId = Guid.NewGuid(), baseVersion = VersionOf(dispute), hostId = host, chosenBy = PartiesOf(dispute) });
        dispute = named.Expect(HttpStatusCode.OK);
        dispute = await GivenStep(village, dispute, "interest-declarations", new { mediatorId = host, ground = "OtherRelation", acceptedBy = PartiesOf(dispute).Take(1) });

        AssertRule(await Act(village, dispute, "sessions", new { attendeeIds = PartiesOf(dispute), result = "Agreed" }), "mediator.interest-not-accepted");
        dispute = await GivenStep(village, dispute, "interest-declarations", new { mediatorId = host, ground = "OtherRelation", acceptedBy = PartiesOf(dispute) });
        dispute = await GivenSession(village, dispute, "Continue");

        Assert.That(dispute["cases"]![0]!["chosenBy"]!.AsArray(), Has.Count.EqualTo(2));
        Assert.That(dispute["cases"]![0]!["declarations"]!.AsArray(), Has.Count.EqualTo(2));
    }

    /// <summary>反家庭暴力法 14: not even on the spot, and who received the report is for those who answer.</summary>
    [Test]
    public async Task Violence_is_reported_before_it_is_settled()
    {
        using var village = await App.SignInAnew("village");
        var body = DisputeBody(b => (b["type"], b["risks"], b["parties"]![0]!["protected"]) = ("MarriageFamily", new JsonArray("DomesticViolence"), true));
        var spot = body.DeepClone();
        spot["settlement"] = new JsonObject { ["terms"] = "各让一步。", ["performance"] = "Immediate" };
        AssertRule(await village.Put(Path(Guid.CreateVersion7()), spot), "risk.report-missing");
        var dispute = (await village.Put(Path(Guid.CreateVersion7()), body)).Expect(HttpStatusCode.Created);
        Assert.That(((string?)dispute["riskLevel"], (bool)dispute["parties"]![0]!["protected"]!), Is.EqualTo(("Red", true)));

        AssertRule(await Act(village, dispute, "settlement-on-the-spot", new { terms = "各让一步。", performance = "Immediate" }), "risk.report-missing");
        dispute = await GivenStep(village, dispute, "risk-reports", new { risk = "DomesticViolence", organ = "海口派出所", reportedAt = "2026-11-16T00:45:00Z", receiver = "警员邵某" });
        var town = await Everything(await SignIn("town"), dispute);
        dispute = await GivenStep(village, dispute, "settlement-on-the-spot", new { terms = "各让一步。", performance = "Immediate" });

        Assert.That(town, Does.Contain("海口派出所").And.Not.Contain("警员邵某"));
        Assert.That((await Everything(village, dispute)), Does.Contain("警员邵某"));
        Assert.That(((string?)dispute["status"], Warnings(dispute).Contains("risk.civil-parts-only")), Is.EqualTo(("Closed", true)));
    }

    /// <summary>反家庭暴力法 5: the mark is put on and taken off as a correction.</summary>
    [Test]
    public async Task A_victims_mark_is_corrected_with_a_reason()
    {
        var village = await SignIn("village");
        var dispute = await GivenDispute(village);
        var party = PartiesOf(dispute)[0];

        dispute = await GivenStep(village, dispute, "corrections", new { field = $"parties.{party}.protected", old = false, @new = true, reason = "当事人说明曾被殴打" });

        Assert.That((bool)dispute["parties"]![0]!["protected"]!, Is.True);
    }

    static IEnumerable<string> Warnings(JsonNode dispute) => dispute["warnings"]!.AsArray().Select(w => (string)w!["code"]!);

    static async Task<string> Everything(HttpClient client, JsonNode dispute)
    {
        var (file, journal) = (await client.Get(Path(IdOf(dispute))), await client.Get(Path(IdOf(dispute), "journal")));
        Assert.That((file.Status, journal.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
        return System.Text.RegularExpressions.Regex.Unescape(file.Json.ToJsonString() + journal.Json.ToJsonString());
    }
}
