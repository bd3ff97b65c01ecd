using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Quarters from sealed months, and what leaves the house: workbook, CSV and words, each with a reason in the log.</summary>
sealed class FilingExportTests(string kind) : ApiTest(kind)
{
    JsonNode december = null!;
    ReportHand hand = null!;

    protected override bool OwnServer => true;

    protected override Dictionary<string, string> Settings => new() { ["SignIn:IdleMinutes"] = "10000000" };

    /// <summary>October to December 2026 are sealed, one matter each; October's comes a month late.</summary>
    [OneTimeSetUp]
    public async Task Three_months()
    {
        hand = new ReportHand(App);
        foreach (var (month, value) in ((int, int)[])[(1, 3), (2, 2)])
            (await (await SignIn("village")).Put($"/api/opening-figures/{Guid.NewGuid()}", new { month = $"2026-{month:D2}", cells = new[] { new { row = 1, column = "Village", value } } }))
                .Expect(HttpStatusCode.Created);
        await hand.Seal(new(2026, 10, 1), Village, Town);
        await Register("2026-10-20T02:00:00Z");
        await Register("2026-11-15T02:00:00Z");
        hand.GoTo(new(2026, 12, 6));
        await hand.Seal(new(2026, 11, 1), Village, Town);
        await Register("2026-11-30T16:00:00Z");
        hand.GoTo(new(2027, 1, 6));
        december = await hand.Open(Village, new(2026, 12, 1));
    }

    [Test]
    public async Task A_quarter_is_made_of_sealed_months_only_and_its_corrections_stand_apart_domain_5_5_B7()
    {
        var district = await SignIn("district");
        var refused = await district.Get($"/api/reports/periods?period=2026-Q4&area={Village}");
        var november = (await district.Get($"/api/reports/periods?period=2026-11&area={Village}")).Expect(HttpStatusCode.OK);
        var present = (await district.Get($"/api/reports/periods?period=2026-12&area={Village}")).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((refused.Status, refused.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "report.not-sealed")));
            Assert.That(refused.Text, Does.Contain("2026-12"));
            Assert.That((Found(november), (int)Row(november)["correction"]!["subtotal"]!, (int)Row(november)["values"]!["yearToDate"]!), Is.EqualTo((1, 1, 2)));
            Assert.That(((bool)november["sealed"]!, (bool)present["sealed"]!), Is.EqualTo((true, false)));
            Assert.That(((decimal?)Row(november)["previous"], (decimal?)Row(november)["previousChange"]), Is.EqualTo(((decimal?)0m, (decimal?)null)));
            Assert.That(((int)Row(present)["previous"]!, (decimal?)Row(present)["previousChange"], (decimal?)Row(present)["lastYearChange"]), Is.EqualTo((1, (decimal?)0m, (decimal?)null)));
            Assert.That((await (await SignIn("village2")).Get($"/api/reports/periods?period=2026-11&area={Village}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await district.Get("/api/reports/periods?period=2026-Q5")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        }
    }

    [Test]
    public async Task The_workbook_and_the_csv_have_the_columns_of_corrections_and_opening_figures()
    {
        var (bytes, _) = await Download("xlsx");
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var csv = Encoding.UTF8.GetString((await Download("csv")).Bytes).Split("\r\n");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new OpenXmlValidator().Validate(document).Select(e => e.Description), Is.Empty);
            Assert.That(csv[3], Is.EqualTo("序号,项目,县市区,乡镇街道,村居,小计,年度累计,更正,期初"));
            Assert.That(csv[4].Split(',')[^5..], Is.EqualTo(new[] { "1", "1", "3", "0", "5" }));
        }
    }

    [Test]
    public async Task The_narrative_says_the_counts_and_what_its_unit_wrote()
    {
        var (id, version) = ((Guid)december["summary"]!["id"]!, (int)december["summary"]!["version"]!);
        (await (await SignIn("village")).Put($"/api/monthly-reports/{id}/narrative", new
        {
            commandId = Guid.NewGuid(), baseVersion = version, hotSpots = "圩堤地界\u0002纠纷集中。", forecast = "平稳。", measures = new[] { "逐户走访。" },
        })).Expect(HttpStatusCode.OK, HttpStatusCode.BadRequest);
        (await (await SignIn("village")).Put($"/api/monthly-reports/{id}/narrative", new
        {
            commandId = Guid.NewGuid(), baseVersion = version, hotSpots = "圩堤地界纠纷集中。", forecast = "平稳。", measures = new[] { "逐户走访。" },
        })).Expect(HttpStatusCode.OK);
        var (bytes, type) = await Download("docx");
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var text = document.MainDocumentPart!.Document!.InnerText;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(type, Does.Contain("wordprocessingml"));
            Assert.That(new OpenXmlValidator().Validate(document).Select(e => e.Description), Is.Empty);
            foreach (var said in (string[])["2026年12月", "本期排查矛盾纠纷 1 件", "婚姻家庭邻里等民间纠纷 1 件，占 100.0%", "圩堤地界纠纷集中。", "平稳。", "1. 逐户走访。"])
                Assert.That(text, Does.Contain(said));
        }
    }

    [Test]
    public async Task Every_export_names_its_reason_and_the_auditor_reads_it()
    {
        var silent = await (await SignIn("village")).Get($"/api/monthly-reports/{(Guid)december["summary"]!["id"]!}.xlsx");
        await Download("csv");
        var log = (await (await SignIn("auditor")).Get("/api/access-log?kind=Export")).Expect(HttpStatusCode.OK)["items"]!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(silent.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(log.Select(item => (string?)item!["detail"]), Has.Some.Contains("2026-12 Csv: 存档").And.Some.Contains(Village));
        }
    }

    async Task<JsonNode> Register(string at) =>
        await GivenDispute(await SignIn("village"), b => (b["receivedAt"], b["occurredOn"], b["deviceTime"]) = (at, null, null));

    async Task<(byte[] Bytes, string? Type)> Download(string form)
    {
        using var response = await (await SignIn("village")).GetAsync($"/api/monthly-reports/{(Guid)december["summary"]!["id"]!}.{form}?reason=存档");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return (await response.Content.ReadAsByteArrayAsync(), response.Content.Headers.ContentType?.ToString());
    }

    static JsonNode Row(JsonNode report) => report["rows"]![0]!;

    static int Found(JsonNode report) => (int)Row(report)["values"]!["subtotal"]!;
}
