using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Sides of many with their roster, facts found, and matters that break out again, over HTTP.</summary>
sealed class GroupApiTests(string kind) : ApiTest(kind)
{
    static readonly Guid Nobody = Guid.Parse("6d0e5b0e-3f43-4e5b-8ad7-1d2a7f3c0001");

    /// <summary>民事诉讼法 56: from a file, masked, for those who answer; each one's own yes; a person's texts can be erased.</summary>
    [Test]
    public async Task A_roster_is_taken_shown_and_erased()
    {
        using var village = await App.SignInAnew("village");
        var (dispute, group) = await GivenGroup(village, 12);
        dispute = await GivenStep(village, dispute, Roster(group), new { csv = "\uFEFFphone,name,idNumber\r\n+86 138 0000 0041,邹试甲,11010519491231002X\r\n,邹试乙,123\r\n" });

        var shown = dispute["groups"]![0]!;
        var members = shown["members"]!.AsArray();
        Assert.That(members.Select(m => ((string?)m!["name"], (string?)m["idNumber"], (bool?)m["idVerified"], (string?)m["phone"])),
            Is.EqualTo([("邹试甲", "110***********002X", true, "138****0041"), ("邹试乙", "**3", false, (string?)null)]));
        Assert.That(Warnings(dispute), Does.Contain("people.below-head-count"));
        var member = (Guid)members[0]!["id"]!;
        dispute = await GivenStep(village, dispute, "waivers", new { groupId = group, memberId = member });
        dispute = await GivenStep(village, dispute, Roster(group), new { csv = "name,idNumber\n邹试丙,\n邹试甲,11010519491231002X\n" });
        Assert.That(dispute["groups"]![0]!["members"]!.AsArray().Where(m => m!["waivedOn"] is not null).Select(m => (Guid)m!["id"]!), Is.EqualTo([member]), "the own yes stays");

        foreach (var user in (string[])["village", "town", "district"])
        {
            var read = await Everything(await SignIn(user), dispute);
            Assert.That(read, Does.Not.Contain("13800000041").And.Not.Contain("11010519491231002X"), user);
            Assert.That(read.Contains("邹试甲", StringComparison.Ordinal), Is.EqualTo(user == "village"), user);
        }
        async Task<JsonArray> Revealed(string user) => (await (await SignIn(user)).Post(Path(IdOf(dispute), "reveal"),
            new { commandId = Guid.NewGuid(), fields = new[] { $"members.{member}.idNumber" }, reason = "核对花名册" })).Expect(HttpStatusCode.OK)["members"]!.AsArray();
        Assert.That(((string?)(await Revealed("village")).Single()!["idNumber"], (await Revealed("town")).Count), Is.EqualTo(("11010519491231002X", 0)));
        dispute = await GivenStep(await SignIn("district"), dispute, "erasure", new { fields = new[] { $"members.{member}" }, reason = "本人要求" });
        var after = await Everything(village, dispute);
        Assert.That(after, Does.Not.Contain("邹试甲").And.Contain("邹试丙").And.Contain("已依法删除"));
        Assert.That((bool)(await village.Get(Path(IdOf(dispute), "journal/verification"))).Expect(HttpStatusCode.OK)["valid"]!, Is.True);
    }

    static IEnumerable<TestCaseData> Rosters()
    {
        yield return new("name,phone\n=1+1,1\n邹试乙,2\n", "2 name formula");
        yield return new("name,phone\n@SUM(A1),\n－邹,\n", "2 name formula, 3 name formula");
        yield return new("name,idNumber\n邹试甲,=HYPERLINK(1)\n", "2 idNumber formula");
        yield return new("name,phone\n邹试甲,+cmd\n", "2 phone formula");
        yield return new("name\n\"邹\t试\"\n", "2 name characters");
        yield return new("name,phone\n邹试甲\n,1\n", "2  columns, 3 name required");
        yield return new("name\n邹试甲\n邹试甲\n", "3 name duplicate");
        yield return new("name,name,age\n邹试甲,邹,3\n", "1 age column, 1 name duplicate");
        yield return new("phone\n1\n", "1 name required");
        yield return new("name\n", "1  empty");
        yield return new($"name\n{new string('长', 101)}\n", "2 name length");
        yield return new("name\n" + string.Join('\n', Enumerable.Range(1, 2_001).Select(n => $"邹试{n}")), "2002  too-many");
    }

