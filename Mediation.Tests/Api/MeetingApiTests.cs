using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Meetings take their agenda from the data and begin with what was not done; the books leave the house masked and logged (domain 5.3).</summary>
sealed class MeetingApiTests(string kind) : ApiTest(kind)
{
    // It counts the matters of a town.
    protected override bool OwnServer => true;

    static string At(Guid meeting, string act = "") => act.Length == 0 ? $"/api/meetings/{meeting}" : $"/api/meetings/{meeting}/{act}";

    static JsonObject Conclusion(Guid? dispute, string due) => new()
    {
        ["commandId"] = Guid.CreateVersion7().ToString(), ["attendance"] = new JsonArray(new JsonObject { ["name"] = "周某某", ["post"] = "副书记" }, new JsonObject { ["name"] = "吴某某", ["present"] = false }),
        ["forecast"] = "年底前工资纠纷可能增多。",
        ["decisions"] = new JsonArray(new JsonObject { ["disputeId"] = dispute?.ToString(), ["decision"] = "逐户走访", ["unit"] = "镇综治办", ["person"] = "郑某某", ["dueOn"] = due }),
    };

    [Test]
    public async Task The_next_meeting_opens_with_unfinished_decisions_and_the_figures_of_its_own_days()
    {
        var (village, town, district) = (await SignIn("village"), await SignIn("town2"), await SignIn("district"));
        var townCode = (string)(await town.Get("/api/session")).Expect(HttpStatusCode.OK)["areaCode"]!;
        var place = (string)(await town.Get($"/api/areas?under={townCode}&level=village")).Expect(HttpStatusCode.OK)["items"]![0]!["code"]!;
        void There(JsonObject body)
        {
            body["areaCode"] = place;
            foreach (var party in body["parties"]!.AsArray())
                party!["areaCode"] = place;
        }
        var red = await GivenDispute(town, body => { There(body); body["risks"] = new JsonArray("Crowd"); });
        await GivenDispute(town, There);
        await GivenDispute(town, There);
        await GivenStep(town, await GivenDispute(town, There), "settlement-on-the-spot", new { terms = "各退一步。", performance = "Immediate" });
        var (first, second, body) = (Guid.CreateVersion7(), Guid.CreateVersion7(), new { heldOn = "2026-11-16", place = "会议室", host = "周某某" });

        Assert.That((await village.Put(At(first), body)).Code, Is.EqualTo("meeting.not-centre"));
        var opened = (await town.Put(At(first), body)).Expect(HttpStatusCode.Created);
        Assert.That((await town.Put(At(first), body)).Status, Is.EqualTo(HttpStatusCode.OK), "a replay");
        Assert.That((await town.Put(At(first), new { heldOn = "2026-11-15", host = "周某某" })).Code, Is.EqualTo("command.reused"));
        var figures = opened["figures"]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(((int)figures["received"]!, (int)figures["ended"]!, (int)figures["open"]!, (int)figures["newOnLedger"]!), Is.EqualTo((4, 1, 3, 1)));
            Assert.That(figures["hotSpots"]!.AsArray().Select(spot => (string?)spot!["areaCode"]), Is.EqualTo(new[] { place }));
            Assert.That(opened["matters"]!.AsArray().Select(matter => (Guid)matter!["disputeId"]!), Is.EqualTo(new[] { IdOf(red) }));
            Assert.That(opened["can"]!.AsArray().Select(word => (string?)word), Is.EqualTo(new[] { "ConcludeMeeting" }));
        }

        Assert.That((await district.Post(At(first, "conclusion"), Conclusion(null, "2026-11-20"))).Code, Is.EqualTo("meeting.not-yours"));
        Assert.That((await town.Post(At(first, "conclusion"), Conclusion(Guid.NewGuid(), "2026-11-20"))).Code, Is.EqualTo("meeting.unknown-dispute"));
        var conclusion = Conclusion(IdOf(red), "2026-11-20");
        (await town.Post(At(first, "conclusion"), conclusion)).Expect(HttpStatusCode.OK);
        (await town.Post(At(first, "conclusion"), conclusion.DeepClone())).Expect(HttpStatusCode.OK);
        Assert.That((await town.Post(At(first, "conclusion"), Conclusion(null, "2026-11-20"))).Code, Is.EqualTo("meeting.concluded"));

