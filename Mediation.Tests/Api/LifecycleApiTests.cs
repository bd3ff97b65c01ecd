using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Every path of contract section 1 that a village walks alone: once as it should be, once against a rule.</summary>
sealed class LifecycleApiTests(string kind) : ApiTest(kind)
{
    [Test]
    public async Task A_quarrel_goes_all_its_way_and_is_opened_again()
    {
        using var village = await App.SignInAnew("village");
        var dispute = await GivenDispute(village);
        var (applicant, respondent) = (PartiesOf(dispute)[0], PartiesOf(dispute)[1]);

        dispute = await Walk(village, dispute, "acceptance", new { notices = new[] { new { partyId = applicant, form = "Oral" } } }, "InMediation");
        Assert.That((string?)dispute["cases"]![0]!["number"], Does.Match("^（2026）海口村人调字第[0-9]+号$"));
        dispute = await Walk(village, dispute, "notices", new { partyId = respondent, form = "Signed" }, "InMediation");
        dispute = await Walk(village, dispute, "sessions", new { place = "村委会", attendeeIds = PartiesOf(dispute), invitees = new[] { "邻居" }, record = "陈述。", result = "Continue" }, "InMediation");
        dispute = await Walk(village, dispute, "suspension", new { reason = "PartyUnavailable", from = "2026-11-16" }, "Suspended");
        dispute = await Walk(village, dispute, "resumption", new { to = "2026-11-16" }, "InMediation");
        dispute = await Walk(village, dispute, "agreement", Agreement(dispute, signed: applicant), "Agreed");
        Assert.That(dispute["cases"]![0]!["agreement"]!["effectiveOn"], Is.Null);
        dispute = await Walk(village, dispute, "agreement", Agreement(dispute, signed: respondent, sealedOn: "2026-11-16"), "Agreed");
        var agreement = dispute["cases"]![0]!["agreement"]!;
        Assert.That((string?)agreement["effectiveOn"], Is.EqualTo("2026-11-16"));
        var owed = (Guid)agreement["obligations"]![0]!["id"]!;
        dispute = await Walk(village, dispute, "performance", new { obligationId = owed, performedOn = "2026-11-16", amount = 40.5, evidence = "收条" }, "Performing");
        dispute = await Walk(village, dispute, "performance", new { obligationId = owed, amount = 59.5 }, "Performed");
        dispute = await Walk(village, dispute, "follow-ups", new { by = "Phone", performed = true, relapse = false, satisfaction = 5, record = "已和好。" }, "Performed");
        dispute = await Walk(village, dispute, "closure", null, "Closed");
        dispute = await Walk(village, dispute, "reopening", new { reason = "一方反映协议显失公平，双方同意重新调解。" }, "Registered");
        dispute = await Walk(village, dispute, "settlement-on-the-spot", new { terms = "重新约定，当场付清。", performance = "Immediate" }, "Closed");
        Assert.That(dispute["cases"]!.AsArray(), Has.Count.EqualTo(2));
    }

    [TestCase("failure", """{"channels":["Suit","LegalAid"]}""", "Unresolved")]
    [TestCase("termination", """{"reason":"PartyRefusesOrQuits","channels":["Suit"]}""", "Unresolved")]
    [TestCase("withdrawal", """{"partyId":"$applicant"}""", "Unresolved")]
    [TestCase("settlement-on-the-spot", """{"terms":"当场付清。","performance":"Continuing"}""", "Closed")]
    [TestCase("voiding", """{"reason":"练习录入"}""", "Voided")]
    [TestCase("parties", """{"action":"Add","party":{"side":"ThirdParty","kind":"Person","name":"王试三"},"reason":"租户"}""", "InMediation")]
    public async Task An_accepted_matter_takes(string act, string body, string status)
    {
        var village = await SignIn("village");
        var dispute = await GivenAcceptedDispute(village);

        await Walk(village, dispute, act, Filled(body, dispute), status);
    }