    /// <summary>Whole or not at all, with line, field and code of each fault.</summary>
    [TestCaseSource(nameof(Rosters))]
    public async Task A_bad_roster_names_its_lines(string csv, string faults)
    {
        var village = await SignIn("village");
        var (dispute, group) = await GivenGroup(village, 5_000);

        var reply = await Act(village, dispute, Roster(group), new { csv });

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest), reply.Text);
        Assert.That(string.Join(", ", reply["rows"]!.AsArray().Select(r => $"{r!["line"]} {r["field"]} {r["code"]}")), Is.EqualTo(faults));
        Assert.That(VersionOf((await village.Get(Path(IdOf(dispute)))).Expect(HttpStatusCode.OK)), Is.EqualTo(VersionOf(dispute)));
    }

    [Test]
    public async Task Two_thousand_fit_and_more_than_the_heads_do_not()
    {
        var village = await SignIn("village");
        var (dispute, group) = await GivenGroup(village, 1_999);
        var csv = "name,phone\n" + string.Join('\n', Enumerable.Range(1, 2_000).Select(n => $"邹试{n},1380000{n:0000}"));

        AssertRule(await Act(village, dispute, Roster(group), new { csv }), "group.head-count");
        AssertRule(await Act(village, dispute, Roster(Nobody), new { csv }), "group.unknown");
        dispute = await GivenStep(village, dispute, "groups", new { id = group, side = "Applicant", headCount = 2_000 });
        dispute = await GivenStep(village, dispute, Roster(group), new { csv });

        Assert.That((int)dispute["groups"]![0]!["memberCount"]!, Is.EqualTo(2_000));
    }

    /// <summary>人民调解法 15(4): what was found stays with the committee that hosts, and can be erased.</summary>
    [Test]
    public async Task An_investigation_is_the_hosts()
    {
        using var village = await App.SignInAnew("village");
        var dispute = await GivenAcceptedDispute(village);
        dispute = await GivenStep(village, dispute, "investigations",
            new { place = "东组路口", participants = new[] { "组长冯试" }, interviewee = "证人褚试", record = "褚试称当晚有人争吵。", note = "褚试不愿出面" });
        Assert.That((string?)dispute["cases"]![0]!["state"], Is.EqualTo("Mediating"));

        foreach (var user in (string[])["village", "town", "district"])
        {
            var read = await Everything(await SignIn(user), dispute);
            Assert.That((read.Contains("褚试", StringComparison.Ordinal), read.Contains("冯试", StringComparison.Ordinal)), Is.EqualTo((user == "village", user == "village")), user);
        }
        dispute = await GivenStep(await SignIn("district"), dispute, "erasure", new { fields = new[] { "record", "note" }, reason = "本人要求" });
        Assert.That(await Everything(village, dispute), Does.Not.Contain("褚试").And.Not.Contain("冯试"));
    }

    /// <summary>Domain 12: a relapse is a new dispute linked to the old, of what is settled and in sight.</summary>
    [Test]
    public async Task A_relapse_is_linked_on_both_sides()
    {
        using var village = await App.SignInAnew("village");
        var settled = await GivenDispute(village, body => body["settlement"] = new JsonObject { ["terms"] = "当场付清。", ["performance"] = "Immediate" });
        var open = await GivenDispute(village);
        var elsewhere = await GivenDispute(await SignIn("village2"), body => (body["areaCode"], body["settlement"]) =
            ("340803100205", new JsonObject { ["terms"] = "当场付清。", ["performance"] = "Immediate" }));
        Task<Reply> Again(Guid of) => village.Put(Path(Guid.CreateVersion7()), DisputeBody(body => body["relapseOf"] = of));

        AssertRule(await Again(IdOf(open)), "relapse.not-settled");
        AssertRule(await Again(IdOf(elsewhere)), "relapse.unknown");
        AssertRule(await Again(Guid.NewGuid()), "relapse.unknown");
        var again = (await Again(IdOf(settled))).Expect(HttpStatusCode.Created);
        var old = (await village.Get(Path(IdOf(settled)))).Expect(HttpStatusCode.OK);

        Assert.That((Guid?)again["relapseOf"], Is.EqualTo(IdOf(settled)));
        Assert.That(old["relapses"]!.AsArray().Select(id => (Guid)id!), Is.EqualTo([IdOf(again)]));
        Assert.That(((string?)old["status"], VersionOf(old)), Is.EqualTo(("Closed", VersionOf(settled) + 1)));
        old = await GivenStep(village, old, "follow-ups", new { by = "Phone", performed = true, relapse = true });
        old = await GivenStep(village, old, "reversals", new { reason = "记错了" });
        Assert.That(old["relapses"]!.AsArray(), Has.Count.EqualTo(1), "no reversal undoes another entry's link");
    }

    static async Task<(JsonNode Dispute, Guid Group)> GivenGroup(HttpClient village, int headCount)
    {
        var (dispute, group) = (await GivenDispute(village), Guid.CreateVersion7());
        return (await GivenStep(village, dispute, "groups", new { id = group, side = "Applicant", headCount, representativeIds = PartiesOf(dispute).Take(1) }), group);
    }

    static string Roster(Guid group) => $"groups/{group}/roster";

    static IEnumerable<string> Warnings(JsonNode dispute) => dispute["warnings"]!.AsArray().Select(w => (string)w!["code"]!);

    static async Task<string> Everything(HttpClient client, JsonNode dispute)
    {
        var (file, journal) = (await client.Get(Path(IdOf(dispute))), await client.Get(Path(IdOf(dispute), "journal")));
        Assert.That((file.Status, journal.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
        return System.Text.RegularExpressions.Regex.Unescape(file.Json.ToJsonString() + journal.Json.ToJsonString());
    }
}
