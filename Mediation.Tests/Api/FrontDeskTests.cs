using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>The front desk: who came with what, what other offices sent, and what they are told.</summary>
sealed class FrontDeskTests(string kind) : ApiTest(kind)
{
    [Test]
    public async Task A_visit_is_logged_once_and_closed_at_once_or_later()
    {
        var (town, id) = (await SignIn("town"), Guid.NewGuid());
        var logged = (await town.Put(Visit(id), Body())).Expect(HttpStatusCode.Created);
        var replay = (await town.Put(Visit(id), Body())).Expect(HttpStatusCode.OK);
        var other = await town.Put(Visit(id), Body(answer: "已解答。"));
        var atOnce = (await town.Put(Visit(Guid.NewGuid()), Body(answer: "已解答。"))).Expect(HttpStatusCode.Created);
        var closed = (await town.Post(Visit(id, "closure"), Words("answer"))).Expect(HttpStatusCode.OK);
        var again = await town.Post(Visit(id, "closure"), Words("answer"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(JsonNode.DeepEquals(logged, replay));
            Assert.That(((string?)logged["state"], (string?)logged["phone"], (string?)logged["dueOn"]), Is.EqualTo(("Open", "138****0009", (string?)null)));
            Assert.That((other.Code, again.Code), Is.EqualTo(("command.reused", "desk.ended")));
            Assert.That(((string?)atOnce["state"], (string?)closed["answer"], closed["can"]!.AsArray().Count), Is.EqualTo(("Closed", "已办妥。", 1)));
        }
    }

    [Test]
    public async Task A_visit_becomes_a_dispute_by_the_ordinary_way_and_both_show_the_link()
    {
        var (town, id) = (await SignIn("town"), Guid.NewGuid());
        (await town.Put(Visit(id), Body(kind: "Dispute"))).Expect(HttpStatusCode.Created);
        var dispute = await GivenDispute(town, body => body["visitId"] = id);
        var twice = await town.Put(Path(Guid.CreateVersion7()), DisputeBody(body => body["visitId"] = id));
        var visit = (await town.Get(Visit(id))).Expect(HttpStatusCode.OK);
        await GivenStep(await SignIn("district"), dispute, "erasure", new { fields = new[] { "summary" }, reason = "依法申请" });
        var erased = (await town.Get(Visit(id))).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((Guid)dispute["visitId"]!, (string?)visit["state"], (Guid)visit["disputeId"]!), Is.EqualTo((id, "TurnedIntoDispute", IdOf(dispute))));
            Assert.That(twice.Code, Is.EqualTo("desk.ended"));
            Assert.That(((string?)erased["visitor"], (string?)erased["brief"], (string?)erased["erasedOn"]), Is.EqualTo(((string?)null, (string?)null, "2026-11-16")));
        }
    }

    [Test]
    public async Task What_another_office_sent_has_its_number_a_day_and_a_slip()
    {
        var (town, id, number) = (await SignIn("town"), Guid.NewGuid(), Guid.NewGuid().ToString());
        var sent = (await town.Put(Visit(id), Body(source: "Hotline12345", number: number))).Expect(HttpStatusCode.Created);
        var twice = await town.Put(Visit(Guid.NewGuid()), Body(source: "Hotline12345", number: number));
        var early = await town.Post(Visit(id, "feedback"), Words("text"));
        (await town.Post(Visit(id, "closure"), Words("answer"))).Expect(HttpStatusCode.OK);
        var told = (await town.Post(Visit(id, "feedback"), Words("text"))).Expect(HttpStatusCode.OK);
        var again = await town.Post(Visit(id, "feedback"), Words("text"));
        var slip = await Text(town, Visit(id, "feedback.docx"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)sent["dueOn"], Is.EqualTo("2026-11-20"), "five working days after the 13th");
            Assert.That((twice.Code, early.Code, again.Code), Is.EqualTo(("desk.number-known", "desk.still-open", "desk.told")));
            Assert.That((string?)told["feedbackOn"], Is.EqualTo("2026-11-16"));
            Assert.That(slip, Does.Contain("转办事项办理情况反馈单").And.Contain("12345热线").And.Contain(number).And.Not.Contain("王试五"));
        }
    }

    [Test]
    public async Task A_visit_about_a_village_is_not_seen_there_nor_by_another_town()
    {
        var (town, id) = (await SignIn("town"), Guid.NewGuid());
        (await town.Put(Visit(id), Body(area: Village))).Expect(HttpStatusCode.Created);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await (await SignIn("village")).Get(Visit(id))).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await (await SignIn("town2")).Get(Visit(id))).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await (await SignIn("district")).Get(Visit(id))).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await (await SignIn("auditor")).Get(Visit(id))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await (await SignIn("village")).Get($"/api/front-desk?under={Town}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }

    [Test]
    public async Task The_phone_is_shown_for_a_reason_and_everything_is_erased_on_a_lawful_ground()
    {
        var (town, district, id) = (await SignIn("town"), await SignIn("district"), Guid.NewGuid());
        (await town.Put(Visit(id), Body())).Expect(HttpStatusCode.Created);
        var phone = (await town.Post(Visit(id, "reveal"), new { reason = "回电" })).Expect(HttpStatusCode.OK);
        var silent = await town.Post(Visit(id, "reveal"), new { reason = "" });
        var erased = (await district.Post(Visit(id, "erasure"), new { commandId = Guid.NewGuid(), reason = "依法申请" })).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)phone["phone"], Is.EqualTo("13800000009"));
            Assert.That(silent.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(((string?)erased["visitor"], (string?)erased["phone"], (string?)erased["kind"]), Is.EqualTo(((string?)null, (string?)null, "Consultation")));
        }
    }

    [Test]
    public async Task A_list_is_tried_taken_whole_and_not_taken_twice()
    {
        var (town, run) = (await SignIn("town"), Guid.NewGuid().ToString("N"));
        var list = Import($"number,receivedOn,kind,brief,area\n{run}-1,2026-11-12,Help,路灯不亮,340803100204\n{run}-2,2026-11-13,Dispute,邻里争吵,\n");
        var tried = (await town.Post("/api/front-desk/import?check=true", list)).Expect(HttpStatusCode.OK);
        var taken = (await town.Post("/api/front-desk/import", list)).Expect(HttpStatusCode.OK);
        var replay = (await town.Post("/api/front-desk/import", list)).Expect(HttpStatusCode.OK);
        var twice = await town.Post("/api/front-desk/import?check=true", Import((string)list["csv"]!));
        var listed = (await town.Get("/api/front-desk?source=Police&from=2026-11-12&to=2026-11-13&limit=200")).Expect(HttpStatusCode.OK)["items"]!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((int)tried["rows"]!, (bool)tried["taken"]!), Is.EqualTo((2, false)));
            Assert.That(((int)taken["rows"]!, (bool)taken["taken"]!), Is.EqualTo((2, true)));
            Assert.That(JsonNode.DeepEquals(taken, replay));
            Assert.That(Rows(twice), Is.EqualTo(new[] { (2, "number", "known"), (3, "number", "known") }));
            Assert.That(listed.Count(item => ((string?)item!["outsideNumber"])!.StartsWith(run, StringComparison.Ordinal)), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task Each_wrong_line_of_a_list_is_named_and_nothing_is_taken()
    {
        var town = await SignIn("town");
        var lines = await town.Post("/api/front-desk/import", Import(
            "number,receivedOn,kind,brief,area\n,2026-11-12,Help,路灯不亮,\nA,2027-01-01,Help,路灯不亮,\nB,12/11/2026,Nothing,=1+1,340803100999\nC,2026-11-12,Help\nD,2026-11-12,Help,好,340803001000\nD,2026-11-12,Help,好,\n"));
        var header = await town.Post("/api/front-desk/import", Import("number,brief,colour\n1,好,红\n"));
        var empty = await town.Post("/api/front-desk/import", Import("number,receivedOn,kind,brief\n"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Rows(lines), Is.EquivalentTo(new[]
            {
                (2, "number", "required"), (3, "receivedOn", "range"), (4, "receivedOn", "date"), (4, "kind", "word"), (4, "brief", "formula"), (5, "", "columns"),
                (7, "number", "duplicate"),
            }));
            Assert.That(Rows(header), Is.EquivalentTo(new[] { (1, "colour", "column"), (1, "receivedOn", "required"), (1, "kind", "required") }));
            Assert.That(Rows(empty), Is.EqualTo(new[] { (1, "", "empty") }));
        }
    }

    [TestCase("kind", null)]
    [TestCase("source", null)]
    [TestCase("brief", "")]
    [TestCase("receivedOn", "2026-12-01")]
    [TestCase("outsideNumber", "A-1")]
    [TestCase("dueOn", "2026-11-20")]
    public async Task What_makes_no_visit_is_refused_by_its_field(string field, string? value)
    {
        var body = Body();
        body[field] = value;
        var reply = await (await SignIn("town")).Put(Visit(Guid.NewGuid()), body);

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest), reply.Text);
        Assert.That(reply["errors"]!.AsObject().Select(error => error.Key), Does.Contain(field));
    }

    internal static async Task<string> Text(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), await response.Content.ReadAsStringAsync());
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return await reader.ReadToEndAsync();
    }

    static string Visit(Guid id, string act = "") => act.Length == 0 ? $"/api/front-desk/{id}" : $"/api/front-desk/{id}/{act}";

    static JsonObject Body(string kind = "Consultation", string source = "WalkIn", string? number = null, string? answer = null, string? area = null) => new()
    {
        ["kind"] = kind, ["source"] = source, ["receivedOn"] = "2026-11-13", ["outsideNumber"] = number, ["visitor"] = "王试五", ["phone"] = "13800000009",
        ["brief"] = "询问低保申请条件。", ["answer"] = answer, ["areaCode"] = area,
    };

    static JsonObject Words(string field) => new() { ["commandId"] = Guid.NewGuid(), [field] = "已办妥。" };

    static JsonObject Import(string csv) => new() { ["commandId"] = Guid.NewGuid(), ["source"] = "Police", ["csv"] = csv };

    static IEnumerable<(int, string, string)> Rows(Reply reply)
    {
        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest), reply.Text);
        return reply["rows"]!.AsArray().Select(row => ((int)row!["line"]!, (string)row["field"]!, (string)row["code"]!));
    }
}
