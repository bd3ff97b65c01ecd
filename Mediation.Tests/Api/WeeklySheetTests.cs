using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>What a village has to do this week, on one sheet to print.</summary>
sealed class WeeklySheetTests(string kind) : ApiTest(kind)
{
    // It counts what one village has on its desk.
    protected override bool OwnServer => true;

    [Test]
    public async Task The_sheet_names_limits_returns_signs_and_refused_work_and_is_printed()
    {
        var village = await SignIn("village");
        var dispute = await GivenDispute(village);
        var lead = Guid.NewGuid();
        (await village.Put($"/api/screening-leads/{lead}", new { foundOn = "2026-11-12", place = "村东晒场", brief = "两户争吵。", type = "Neighbor", triggers = Array.Empty<string>() }))
            .Expect(HttpStatusCode.Created);
        var tablet = await Tablet.Registered(village);
        (await tablet.Call(HttpMethod.Post, "/api/sync/commands", new JsonObject
        {
            ["deviceId"] = tablet.Id, ["sentAt"] = "2026-11-16T01:00:00Z", ["pending"] = 2, ["attention"] = 1, ["entries"] = new JsonArray(),
        })).Expect(HttpStatusCode.OK);
        var sheet = (await village.Get("/api/weekly-sheet?week=2026-11-18")).Expect(HttpStatusCode.OK);
        var word = await FrontDeskTests.Text(village, "/api/weekly-sheet.docx?week=2026-11-18");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((string?)sheet["from"], (string?)sheet["to"]), Is.EqualTo(("2026-11-16", "2026-11-22")));
            Assert.That(sheet["clocks"]!.AsArray().Select(c => ((Guid)c!["disputeId"]!, (string?)c["clock"], (string?)c["dueOn"])), Does.Contain((IdOf(dispute), "Matter", "2026-11-19")));
            Assert.That(sheet["rounds"]!.AsArray().Select(r => (string?)r!["state"]), Does.Contain("Missing").And.Contain("Due"));
            Assert.That(sheet["signs"]!.AsArray().Select(s => (Guid)s!["id"]!), Is.EqualTo([lead]));
            Assert.That(((int)sheet["tablets"]![0]!["pending"]!, (int)sheet["tablets"]![0]!["attention"]!), Is.EqualTo((2, 1)));
            Assert.That(word, Does.Contain("海口村一周待办单").And.Contain("张试一与李试二邻里纠纷").And.Contain("村东晒场").And.Contain("已超期").And.Contain("11906"));
        }
    }

    [Test]
    public async Task A_town_prints_it_for_its_village_and_a_neighbour_does_not()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await (await SignIn("town")).Get($"/api/weekly-sheet?area={Village}")).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await (await SignIn("village2")).Get($"/api/weekly-sheet?area={Village}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await (await SignIn("village2")).Get($"/api/weekly-sheet.docx?area={Village}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await (await SignIn("sector")).Get("/api/weekly-sheet")).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await (await SignIn("town")).Get("/api/weekly-sheet?week=next")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That((await (await SignIn("town")).Get("/api/weekly-sheet?week=9999-12-31")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That((await (await SignIn("town")).Get("/api/weekly-sheet.docx?week=0001-01-01")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        }
    }
}
