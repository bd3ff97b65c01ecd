using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>The borders of a sealed month: midnight in Shanghai, leap day, new year, a village that was merged, a matter that was closed twice.</summary>
sealed class SealedBoundaryTests(string kind) : ApiTest(kind)
{
    const string Neighbour = "340803100205";

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

    [TestCase("2026-12-31T15:59:59.999Z", 2026, 12, Description = "The last millisecond of the year in Shanghai.")]
    [TestCase("2026-12-31T16:00:00.000Z", 2027, 1, Description = "New year in Shanghai.")]
    [TestCase("2028-02-29T15:59:59.999Z", 2028, 2, Description = "The last millisecond of a leap day.")]
    [TestCase("2028-02-28T16:00:00.000Z", 2028, 2, Description = "The first instant of a leap day.")]
    public async Task A_matter_stands_in_the_sealed_month_of_its_day_in_Shanghai(string receivedAt, int year, int number)
    {
        var month = new DateOnly(year, number, 1);
        hand.GoTo(month.AddMonths(1).AddDays(5));
        await Register("village", receivedAt);
        var report = await hand.Seal(month, Village, Town);
        var next = await hand.Open(Village, month.AddMonths(1));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((Value(report, "subtotal"), Value(report, "yearToDate")), Is.EqualTo((1, 1)));
            Assert.That((Value(next, "subtotal"), Correction(next, "subtotal")), Is.EqualTo((0, 0)));
            // The year begins anew in January (B6).
            Assert.That(Value(next, "yearToDate"), Is.EqualTo(number == 12 ? 0 : 1));
        }
    }

    [Test]
    public async Task A_correction_of_last_year_does_not_enter_this_year_s_sum()
    {
        hand.GoTo(new(2027, 1, 6));
        await hand.Seal(new(2026, 12, 1), Village, Town);
        await Register("village", "2026-12-20T02:00:00Z");
        await Register("village", "2027-01-02T02:00:00Z");
        hand.GoTo(new(2027, 2, 6));
        var january = await hand.Seal(new(2027, 1, 1), Village, Town);

        Assert.That(
            (Value(january, "subtotal"), Value(january, "yearToDate"), Correction(january, "subtotal"), Correction(january, "yearToDate")), Is.EqualTo((1, 1, 1, 0)));
        Assert.That(january["report"]!["checks"]!.AsArray().Where(c => !(bool)c!["passed"]!).Select(c => c!.ToJsonString()), Is.Empty);
    }

    [Test]
    public async Task A_village_merged_in_mid_year_is_reported_by_its_town_from_then_on_domain_10()
    {
        await Register("village2", "2026-11-10T02:00:00Z");
        hand.GoTo(new(2026, 12, 6));
        await hand.Seal(new(2026, 11, 1), Neighbour, Town);
        await Register("village2", "2026-12-02T02:00:00Z");
        await Register("village2", "2026-11-20T02:00:00Z");
        var csv = $"code,name,parent,level,validTo,successor\n{Neighbour},红星村,{Town},village,2026-12-15,{Village}\n";
        using var file = new StringContent(csv, System.Text.Encoding.UTF8, "text/csv");
        (await (await server.SignIn("admin")).Send(HttpMethod.Post, "/api/areas/import", file)).Expect(HttpStatusCode.OK);
        hand.GoTo(new(2027, 1, 6));
        var gone = await (await server.SignIn("village2")).Put($"/api/monthly-reports/{Guid.NewGuid()}", new { month = "2026-12" });
        var december = await hand.Seal(new(2026, 12, 1), Town);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(gone.Code, Is.EqualTo("report.no-unit"));
            Assert.That((Value(december, "subtotal"), Value(december, "yearToDate"), Correction(december, "subtotal")), Is.EqualTo((1, 3, 1)));
        }
    }

    [Test]
    public async Task A_matter_that_was_reopened_and_closed_twice_in_a_month_counts_once_and_leaves_the_stock_once()
    {
        var village = await server.SignIn("village");
        var dispute = await Register("village", "2026-11-10T02:00:00Z");
        for (var time = 0; time < 2; time++)
        {
            if (time > 0)
                dispute = await GivenStep(village, dispute, "reopening", new { reason = "一方反悔，双方同意再次调解。" });
            var status = (string?)dispute["status"];
            dispute = status == "Registered" || status == "Unresolved" || status == "InMediation"
                ? await GivenStep(village, dispute, "settlement-on-the-spot", new { terms = "双方和解", performance = "Immediate" })
                : await GivenStep(village, dispute, "closure");
        }

        hand.GoTo(new(2026, 12, 6));
        var report = await hand.Seal(new(2026, 11, 1), Village, Town);
        var stock = report["report"]!["stockFlow"]!["subtotal"]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((Value(report, "subtotal"), (int)report["report"]!["rows"]![1]!["values"]!["subtotal"]!), Is.EqualTo((1, 1)));
            Assert.That(((int)stock["reopened"]!, (int)stock["resolved"]!, (int)stock["openAtEnd"]!), Is.EqualTo((1, 2, 0)));
        }
    }

    async Task<JsonNode> Register(string user, string at) => await GivenDispute(await server.SignIn(user), b =>
        (b["areaCode"], b["receivedAt"], b["occurredOn"], b["deviceTime"]) = (user == "village2" ? Neighbour : Village, at, null, null));

    static int Value(JsonNode report, string column) => (int)report["report"]!["rows"]![0]!["values"]![column]!;

    static int Correction(JsonNode report, string column) => (int)report["report"]!["rows"]![0]!["correction"]![column]!;
}
