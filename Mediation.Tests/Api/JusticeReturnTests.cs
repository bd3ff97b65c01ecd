using System.Net;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Mediation.Core.Domain;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Return A on its way up, as the monthly report goes: two hands, two tiers, the justice bureau's seal, and what comes late (domain 5.6).</summary>
sealed class JusticeReturnTests(string kind) : ApiTest(kind)
{
    ApiServer server = null!;

    [SetUp]
    public async Task A_server_of_its_own() => server = await ApiServer.Start(Kind, new Dictionary<string, string> { ["SignIn:IdleMinutes"] = "10000000" });

    [TearDown]
    public async Task End() => await server.DisposeAsync();

    [Test]
    public async Task A_month_goes_up_and_is_sealed_by_the_justice_bureau_and_what_comes_later_is_a_correction()
    {
        var village = await server.SignIn("village");
        var agreed = await GivenAgreedDispute(village);
        var failed = await GivenSession(village, await GivenAcceptedDispute(village), "NotAgreed");
        failed = await GivenStep(village, failed, "failure", new { channels = new[] { "Suit" } });
        GoTo(new(2026, 12, 6));
        var own = await Submitted("village", "town", await Open("village", "2026-11"));
        var town = await Step("town", await Open("town", "2026-11"), "Merge");
        town = await Submitted("town", "district", town);
        var bureau = await Step("justice", await Open("district", "2026-11"), "Merge");
        bureau = await Step("justice", await Step("district", bureau, "Draft"), "Check");
        var forbidden = await TryStep("town", bureau, "Seal");
        bureau = await Step("justice", bureau, "Seal", new { sealText = "大观区司法局" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((Value(own, 1), Value(own, 3), Value(town, 1), Value(bureau, 1), Value(bureau, 38)), Is.EqualTo((2m, 1m, 2m, 2m, 1m)));
            Assert.That(((string?)bureau["summary"]!["state"], (string?)bureau["summary"]!["sealText"]), Is.EqualTo(("Sealed", "大观区司法局")));
            Assert.That(forbidden.Status, Is.EqualTo(HttpStatusCode.NotFound), "The district's return is none of the town's.");
            Assert.That(bureau["missing"]!.AsArray(), Is.Not.Empty);
            Assert.That(bureau["can"]!.AsArray(), Is.Empty);
            Assert.That((string?)(await Get(own))["summary"]!["state"], Is.EqualTo("Sealed"));
            Assert.That((await Cell(bureau, 3))["items"]!.AsArray().Select(item => (Guid)item!["dispute"]!["id"]!), Is.EqualTo([IdOf(agreed)]));
        }

        // Performed later, and one that was never meant to be there: both are corrections of the next month; the sealed numbers stand.
        var before = (await Get(bureau))["report"]!.ToJsonString();
        await GivenStep(village, agreed, "performance", new { obligationId = Obligation(agreed), performedOn = "2026-12-06", evidence = "已疏通" });
        await GivenStep(await server.SignIn("village2"), await GivenDispute(await server.SignIn("village2"), b => b["areaCode"] = "340803100205"), "settlement-on-the-spot", new { terms = "和解", performance = "Immediate" });
        GoTo(new(2027, 1, 6));
        var december = await Open("village", "2026-12");
        var correction = await Cell(december, 40, correction: true);
        var live = (await (await server.SignIn("district")).Get($"/api/reports/justice?period=2026-11&area={District}")).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Get(bureau))["report"]!.ToJsonString(), Is.EqualTo(before));
            Assert.That((Value(december, 1), Value(december, 1, "correction"), Value(december, 40, "correction"), Value(december, 40, "yearToDate")), Is.EqualTo((0m, 0m, 1m, 1m)));
            Assert.That((Value(december, 1, "before"), Value(december, 1, "yearToDate"), Value(december, 1, "previous")), Is.EqualTo((2m, 2m, 2m)));
            Assert.That(Value(december, 1, "previousChange"), Is.EqualTo(-100m));
            Assert.That(((int)correction["count"]!, correction["items"]!.AsArray().Select(item => (string?)item!["month"]).Single()), Is.EqualTo((1, "2026-11")));
            Assert.That(december["report"]!["checks"]!.AsArray().Where(check => !(bool)check!["passed"]!).Select(check => check!.ToJsonString()), Is.Empty);
            Assert.That(((bool)live["sealed"]!, (decimal)live["items"]![39]!["value"]!), Is.EqualTo((true, 0m)), "Sealed as it was.");
        }

        // The correction is sealed in its turn, once; a quarter is refused until all of it is sealed.
        december = await Submitted("village", "town", december);
        var quarter = await (await server.SignIn("district")).Get("/api/reports/justice?period=2026-Q4");
        var january = await SealDistrict(december, "2026-12");
        GoTo(new(2027, 2, 6));
        var next = await Open("village", "2027-01");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((quarter.Status, quarter.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "report.not-sealed")));
            Assert.That(Value(january, 40, "correction"), Is.EqualTo(1m));
            Assert.That(next["report"]!["items"]![39]!["correction"], Is.Null, "It was corrected once.");
            Assert.That(Value(next, 1, "yearToDate"), Is.Zero, "A new year.");
        }
    }

    [Test]
    public async Task A_voided_case_is_taken_out_again_and_one_that_moved_goes_from_one_village_to_the_other()
    {
        // The town settled one of the village's matters; the village itself may not name a place beyond its own.
        var (village, town) = (await server.SignIn("village"), await server.SignIn("town"));
        var (gone, moved) = (await GivenAgreedDispute(village), await GivenAgreedDispute(town));
        GoTo(new(2026, 12, 6));
        await SealDistrict(await Submitted("village", "town", await Open("village", "2026-11")), "2026-11");
        await GivenStep(village, gone, "voiding", new { reason = "重复登记。" });
        await GivenStep(town, moved, "corrections", new { field = "areaCode", old = Village, @new = "340803100205", reason = "地点登记有误。" });
        GoTo(new(2027, 1, 6));
        var (here, there) = (await Open("village", "2026-12"), await Open("village2", "2026-12"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((Value(here, 1, "correction"), Value(there, 1, "correction")), Is.EqualTo((-2m, 1m)));
            Assert.That((await Cell(here, 1, correction: true))["items"]!.AsArray().Select(item => (int)item!["change"]!), Is.EqualTo(new[] { -1, -1 }));
            Assert.That((Value(here, 1, "yearToDate"), Value(there, 1, "yearToDate")), Is.EqualTo((0m, 1m)));
        }
    }

    [Test]
    public async Task Two_hands_a_nil_return_signed_as_such_a_return_with_reasons_and_one_unit_one_month()
    {
        var early = await Step("village", await Open("village", "2026-11"), "Draft");
        var twice = await (await server.SignIn("village")).Put($"/api/justice-returns/{Guid.NewGuid()}", new { month = "2026-11" });
        var own = await TryStep("village", early, "Check");
        var soon = await TryStep("town", early, "Check");
        GoTo(new(2026, 12, 2));
        var checkedOne = await Step("town", early, "Check");
        var unsigned = await TryStep("village", checkedOne, "Submit");
        var submitted = await Step("village", checkedOne, "Submit", new { nil = true });
        var stale = await TryStep("town", checkedOne, "Return", new { reason = "x" });
        var returned = await Step("town", submitted, "Return", new { reason = "请核对。" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new[] { twice.Code, own.Code, soon.Code, unsigned.Code, stale.Code },
                Is.EqualTo(new[] { "report.already-open", "report.same-hand", "report.month-not-over", "report.nil-unsigned", "report.stale" }));
            Assert.That(((bool)submitted["summary"]!["nil"]!, (string?)returned["summary"]!["returnReason"]), Is.EqualTo((true, "请核对。")));
            Assert.That((await (await server.SignIn("auditor")).Put($"/api/justice-returns/{Guid.NewGuid()}", new { month = "2026-11" })).Status, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await (await server.SignIn("town2")).Get($"/api/justice-returns/{Id(early)}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await (await server.SignIn("town")).Get("/api/justice-returns/chase?month=2026-11"))["items"]!.AsArray()
                .Single(unit => (string?)unit!["areaCode"] == Village)!["state"]!.ToString(), Is.EqualTo("Returned"));
            Assert.That((await (await server.SignIn("town")).Get("/api/justice-returns?month=2026-11"))["items"]!.AsArray(), Has.Count.EqualTo(1));
            Assert.That((await (await server.SignIn("town")).Get($"/api/monthly-reports/chase?month=2026-11&under={Village}"))["items"]![0]!["state"], Is.Null, "The other report is not opened by it.");
        }
    }

    [Test]
    public async Task Its_files_open_without_repair_and_say_who_checked_it()
    {
        await GivenAgreedDispute(await server.SignIn("village"));
        GoTo(new(2026, 12, 6));
        var report = await Submitted("village", "town", await Open("village", "2026-11"));
        using var response = await (await server.SignIn("town")).GetAsync($"/api/justice-returns/{Id(report)}.xlsx?reason=存档");
        using var document = SpreadsheetDocument.Open(new MemoryStream(await response.Content.ReadAsByteArrayAsync()), isEditable: false);
        var csv = (await (await server.SignIn("town")).Get($"/api/justice-returns/{Id(report)}.csv?reason=存档")).Text;
        var silent = await (await server.SignIn("town")).Get($"/api/justice-returns/{Id(report)}.csv");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new OpenXmlValidator().Validate(document).Select(e => e.Description), Is.Empty);
            Assert.That(csv, Does.Contain("1,调解案件总数,1,0,1").And.Contain("审核人"));
            Assert.That(silent.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        }
    }

    /// <summary>The town takes in what waits, the district takes in the town, and the justice bureau seals.</summary>
    async Task<JsonNode> SealDistrict(JsonNode ofVillage, string month)
    {
        Assert.That((string?)ofVillage["summary"]!["state"], Is.EqualTo("Submitted"));
        await Submitted("town", "district", await Step("town", await Open("town", month), "Merge"));
        var district = await Step("justice", await Open("justice", month), "Merge");
        return await Step("justice", await Step("justice", await Step("district", district, "Draft"), "Check"), "Seal");
    }

    async Task<JsonNode> Submitted(string clerk, string reviewer, JsonNode report)
    {
        report = await Step(reviewer, await Step(clerk, report, "Draft"), "Check");
        var reply = await TryStep(clerk, report, "Submit");
        return reply.Code == "report.nil-unsigned" ? await Step(clerk, report, "Submit", new { nil = true }) : reply.Expect(HttpStatusCode.OK);
    }

    void GoTo(DateOnly day) => server.Clock.SetUtcNow(Shanghai.StartOf(day).AddHours(10));

    async Task<JsonNode> Open(string user, string month) =>
        (await (await server.SignIn(user)).Put($"/api/justice-returns/{Guid.NewGuid()}", new { month })).Expect(HttpStatusCode.Created);

    async Task<Reply> TryStep(string user, JsonNode report, string act, object? more = null)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        (body["commandId"], body["baseVersion"], body["act"]) = (Guid.NewGuid(), (int)report["summary"]!["version"]!, act);
        return await (await server.SignIn(user)).Post($"/api/justice-returns/{Id(report)}/steps", body);
    }

    async Task<JsonNode> Step(string user, JsonNode report, string act, object? more = null) => (await TryStep(user, report, act, more)).Expect(HttpStatusCode.OK);

    async Task<JsonNode> Get(JsonNode report) => (await (await server.SignIn("district")).Get($"/api/justice-returns/{Id(report)}")).Expect(HttpStatusCode.OK);

    async Task<JsonNode> Cell(JsonNode report, int item, bool correction = false) =>
        (await (await server.SignIn("district")).Get($"/api/justice-returns/{Id(report)}/disputes?item={item}&correction={(correction ? "true" : "false")}")).Expect(HttpStatusCode.OK);

    static Guid Id(JsonNode report) => (Guid)report["summary"]!["id"]!;

    static Guid Obligation(JsonNode dispute) => (Guid)dispute["cases"]![0]!["agreement"]!["obligations"]![0]!["id"]!;

    static decimal Value(JsonNode report, int item, string part = "value") => (decimal?)report["report"]!["items"]![item - 1]![part] ?? throw new InvalidOperationException($"{item} {part}");
}
