using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>
/// Two villages, two towns, a sector committee, the district, the auditor and the administrator: a matter in each place, and every
/// endpoint that returns data asked by every account. What is out of scope answers exactly as what does not exist.
/// </summary>
sealed class ScopeTests(string kind) : ApiTest(kind)
{
    const string Village2 = "340803100205";
    const string Town2 = "340803200000";

    static readonly string[] Accounts = ["village", "village2", "town", "town2", "district", "sector", "auditor", "admin"];
    static readonly string[] Owners = ["village", "village2", "town", "town2", "sector"];

    /// <summary>Who sees whose matter: the place's own chain upwards, and whom it concerns.</summary>
    static readonly Dictionary<string, string[]> Sees = new()
    {
        ["village"] = ["village"],
        ["village2"] = ["village2"],
        ["town"] = ["village", "village2", "town"],
        ["town2"] = ["town2"],
        ["district"] = Owners,
        ["sector"] = ["sector"],
        ["auditor"] = [],
        ["admin"] = [],
    };

    readonly Dictionary<string, JsonNode> matters = [];

    // Lists and counts are compared whole.
    protected override bool OwnServer => true;

    [OneTimeSetUp]
    public async Task Given_a_matter_in_each_place()
    {
        matters["village"] = await GivenCase("village", Village);
        matters["village2"] = await GivenCase("village2", Village2);
        matters["town"] = await GivenCase("town", Town);
        matters["town2"] = await GivenCase("town2", Town2);
        // In a third town, by the medical committee: nobody's area but the district's.
        matters["sector"] = await GivenCase("sector", "340803201201", "Medical");
    }

