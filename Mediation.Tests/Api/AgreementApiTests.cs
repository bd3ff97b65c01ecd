using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Instalments, breach, follow-up and confirmation as the tablet sees them.</summary>
sealed class AgreementApiTests(string kind) : ApiTest(kind)
{
    const string Court = "安庆市大观区人民法院";

    [Test]
    public async Task Instalments_are_paid_broken_and_made_good()
    {
        var village = await SignIn("village");
        var dispute = await GivenOctoberCase(village);
        var agreed = await GivenStep(village, dispute, "agreement", Paper(dispute, "2026-10-10", new JsonArray(Part("2026-10-20", 1000), Part("2026-11-30", 2000.5m))));
        var owed = Owed(agreed);
        Assert.That(((string?)owed["dueOn"], (string?)owed["nextDueOn"], (decimal?)owed["nextAmount"], (string?)owed["method"]), Is.EqualTo(("2026-11-30", "2026-10-20", 1000m, "转账")));
        Assert.That((string?)agreed["dueOn"], Is.EqualTo("2026-10-20"), "the desk's next day is the first instalment's");

        AssertRule(await Act(village, agreed, "breaches", new { obligationId = owed["id"], breachedOn = "2026-10-20" }), "breach.not-due");
        var broken = await GivenStep(village, agreed, "breaches", new { obligationId = owed["id"], breachedOn = "2026-10-21", record = "催告无果。" });
        Assert.That(((string?)broken["status"], (string?)broken["cases"]![0]!["state"], (bool?)Owed(broken)["breached"]), Is.EqualTo(("Performing", "Defaulted", true)));
        Assert.That(Ways(broken), Is.EqualTo(new[] { "UrgePerformance", "SuitOnAgreement", "MediateAgain" }), "the thirty days for the court are over");

        var paid = await GivenStep(village, broken, "performance", new { obligationId = owed["id"], performedOn = "2026-11-01", amount = 1000, evidence = "收条" });
        Assert.That(((bool?)Owed(paid)["breached"], (decimal?)Owed(paid)["paid"], (string?)Owed(paid)["nextDueOn"], (decimal?)Owed(paid)["nextAmount"]),
            Is.EqualTo((false, 1000m, "2026-11-30", 2000.5m)));
        AssertRule(await Act(village, paid, "performance", new { obligationId = owed["id"], amount = 1, attachmentId = Guid.NewGuid() }), "attachment.unknown");

        var district = await SignIn("district");
        var seen = (await district.Get(Path(IdOf(dispute)))).Expect(HttpStatusCode.OK);
        await GivenStep(district, seen, "erasure", new { fields = new[] { "record" }, reason = "本人依法要求删除。" });
        var now = (await village.Get(Path(IdOf(dispute)))).Expect(HttpStatusCode.OK);
        Assert.That(Owed(now)["breaches"]![0]!["record"], Is.Null);
    }

    [TestCase("""[{"dueOn":"2026-11-20","amount":1000},{"dueOn":"2026-11-30","amount":2000}]""", "obligation.instalments-sum")]
    [TestCase("""[{"dueOn":"2026-11-30","amount":1000},{"dueOn":"2026-11-20","amount":2000.5}]""", "obligation.instalments-order")]
    [TestCase("""[{"dueOn":"2026-10-09","amount":1000},{"dueOn":"2026-11-30","amount":2000.5}]""", "obligation.due-before-agreement")]
    public async Task Instalments_that_do_not_add_up_are_refused(string parts, string code)
    {
        var village = await SignIn("village");
        var dispute = await GivenOctoberCase(village);

        AssertRule(await Act(village, dispute, "agreement", Paper(dispute, "2026-10-10", JsonNode.Parse(parts)!.AsArray())), code);
    }

    /// <summary>人民调解法 33: jointly, within thirty days; who only sees the matter sees that it was confirmed, and not where.</summary>
    [Test]
    public async Task An_agreement_is_confirmed_by_the_court()
    {
        var village = await SignIn("village");
        var dispute = await GivenAcceptedDispute(village);
        dispute = await GivenStep(village, dispute, "agreement", Paper(dispute, "2026-11-16", null));
        var parties = PartiesOf(dispute);
        Assert.That((Told(dispute, "state"), Told(dispute, "lastDay"), (int?)Confirmation(dispute)["daysLeft"]), Is.EqualTo(("NotApplied", "2026-12-16", 30)));
        Assert.That(Ways(dispute), Is.EqualTo(new[] { "JointConfirmation" }));

        AssertRule(await Act(village, dispute, "confirmation", new { move = "Apply", applicantIds = parties.Take(1), court = Court }), "confirmation.not-joint");
        AssertRule(await Act(village, dispute, "confirmation", new { move = "Confirm" }), "confirmation.illegal-move");
        dispute = await GivenStep(village, dispute, "confirmation", new { move = "Apply", applicantIds = parties, court = Court });
        AssertRule(await Act(village, dispute, "confirmation", new { move = "Refuse", ground = "PublicMorals" }), "confirmation.ground");
        dispute = await GivenStep(village, dispute, "confirmation", new { move = "Accept", caseNumber = "（2026）皖0803民特1号" });
        dispute = await GivenStep(village, dispute, "confirmation", new { move = "Confirm" });
        dispute = await GivenStep(village, dispute, "confirmation", new { move = "Receive" });

        Assert.That(
            (Told(dispute, "state"), Told(dispute, "court"), Told(dispute, "caseNumber"), Told(dispute, "filedOn"), Told(dispute, "receivedOn")),
            Is.EqualTo(("ConfirmedValid", Court, "（2026）皖0803民特1号", "2026-11-16", "2026-11-16")));
        Assert.That((Ways(dispute).Length, Confirmation(dispute)["daysLeft"]), Is.EqualTo((0, (JsonNode?)null)));
        var town = await SignIn("town");
        var seen = (await town.Get(Path(IdOf(dispute)))).Expect(HttpStatusCode.OK);
        Assert.That((Told(seen, "state"), Told(seen, "court"), Told(seen, "caseNumber"), Agreement(seen)["lawfulSteps"], Agreement(seen)["obligations"]),
            Is.EqualTo(("ConfirmedValid", (string?)null, (string?)null, (JsonNode?)null, (JsonNode?)null)));
        Assert.That((await Act(await SignIn("village2"), dispute, "confirmation", new { move = "Receive" })).Status, Is.EqualTo(HttpStatusCode.NotFound));
        var lines = (await village.Get(Path(IdOf(dispute), "journal"))).Expect(HttpStatusCode.OK);
        Assert.That(lines.ToJsonString(), Does.Contain("\"ConfirmedValid\"").And.Contain("\"filedOn\""));
    }

