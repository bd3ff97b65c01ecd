using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Mediation.Api.Http;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>An old ledger comes in by a file: every line an ordinary registration, the whole file any number of times.</summary>
sealed class DisputeImportTests(string kind) : ApiTest(kind)
{
    const string Header = "number,receivedAt,type,areaCode,risks,applicant,applicantPhone,applicantIdNumber,respondent,respondentKind,subject,summary,amount,performedBy,terms,performance";
    const string VillageMediator = "01941f7e-aa20-7e77-a6a2-a50bd27a7bbc";

    string office = "";

    // The numbers of one test's ledger are nothing to another one's.
    [SetUp]
    public void Begin_a_ledger() => office = Guid.NewGuid().ToString("N")[..8];

    [Test]
    public async Task Lines_become_registrations_and_the_same_file_changes_nothing()
    {
        var town = await SignIn("town");
        var word = $"旧账{office}";
        var file = "\uFEFF" + File(
            $"{office}-1,2025/3/5,邻里纠纷,{Village},,张试一;张试三,13800000001;13800000003,,李试二;试用物业公司,自然人;单位,{word}甲,\"两家因院墙\n排水争吵。\",\"1,200.50\",,,",
            $"{office}-2,2025-03-09 14:30,Neighbor,{Village},无,王试四,,,赵试五,,{word}乙,菜地界线,,{VillageMediator},各守原界。,即时履行",
            ",,,,,,,,,,,,,,,");

        var first = (await Import(town, file)).Expect(HttpStatusCode.OK);
        var found = (await town.GetJson($"/api/disputes?under={Town}&q={word}"))["items"]!.AsArray();
        var second = (await Import(town, file)).Expect(HttpStatusCode.OK);
        var again = (await town.GetJson($"/api/disputes?under={Town}&q={word}"))["items"]!.AsArray();

        Assert.That(first.ToJsonString(), Is.EqualTo("""{"registered":2,"known":0,"refused":0,"rows":[]}"""), first.ToJsonString());
        Assert.That(second.ToJsonString(), Is.EqualTo("""{"registered":0,"known":2,"refused":0,"rows":[]}"""));
        Assert.That(again.Select(IdOfRow).ToList(), Is.EqualTo(found.Select(IdOfRow)).And.Count.EqualTo(2));
        var (open, settled) = (await View(town, found, $"{word}甲"), await View(town, found, $"{word}乙"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(((string)open["status"]!, (string)open["channel"]!, (decimal)open["amount"]!), Is.EqualTo(("Registered", "Import", 1200.50m)));
            Assert.That((string)open["receivedAt"]!, Is.EqualTo("2025-03-04T16:00:00Z"));
            Assert.That(open["parties"]!.AsArray().Select(p => ((string)p!["side"]!, (string)p["kind"]!, (string)p["name"]!, (string?)p["phone"])), Is.EqualTo(new[]
            {
                ("Applicant", "Person", "张试一", "138****0001"), ("Applicant", "Person", "张试三", "138****0003"), ("Respondent", "Person", "李试二", null),
                ("Respondent", "Organization", "试用物业公司", (string?)null),
            }));
            Assert.That(((string)settled["status"]!, (string)settled["receivedAt"]!), Is.EqualTo(("Closed", "2025-03-09T06:30:00Z")));
            Assert.That((string)settled["responsible"]!["name"]!, Does.Contain("海口村"), "entered by the town for the village's mediator");
            Assert.That((string)settled["cases"]![0]!["number"]!, Does.StartWith("（2025）海口村人调字第"));
        }
        foreach (var dispute in new[] { open, settled })
            Assert.That((bool)(await town.GetJson($"{Path(IdOf(dispute))}/journal/verification"))["valid"]!, Is.True);
    }

    [Test]
    public async Task It_counts_and_hints_like_any_registration()
    {
        var (town, month) = (await SignIn("town"), "2024-05");
        var before = Found(await town.GetJson($"/api/reports/monthly/{month}?area={Village}"));

        var taken = (await Import(town, File($"{office}-9,2024-05-06,Neighbor,{Village},,钱试{office},,,孙试六,,,,,,,"))).Expect(HttpStatusCode.OK);
        Assert.That((int)taken["registered"]!, Is.EqualTo(1), taken.ToJsonString());
        var after = Found(await town.GetJson($"/api/reports/monthly/{month}?area={Village}"));
        var hinted = await GivenDispute(town, body =>
        {
            // The usual parties have been in so many matters of other tests that this one would not be among the likeliest.
            foreach (var party in body["parties"]!.AsArray())
                (party!["name"], party["phone"], party["idNumber"]) = ($"周试{office}", null, null);
            body["parties"]![0]!["name"] = $"钱试{office}";
            body["receivedAt"] = "2024-06-01T00:00:00Z";
            body["occurredOn"] = "2024-06-01";
        });

        Assert.That(after - before, Is.EqualTo(1));
        Assert.That(hinted["possibleDuplicates"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Every_fault_is_named_by_its_line_and_nothing_is_taken()
    {
        var town = await SignIn("town");
        var word = $"坏账{office}";

        var refused = await Import(town, File(
            $"{office}-1,2025-03-05,Neighbor,{Village},,张试一,,,,,{word}甲,,,,,",
            $"{office}-1,2025-03-05,Neighbor,{Village},,张试一,,,,,{word},,,,,",
            $",2025-02-30,Nachbar,340803,Feuer,,,,,,{word},,much,无此人,,",
            $"{office}-4,2025-03-05,Neighbor,{District},,张试一,138;139,,,,一,,,,双方和好。,",
            $"{office}-5,2025-03-05,Neighbor,340803200000,,张试一,,,,,{word},,,,,",
            $"{office}-6,2025-03-05"));

        Assert.That((refused.Status, refused.Code), Is.EqualTo((HttpStatusCode.BadRequest, "import.refused")), refused.Text);
        Assert.That(refused["rows"]!.AsArray().Select(r => $"{r!["line"]} {r["field"]} {r["code"]}"), Is.EquivalentTo(new[]
        {
            "3 number duplicate", "4 areaCode code", "4 number required", "4 type unknown", "4 risks unknown", "4 receivedAt date", "4 amount number", "4 performedBy unknown",
            "5 areaCode unknown", "5 applicantPhone count", "6 areaCode unknown", "7  columns",
        }));
        Assert.That((await town.GetJson($"/api/disputes?under={Town}&q={word}"))["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task What_the_ordinary_validator_refuses_is_told_by_its_column()
    {
        var refused = await Import(await SignIn("town"), File(
            $"{office}-1,1999-12-31,Neighbor,{Village},,{new string('长', 101)},,,,,{new string('长', 51)},,9999999999999,,双方和好。,",
            $"{office}-2,2025-03-05,Neighbor,{Village},,,,,,,,,,,,"));

        Assert.That(refused["rows"]!.AsArray().Select(r => $"{r!["line"]} {r["field"]} {r["code"]}"), Is.EquivalentTo(new[]
        {
            "2 receivedAt range", "2 applicant length", "2 subject length", "2 amount range", "2 performance required", "3 applicant required",
        }), refused.Text);
    }

    [Test]
    public async Task A_line_that_a_rule_refuses_leaves_nothing_and_the_others_are_taken()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var taken = Guid.CreateVersion7();
        (await village.Put(Path(taken), DisputeBody())).Expect(HttpStatusCode.Created);
        var word = $"半账{office}";

        var answer = (await Import(town, $"id,receivedAt,type,areaCode,risks,applicant,subject,performedBy,terms,performance\n"
            + $"{taken},2025-03-05,Neighbor,{Village},,张试一,{word},,,\n"
            + $"{Guid.CreateVersion7()},2005-03-05,Neighbor,{Village},,张试一,{word},{VillageMediator},各守原界。,Immediate\n"
            + $"{Guid.CreateVersion7()},2025-03-05,Neighbor,{Village},,张试一,{word},,,\n")).Expect(HttpStatusCode.OK);

        Assert.That(((int)answer["registered"]!, (int)answer["known"]!, (int)answer["refused"]!), Is.EqualTo((1, 0, 2)), answer.ToJsonString());
        Assert.That(answer["rows"]!.AsArray().Select(r => $"{r!["line"]} {r["field"]} {r["code"]}"), Is.EqualTo(new[]
        {
            "2 number dispute.different-content", "3 parties parties.two-sides",
        }));
        Assert.That((await town.GetJson($"/api/disputes?under={Town}&q={word}"))["items"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_import_that_broke_off_goes_on_with_the_same_file()
    {
        var town = await SignIn("town");
        var lines = Enumerable.Range(1, 500).Select(n => $"{office}-{n},2023-04-05,Neighbor,{Village},,张试一,,,李试二,,断账{office},,,,,").ToArray();
        using var broken = new CancellationTokenSource();

        // What a client that hangs up comes to: one slice or two are on disk.
        var import = App.Services.GetRequiredService<DisputeImport>();
        using var csv = new MemoryStream(Encoding.UTF8.GetBytes(File(lines)));
        Assert.That(async () => await import.Run(csv, await AccountOf("town"), (_, _) => broken.Cancel(), broken.Token), Throws.InstanceOf<OperationCanceledException>());
        var rest = (await Import(town, File(lines))).Expect(HttpStatusCode.OK);

        Assert.That((int)rest["known"]!, Is.InRange(200, 400));
        Assert.That((int)rest["registered"]! + (int)rest["known"]!, Is.EqualTo(500));
        Assert.That(await Count(town, $"断账{office}"), Is.EqualTo(500));
    }

    [TestCase("")]
    [TestCase("a,b,c\n1,2,3\n")]
    [TestCase("number,type,areaCode,risks,applicant\n")]
    public async Task What_is_no_ledger_is_a_bad_request(string csv)
    {
        var answer = await Import(await SignIn("town"), csv);

        Assert.That((answer.Status, answer.Code), Is.EqualTo((HttpStatusCode.BadRequest, "import.refused")), answer.Text);
    }

    [Test]
    public async Task Another_kind_of_body_is_not_taken() => Assert.That(
        (await (await SignIn("town")).Post("/api/disputes/import", new { number = "1" })).Status, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));

    [Test]
    public async Task A_file_beyond_the_limit_is_too_large()
    {
        // Refused by its length; nothing of it is read.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/disputes/import") { Content = new ByteArrayContent(new byte[(64 << 20) + 1]) };
        request.Content.Headers.ContentType = new("text/csv");
        request.Headers.ExpectContinue = true;
        using var response = await (await SignIn("town")).SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [TestCase("admin")]
    [TestCase("justice")]
    [TestCase("sector")]
    public async Task Whoever_directs_nobody_imports_nothing(string user) => Assert.That(
        (await Import(await SignIn(user), File($"{office}-1,2025-03-05,Neighbor,{Village},,张试一,,,,,,,,,,"))).Status, Is.EqualTo(HttpStatusCode.Forbidden));

    async Task<Account> AccountOf(string user)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<AccountStore>().ByName(user))!.ToAccount();
    }

    static async Task<int> Count(HttpClient client, string word)
    {
        var (count, cursor) = (0, "");
        do
        {
            var page = await client.GetJson($"/api/disputes?under={Town}&q={word}&limit=200{cursor}");
            count += page["items"]!.AsArray().Count;
            cursor = (string?)page["next"] is { } next ? $"&cursor={next}" : "";
        }
        while (cursor.Length > 0);
        return count;
    }

    static string File(params string[] lines) => $"{Header}\n{string.Join('\n', lines)}\n";

    static Task<Reply> Import(HttpClient client, string csv) => client.PostCsv("/api/disputes/import", csv);

    static Guid IdOfRow(JsonNode? row) => (Guid)row!["id"]!;

    static async Task<JsonNode> View(HttpClient client, JsonArray found, string subject) =>
        await client.GetJson(Path(IdOfRow(found.Single(row => (string?)row!["subject"] == subject))));

    static int Found(JsonNode report) => (int)report["rows"]!.AsArray().Single(row => (int)row!["number"]! == 1)!["values"]!["subtotal"]!;
}