    [TestCase("rejection", """{"reason":"NotCivilDispute","channels":["OtherDepartment"]}""", "Unresolved")]
    [TestCase("referral", """{"organ":"区自然资源局","receipt":"收字12号"}""", "ReferredOut")]
    [TestCase("settlement-on-the-spot", """{"terms":"当场付清。","performance":"Immediate"}""", "Closed")]
    [TestCase("corrections", """{"field":"peopleInvolved","old":2,"new":3,"reason":"漏登一人"}""", "Registered")]
    public async Task A_registered_matter_takes(string act, string body, string status)
    {
        var village = await SignIn("village");
        var dispute = await GivenDispute(village);

        await Walk(village, dispute, act, Filled(body, dispute), status);
    }

    [Test]
    public async Task A_registering_body_settles_at_once()
    {
        var village = await SignIn("village");

        var dispute = await GivenDispute(village, body => body["settlement"] = new JsonObject { ["terms"] = "当场付清。", ["performance"] = "Immediate" });

        Assert.That(((string?)dispute["status"], VersionOf(dispute)), Is.EqualTo(("Closed", 2)));
    }

    [Test]
    public async Task A_challenged_host_is_met_by_another_mediator()
    {
        var village = await SignIn("village");
        var dispute = await GivenAcceptedDispute(village);
        var others = (await village.Get($"/api/mediators?under={Village}")).Expect(HttpStatusCode.OK)["items"]!.AsArray()
            .Select(m => (Guid)m!["id"]!).Except([(Guid)dispute["cases"]![0]!["host"]!["id"]!]).ToList();

        var body = new { commandId = Guid.NewGuid(), baseVersion = VersionOf(dispute), hostId = others[0], assistantIds = Array.Empty<Guid>() };
        var replaced = (await village.Put(Path(IdOf(dispute), "mediators"), body)).Expect(HttpStatusCode.OK);
        var twice = await village.Put(Path(IdOf(dispute), "mediators"), new { commandId = Guid.NewGuid(), baseVersion = VersionOf(replaced), hostId = others[0], assistantIds = others });

        Assert.That((Guid?)replaced["cases"]![0]!["host"]!["id"], Is.EqualTo(others[0]));
        AssertRule(twice, "mediators.host-assists");
    }

    [TestCase("OneSided", "acceptance", "{}", "parties.two-sides")]
    [TestCase("Registered", "acceptance", """{"notices":[{"partyId":"00000000-0000-0000-0000-000000000001","form":"Oral"}]}""", "party.unknown")]
    [TestCase("ByCourt", "rejection", """{"reason":"AlreadyAcceptedOrResolved","channels":["Suit"]}""", "rejection.referred-by-organ")]
    [TestCase("Accepted", "notices", """{"partyId":"00000000-0000-0000-0000-000000000001","form":"Oral"}""", "party.unknown")]
    [TestCase("Untold", "sessions", """{"attendeeIds":["$respondent"],"result":"Continue"}""", "notice.missing")]
    [TestCase("Labour", "agreement", """{"form":"Oral","terms":"补发工资。"}""", "agreement.must-be-written")]
    [TestCase("Registered", "failure", """{"channels":["Suit"]}""", "dispute.illegal-move")]
    [TestCase("Accepted", "termination", """{"reason":"TimeLimitExpired","channels":["Suit"]}""", "termination.limit-only-medical")]
    [TestCase("Accepted", "withdrawal", """{"partyId":"$respondent"}""", "withdrawal.not-applicant")]
    [TestCase("Accepted", "suspension", """{"reason":"Appraisal","from":"2026-11-01"}""", "suspension.before-acceptance")]
    [TestCase("Suspended", "resumption", """{"to":"2026-11-01"}""", "resumption.before-suspension")]
    [TestCase("Agreed", "performance", """{"obligationId":"00000000-0000-0000-0000-000000000001"}""", "obligation.unknown")]
    [TestCase("Registered", "follow-ups", """{"by":"Visit","performed":true}""", "dispute.illegal-move")]
    [TestCase("Agreed", "closure", "{}", "closure.not-performed")]
    [TestCase("Registered", "reopening", """{"reason":"x"}""", "dispute.illegal-move")]
    [TestCase("Labour", "settlement-on-the-spot", """{"terms":"当场付清。","performance":"Immediate"}""", "agreement.must-be-written")]
    [TestCase("Registered", "escalation", """{"reason":"RedLevel"}""", "escalation.not-red")]
    [TestCase("Accepted", "referral", """{"organ":"区自然资源局"}""", "dispute.illegal-move")]
    [TestCase("Registered", "corrections", """{"field":"subject","old":"别的","new":"排水纠纷","reason":"x"}""", "correction.old-differs")]
    [TestCase("Registered", "corrections", """{"field":"status","old":null,"new":"Closed","reason":"x"}""", "correction.unknown-field")]
    [TestCase("Registered", "reversals", """{"reason":"x"}""", "reversal.nothing")]
    [TestCase("Voided", "voiding", """{"reason":"x"}""", "dispute.illegal-move")]
    [TestCase("Registered", "duplicate-of", """{"survivorId":"$itself","reason":"x"}""", "merge.itself")]
    [TestCase("Registered", "parties", """{"action":"Remove","partyId":"00000000-0000-0000-0000-000000000001","reason":"x"}""", "party.unknown")]
    [TestCase("Accepted", "failure", """{"channels":["Suit"],"on":"2026-11-15"}""", "dispute.date-before-previous-step")]
    [TestCase("Accepted", "failure", """{"channels":["Suit"],"on":"2026-11-18"}""", "date.in-future")]
    public async Task A_rule_refuses_with_its_name_and_changes_nothing(string state, string act, string body, string code)
    {
        var village = await SignIn("village");
        var dispute = await GivenState(village, state);

        AssertRule(await Act(village, dispute, act, Filled(body, dispute)), code);

        var now = (await village.Get(Path(IdOf(dispute)))).Expect(HttpStatusCode.OK);
        Assert.That((VersionOf(now), (string?)now["status"]), Is.EqualTo((VersionOf(dispute), (string?)dispute["status"])));
    }