    [Test]
    public async Task A_matter_out_of_scope_reads_like_one_that_does_not_exist([ValueSource(nameof(Accounts))] string account, [ValueSource(nameof(Owners))] string owner)
    {
        var client = await SignIn(account);
        var seen = Sees[account].Contains(owner);
        foreach (var path in (string[])["", "journal", "journal/verification", "suggested-mediators"])
        {
            var reply = await client.Get(Path(IdOf(matters[owner]), path));
            if (seen || account == "auditor" && path == "journal/verification")
                Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.OK), $"{path} {reply.Text}");
            else
                AssertLikeNothing(reply, await client.Get(Path(Guid.NewGuid(), path)), owner);
            AssertNothingUnmasked(reply);
        }
    }

    [Test]
    public async Task Revealing_needs_scope_and_role([ValueSource(nameof(Accounts))] string account, [ValueSource(nameof(Owners))] string owner)
    {
        var client = await SignIn(account);
        Task<Reply> Reveal(Guid id) =>
            client.Post(Path(id, "reveal"), new { commandId = Guid.NewGuid(), fields = new[] { "idNumber", "phone", "address" }, reason = "送达文书" });

        var reply = await Reveal(IdOf(matters[owner]));

        if (Sees[account].Contains(owner))
            Assert.That((reply.Status, reply.Text.Contains(PhoneOf(owner), StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.OK, true)));
        else
            AssertLikeNothing(reply, await Reveal(Guid.NewGuid()), owner);
    }

    [Test]
    public async Task A_command_out_of_scope_finds_nothing([ValueSource(nameof(Accounts))] string account, [ValueSource(nameof(Owners))] string owner)
    {
        if (Sees[account].Contains(owner))
            return;
        var client = await SignIn(account);
        foreach (var (act, body) in Commands())
        {
            var reply = await Act(client, matters[owner], act, body.DeepClone());
            var nothing = await Act(client, new JsonObject { ["id"] = Guid.NewGuid(), ["version"] = 1 }, act, body.DeepClone());
            AssertLikeNothing(reply, nothing, owner);
        }
        var seen = (await (await SignIn(owner)).Get(Path(IdOf(matters[owner])))).Expect(HttpStatusCode.OK);
        Assert.That(VersionOf(seen), Is.EqualTo(VersionOf(matters[owner])));
    }

    [Test]
    public async Task Lists_queue_and_counts_hold_what_is_in_scope_and_no_more([ValueSource(nameof(Accounts))] string account)
    {
        var client = await SignIn(account);
        var own = Sees[account].Select(owner => IdOf(matters[owner])).ToList();
        foreach (var path in (string[])["/api/disputes?limit=200", "/api/disputes?limit=200&sort=dueOn", "/api/triage?limit=200&flag=late", "/api/disputes?q=zq&limit=200"])
        {
            var reply = await client.Get(path);
            if (own.Count == 0)
            {
                Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.Forbidden), path);
                continue;
            }
            Assert.That(Ids(reply), path.Contains("triage", StringComparison.Ordinal) ? Is.SubsetOf(own) : Is.EquivalentTo(own), path);
            AssertNothingOfOthers(reply, account);
            AssertNothingUnmasked(reply);
        }
        foreach (var owner in Owners.Except(Sees[account]).Where(_ => own.Count > 0))
        {
            Assert.That(Ids(await client.Get($"/api/disputes?q={Mark(owner)}")), Is.Empty, owner);
            Assert.That(Ids(await client.Get($"/api/disputes?holder={matters[owner]["holder"]!["id"]}")), Is.SubsetOf(own), owner);
        }
    }

    [Test]
    public async Task The_queue_counts_what_it_lists([ValueSource(nameof(Accounts))] string account)
    {
        if (Sees[account].Length == 0)
            return;
        var client = await SignIn(account);
        var all = await client.Get("/api/triage?limit=200");

        Assert.That((int)all["counts"]!["total"]!, Is.EqualTo(Ids(all).Count));
        foreach (var flag in (string[])["waiting", "late", "red", "unassigned", "returned"])
            Assert.That((int)all["counts"]![flag]!, Is.EqualTo(Ids(await client.Get($"/api/triage?limit=200&flag={flag}")).Count), flag);
    }

    [TestCase("village", Village2)]
    [TestCase("village", Town)]
    [TestCase("village2", Village)]
    [TestCase("town", Town2)]
    [TestCase("town", District)]
    [TestCase("town2", Village)]
    [TestCase("district", "340802000000")]
    public async Task Another_area_is_not_there(string account, string area)
    {
        var client = await SignIn(account);
        foreach (var path in (string[])
                 [
                     $"/api/disputes?under={area}", $"/api/triage?under={area}", $"/api/reports/monthly/2026-11?area={area}",
                     $"/api/reports/monthly/2026-11.xlsx?area={area}", $"/api/reports/monthly/2026-11.csv?area={area}",
                 ])
            Assert.That((await client.Get(path)).Status, Is.EqualTo(HttpStatusCode.NotFound), path);
        var registered = await client.Put(Path(Guid.NewGuid()), DisputeBody(body => body["areaCode"] = area));
        var previewed = await client.Post("/api/disputes/routing-preview", DisputeBody(body => body["areaCode"] = area));
        Assert.That((registered.Status, previewed.Status), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.NotFound)));
    }

    [TestCase("village", 1)]
    [TestCase("village2", 1)]
    [TestCase("town", 3)]
    [TestCase("town2", 1)]
    [TestCase("district", 5)]
    public async Task The_month_counts_ones_own_area(string account, int found)
    {
        var client = await SignIn(account);
        var report = (await client.Get("/api/reports/monthly/2026-11")).Expect(HttpStatusCode.OK);
        var csv = await client.Get("/api/reports/monthly/2026-11.csv");
        var workbook = await client.Get("/api/reports/monthly/2026-11.xlsx");

        Assert.That((int)(decimal)report["rows"]![0]!["values"]!["subtotal"]!, Is.EqualTo(found));
        Assert.That((csv.Status, workbook.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
        Assert.That(report.ToJsonString() + csv.Text, Does.Not.Contain("zq"));
    }

    [TestCase("sector", HttpStatusCode.NotFound)]
    [TestCase("auditor", HttpStatusCode.Forbidden)]
    [TestCase("admin", HttpStatusCode.Forbidden)]
    public async Task Who_answers_for_no_area_has_no_month(string account, HttpStatusCode status)
    {
        var client = await SignIn(account);
        foreach (var format in (string[])["", ".xlsx", ".csv"])
            Assert.That((await client.Get($"/api/reports/monthly/2026-11{format}")).Status, Is.EqualTo(status), format);
    }

    [Test]
    public async Task The_log_is_the_auditors_and_holds_no_value([ValueSource(nameof(Accounts))] string account)
    {
        var reply = await (await SignIn(account)).Get("/api/access-log?limit=200");

        Assert.That(reply.Status, Is.EqualTo(account == "auditor" ? HttpStatusCode.OK : HttpStatusCode.Forbidden));
        Assert.That(reply.Text, Does.Not.Contain("zq"));
    }

    [Test]
    public async Task The_recount_is_the_districts_and_the_heads_are_the_auditors([ValueSource(nameof(Accounts))] string account)
    {
        var client = await SignIn(account);
        var (recount, heads) = (await client.Get("/api/reports/tallies/verification"), await client.Get("/api/journal/heads?day=2026-11-16"));

        Assert.That(recount.Status, Is.EqualTo(account == "district" ? HttpStatusCode.OK : HttpStatusCode.Forbidden), recount.Text);
        Assert.That(heads.Status, Is.EqualTo(account == "auditor" ? HttpStatusCode.OK : HttpStatusCode.Forbidden), heads.Text);
        Assert.That(recount.Text + heads.Text, Does.Not.Contain("zq"));
    }

    async Task<JsonNode> GivenCase(string owner, string area, string type = "Neighbor")
    {
        var client = await SignIn(owner);
        var mark = Mark(owner);
        var dispute = await GivenAcceptedDispute(client, body =>
        {
            (body["areaCode"], body["type"], body["subject"], body["summary"], body["place"]) = (area, type, $"{mark}题", $"{mark}述", $"{mark}地");
            var party = body["parties"]![0]!;
            (party["name"], party["phone"], party["idType"], party["idNumber"], party["address"]) =
                ($"{mark}名", PhoneOf(owner), "Passport", IdNumberOf(owner), $"海口村东组{mark}号");
        });
        dispute = await GivenStep(client, dispute, "sessions", new { attendeeIds = PartiesOf(dispute), record = $"{mark}录", result = "Continue", note = $"{mark}注" });
        return await GivenStep(client, dispute, "agreement", new { form = "Written", terms = $"{mark}款", confirmationTold = true });
    }

    // No mark begins another.
    static string Mark(string owner) => $"zq{Array.IndexOf(Owners, owner)}";

    static string PhoneOf(string owner) => $"1380000900{Array.IndexOf(Owners, owner)}";

    static string IdNumberOf(string owner) => $"E9988776{Array.IndexOf(Owners, owner)}";

    static List<Guid> Ids(Reply reply) => [.. reply.Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(item => (Guid)item!["id"]!)];

    static void AssertLikeNothing(Reply reply, Reply nothing, string owner)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reply.Status, Is.AnyOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden), reply.Text);
            Assert.That((reply.Status, Told(reply)), Is.EqualTo((nothing.Status, Told(nothing))));
            Assert.That(reply.Text, Does.Not.Contain(Mark(owner)).And.Not.Contain(PhoneOf(owner)));
        }
    }

    void AssertNothingOfOthers(Reply reply, string account)
    {
        foreach (var owner in Owners.Except(Sees[account]))
            Assert.That(reply.Text, Does.Not.Contain($"{Mark(owner)}题").And.Not.Contain($"{Mark(owner)}名").And.Not.Contain(IdOf(matters[owner]).ToString()));
    }

    static void AssertNothingUnmasked(Reply reply)
    {
        foreach (var owner in Owners)
            Assert.That(reply.Text, Does.Not.Contain(PhoneOf(owner)).And.Not.Contain(IdNumberOf(owner)).And.Not.Contain($"东组{Mark(owner)}"));
    }

    static string Told(Reply reply)
    {
        var told = reply.Json.DeepClone().AsObject();
        told.Remove("traceId");
        return told.ToJsonString();
    }

    static IEnumerable<(string Act, JsonNode Body)> Commands()
    {
        var id = Guid.NewGuid();
        foreach (var (act, body) in new (string, string)[]
                 {
                     ("acceptance", "{}"), ("rejection", """{"reason":"PartyRefuses","channels":["Suit"]}"""), ("notices", $$"""{"partyId":"{{id}}","form":"Oral"}"""),
                     ("sessions", $$"""{"attendeeIds":["{{id}}"],"result":"Agreed"}"""), ("agreement", """{"form":"Oral","terms":"x"}"""), ("failure", """{"channels":["Suit"]}"""),
                     ("termination", """{"reason":"PartyRefusesOrQuits","channels":["Suit"]}"""), ("withdrawal", $$"""{"partyId":"{{id}}"}"""), ("suspension", """{"reason":"Appraisal"}"""),
                     ("resumption", "{}"), ("performance", $$"""{"obligationId":"{{id}}"}"""), ("follow-ups", """{"by":"Visit","performed":true}"""), ("closure", "{}"),
                     ("reopening", """{"reason":"x"}"""), ("settlement-on-the-spot", """{"terms":"x","performance":"Immediate"}"""), ("escalation", """{"reason":"PartyRequest"}"""),
                     ("return", $$"""{"reason":"NotAttempted","toOrganisationId":"{{id}}"}"""), ("referral", """{"organ":"x"}"""),
                     ("corrections", """{"field":"subject","old":"a","new":"bc","reason":"x"}"""), ("reversals", """{"reason":"x"}"""), ("voiding", """{"reason":"x"}"""),
                     ("duplicate-of", $$"""{"survivorId":"{{id}}","reason":"x"}"""), ("parties", $$"""{"action":"Remove","partyId":"{{id}}","reason":"x"}"""),
                     ("erasure", """{"fields":["subject"],"reason":"x"}"""),
                     ("participation", $$"""{"partyId":"{{id}}","stance":"TakesPart","form":"Oral"}"""),
                     ("guardian", $$"""{"partyId":"{{id}}","name":"x","relation":"Parent","opposedInterest":false}"""),
                     ("agents", $$"""{"action":"Revoke","partyId":"{{id}}","agent":{"id":"{{id}}"} }"""), ("groups", $$"""{"id":"{{id}}","side":"Applicant","headCount":9}"""),
                     ($"groups/{id}/roster", """{"csv":"name\nx"}"""), ("waivers", $$"""{"groupId":"{{id}}","memberId":"{{id}}"}"""),
                     ("interest-declarations", $$"""{"mediatorId":"{{id}}"}"""), ("challenges", $$"""{"mediatorId":"{{id}}","partyId":"{{id}}","ground":"Interest"}"""),
                     ("challenge-decisions", $$"""{"challengeId":"{{id}}","decision":"Unfounded"}"""), ("investigations", """{"record":"x"}"""),
                     ("risk-reports", """{"risk":"ChildHarm","organ":"x","receiver":"x","reportedAt":"2026-11-16T00:00:00Z"}"""),
                 })
            yield return (act, JsonNode.Parse(body)!);
    }
}
