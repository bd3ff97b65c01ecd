using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Numbers of people and organisations: a wrong one is kept and warned of, never refused (GB 11643, GB 32100; domain 12).</summary>
sealed class IdentityNumberTests(string kind) : ApiTest(kind)
{
    [TestCase("Person", "ResidentId", "11010519491231002X", "11010519491231002X")]
    [TestCase("Person", "ResidentId", "11010519491231002x", "11010519491231002X")]
    [TestCase("Person", "ResidentId", "１１０１０５１９４９１２３１００２ｘ", "11010519491231002X")]
    [TestCase("Person", "ResidentId", " 110105 19491231 002X ", "11010519491231002X")]
    [TestCase("Person", null, "440524188001010014", "440524188001010014")]
    [TestCase("Organization", "UnifiedSocialCreditCode", "91350100M000100Y43", "91350100M000100Y43")]
    [TestCase("Organization", "UnifiedSocialCreditCode", "91350100m000100y43", "91350100M000100Y43")]
    [TestCase("Organization", null, "９１３５０１００Ｍ０００１００Ｙ４３", "91350100M000100Y43")]
    public async Task A_valid_number_is_normalised_and_earns_no_warning(string partyKind, string? type, string given, string kept)
    {
        var (dispute, revealed) = await Registered(partyKind, type, given);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Warnings(dispute), Is.Empty);
            Assert.That((bool?)dispute["parties"]![0]!["idVerified"], Is.True);
            Assert.That((string?)dispute["parties"]![0]!["idNumber"], Does.Contain("*").And.Not.EqualTo(kept));
            Assert.That(revealed, Is.EqualTo(kept));
        }
    }

    [TestCase("Person", "ResidentId", "110105194912310021", "id.check-digit")]
    [TestCase("Person", "ResidentId", "11010519490231002X", "id.birth-date")]
    [TestCase("Person", "ResidentId", "99010519491231002X", "id.region")]
    [TestCase("Person", "ResidentId", "123", "id.length")]
    [TestCase("Person", "ResidentId", "1101051949123100AB", "id.characters")]
    [TestCase("Organization", "UnifiedSocialCreditCode", "91350100M000100Y44", "id.check-digit")]
    [TestCase("Organization", "UnifiedSocialCreditCode", "91350100I000100Y43", "id.characters")]
    [TestCase("Organization", "UnifiedSocialCreditCode", "9135", "id.length")]
    public async Task A_wrong_number_is_kept_as_unverified_with_a_warning(string partyKind, string type, string given, string code)
    {
        var (dispute, revealed) = await Registered(partyKind, type, given);
        var warning = Warnings(dispute).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)warning["field"], Is.EqualTo("parties[0].idNumber"));
            Assert.That((string?)warning["code"], Is.EqualTo(code));
            Assert.That((string?)warning["text"], Is.Not.Empty.And.Not.Contains(given));
            Assert.That((bool?)dispute["parties"]![0]!["idVerified"], Is.False);
            Assert.That(revealed, Is.EqualTo(given));
        }
    }

    [Test]
    public async Task A_passport_is_checked_by_nobody_and_no_number_is_no_question()
    {
        var (passport, revealed) = await Registered("Person", "Passport", "E12345678");
        var none = await GivenDispute(await SignIn("village"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Warnings(passport), Is.Empty);
            Assert.That(passport["parties"]![0]!["idVerified"], Is.Null);
            Assert.That(revealed, Is.EqualTo("E12345678"));
            Assert.That(none["parties"]![0]!["idVerified"], Is.Null);
        }
    }

    [Test]
    public async Task The_preview_warns_alike()
    {
        var body = DisputeBody(b => b["parties"]![1]!["idNumber"] = "110105194912310021");
        var preview = (await (await SignIn("village")).Post("/api/disputes/routing-preview", body)).Expect(HttpStatusCode.OK);

        Assert.That(Warnings(preview).Select(w => ((string?)w["field"], (string?)w["code"])), Is.EqualTo(new[] { ("parties[1].idNumber", "id.check-digit") }));
    }

    async Task<(JsonNode Dispute, string? Revealed)> Registered(string partyKind, string? type, string number)
    {
        var client = await SignIn("village");
        var dispute = await GivenDispute(client, b => (b["parties"]![0]!["kind"], b["parties"]![0]!["idType"], b["parties"]![0]!["idNumber"]) = (partyKind, type, number));
        var read = (await client.Get(Path(IdOf(dispute)))).Expect(HttpStatusCode.OK);
        Assert.That(Warnings(read).Select(w => w.ToJsonString()), Is.EqualTo(Warnings(dispute).Select(w => w.ToJsonString())));
        var revealed = (await client.Post(Path(IdOf(dispute), "reveal"), new { commandId = Guid.NewGuid(), fields = new[] { "idNumber" }, reason = "核对证件" }))
            .Expect(HttpStatusCode.OK);
        return (dispute, (string?)revealed["parties"]![0]!["idNumber"]);
    }

    static List<JsonNode> Warnings(JsonNode dispute) => [.. dispute["warnings"]!.AsArray().Select(w => w!)];
}
