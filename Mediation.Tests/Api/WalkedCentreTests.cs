using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Features.Reports;
using Mediation.Tests.Support;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
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

    [TestCase(District)]
    [TestCase(Town)]
    [TestCase(Village)]
    public async Task Behind_every_number_of_the_table_stand_as_many_disputes(string area)
    {
        foreach (var month in (string[])[Month(Today), Month(Today.AddMonths(-1))])
            foreach (var row in (await Report(month, area))["rows"]!.AsArray().Where(row => (int)row!["number"]! is not (3 or 5 or 51)))
                foreach (var column in Enum.GetNames<ReportColumn>())
                {
                    var cell = (await Cell(month, area, (int)row!["number"]!, column, 200)).Expect(HttpStatusCode.OK);
                    var number = (int)row["values"]![JsonNamingPolicy.CamelCase.ConvertName(column)]!;

                    Assert.That(((int)cell["count"]!, cell["items"]!.AsArray().Count), Is.EqualTo((number, number)), $"{area} {month} row {row["number"]} {column}");
                }
    }

    [Test]
    public async Task They_are_the_disputes_of_the_cell_page_by_page()
    {
        var month = Month(Today);
        var mine = walk.Ledger.Where(m => m.Counts && Month(m.ReceivedOn) == month).Select(m => m.Id).ToList();
        var (found, cursor) = (new List<Guid>(), "");
        do
        {
            var page = (await Cell(month, District, 1, "Subtotal", 3, cursor)).Expect(HttpStatusCode.OK);
            found.AddRange(page["items"]!.AsArray().Select(item => (Guid)item!["id"]!));
            cursor = (string?)page["next"];
        }
        while (cursor is not null);

        Assert.That(found, Is.EquivalentTo(mine).And.Unique);
    }

    [TestCase("row=3&column=Town", "row")]
    [TestCase("row=53&column=Town", "row")]
    [TestCase("column=Town", "row")]
    [TestCase("row=1", "column")]
    [TestCase("row=1&column=Town&cursor=x", "cursor")]
    public async Task What_is_no_cell_is_refused_by_its_field(string query, string field)
    {
        var reply = await district.Get($"/api/reports/monthly/2026-11/disputes?{query}");

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest), reply.Text);
        Assert.That(reply["errors"]!.AsObject().Select(error => error.Key), Does.Contain(field));
    }

    [Test, Order(99)]
    public async Task Older_disputes_are_entered_once_after_an_upgrade()
    {
        var before = (int)(await Cell(Month(Today), District, 1, "YearToDate", 1))["count"]!;
        await using (var connection = await TestDatabase.Open(App.ConnectionString))
        {
            await using var forget = connection.CreateCommand();
            forget.CommandText = "delete from report_entry; delete from rule_set where kind = 'report-entries-2'";
            await forget.ExecuteNonQueryAsync();
        }
        var without = (int)(await Cell(Month(Today), District, 1, "YearToDate", 1))["count"]!;
        (long District, Guid Id)? place = (0, Guid.Empty);
        while (place is var (code, id))
        {
            using var scope = App.Services.CreateScope();
            place = (await scope.ServiceProvider.GetRequiredService<ISender>().Send(new FillReportEntries(code, id, Take: 7))).Next;
        }
        var after = (int)(await Cell(Month(Today), District, 1, "YearToDate", 1))["count"]!;

        Assert.That((before, without, after), Is.EqualTo((after, 0, before)));
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

    Task<Reply> Cell(string month, string area, int row, string column, int limit, string? cursor = "") =>
        district.Get($"/api/reports/monthly/{month}/disputes?area={area}&row={row}&column={column}&limit={limit}{(cursor is { Length: > 0 } ? "&cursor=" + cursor : "")}");

    async Task<JsonNode> Report(string month, string area) => (await district.Get($"/api/reports/monthly/{month}?area={area}")).Expect(HttpStatusCode.OK);

    static int Subtotal(JsonNode report, int row) => (int)report["rows"]![row - 1]!["values"]!["subtotal"]!;

    static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
