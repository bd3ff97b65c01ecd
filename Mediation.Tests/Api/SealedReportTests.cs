using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>A month on its way up: two hands, two tiers, the seal; and what comes late. Each test has a server of its own, for a seal is the district's.</summary>
sealed class SealedReportTests(string kind) : ApiTest(kind)
{
    static readonly DateOnly November = new(2026, 11, 1);
    static readonly string[] All = [Village, "340803100205", Town, "340803200000"];

    ApiServer server = null!;
    ReportHand hand = null!;

    [SetUp]
    public async Task A_server_of_its_own()
    {
        server = await ApiServer.Start(Kind, new Dictionary<string, string> { ["SignIn:IdleMinutes"] = "10000000" });
        hand = new ReportHand(server);
    }

    [TearDown]
    public async Task End() => await server.DisposeAsync();

    [Test]
    public async Task A_month_goes_up_through_two_hands_and_two_tiers_and_is_sealed_domain_5_5()
    {
        await Register("village", 9);
        await Register("village", 10);
        await Register("village2", 11);
        hand.GoTo(new(2026, 12, 2));
        var village = await hand.Submitted(Village, November);
        await hand.Submitted("340803100205", November);
        var town = await hand.Open(Town, November);
        var empty = Value(town, 1);
        town = await hand.Step("town", town, "Merge");
        var merged = Value(town, 1);
        town = await hand.Submit(Town, await hand.Check(Town, town));
        await hand.Submitted("340803200000", November);
        var district = await hand.Check(District, await hand.Step("district", await hand.Open(District, November), "Merge"));
        var early = await hand.TryStep("district", district, "Seal");
        hand.GoTo(new(2026, 12, 6));
        var done = await hand.Step("district", district, "Seal");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((empty, merged, Value(village, 1)), Is.EqualTo((0, 3, 2)));
            Assert.That(early.Code, Is.EqualTo("report.not-all-submitted"));
            Assert.That((string?)done["summary"]!["state"], Is.EqualTo("Sealed"));
            Assert.That((Value(done, 1), Value(done, 1, "village"), Value(done, 1, "yearToDate")), Is.EqualTo((3, 3, 3)));
            Assert.That((string?)done["summary"]!["sealText"], Is.Not.Empty);
            Assert.That(done["missing"]!.AsArray(), Is.Not.Empty, "Those who did not submit are named.");
            Assert.That((string?)(await hand.Get(village))["summary"]!["state"], Is.EqualTo("Sealed"));
            Assert.That((int)town["report"]!["stockFlow"]!["subtotal"]!["openAtEnd"]!, Is.EqualTo(3));
            Assert.That(done["can"]!.AsArray(), Is.Empty);
        }
    }

    [Test]
    public async Task What_comes_after_the_seal_is_a_correction_of_the_next_month_and_the_sealed_number_stands()
    {
        var moved = await Register("town", 9);
        var voided = await Register("village", 10);
        hand.GoTo(new(2026, 12, 6));
        var sealedReport = await hand.Seal(November, All);
        var before = (await hand.Get(sealedReport))["report"]!.ToJsonString();

        await Register("village", 29);
        await GivenStep(await server.SignIn("village"), voided, "voiding", new { reason = "重复登记。" });
        await GivenStep(await server.SignIn("town"), moved, "corrections", new { field = "areaCode", old = Village, @new = "340803100205", reason = "地点登记有误。" });
        var december = await hand.Open(Town, new(2026, 12, 1));
        var village = await hand.Open(Village, new(2026, 12, 1));
        var other = await hand.Open("340803100205", new(2026, 12, 1));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await hand.Get(sealedReport))["report"]!.ToJsonString(), Is.EqualTo(before));
            // One more, one less, one gone to the neighbour.
            Assert.That((Correction(village, 1), Correction(other, 1)), Is.EqualTo((-1, 1)));
            Assert.That((Value(village, 1), Value(village, 1, "yearToDate")), Is.EqualTo((0, 1)));
            Assert.That(Correction(december, 1), Is.Zero, "The villages have not submitted.");
            var cell = await Cell(village, 1, correction: true);
            Assert.That((int)cell["count"]!, Is.EqualTo(-1));
            Assert.That(cell["items"]!.AsArray().Select(item => ((string?)item!["month"], (int)item["change"]!)), Is.EquivalentTo(new[] { ("2026-11", -1), ("2026-11", -1), ("2026-11", 1) }));
            Assert.That(cell["items"]!.AsArray().Where(item => (int)item!["change"]! < 0).Select(item => (Guid)item!["dispute"]!["id"]!), Is.EquivalentTo([IdOf(moved), IdOf(voided)]));
        }
    }

    [Test]
    public async Task A_unit_that_missed_the_seal_comes_in_with_its_next_report()
    {
        await Register("village", 9);
        await Register("village2", 9);
        hand.GoTo(new(2026, 12, 6));
        var november = await hand.Seal(November, Village, Town);
        hand.GoTo(new(2026, 12, 21));
        await Register("village2", 20, 12);
        hand.GoTo(new(2027, 1, 6));
        var december = await hand.Seal(new(2026, 12, 1), All);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((Value(november, 1), Value(december, 1), Correction(december, 1)), Is.EqualTo((1, 1, 1)));
            Assert.That(Value(december, 1, "yearToDate"), Is.EqualTo(3));
            Assert.That((int)(await Cell(december, 1, correction: true))["count"]!, Is.EqualTo(1));
            Assert.That((int)(await Cell(december, 1, correction: false))["count"]!, Is.EqualTo(1));
            Assert.That(december["report"]!["checks"]!.AsArray().Where(c => !(bool)c!["passed"]!).Select(c => c!.ToJsonString()), Is.Empty);
        }
    }

    [Test]
    public async Task Two_hands_a_month_that_is_over_and_a_signed_nil_return()
    {
        var report = await hand.Open(Village, November);
        var twice = await (await server.SignIn("village")).Put($"/api/monthly-reports/{Guid.NewGuid()}", new { month = "2026-11" });
        report = await hand.Step("village", report, "Draft");
        var own = await hand.TryStep("village", report, "Check");
        var soon = await hand.TryStep("town", report, "Check");
        var unchecked_ = await hand.TryStep("village", report, "Submit");
        hand.GoTo(new(2026, 12, 1));
        report = await hand.Step("town", report, "Check");
        var silent = await hand.TryStep("village", report, "Submit");
        var submitted = await hand.Step("village", report, "Submit", new { nil = true });
        var again = await hand.TryStep("village", report, "Draft");
        var stranger = await hand.TryStep("town2", submitted, "Return", new { reason = "无关。" });
        var silently = await hand.TryStep("town", submitted, "Return");
        var returned = await hand.Step("town", submitted, "Return", new { reason = "请补录。" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(twice.Code, Is.EqualTo("report.already-open"));
            Assert.That(own.Code, Is.EqualTo("report.same-hand"));
            Assert.That(soon.Code, Is.EqualTo("report.month-not-over"));
            Assert.That(unchecked_.Code, Is.EqualTo("report.illegal-move"));
            Assert.That(silent.Code, Is.EqualTo("report.nil-unsigned"));
            Assert.That((bool)submitted["summary"]!["nil"]!, Is.True);
            Assert.That((again.Status, again.Code), Is.EqualTo((HttpStatusCode.Conflict, "report.stale")));
            Assert.That((stranger.Status, silently.Status), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.BadRequest)));
            Assert.That(((string?)returned["summary"]!["state"], (string?)returned["summary"]!["returnReason"]), Is.EqualTo(("Returned", "请补录。")));
        }
    }

    [Test]
    public async Task A_report_that_was_taken_in_goes_back_only_from_the_top_down()
    {
        await Register("village", 9);
        hand.GoTo(new(2026, 12, 2));
        var village = await hand.Submitted(Village, November);
        var town = await hand.Submit(Town, await hand.Check(Town, await hand.Step("town", await hand.Open(Town, November), "Merge")));
        var tooLate = await hand.TryStep("town", await hand.Get(village), "Return", new { reason = "有误。" });
        town = await hand.Step("district", town, "Return", new { reason = "村级有误。" });
        var back = await hand.Step("town", await hand.Get(village), "Return", new { reason = "有误。" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tooLate.Code, Is.EqualTo("report.already-sent-up"));
            Assert.That((string?)back["summary"]!["state"], Is.EqualTo("Returned"));
            Assert.That(Value(await hand.Get(town), 1), Is.Zero);
        }
    }

    static readonly string[] Forbidden =
        ["update sealed_entry set found = 9", "delete from sealed_entry", "update sealed_report set figures = '{}'", "delete from sealed_report"];

    [Test]
    public async Task The_database_itself_refuses_to_change_what_is_sealed()
    {
        await Register("village", 9);
        hand.GoTo(new(2026, 12, 6));
        await hand.Seal(November, Village, Town);
        await using var connection = await TestDatabase.Open(server.ConnectionString);
        await using var change = connection.CreateCommand();
        foreach (var sql in Forbidden)
        {
            change.CommandText = sql;
            Assert.That(async () => await change.ExecuteNonQueryAsync(), Throws.Exception.Message.Contains("append-only"), sql);
        }
    }

    async Task<JsonNode> Register(string user, int day, int month = 11) => await GivenDispute(await server.SignIn(user), b =>
        (b["areaCode"], b["receivedAt"], b["occurredOn"], b["deviceTime"]) = (user == "village2" ? "340803100205" : Village, $"2026-{month:D2}-{day:D2}T02:00:00Z", null, null));

    async Task<JsonNode> Cell(JsonNode report, int row, bool correction) => (await (await server.SignIn("district")).Get(
        $"/api/monthly-reports/{(Guid)report["summary"]!["id"]!}/disputes?row={row}&column=Subtotal&correction={(correction ? "true" : "false")}")).Expect(HttpStatusCode.OK);

    static int Value(JsonNode report, int row, string column = "subtotal") => (int)report["report"]!["rows"]![row - 1]!["values"]![column]!;

    static int Correction(JsonNode report, int row) => (int)report["report"]!["rows"]![row - 1]!["correction"]!["subtotal"]!;
}
