using System.Net;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>The justice return (domain 5.6) and the indicators (domain 8) of a month that was made by hand.</summary>
sealed class JusticeAndIndicatorTests(string kind) : ApiTest(kind)
{
    // It counts all rows.
    protected override bool OwnServer => true;

    /// <summary>Settled orally, settled on the spot after a court's request, failed, and one that nobody took up.</summary>
    [OneTimeSetUp]
    public async Task A_month()
    {
        var village = await SignIn("village");
        await GivenAgreedDispute(village);
        var spot = await GivenDispute(village, b => (b["source"], b["referredBy"], b["type"]) = ("EntrustedReferral", "Police", "RoadTraffic"));
        spot = await GivenStep(village, spot, "settlement-on-the-spot", new { terms = "双方和解", performance = "Immediate" });
        await GivenStep(village, spot, "follow-ups", new { by = "Phone", performed = true, relapse = false, satisfaction = 5, record = "满意" });
        var failed = await GivenSession(village, await GivenAcceptedDispute(village, b => b["source"] = "CommitteeInitiated"), "NotAgreed");
        await GivenStep(village, failed, "failure", new { channels = new[] { "Suit" } });
        await GivenDispute(village);
    }

    [TestCase(1, 3)]
    [TestCase(2, 6)]
    [TestCase(3, 2)]
    [TestCase(6, 3)]
    [TestCase(12, 1)]
    [TestCase(13, 1)]
    [TestCase(14, 1)]
    [TestCase(17, 1)]
    [TestCase(21, 2, Description = "邻里")]
    [TestCase(35, 1, Description = "道路交通")]
    [TestCase(38, 2)]
    [TestCase(39, 0)]
    [TestCase(40, 1)]
    public async Task An_item_counts_its_concluded_cases_and_drills_down_to_them_domain_5_6(int item, int count)
    {
        var district = await SignIn("district");
        var found = (await district.Get($"/api/reports/justice?period=2026-11&area={Village}")).Expect(HttpStatusCode.OK)["items"]![item - 1]!;
        var cell = (await district.Get($"/api/reports/justice/disputes?period=2026-11&area={Village}&item={item}")).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((int)found["number"]!, (int)found["value"]!, (int)found["yearToDate"]!), Is.EqualTo((item, count, count)));
            Assert.That(((int)cell["count"]!, cell["items"]!.AsArray().Sum(one => (int)one!["change"]!)), Is.EqualTo((count, count)));
        }
    }

    [TestCase("2026-11")]
    [TestCase("2027-01")]
    public async Task Its_checks_A1_to_A11_hold_domain_5_6(string period)
    {
        var checks = (await (await SignIn("justice")).Get($"/api/reports/justice?period={period}")).Expect(HttpStatusCode.OK)["checks"]!.AsArray();

        Assert.That(checks.Select(check => (string?)check!["id"]), Is.EqualTo(Enumerable.Range(1, 11).Select(number => $"A{number}")));
        Assert.That(checks.Where(check => !(bool)check!["passed"]!).Select(check => check!.ToJsonString()), Is.Empty);
    }

    [Test]
    public async Task Its_workbook_opens_without_repair()
    {
        using var response = await (await SignIn("district")).GetAsync($"/api/reports/justice.xlsx?period=2026-11&reason=报送");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        using var document = SpreadsheetDocument.Open(new MemoryStream(await response.Content.ReadAsByteArrayAsync()), isEditable: false);

        Assert.That(new OpenXmlValidator().Validate(document).Select(e => e.Description), Is.Empty);
        Assert.That((await (await SignIn("district")).Get("/api/reports/justice.xlsx?period=2026-11")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("AcceptanceRate", 3, 4)]
    [TestCase("MediationRate", 3, 4)]
    [TestCase("SuccessRate", 2, 3)]
    [TestCase("ResolutionRate", 1, 4)]
    [TestCase("TimelinessRate", 1, 1)]
    [TestCase("SatisfactionRate", 1, 1)]
    [TestCase("InVillageRate", 1, 1)]
    [TestCase("RelapseRate", 0, 2)]
    public async Task An_indicator_says_its_numbers_and_drills_down_to_them_domain_8(string indicator, int numerator, int denominator)
    {
        var item = await Item("2026-11", indicator);
        var cell = (await (await SignIn("district")).Get($"/api/indicators/disputes?period=2026-11&area={Village}&indicator={indicator}")).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((int)item["numerator"]!, (int)item["denominator"]!, (bool)item["scored"]!), Is.EqualTo((numerator, denominator, true)));
            Assert.That(((int)cell["numerator"]!, (int)cell["denominator"]!), Is.EqualTo((numerator, denominator)));
            Assert.That(cell["items"]!.AsArray().Sum(one => (int)one!["denominator"]!), Is.EqualTo(denominator));
            Assert.That((decimal)item["percent"]!, Is.EqualTo(Math.Round(numerator * 100m / denominator, 2, MidpointRounding.AwayFromZero)));
        }
    }

    [Test]
    public async Task The_sponsored_matters_are_those_of_the_ledger_and_drill_down_to_them()
    {
        var district = await SignIn("district");
        var (with, without) = (await GivenDispute(district, Elsewhere), await GivenDispute(district, Elsewhere));
        await GivenStep(district, with, "sponsorship", new { leaderName = "周某某", leaderPost = "副区长", leaderTier = "District", unit = "镇政府", person = "郑某某" });
        var item = await Item("2026-11", "SponsorshipRate", OtherTown);
        var cell = (await district.Get($"/api/indicators/disputes?period=2026-11&area={OtherTown}&indicator=SponsorshipRate")).Expect(HttpStatusCode.OK);
        var ledger = (await district.Get($"/api/major-matters?under={OtherTown}")).Expect(HttpStatusCode.OK)["counts"]!["sponsored"]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((int)item["numerator"]!, (int)item["denominator"]!), Is.EqualTo((1, 2)));
            Assert.That(((int)ledger["numerator"]!, (int)ledger["denominator"]!), Is.EqualTo((1, 2)));
            Assert.That(cell["items"]!.AsArray().Select(one => ((Guid)one!["dispute"]!["id"]!, (int)one["numerator"]!)), Is.EquivalentTo(new[] { (IdOf(with), 1), (IdOf(without), 0) }));
            Assert.That((int)(await Item("2026-10", "SponsorshipRate", OtherTown))["denominator"]!, Is.Zero, "Not on the ledger yet.");
        }
    }

    const string OtherTown = "340803200000";

    static void Elsewhere(JsonObject body)
    {
        (body["areaCode"], body["risks"]) = ("340803200201", new JsonArray("Crowd"));
        foreach (var party in body["parties"]!.AsArray())
            party!["areaCode"] = "340803200201";
    }

    [Test]
    public async Task The_returns_behind_their_rate_are_listed_village_by_village()
    {
        var cell = (await (await SignIn("district")).Get($"/api/indicators/returns?period=2026-10&area={Town}")).Expect(HttpStatusCode.OK);
        var item = await Item("2026-10", "ScreeningSubmitRate", Town);

        Assert.That(((int)cell["numerator"]!, (int)cell["denominator"]!, cell["items"]!.AsArray().Count), Is.EqualTo(((int)item["numerator"]!, (int)item["denominator"]!, (int)item["denominator"]!)));
        Assert.That((await (await SignIn("village")).Get($"/api/indicators/returns?period=2026-10&area={Town}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("2026-11", "ConfirmationValidRate")]
    [TestCase("2026-11", "StabilityAssessmentRate")]
    [TestCase("2000", "TrainingRate", Description = "Nobody was in office.")]
    [TestCase("2026-11", "ScreeningSubmitRate", Description = "The cut-off is not over.")]
    [TestCase("2020", "SuccessRate")]
    public async Task Without_a_denominator_it_is_not_scored_domain_8(string period, string indicator)
    {
        var item = await Item(period, indicator);

        Assert.That(((int)item["denominator"]!, (decimal?)item["percent"], (bool)item["scored"]!), Is.EqualTo((0, (decimal?)null, false)));
    }

    [Test]
    public async Task The_slogan_in_numbers_is_that_of_the_overview()
    {
        var overview = (await (await SignIn("district")).Get($"/api/overview?area={District}")).Expect(HttpStatusCode.OK)["ratios"]!["month"]!;
        foreach (var (name, indicator) in ((string, string)[])[("inVillage", "InVillageRate"), ("inTown", "InTownRate"), ("inDistrict", "InDistrictRate")])
        {
            var item = await Item("2026-11", indicator, District);
            Assert.That(((int)item["numerator"]!, (int)item["denominator"]!), Is.EqualTo(((int)overview[name]!["numerator"]!, (int)overview[name]!["denominator"]!)), indicator);
        }
    }

    [Test]
    public async Task A_village_s_nil_return_in_time_counts_and_a_missing_one_is_due()
    {
        (await (await SignIn("village")).Put($"/api/screening-returns/{Guid.NewGuid()}", new { from = "2026-11-01", to = "2026-11-16", found = 0 })).Expect(HttpStatusCode.Created);
        var before = await Item("2026-10", "ScreeningSubmitRate", Town);

        Assert.That((int)before["numerator"]!, Is.Zero);
        Assert.That((int)before["denominator"]!, Is.GreaterThan(1), "One for each village of the town.");
    }

    [TestCase("/api/reports/justice?period=2026-Q4", HttpStatusCode.UnprocessableEntity)]
    [TestCase("/api/reports/justice/disputes?period=2026&item=1", HttpStatusCode.UnprocessableEntity)]
    [TestCase("/api/reports/justice?period=2026-13", HttpStatusCode.BadRequest)]
    [TestCase("/api/reports/justice/disputes?period=2026-11&item=5", HttpStatusCode.BadRequest)]
    [TestCase("/api/reports/justice/disputes?period=2026-11", HttpStatusCode.BadRequest)]
    [TestCase("/api/indicators?period=", HttpStatusCode.BadRequest)]
    [TestCase("/api/indicators/disputes?period=2026-11&indicator=Luck", HttpStatusCode.BadRequest)]
    [TestCase("/api/indicators?period=2026-11&area=340803000000", HttpStatusCode.NotFound)]
    [TestCase("/api/reports/justice?period=2026-11&area=340803000000", HttpStatusCode.NotFound)]
    public async Task What_makes_no_sense_or_lies_outside_is_refused(string url, HttpStatusCode status) =>
        Assert.That((await (await SignIn("village")).Get(url)).Status, Is.EqualTo(status));

    async Task<JsonNode> Item(string period, string indicator, string area = Village) =>
        (await (await SignIn("district")).Get($"/api/indicators?period={period}&area={area}")).Expect(HttpStatusCode.OK)["items"]!.AsArray()
            .Single(item => (string?)item!["id"] == indicator)!;
}