        var next = (await town.Put(At(second), new { heldOn = "2026-12-16", host = "周某某" })).Expect(HttpStatusCode.Created);
        Assert.That(next["carried"]!.AsArray().Select(decision => ((string?)decision!["decision"], (Guid)decision["disputeId"]!)), Is.EqualTo(new[] { ("逐户走访", IdOf(red)) }));
        Assert.That(((string?)next["from"], (int)next["figures"]!["received"]!), Is.EqualTo(("2026-11-17", 0)));
        (await town.Post(At(first, "completions"), new { commandId = Guid.NewGuid(), number = 1, note = "已走访" })).Expect(HttpStatusCode.OK);
        Assert.That((string?)(await town.Get(At(second))).Expect(HttpStatusCode.OK)["carried"]![0]!["doneNote"], Is.EqualTo("已走访"));
        Assert.That((await town.Post(At(second, "conclusion"), Conclusion(null, "2026-12-20"))).Code, Is.EqualTo("meeting.not-held"));

        var list = (await district.Get($"/api/meetings?under={townCode}")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        Assert.That(list.Select(item => ((Guid)item!["id"]!, (int)item["decisions"]!, (int)item["unfinished"]!)), Is.EqualTo(new[] { (second, 0, 0), (first, 1, 0) }));
        Assert.That((await (await SignIn("town")).Get(At(first))).Status, Is.EqualTo(HttpStatusCode.NotFound));

        await GivenStep(district, (await district.Get(Path(IdOf(red)))).Expect(HttpStatusCode.OK), "erasure", new { fields = new[] { "supervision" }, reason = "个人信息保护法47条" });
        Assert.That((await town.Get(At(first))).Text, Does.Not.Contain("逐户走访").And.Contain("已依法删除"));
    }

    [Test]
    public async Task The_minutes_are_a_word_file_with_masked_names()
    {
        var (village, town) = (await SignIn("village2"), await SignIn("town"));
        var red = await GivenDispute(await SignIn("village"), body => body["risks"] = new JsonArray("Weapon"));
        var id = Guid.CreateVersion7();
        var district = await SignIn("district");
        (await district.Put(At(id), new { heldOn = "2026-11-16", host = "周某某" })).Expect(HttpStatusCode.Created);
        (await district.Post(At(id, "conclusion"), Conclusion(IdOf(red), "2026-11-20"))).Expect(HttpStatusCode.OK);

        using var response = await district.GetAsync(At(id, "minutes.docx"));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var text = await reader.ReadToEndAsync();
        Assert.That(text, Does.Contain("矛盾纠纷分析研判会议纪要").And.Contain("逐户走访").And.Contain("张*").And.Not.Contain("张试一"));
        Assert.That((await village.Get(At(id, "minutes.docx"))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await town.Get(At(id))).Status, Is.EqualTo(HttpStatusCode.NotFound), "the district's");
        Assert.That((await (await SignIn("auditor")).Get("/api/access-log?kind=Export")).Text, Does.Contain($"minutes {id}"));
    }

    [Test]
    public async Task The_books_show_the_ledger_and_leave_the_house_masked_with_a_reason()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var red = await GivenDispute(village, body => { body["risks"] = new JsonArray("Threat"); body["subject"] = "=张试一宅基地争执"; });
        await GivenStep(town, red, "sponsorship", new { leaderName = "周某某", leaderPost = "副镇长", leaderTier = "Town", unit = "镇综治办", person = "郑某某" });

        var page = (await town.Get("/api/ledgers/prominent?risk=red&limit=200")).Expect(HttpStatusCode.OK);
        var row = page["items"]!.AsArray().Single(item => (Guid)item!["disputeId"]! == IdOf(red))!["cells"]!.AsArray().Select(cell => (string?)cell).ToList();
        Assert.That(row, Has.Count.EqualTo(page["columns"]!.AsArray().Count));
        Assert.That(row, Does.Contain("镇综治办").And.Contain("周某某 副镇长").And.Contain("未销号"));
        Assert.That((await town.Get("/api/ledgers/stability?type=Medical&limit=200"))["items"]!.AsArray(), Is.Empty);
        Assert.That((await town.Get("/api/ledgers/nothing")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await (await SignIn("town2")).Get($"/api/ledgers/stability?under={Town}")).Status, Is.EqualTo(HttpStatusCode.NotFound));

        Assert.That((await town.Get("/api/ledgers/stability.csv")).Status, Is.EqualTo(HttpStatusCode.BadRequest), "a reason");
        var csv = (await town.Get("/api/ledgers/prominent.csv?reason=上报")).Text;
        Assert.That(csv, Does.Contain("镇综治办").And.Not.Contain("张试一").And.Contain("'=张*宅基地争执"));
        using var sheet = await town.GetAsync("/api/ledgers/stability.xlsx?reason=上报");
        using var zip = new ZipArchive(await sheet.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.That(await reader.ReadToEndAsync(), Does.Contain("稳定台账").And.Contain("张*宅基地争执").And.Not.Contain("张试一"));
        Assert.That((await (await SignIn("auditor")).Get("/api/access-log?kind=Export")).Text, Does.Contain("ledger Stability Xlsx"));
    }
}
