using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Mediation.Core.Domain;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>After a walk of random commands: what a centre is shown beside the report agrees with the report.</summary>
sealed class WalkedCentreTests(string kind) : ApiTest(kind)
{
    const int Steps = 200;

    TallyWalk walk = null!;
    HttpClient district = null!;

    protected override bool OwnServer => true;

    // Months go by in a walk, and people stay signed in.
    protected override Dictionary<string, string> Settings => new() { ["SignIn:IdleMinutes"] = "10000000" };

    DateOnly Today => Shanghai.DateOf(App.Clock.GetUtcNow());

    [OneTimeSetUp]
    public async Task Walk()
    {
        walk = new TallyWalk(App, new Random(7));
        for (var step = 0; step < Steps; step++)
            await walk.Step();
        district = await SignIn("district");
    }

    [TestCase(District)]
    [TestCase(Town)]
    [TestCase(Village)]
    public async Task The_trend_is_the_months_reports(string area)
    {
        var overview = await Overview(area);
        var trend = overview["trend"]!.AsArray();

        Assert.That(trend.Select(month => (string?)month!["month"]), Is.EqualTo(Enumerable.Range(-13, 14).Select(back => Month(Today.AddMonths(back)))));
        foreach (var month in trend)
        {
            var report = await Report((string)month!["month"]!, area);
            Assert.That(
                ((int)month["registered"]!, (int)month["concluded"]!, (int)month["succeeded"]!, (int)month["open"]!),
                Is.EqualTo((Subtotal(report, 1), Subtotal(report, 2), Subtotal(report, 4), (int)report["stockFlow"]!["subtotal"]!["openAtEnd"]!)), $"{area} {month["month"]}");
        }
    }

    [TestCase(District)]
    [TestCase(Town)]
    [TestCase(Village)]
    public async Task What_is_open_is_what_the_ledger_shows_as_open(string area)
    {
        var open = (await Overview(area))["open"]!;
        var ledger = walk.Ledger.Where(m => m.AreaCode.StartsWith(area.TrimEnd('0'), StringComparison.Ordinal) && m.Status is not ("Closed" or "Merged" or "Voided" or "ReferredOut")).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)open["total"]!, Is.EqualTo(ledger.Count));
            Assert.That(open["byTier"]!.AsArray().ToDictionary(o => (string)o!["tier"]!, o => (int)o!["count"]!),
                Is.EqualTo(Enum.GetNames<Tier>().ToDictionary(tier => tier, tier => ledger.Count(m => m.Tier == tier))));
            Assert.That(open["byType"]!.AsArray().Sum(o => (int)o!["count"]!), Is.EqualTo(ledger.Count));
            Assert.That(open["byLevel"]!.AsArray().ToDictionary(o => (string)o!["riskLevel"]!, o => (int)o!["count"]!).GetValueOrDefault("Red"),
                Is.EqualTo(ledger.Count(m => (string?)m.View["riskLevel"] == "Red")));
        }
    }

    [Test]
    public async Task The_shares_are_those_of_the_stock_flow_and_grow_with_the_tiers()
    {
        var ratios = (await Overview(District))["ratios"]!;
        var stock = (await Report(Month(Today), District))["stockFlow"]!;
        var month = ratios["month"]!;
        var settled = (int)stock["village"]!["resolved"]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)month["inVillage"]!["numerator"]!, Is.EqualTo(settled));
            Assert.That((int)month["inTown"]!["numerator"]!, Is.EqualTo(settled += (int)stock["town"]!["resolved"]!));
            Assert.That((int)month["inDistrict"]!["numerator"]!, Is.EqualTo(settled + (int)stock["district"]!["resolved"]!));
            Assert.That((int)ratios["year"]!["inDistrict"]!["denominator"]!, Is.GreaterThanOrEqualTo((int)month["inDistrict"]!["denominator"]!).And.GreaterThan(0));
        }
    }

    [Test]
    public async Task Without_anything_there_is_no_percentage_and_another_area_is_not_there()
    {
        var empty = await Overview("340803300000");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(empty["late"]!["percent"], Is.Null);
            Assert.That((int)empty["late"]!["denominator"]!, Is.Zero);
            Assert.That((await (await SignIn("town2")).Get($"/api/overview?area={Town}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await (await SignIn("auditor")).Get("/api/overview")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        }
    }

    async Task<JsonNode> Overview(string area) => (await district.Get($"/api/overview?area={area}")).Expect(HttpStatusCode.OK);

    async Task<JsonNode> Report(string month, string area) => (await district.Get($"/api/reports/monthly/{month}?area={area}")).Expect(HttpStatusCode.OK);

    static int Subtotal(JsonNode report, int row) => (int)report["rows"]![row - 1]!["values"]!["subtotal"]!;

    static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
