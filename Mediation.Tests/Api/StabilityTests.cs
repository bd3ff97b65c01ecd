using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>稳评 (domain 5.4): what is due and what is done make 应评尽评; vetoes are flags of the same page (domain 8).</summary>
sealed class StabilityTests(string kind) : ApiTest(kind)
{
    const string Other = "340803200000";

    static string At(Guid one, string act = "") => act.Length == 0 ? $"/api/stability-assessments/{one}" : $"/api/stability-assessments/{one}/{act}";

    static JsonObject Due(string day = "2026-11-10") => new()
    {
        ["name"] = "安置房二期项目", ["kind"] = "MajorProject", ["responsibleBody"] = "区住建局", ["dueOn"] = day,
    };

    static JsonObject Report(string grade = "Middle", string conclusion = "Implement") => new()
    {
        ["commandId"] = Guid.NewGuid(), ["assessingBody"] = "区委政法委", ["method"] = "Normal", ["consultation"] = "座谈会", ["peopleConsulted"] = 30, ["lawfulness"] = "手续齐全",
        ["reasonableness"] = "标准公开", ["feasibility"] = "资金到位", ["controllability"] = "有预案", ["grade"] = grade, ["conclusion"] = conclusion,
        ["risks"] = new JsonArray(new JsonObject { ["risk"] = "安置地点有异议", ["measures"] = "逐户走访" }), ["concludedOn"] = "2026-11-12", ["filedOn"] = "2026-11-14",
    };

    static JsonObject Note(string kind, string on, string text) => new() { ["commandId"] = Guid.NewGuid(), ["kind"] = kind, ["on"] = on, ["text"] = text };

