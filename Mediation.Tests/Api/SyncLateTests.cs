using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Access lost while offline: the words go to whoever has the matter now, both are told, and it counts once.</summary>
sealed class SyncLateTests(string kind) : ApiTest(kind)
{
    [Test]
    public async Task What_the_village_recorded_after_the_town_took_over_goes_to_the_town()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var tablet = await Tablet.Registered(village);
        var (dispute, entry) = await GivenTakenOver(village, town);

        var answer = await tablet.Answer(entry);
        var again = await tablet.Answer(entry);
        var following = await tablet.Answer(Tablet.Entry("FailMediation", IdOf(dispute), new { channels = new[] { "Suit" } }, after: Tablet.IdOf(entry)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new[] { answer, again, following }.Select(Tablet.Word), Is.All.EqualTo("forwarded"), answer.ToJsonString());
            Assert.That((string?)answer["holder"]!["name"], Is.EqualTo("海口镇社会治安综合治理中心"));
            Assert.That((string?)answer["holder"]!["tier"], Is.EqualTo("Town"));
            Assert.That(Of(await Late(town), entry)!["body"]!["record"]!.ToString(), Does.Contain("双方到场").And.Contain("138****0001").And.Not.Contain("13800000001"));
            Assert.That((string?)Of(await Late(town), entry)!["author"]!["displayName"], Is.Not.Empty);
            Assert.That(Of(await Mine(village), entry)!["decision"], Is.Null);
            Assert.That(Of(await Late(village), entry), Is.Null, "the village is not the holder");
        }
        var line = (await town.Get(Path(IdOf(dispute), "journal"))).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        Assert.That(line.Select(l => (string?)l!["event"]), Has.Exactly(2).EqualTo("LateSubmitted"));
        Assert.That((await town.Get(Path(IdOf(dispute)))).Json["cases"]!.AsArray(), Is.Empty, "nothing ran by itself");
    }

    [Test]
    public async Task The_holder_decides_once_and_both_read_it()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var tablet = await Tablet.Registered(village);
        var (_, entry) = await GivenTakenOver(village, town);
        await tablet.Answer(entry);
        var decision = new { commandId = Guid.CreateVersion7(), decision = "SetAside", reason = "镇里已另行组织调解。" };
        var path = $"/api/sync/late-submissions/{Tablet.IdOf(entry)}/decision";

        Assert.That((await village.Post(path, decision)).Code, Is.EqualTo("dispute.not-your-turn"));
        var decided = (await town.Post(path, decision)).Expect(HttpStatusCode.OK);
        var replayed = (await town.Post(path, decision)).Expect(HttpStatusCode.OK);
        var other = await town.Post(path, new { commandId = Guid.CreateVersion7(), decision = "Taken", reason = "改变主意" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(JsonNode.DeepEquals(decided, replayed), Is.True);
            Assert.That(other.Code, Is.EqualTo("late.decided"));
            foreach (var list in (JsonNode[])[await Mine(village), await Late(town)])
                Assert.That(((string?)Of(list, entry)!["decision"], (string?)Of(list, entry)!["reason"]), Is.EqualTo(("SetAside", "镇里已另行组织调解。")));
        }
    }

    [Test]
    public async Task A_lawful_erasure_takes_its_words_too()
    {
        var (village, town, district) = (await SignIn("village"), await SignIn("town"), await SignIn("district"));
        var (dispute, entry) = await GivenTakenOver(village, town);
        await (await Tablet.Registered(village)).Answer(entry);

        var now = (await district.Get(Path(IdOf(dispute)))).Expect(HttpStatusCode.OK);
        await GivenStep(district, now, "erasure", new { fields = new[] { "late" }, reason = "当事人申请" });

        Assert.That(Of(await Late(town), entry)!["body"], Is.Null);
        Assert.That((bool?)(await district.Get(Path(IdOf(dispute), "journal/verification")))["valid"], Is.True);
    }

    [Test]
    public async Task Whoever_never_had_it_is_told_nothing()
    {
        var (village, town, stranger) = (await SignIn("village"), await SignIn("town"), await Tablet.Registered(await SignIn("village2")));
        var (dispute, entry) = await GivenTakenOver(village, town);
        var unknown = Tablet.Entry("CloseDispute", Guid.CreateVersion7(), new { }, 1);

        var answers = await stranger.Answers(entry, unknown);
        var early = await (await Tablet.Registered(town)).Answer(Tablet.Entry("CloseDispute", IdOf(await GivenEscalatedDispute(village)), new { }, 2));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Select(a => (Tablet.Word(a), (string?)a["code"], (string?)a["title"])).Distinct().ToList(), Has.Count.EqualTo(1));
            Assert.That((Tablet.Word(answers[0]), (string?)answers[0]["code"]), Is.EqualTo(("refused", "not-found")));
            Assert.That((Tablet.Word(early), (string?)early["code"]), Is.EqualTo(("refused", "dispute.not-your-turn")), "the receiver has not lost anything");
        }
        Assert.That(Of(await Late(town), entry), Is.Null);
        Assert.That((await town.Get(Path(IdOf(dispute)))).Expect(HttpStatusCode.OK)["id"], Is.Not.Null);
    }

    [Test]
    public async Task Who_moved_to_another_post_is_told_what_was_done_and_leaves_the_rest_to_the_old_desk()
    {
        var (account, name) = (Guid.CreateVersion7(), $"mover{Guid.CreateVersion7():N}"[..30]);
        var tablet = await Tablet.Registered(await Posted(account, name, "village"));
        var registration = Tablet.Registration(Guid.CreateVersion7(), DisputeBody());
        var correction = Tablet.Entry("CorrectDispute", Tablet.IdOf(registration), new { field = "place", old = "海口村东组", @new = "海口村西组", reason = "核实" }, after: Tablet.IdOf(registration));
        var unsent = Tablet.Entry("CorrectDispute", Tablet.IdOf(registration), new { field = "amount", old = (decimal?)null, @new = 200, reason = "核实" }, after: Tablet.IdOf(correction));
        Assert.That((await tablet.Answers(registration, correction)).Select(Tablet.Word), Is.All.EqualTo("accepted"));
        var (_, cursor) = await tablet.PullAll();

        var moved = await Tablet.Registered(await Posted(account, name, "village2"), tablet.Id);
        var answers = await moved.Answers(correction, unsent);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Select(Tablet.Word), Is.EqualTo(new[] { "replayed", "forwarded" }), answers[1].ToJsonString());
            Assert.That(answers[0]["dispute"], Is.Null, "it is out of sight");
            Assert.That((string?)answers[1]["holder"]!["name"], Is.EqualTo("海口村人民调解委员会"));
            Assert.That(Of(await Late(await SignIn("village")), unsent), Is.Not.Null);
            Assert.That((await moved.Pull(cursor)).Code, Is.EqualTo("cursor.unknown"), "another organisation pulls afresh");
        }
    }

    async Task<HttpClient> Posted(Guid account, string name, string like)
    {
        var organisation = (Guid)(await (await SignIn(like)).Get("/api/session"))["organisationId"]!;
        (await (await SignIn("admin")).Put($"/api/accounts/{account}", new
        {
            userName = name, displayName = "测试员", roles = new[] { "VillageMediator" }, organisationId = organisation, password = "Haikou#2026",
        })).Expect(HttpStatusCode.OK);
        var client = App.Anonymous();
        (await client.Post("/api/session", new { userName = name, password = "Haikou#2026" })).Expect(HttpStatusCode.OK);
        return client;
    }

    [Test]
    public async Task What_left_the_village_by_a_corrected_place_is_forwarded()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var tablet = await Tablet.Registered(village);
        var dispute = await GivenDispute(town);
        var (first, second) = (Correction(dispute, "张试一与李试二排水纠纷", "张试一与李试二邻里纠纷"), Correction(dispute, "另一个标题", "张试一与李试二邻里纠纷"));
        var area = (string)(await (await SignIn("village2")).Get("/api/session"))["areaCode"]!;
        await GivenStep(town, dispute, "corrections", new { field = "areaCode", old = Village, @new = area, reason = "地点记错" });

        var lost = await tablet.Answers(first, second);

        Assert.That(lost.Select(Tablet.Word), Is.All.EqualTo("forwarded"), lost[0].ToJsonString());
        Assert.That(Of(await Mine(village), first), Is.Not.Null);
        Assert.That((await village.Get(Path(IdOf(dispute)))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    static JsonObject Correction(JsonNode dispute, string @new, string old) =>
        Tablet.Entry("CorrectDispute", IdOf(dispute), new { field = "subject", old, @new, reason = "核实" }, VersionOf(dispute));

    /// <summary>Sent up and taken over by the town, while the village's tablet, offline, recorded a session on what it had seen.</summary>
    static async Task<(JsonNode Dispute, JsonObject Entry)> GivenTakenOver(HttpClient village, HttpClient town)
    {
        var dispute = await GivenDispute(village);
        var entry = Tablet.Entry("HoldSession", IdOf(dispute), new
        {
            place = "村委会", attendeeIds = PartiesOf(dispute), record = "双方到场陈述，电话13800000001。", result = "Continue",
        }, VersionOf(dispute));
        var sent = await GivenStep(village, dispute, "escalation", new { reason = "PartyRequest", note = "当事人要求。" });
        var handover = (string)sent["handovers"]![0]!["id"]!;
        var taken = (await town.Post($"/api/handovers/{handover}/acceptance", new { commandId = Guid.NewGuid(), baseVersion = VersionOf(sent) })).Expect(HttpStatusCode.OK);
        return (taken, entry);
    }

    static async Task<JsonNode> Late(HttpClient client) => (await client.Get("/api/sync/late-submissions?limit=200")).Expect(HttpStatusCode.OK);

    static async Task<JsonNode> Mine(HttpClient client) => (await client.Get("/api/sync/late-submissions?mine=true&limit=200")).Expect(HttpStatusCode.OK);

    static JsonNode? Of(JsonNode list, JsonNode entry) => list["items"]!.AsArray().SingleOrDefault(item => (Guid)item!["id"]! == Tablet.IdOf(entry));
}