    static async Task<JsonNode> GivenState(HttpClient client, string state) => state switch
    {
        "Registered" => await GivenDispute(client),
        "OneSided" => await GivenDispute(client, body => body["parties"]!.AsArray().RemoveAt(1)),
        "ByCourt" => await GivenDispute(client, body => (body["source"], body["referredBy"]) = ("EntrustedReferral", "Court")),
        "Accepted" => await GivenAcceptedDispute(client),
        "Untold" => await GivenStep(client, await GivenDispute(client), "acceptance"),
        "Labour" => await GivenAcceptedDispute(client, body => body["type"] = "OtherLabor"),
        "Suspended" => await GivenStep(client, await GivenAcceptedDispute(client), "suspension", new { reason = "Appraisal" }),
        "Agreed" => await GivenAgreedDispute(client),
        _ => await GivenStep(client, await GivenDispute(client), "voiding", new { reason = "练习录入" }),
    };

    static async Task<JsonNode> Walk(HttpClient client, JsonNode dispute, string act, object? body, string status)
    {
        var after = await GivenStep(client, dispute, act, body);
        Assert.That(((string?)after["status"], VersionOf(after)), Is.EqualTo((status, VersionOf(dispute) + 1)), act);
        return after;
    }

    static object Agreement(JsonNode dispute, Guid signed, string? sealedOn = null) => new
    {
        form = "Written", terms = "李试二付一百元并疏通排水沟。", sealedOn, mediatorSignedOn = "2026-11-16",
        obligations = new[] { new { debtorId = PartiesOf(dispute)[1], creditorId = PartiesOf(dispute)[0], act = "付款", amount = 100.00m, dueOn = "2026-11-30", continuing = false } },
        signatures = new[] { new { partyId = signed, kind = "Fingerprint", on = "2026-11-16" } },
    };

    static JsonNode Filled(string body, JsonNode dispute) => JsonNode.Parse(body
        .Replace("$applicant", PartiesOf(dispute)[0].ToString(), StringComparison.Ordinal)
        .Replace("$respondent", PartiesOf(dispute)[^1].ToString(), StringComparison.Ordinal)
        .Replace("$itself", IdOf(dispute).ToString(), StringComparison.Ordinal))!;
}
