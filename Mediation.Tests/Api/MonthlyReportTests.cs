using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Mediation.Core.Domain;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>The month as a centre fetches it. Each test moves the clock into a month of its own.</summary>
sealed class MonthlyReportTests(string kind) : ApiTest(kind)
{
    static readonly string[] Columns = ["district", "town", "village", "subtotal", "yearToDate"];

    DateOnly month = new(2026, 11, 1);

    protected override bool OwnServer => true;

    protected override Dictionary<string, string> Settings => new() { ["SignIn:IdleMinutes"] = "10000000" };

    /// <summary>Ten in the morning in Shanghai on the tenth of a month that no other test has.</summary>
    [SetUp]
    public void Begin_a_month()
    {
        month = month.AddMonths(3);
        GoTo(month.AddDays(9));
    }

    [Test]
    public async Task Months_begin_at_midnight_in_Shanghai()
    {
        var (before, earlier) = (await Report(month), await Report(month.AddMonths(-1)));
        await Register(month.AddDays(-1), "16:30:00Z");
        await Register(month.AddDays(-1), "15:59:59Z");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Value(await Report(month), 1, "village"), Is.EqualTo(Value(before, 1, "village") + 1));
            Assert.That(Value(await Report(month.AddMonths(-1)), 1, "village"), Is.EqualTo(Value(earlier, 1, "village") + 1));
        }
    }

    [TestCase(4, "town")]
    [TestCase(5, "village")]
    public async Task The_column_is_the_tier_that_answers_on_the_fifth_of_the_next_month(int day, string column)
    {
        var before = await Report(month);
        var dispute = await Register(month.AddDays(8), "02:00:00Z");
        GoTo(month.AddMonths(1).AddDays(day));
        await AcceptAbove(await GivenStep(await SignIn("village"), dispute, "escalation", new { reason = "PartyRequest" }));

        var after = await Report(month);
        Assert.That(
            Columns.Take(4).Where(c => Value(after, 1, c) != Value(before, 1, c)), Is.EquivalentTo(new[] { column, "subtotal" }));
    }

    [Test]
    public async Task What_is_sent_up_and_what_is_carried_over_have_their_memo_and_past_months_stand()
    {
        var dispute = await Register(month.AddDays(8), "02:00:00Z");
        var next = month.AddMonths(1);
        GoTo(next.AddDays(9));
        var (past, before) = ((await Report(month))["rows"]!.ToJsonString(), await Report(next));
        var above = await AcceptAbove(await GivenStep(await SignIn("village"), dispute, "escalation", new { reason = "PartyRequest" }));
        await GivenStep(await SignIn("town"), above, "settlement-on-the-spot", new { terms = "双方和解", performance = "Immediate" });
        var after = await Report(next);

        using (Assert.EnterMultipleScope())
        {
            foreach (var key in (string[])["sentUp", "sentUpByVillage", "carriedOverMediated"])
                Assert.That(Memo(after, key), Is.EqualTo(Memo(before, key) + 1), key);
            Assert.That(Memo(after, "sentUpByTown"), Is.EqualTo(Memo(before, "sentUpByTown")));
            Assert.That(Value(after, 2, "town"), Is.EqualTo(Value(before, 2, "town") + 1));
            Assert.That(Value(after, 1, "subtotal"), Is.EqualTo(Value(before, 1, "subtotal")));
            Assert.That((await Report(month))["rows"]!.ToJsonString(), Is.EqualTo(past));
        }
    }

    [Test]
    public async Task The_year_to_date_is_the_sum_of_its_months()
    {
        await Register(month.AddDays(8), "02:00:00Z");
        var year = new List<JsonNode>();
        for (var one = new DateOnly(month.Year, 1, 1); one <= month; one = one.AddMonths(1))
            year.Add(await Report(one));

        foreach (var row in (int[])[1, 2, 4, 44, 48, 49])
            Assert.That(Value(year[^1], row, "yearToDate"), Is.EqualTo(year.Sum(report => Value(report, row, "subtotal"))), $"row {row}");
    }

    [TestCase(Town)]
    [TestCase(District)]
    public async Task A_unit_is_the_sum_of_what_lies_below_it_and_of_its_own(string area)
    {
        await Register(month.AddDays(8), "02:00:00Z");
        await GivenDispute(await SignIn("town"), b => (b["areaCode"], b["receivedAt"]) = (Town, Instant(month.AddDays(8), "03:00:00Z")));
        await GivenAgreedDispute(await SignIn("village2"), b => (b["areaCode"], b["receivedAt"]) = ("340803100205", Instant(month.AddDays(8), "03:00:00Z")));
        var below = (await (await SignIn("district")).Get($"/api/areas?under={area}&limit=200")).Expect(HttpStatusCode.OK)["items"]!.AsArray()
            .Where(a => (string?)a!["parent"] == area).Select(a => (string)a!["code"]!);
        var (whole, parts) = (await Report(month, area), new List<JsonNode>());
        foreach (var code in below)
            parts.Add(await Report(month, code));

        var own = Enumerable.Range(1, 52).Except([3, 5, 51]).ToDictionary(
            row => row, row => Value(whole, row, "subtotal") - parts.Sum(part => Value(part, row, "subtotal")));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(parts, Has.Count.GreaterThan(5));
            Assert.That(own.Where(o => o.Value != 0).Select(o => o.Key), area == Town ? Is.SupersetOf(new[] { 1, 44 }) : Is.Empty);
            Assert.That(own[1], Is.EqualTo(area == Town ? 1 : 0));
            Assert.That(whole["checks"]!.AsArray().Where(c => !(bool)c!["passed"]!).Select(c => c!.ToJsonString()), Is.Empty);
        }
    }

    [Test]
    public async Task The_workbook_opens_without_repair_carries_numbers_and_no_matters_text()
    {
        await GivenDispute(await SignIn("village"), b => (b["subject"], b["receivedAt"]) = ("=1+1 争执", Instant(month.AddDays(8), "02:00:00Z")));
        var report = await Report(month);
        var (bytes, type) = await Download($"{Url(month)}.xlsx?area={Town}");
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var cells = document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>()).ToList();
        var table = Sheet(document).Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(type, Is.EqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
            Assert.That(new OpenXmlValidator().Validate(document).Select(e => e.Description), Is.Empty);
            Assert.That(cells.SelectMany(cell => cell.Descendants<CellFormula>()), Is.Empty);
            Assert.That(cells.Select(cell => cell.InnerText), Has.None.Contains("争执"));
            for (var row = 1; row <= 52; row++)
                for (var column = 0; column < Columns.Length; column++)
                {
                    var cell = table[$"{"DEFGH"[column]}{row + 3}"];
                    Assert.That(cell.DataType!.Value, Is.EqualTo(CellValues.Number));
                    Assert.That(decimal.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture), Is.EqualTo(Value(report, row, Columns[column])));
                }
        }
    }

    [Test]
    public async Task The_csv_begins_with_a_bom_and_every_export_is_in_the_access_log()
    {
        var before = await Exports();
        var (bytes, type) = await Download($"{Url(month)}.csv?area={Town}");
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n");
        _ = await Download($"{Url(month)}.xlsx");
        var logged = (await Exports())[..^before.Count];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(type, Does.StartWith("text/csv"));
            Assert.That(bytes.Take(3), Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF }));
            Assert.That(lines[3], Is.EqualTo("序号,项目,县市区,乡镇街道,村居,小计,年度累计"));
            Assert.That(logged.Select(l => (string?)l["userName"]), Is.EqualTo(new[] { "town", "town" }));
            Assert.That((string?)logged[^1]["detail"], Does.Contain($"{month:yyyy-MM}").And.Contain("Csv").And.Contain(Town));
            Assert.That((string?)logged[0]["detail"], Does.Contain("Xlsx"));
        }
    }

    [TestCase("village", Town)]
    [TestCase("village", "340803100205")]
    [TestCase("town", District)]
    [TestCase("town", "340803200000")]
    [TestCase("district", "340811000000")]
    [TestCase("sector", Town)]
    public async Task An_area_out_of_scope_is_not_there(string user, string area)
    {
        var client = await SignIn(user);
        foreach (var form in (string[])["", ".xlsx", ".csv"])
            BadInputTests.AssertRefused(await client.Get($"{Url(month)}{form}?area={area}"), HttpStatusCode.NotFound, "not-found", null);
    }

    [TestCase("2026-13")]
    [TestCase("2026-00")]
    [TestCase("2026")]
    [TestCase("2026-1")]
    [TestCase("1999-12")]
    [TestCase("2026-11-01")]
    [TestCase("２０２６-11")]
    public async Task A_month_that_is_none_is_told(string wrong)
    {
        var client = await SignIn("town");
        foreach (var form in (string[])["", ".xlsx", ".csv"])
            BadInputTests.AssertRefused(await client.Get($"/api/reports/monthly/{wrong}{form}"), HttpStatusCode.BadRequest, "validation", "month");
    }

    void GoTo(DateOnly day) => App.Clock.SetUtcNow(Shanghai.StartOf(day).AddHours(10));

    static string Instant(DateOnly day, string time) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T{time}");

    static string Url(DateOnly month) => string.Create(CultureInfo.InvariantCulture, $"/api/reports/monthly/{month:yyyy-MM}");

    async Task<JsonNode> Register(DateOnly day, string time) =>
        await GivenDispute(await SignIn("village"), b => (b["receivedAt"], b["occurredOn"], b["deviceTime"]) = (Instant(day, time), null, null));

    async Task<JsonNode> AcceptAbove(JsonNode sent)
    {
        var body = new { commandId = Guid.NewGuid(), baseVersion = VersionOf(sent) };
        return (await (await SignIn("town")).Post($"/api/handovers/{(string)sent["handovers"]![0]!["id"]!}/acceptance", body)).Expect(HttpStatusCode.OK);
    }

    async Task<JsonNode> Report(DateOnly of, string area = Town) => (await (await SignIn("district")).Get($"{Url(of)}?area={area}")).Expect(HttpStatusCode.OK);

    async Task<(byte[] Bytes, string? Type)> Download(string url)
    {
        using var response = await (await SignIn("town")).GetAsync(url);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return (await response.Content.ReadAsByteArrayAsync(), response.Content.Headers.ContentType?.ToString());
    }

    async Task<List<JsonNode>> Exports() =>
        [.. (await (await SignIn("auditor")).Get("/api/access-log?kind=Export&limit=200")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(item => item!)];

    static decimal Value(JsonNode report, int row, string column) => (decimal)report["rows"]![row - 1]!["values"]![column]!;

    static int Memo(JsonNode report, string key) => (int)report["memo"]!.AsArray().Single(m => (string?)m!["key"] == key)!["value"]!;

    static Worksheet Sheet(SpreadsheetDocument document)
    {
        var book = document.WorkbookPart!;
        return ((WorksheetPart)book.GetPartById(book.Workbook!.Sheets!.Elements<Sheet>().First().Id!.Value!)).Worksheet!;
    }
}