    [Test]
    public async Task What_is_due_is_assessed_tracked_and_counted()
    {
        var town = await SignIn("town2");
        var (done, late, dropped, ahead) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var body = Due();
        (await town.Put(At(done), body)).Expect(HttpStatusCode.Created);
        var replay = await town.Put(At(done), body.DeepClone());
        foreach (var (id, day) in ((Guid, string)[])[(late, "2026-11-09"), (dropped, "2026-11-08"), (ahead, "2026-11-30")])
            (await town.Put(At(id), Due(day))).Expect(HttpStatusCode.Created);
        var forbidden = await town.Post(At(done, "conclusion"), Report("High"));
        var report = Report();
        var concluded = (await town.Post(At(done, "conclusion"), report)).Expect(HttpStatusCode.OK);
        var again = await town.Post(At(done, "conclusion"), Report());
        (await town.Post(At(done, "conclusion"), report.DeepClone())).Expect(HttpStatusCode.OK);
        (await town.Post(At(done, "entries"), Note("Tracking", "2026-11-15", "异议户减少"))).Expect(HttpStatusCode.OK);
        (await town.Post(At(dropped, "withdrawal"), new { commandId = Guid.NewGuid(), reason = "项目取消" })).Expect(HttpStatusCode.OK);
        (await town.Post(At(late, "entries"), Note("Incident", "2026-11-14", "群众集体上访"))).Expect(HttpStatusCode.OK);
        var answered = (await town.Post(At(late, "entries"), Note("Accountability", "2026-11-16", "约谈项目负责人"))).Expect(HttpStatusCode.OK);

        var indicator = (await town.Get($"/api/indicators?period=2026-11&area={Other}")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Single(one => (string?)one!["id"] == "StabilityAssessmentRate")!;
        var cell = (await town.Get($"/api/indicators/assessments?period=2026-11&area={Other}")).Expect(HttpStatusCode.OK);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(replay.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((forbidden.Code, again.Code), Is.EqualTo(("stability.grade-forbids", "stability.concluded")));
            Assert.That(((string?)concluded["state"], (string?)concluded["report"]!["risks"]![0]!["measures"]), Is.EqualTo(("Done", "逐户走访")));
            Assert.That(answered["entries"]!.AsArray().Select(entry => (string?)entry!["kind"]), Is.EqualTo(new[] { "Incident", "Accountability" }));
            Assert.That(((int)indicator["numerator"]!, (int)indicator["denominator"]!, (decimal)indicator["percent"]!), Is.EqualTo((1, 2, 50m)), "What is dropped, and what lies ahead, is not due.");
            Assert.That(((int)cell["numerator"]!, (int)cell["denominator"]!), Is.EqualTo((1, 2)));
            Assert.That(cell["items"]!.AsArray().Select(item => ((Guid)item!["assessment"]!["id"]!, (int)item["numerator"]!)), Is.EquivalentTo(new[] { (late, 0), (done, 1) }));
            Assert.That(await States(town), Is.EqualTo(new[] { (ahead, "Due"), (done, "Done"), (late, "Overdue"), (dropped, "Withdrawn") }));
        }
        foreach (var (state, id) in ((string, Guid)[])[("Due", ahead), ("Overdue", late), ("Done", done), ("Withdrawn", dropped)])
            Assert.That((await town.Get($"/api/stability-assessments?under={Other}&state={state}")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(one => (Guid)one!["id"]!), Is.EqualTo(new[] { id }));
    }

    [Test]
    public async Task The_register_is_kept_by_centres_for_their_own_area()
    {
        var (town, village, other) = (await SignIn("town"), await SignIn("village"), await SignIn("town2"));
        var id = Guid.CreateVersion7();
        (await town.Put(At(id), Due("2026-12-30"))).Expect(HttpStatusCode.Created);

        Assert.That((await village.Put(At(Guid.NewGuid()), Due())).Code, Is.EqualTo("assessment.not-centre"));
        Assert.That((await other.Post(At(id, "conclusion"), Report())).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await other.Get($"/api/stability-assessments?under={Town}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        var elsewhere = Due();
        elsewhere["areaCode"] = Other;
        Assert.That((await town.Put(At(Guid.NewGuid()), elsewhere)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await village.Post(At(id, "withdrawal"), new { commandId = Guid.NewGuid(), reason = "取消" })).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("name", null)]
    [TestCase("kind", null)]
    [TestCase("responsibleBody", " ")]
    [TestCase("dueOn", "1999-12-31")]
    [TestCase("dueOn", "2032-01-01")]
    [TestCase("areaCode", "340800000000")]
    public async Task An_entry_that_makes_no_sense_is_told_with_its_field(string field, string? value)
    {
        var body = Due();
        body[field] = value;

        BadInputTests.AssertRefused(await (await SignIn("district")).Put(At(Guid.NewGuid()), body), HttpStatusCode.BadRequest, "validation", field);
    }

    [TestCase("grade")]
    [TestCase("conclusion")]
    [TestCase("lawfulness")]
    [TestCase("peopleConsulted")]
    [TestCase("concludedOn")]
    [TestCase("assessingBody")]
    public async Task A_conclusion_needs_its_answers(string field)
    {
        var report = Report();
        report.Remove(field);

        BadInputTests.AssertRefused(await (await SignIn("district")).Post(At(Guid.NewGuid(), "conclusion"), report), HttpStatusCode.BadRequest, "validation", field);
    }

    [Test]
    public async Task A_veto_is_a_flag_of_its_period_that_is_taken_back_with_a_reason()
    {
        var (district, town) = (await SignIn("district"), await SignIn("town2"));
        var id = Guid.CreateVersion7();
        var body = new { kind = "MassIncident", areaCode = Other, happenedOn = "2026-11-05", evidence = "区委政法委通报" };
        (await district.Put($"/api/veto-flags/{id}", body)).Expect(HttpStatusCode.Created);
        (await district.Put($"/api/veto-flags/{id}", body)).Expect(HttpStatusCode.OK);
        var (flagged, before) = (await Vetoes(town, "2026-11"), await Vetoes(town, "2026-10"));
        var listed = (await town.Get($"/api/veto-flags?period=2026-11&under={Other}")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        var refused = await town.Post($"/api/veto-flags/{id}/withdrawal", new { commandId = Guid.NewGuid(), reason = "不属于" });
        (await district.Post($"/api/veto-flags/{id}/withdrawal", new { commandId = Guid.NewGuid(), reason = "不属于" })).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((flagged, before, await Vetoes(town, "2026-11")), Is.EqualTo((1, 0, 0)));
            Assert.That(listed.Select(flag => ((Guid)flag!["id"]!, flag["can"]!.AsArray().Count)), Is.EqualTo(new[] { (id, 0) }));
            Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        }
        Assert.That((await district.Post($"/api/veto-flags/{id}/withdrawal", new { commandId = Guid.NewGuid(), reason = "再撤" })).Code, Is.EqualTo("veto.withdrawn"));
        Assert.That((await district.Put($"/api/veto-flags/{Guid.NewGuid()}", new { kind = "MassIncident", areaCode = Other, happenedOn = "2026-11-05", evidence = "通报", disputeId = Guid.NewGuid() })).Code,
            Is.EqualTo("veto.unknown-dispute"));
        BadInputTests.AssertRefused(
            await district.Put($"/api/veto-flags/{Guid.NewGuid()}", new { kind = "MassIncident", areaCode = Other, happenedOn = "2026-11-17", evidence = "通报" }), HttpStatusCode.BadRequest, "validation", "happenedOn");
    }

    static async Task<int> Vetoes(HttpClient client, string period) =>
        (int)(await client.Get($"/api/indicators?period={period}&area={Other}")).Expect(HttpStatusCode.OK)["vetoes"]!.AsArray().Single(one => (string?)one!["kind"] == "MassIncident")!["count"]!;

    static async Task<IEnumerable<(Guid, string)>> States(HttpClient client) =>
        (await client.Get($"/api/stability-assessments?under={Other}")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(one => ((Guid)one!["id"]!, (string)one["state"]!));
}
