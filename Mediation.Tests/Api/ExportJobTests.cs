using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Mediation.Api.Jobs;
using Mediation.Core.Data;
using Mediation.Core.Features.Exports;
using Mediation.Tests.Support;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Exports that run by themselves: whole or not there, by whom and why is logged, for the one who asked.</summary>
sealed class ExportJobTests(string kind) : ApiTest(kind)
{
    protected override bool OwnServer => true;

    // The runner is told when to look: a test that moves the clock would else wake it.
    protected override Dictionary<string, string> Settings => new() { ["SignIn:IdleMinutes"] = "10000000", ["Exports:LookSeconds"] = "4000000" };

    ExportRunner Runner => App.Services.GetServices<IHostedService>().OfType<ExportRunner>().Single();

    string Folder => Directory.GetDirectories(App.Attachments).Select(folder => System.IO.Path.Combine(folder, "exports")).Single(Directory.Exists);

    [Test]
    public async Task The_ledger_is_written_whole_and_masked_and_its_digest_is_that_of_the_file()
    {
        var village = await SignIn("village");
        await GivenDispute(village, body => body["subject"] = "=张试一与李试二整本导出");
        await GivenDispute(village, body => body["subject"] = "另一件整本导出");
        var town = await SignIn("town");
        var asked = await Ask(town, "Disputes", "Csv", new { under = Town, q = "整本导出" });
        Assert.That(((string?)asked["state"], (int)asked["done"]!), Is.EqualTo(("Waiting", 0)));
        await Runner.Run(default);
        var done = await Get(town, asked);
        var (bytes, type, name) = await Fetch(town, asked);
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var stamp = Core.Domain.Shanghai.TimeOf((DateTimeOffset)asked["cutOff"]!);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((string?)done["state"], (int)done["done"]!, (int)done["total"]!), Is.EqualTo(("Complete", 2, 2)));
            Assert.That((string?)done["sha256"], Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(bytes))));
            Assert.That((long)done["bytes"]!, Is.EqualTo(bytes.Length));
            Assert.That(lines, Has.Length.EqualTo(3));
            Assert.That(lines[0], Does.StartWith("\uFEFF序号,登记时间"));
            Assert.That(lines, Has.Some.Contains("'=张*与李*整本导出").And.Some.Contains("申请人张*；被申请人李*"));
            Assert.That(string.Join('\n', lines), Does.Not.Contain("张试一").And.Not.Contain("13800000001"));
            Assert.That((type, name), Is.EqualTo(("text/csv; charset=utf-8", $"海口镇-矛盾纠纷台账-截至{stamp:yyyyMMddHHmm}.csv")));
        }
    }

    [Test]
    public async Task As_a_workbook_it_opens_without_repair_and_has_the_same_rows()
    {
        await GivenDispute(await SignIn("village"));
        var town = await SignIn("town");
        var (csv, xlsx) = (await Ask(town, "Disputes", "Csv", new { type = "Neighbor" }), await Ask(town, "Disputes", "Xlsx", new { type = "Neighbor" }));
        await Runner.Run(default);
        using var document = SpreadsheetDocument.Open(new MemoryStream((await Fetch(town, xlsx)).Bytes), isEditable: false);
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var rows = sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().ToList();
        var lines = Encoding.UTF8.GetString((await Fetch(town, csv)).Bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new OpenXmlValidator().Validate(document).Select(e => e.Description), Is.Empty);
            Assert.That(rows, Has.Count.EqualTo(lines.Length + 2), "Title, note and heads.");
            Assert.That(rows[1].InnerText, Does.Contain("截止时间").And.Contain("已脱敏"));
            Assert.That(rows[^1].Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().First().InnerText, Is.EqualTo((lines.Length - 1).ToString()));
        }
    }

    [Test]
    public async Task What_is_registered_after_the_cut_off_is_not_in_it_and_what_changed_after_it_says_so()
    {
        var village = await App.SignInAnew("village");
        var (old, changed) = (await GivenDispute(village, Unique), await GivenDispute(village, Unique));
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        var asked = await Ask(village, "Disputes", "Csv", new { q = "截止线测试" });
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await GivenDispute(village, Unique);
        await GivenAcceptance(village, changed);
        await Runner.Run(default);
        var lines = Encoding.UTF8.GetString((await Fetch(village, asked)).Bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();

        Assert.That(lines, Has.Count.EqualTo(2));
        Assert.That(lines.Select(line => line.Split(',')[^1]), Is.EquivalentTo(new[] { "", "是" }));
        Assert.That(VersionOf(old), Is.EqualTo(1));

        static void Unique(JsonObject body) => body["subject"] = "截止线测试";
    }

    [Test]
    public async Task Only_who_asked_sees_and_fetches_it_and_the_auditor_reads_who_took_what_and_why()
    {
        var village = await SignIn("village");
        var asked = await Ask(village, "Disputes", "Xlsx", new { q = "王某某借款" }, reason: "上级检查调阅");
        var waiting = await village.Get($"/api/export-jobs/{IdOf(asked)}/file");
        await Runner.Run(default);
        await Fetch(village, asked);
        var log = (await (await SignIn("auditor")).Get("/api/access-log?kind=Export&limit=200")).Expect(HttpStatusCode.OK)["items"]!.AsArray()
            .Select(item => (string)item!["detail"]!).Where(detail => detail.Contains("上级检查调阅", StringComparison.Ordinal)).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((waiting.Status, waiting.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "export.not-complete")));
            foreach (var user in (string[])["town", "district"])
            {
                Assert.That((await (await SignIn(user)).Get($"/api/export-jobs/{IdOf(asked)}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
                Assert.That((await (await SignIn(user)).Get($"/api/export-jobs/{IdOf(asked)}/file")).Status, Is.EqualTo(HttpStatusCode.NotFound));
            }
            Assert.That((await (await SignIn("auditor")).Get($"/api/export-jobs/{IdOf(asked)}/file")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(log, Has.Count.EqualTo(2).And.Some.StartsWith($"export job Disputes - Xlsx {Village}:").And.Some.StartsWith("download Disputes - Xlsx "));
            Assert.That(string.Join('\n', log), Does.Not.Contain("王某某"), "What was searched for is not told.");
            Assert.That((await village.Get("/api/export-jobs"))["items"]!.AsArray().Select(job => (Guid)job!["id"]!), Does.Contain(IdOf(asked)));
        }
    }

    [Test]
    public async Task A_run_whose_process_died_loses_the_job_with_its_lease_and_the_next_one_begins_anew()
    {
        var village = await App.SignInAnew("village");
        await GivenDispute(village);
        var asked = await Ask(village, "Disputes", "Csv", new { });
        var dead = await Send(new TakeExport(Guid.CreateVersion7()));
        var vault = App.Services.GetRequiredService<ExportVault>();
        await using (var draft = vault.Begin(dead!.Lease))
            await draft.WriteAsync("half a file"u8.ToArray());
        await Send(new HoldExport(dead.Id, dead.Lease, 1, 2));
        Assert.That(((string?)(await Get(village, asked))["state"], await Runner.Run(default)), Is.EqualTo(("Running", 0)), "The lease is held.");

        App.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.That(await Runner.Run(default), Is.EqualTo(1));
        var done = await Get(await App.SignInAnew("village"), asked);
        var overtaken = await Send(new CompleteExport(dead.Id, dead.Lease, new WrittenExport(1, "x", "x", 1, "x")));
        File.SetLastWriteTimeUtc(System.IO.Path.Combine(Folder, $"{dead.Lease:n}.draft"), App.Clock.GetUtcNow().UtcDateTime.AddHours(-2));
        await Runner.Sweep(default);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)done["state"], Is.EqualTo("Complete"));
            Assert.That(overtaken, Is.False, "Who came back from the dead has no job.");
            Assert.That(Directory.GetFiles(Folder, "*.draft"), Is.Empty);
            Assert.That((await Fetch(await App.SignInAnew("village"), asked)).Bytes.LongLength, Is.EqualTo((long)done["bytes"]!));
        }
    }

    [Test]
    public async Task One_job_is_taken_once_however_many_ask()
    {
        var village = await SignIn("village");
        await Runner.Run(default);
        var ids = new List<Guid> { IdOf(await Ask(village, "Disputes", "Csv", new { })), IdOf(await Ask(village, "Disputes", "Csv", new { })) };
        // Who comes second to a job has none at this look, and takes another one at its next.
        var taken = new List<TakenExport>();
        for (var look = 0; look < 2; look++)
            taken.AddRange((await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Send(new TakeExport(Guid.CreateVersion7()))))).OfType<TakenExport>());

        Assert.That(taken.Select(job => job.Id), Is.EquivalentTo(ids));
        foreach (var job in taken)
            await Send(new ReleaseExport(job.Id, job.Lease));
        Assert.That(await Runner.Run(default), Is.EqualTo(2));
    }

    [Test]
    public async Task A_failed_one_says_why_and_leaves_no_file()
    {
        var town = await SignIn("town");
        await Runner.Run(default);
        var before = Directory.Exists(System.IO.Path.Combine(Folder)) ? Directory.GetFiles(Folder).Length : 0;
        var quarter = await Ask(town, "JusticeReturn", "Xlsx", new { period = "2026-Q4" });
        await Runner.Run(default);
        var failed = await Get(town, quarter);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((string?)failed["state"], (string?)failed["failure"]!["code"]), Is.EqualTo(("Failed", "report.not-sealed")));
            Assert.That((string?)failed["fileName"], Is.Null);
            Assert.That(Directory.GetFiles(Folder), Has.Length.EqualTo(before));
            Assert.That((await town.Get($"/api/export-jobs/{IdOf(quarter)}/file")).Code, Is.EqualTo("export.not-complete"));
        }
    }

    [Test]
    public async Task A_job_whose_process_dies_every_time_is_given_up()
    {
        var village = await App.SignInAnew("village");
        await Runner.Run(default);
        var asked = await Ask(village, "Disputes", "Csv", new { });
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.That(await Send(new TakeExport(Guid.CreateVersion7())), Is.Not.Null);
            App.Clock.Advance(TimeSpan.FromMinutes(3));
        }
        await Runner.Run(default);

        Assert.That((string?)(await Get(await App.SignInAnew("village"), asked))["failure"]!["code"], Is.EqualTo("export.gave-up"));
    }

    [Test]
    public async Task A_file_lies_here_for_its_days_and_goes_with_what_was_searched_for()
    {
        var village = await App.SignInAnew("village");
        await GivenDispute(village);
        var asked = await Ask(village, "Disputes", "Csv", new { q = "邻里" });
        await Runner.Run(default);
        App.Clock.Advance(TimeSpan.FromDays(7));
        village = await App.SignInAnew("village");
        var gone = await village.Get($"/api/export-jobs/{IdOf(asked)}/file");
        await Runner.Sweep(default);
        var swept = await Get(village, asked);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((gone.Status, gone.Code), Is.EqualTo((HttpStatusCode.Gone, "export.expired")));
            Assert.That(((string?)swept["state"], (bool)swept["expired"]!, (string?)swept["parameters"]!["q"]), Is.EqualTo(("Complete", true, (string?)null)));
            Assert.That(Directory.GetFiles(Folder), Is.Empty);
        }
    }

    [Test]
    public async Task A_book_that_is_too_long_for_a_request_becomes_a_job()
    {
        var town = await App.SignInAnew("town");
        var marked = await GivenStep(town, await GivenDispute(await App.SignInAnew("village")), "ledger-marks", new { ledger = "LongPetition", reason = "信访积案" });
        await ManyCopies.Make(App.ConnectionString, IdOf(marked), 2_100);
        await new BehindTheBack(App, IdOf(marked)).Execute(
            """
            insert into oversight (district_code, dispute_id, town_code, village_code, responsible_id, holder_id, since_day, on_ledger, major, petition, leader, unit, person, listed, asked)
            select dispute.district_code, dispute.id, dispute.town_code, dispute.village_code, dispute.responsible_id, dispute.holder_id, 739000, 1, 0, 1, 0, 0, 0, 0, 0
            from dispute where not exists (select 1 from oversight where oversight.district_code = dispute.district_code and oversight.dispute_id = dispute.id)
            """);
        var direct = (await town.Get("/api/ledgers/prominent.csv?reason=上报市委政法委")).Expect(HttpStatusCode.Accepted);
        await Runner.Run(default);
        var done = await Get(town, direct);
        var lines = Encoding.UTF8.GetString((await Fetch(town, direct)).Bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.That(((string?)done["kind"], (string?)done["state"], (string?)done["parameters"]!["book"]), Is.EqualTo(("LedgerBook", "Complete", "Prominent")));
        Assert.That(lines, Has.Length.EqualTo((int)done["total"]! + 1).And.Length.GreaterThan(2_101));
        await new BehindTheBack(App, IdOf(marked)).Execute("delete from oversight where since_day = 739000");
    }

    [Test]
    public async Task The_reports_of_all_units_of_a_month_are_one_archive()
    {
        var (district, village) = (await App.SignInAnew("district"), await App.SignInAnew("village"));
        (await village.Put($"/api/monthly-reports/{Guid.NewGuid()}", new { month = "2026-10" })).Expect(HttpStatusCode.Created);
        (await village.Put($"/api/justice-returns/{Guid.NewGuid()}", new { month = "2026-10" })).Expect(HttpStatusCode.Created);
        foreach (var (kindOfExport, name) in ((string, string)[])[("MonthlyReports", $"{Village}-海口村-2026-10.xlsx"), ("JusticeReturns", $"{Village}-海口村-人民调解案件情况统计表-2026-10.xlsx")])
        {
            var asked = await Ask(district, kindOfExport, "Zip", new { month = "2026-10" });
            await Runner.Run(default);
            using var archive = new ZipArchive(new MemoryStream((await Fetch(district, asked)).Bytes));
            using var list = new StreamReader(archive.GetEntry("2026-10-报送情况.csv")!.Open());
            Assert.That(archive.Entries.Select(entry => entry.FullName), Does.Contain(name));
            using var sheet = new MemoryStream();
            await archive.GetEntry(name)!.Open().CopyToAsync(sheet);
            using var document = SpreadsheetDocument.Open(sheet, isEditable: false);
            Assert.That(new OpenXmlValidator().Validate(document).Select(e => e.Description), Is.Empty);
            Assert.That(await list.ReadToEndAsync(), Does.Contain("未开"));
        }
    }

    static async Task<JsonNode> Ask(HttpClient client, string kind, string format, object parameters, string reason = "调阅") =>
        (await client.Put($"/api/export-jobs/{Guid.CreateVersion7()}", new { kind, format, reason, parameters })).Expect(HttpStatusCode.Created);

    static async Task<JsonNode> Get(HttpClient client, JsonNode job) => (await client.Get($"/api/export-jobs/{IdOf(job)}")).Expect(HttpStatusCode.OK);

    static async Task<(byte[] Bytes, string? Type, string? Name)> Fetch(HttpClient client, JsonNode job)
    {
        using var response = await client.GetAsync($"/api/export-jobs/{IdOf(job)}/file");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadAsByteArrayAsync(), response.Content.Headers.ContentType?.ToString(), response.Content.Headers.ContentDisposition?.FileNameStar);
    }

    async Task<T> Send<T>(IRequest<T> request)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(request);
    }
}