    /// <summary>Domain 6 and 12: one case, one number; its second agreement bears -2, and a first follow-up belongs to the first agreement.</summary>
    [Test]
    public async Task What_is_mediated_again_keeps_its_number()
    {
        var village = await SignIn("village");
        var dispute = await GivenAgreedDispute(village);
        var number = (string)dispute["cases"]![0]!["number"]!;
        Assert.That((string?)Agreement(dispute)["number"], Is.EqualTo(number));

        dispute = await GivenStep(village, dispute, "reopening", new { reason = "对方一直不履行，双方同意再次调解。" });
        dispute = await GivenAcceptance(village, dispute);
        dispute = await GivenStep(village, dispute, "agreement", new { form = "Oral", terms = "改为月底前疏通。" });

        Assert.That((string?)dispute["cases"]![1]!["number"], Is.EqualTo(number));
        Assert.That((string?)Agreement(dispute, 1)["number"], Is.EqualTo($"{number}-2"));
    }

    /// <summary>人民调解法 28: whoever asks for writing gets it; an oral one that is left to be done is advised to be written.</summary>
    [Test]
    public async Task Writing_is_given_when_asked_and_advised_otherwise()
    {
        var village = await SignIn("village");
        var dispute = await GivenAcceptedDispute(village);
        AssertRule(await Act(village, dispute, "agreement", new { form = "Oral", terms = "口头约定。", writingAsked = true }), "agreement.must-be-written");

        var agreed = await GivenStep(village, dispute, "agreement", Paper(dispute, "2026-11-16", null).With("form", "Oral"));

        Assert.That(agreed["warnings"]!.AsArray().Select(w => (string?)w!["code"]), Does.Not.Contain("agreement.writing-advised"), "it was written down at once");
        var oral = await GivenAgreedDispute(village);
        Assert.That(oral["warnings"]!.AsArray().Select(w => (string?)w!["code"]), Does.Contain("agreement.writing-advised"));
    }

    static JsonNode Agreement(JsonNode dispute, int at = 0) => dispute["cases"]![at]!["agreement"]!;

    static JsonNode Owed(JsonNode dispute) => Agreement(dispute)["obligations"]![0]!;

    static JsonNode Confirmation(JsonNode dispute) => Agreement(dispute)["confirmation"]!;

    static string? Told(JsonNode dispute, string field) => (string?)Confirmation(dispute)[field];

    static string[] Ways(JsonNode dispute) => [.. Agreement(dispute)["lawfulSteps"]!.AsArray().Select(step => (string)step!["step"]!)];

    static JsonObject Part(string dueOn, decimal amount) => new() { ["dueOn"] = dueOn, ["amount"] = amount };

    static JsonObject Paper(JsonNode dispute, string on, JsonArray? instalments) => new()
    {
        ["form"] = "Written", ["terms"] = "李试二分期付清。", ["on"] = on, ["mediatorSignedOn"] = on, ["sealedOn"] = on,
        ["obligations"] = new JsonArray(new JsonObject
        {
            ["debtorId"] = PartiesOf(dispute)[1], ["creditorId"] = PartiesOf(dispute)[0], ["act"] = "付款", ["amount"] = 3000.5m, ["method"] = "转账", ["instalments"] = instalments,
        }),
        ["signatures"] = new JsonArray([.. PartiesOf(dispute).Select(id => new JsonObject { ["partyId"] = id, ["kind"] = "Signed", ["on"] = on })]),
    };

    static async Task<JsonNode> GivenOctoberCase(HttpClient village)
    {
        var dispute = await GivenDispute(village, body => (body["occurredOn"], body["receivedAt"], body["deviceTime"]) = ("2026-10-01", "2026-10-08T01:00:00Z", null));
        var notices = PartiesOf(dispute).Select(id => new { partyId = id, form = "TakingPart", on = "2026-10-09" });
        return await GivenStep(village, dispute, "acceptance", new { notices, on = "2026-10-09" });
    }
}

/// <summary>A body with one field changed.</summary>
static class Bodies
{
    public static JsonObject With(this JsonObject body, string field, JsonNode? value)
    {
        body[field] = value;
        return body;
    }
}
