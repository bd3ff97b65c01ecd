using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

sealed class AreaImportTests(string kind) : ApiTest(kind)
{
    [Test]
    public async Task A_file_is_taken_and_the_same_one_again_changes_nothing()
    {
        var admin = await SignIn("admin");
        const string csv = "code,name,parent,level\n510000000000,四川省,,province\n510100000000,成都市,510000000000,city\n";

        var first = await Taken(Import(admin, csv));
        var again = await Taken(Import(admin, csv));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((int)first["imported"]!, (int)first["updated"]!), Is.EqualTo((2, 0)));
            Assert.That(((int)again["imported"]!, (int)again["updated"]!), Is.EqualTo((0, 2)));
            Assert.That((string?)(await Get(admin, "510100000000"))["name"], Is.EqualTo("成都市"));
        }
    }

    [Test]
    public async Task One_bad_row_and_nothing_is_taken()
    {
        var admin = await SignIn("admin");

        var answer = await Import(
            admin, "code,name,parent,level\n520000000000,贵州省,,province\n520100000000,,520000000000,city\n5202,六盘水市,520000000000,town\n");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(answer.ContentType, Is.EqualTo("application/problem+json"));
            Assert.That(answer.Code, Is.EqualTo("import.refused"));
            Assert.That(answer["rows"]!.AsArray().Select(row => ((int)row!["line"]!, (string)row["field"]!, (string)row["code"]!)),
                Is.EqualTo(new[] { (3, "name", "required"), (4, "code", "invalid") }));
            Assert.That((await admin.Get("/api/areas/520000000000")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }

    [Test]
    public async Task Of_many_bad_rows_the_first_thousand_are_told_and_how_many_there_are()
    {
        var rows = Enumerable.Range(0, 1_200).Select(n => $"x{n},村,,village");

        var answer = await Import(await SignIn("admin"), $"code,name,parent,level\n{string.Join('\n', rows)}");

        Assert.That(answer["rows"]!.AsArray(), Has.Count.EqualTo(1_000));
        Assert.That((int)answer["total"]!, Is.EqualTo(1_200));
    }

    [TestCase("", "file")]
    [TestCase("a,b,c\n1,2,3\n", "file")]
    public async Task What_is_no_area_file_is_a_bad_request(string csv, string field)
    {
        var answer = await Import(await SignIn("admin"), csv);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer["errors"]?[field], Is.Not.Null);
    }

    [Test]
    public async Task Gbk_is_a_bad_request() => Assert.That(
        (await Send(await SignIn("admin"), [.. "code,name,parent,level\n530000000000,"u8, 0xD4, 0xC6, 0xC4, 0xCF, .. ",,province\n"u8])).Status,
        Is.EqualTo(HttpStatusCode.BadRequest));

    [Test]
    public async Task Another_kind_of_body_is_not_taken() => Assert.That(
        (await (await SignIn("admin")).Post("/api/areas/import", new { code = "530000000000" })).Status,
        Is.EqualTo(HttpStatusCode.UnsupportedMediaType));

    [Test]
    public async Task A_mediator_may_not_import_areas() => Assert.That(
        (await Import(await SignIn("village"), "code,name,parent,level\n540000000000,西藏自治区,,province\n")).Status, Is.EqualTo(HttpStatusCode.Forbidden));

    [Test]
    public async Task A_merged_area_keeps_its_history_and_names_its_successor()
    {
        var admin = await SignIn("admin");
        await Taken(Import(
            admin, "code,name,parent,level\n610000000000,陕西省,,province\n610100000000,西安市,610000000000,city\n610200000000,旧市,610000000000,city\n"));

        await Taken(Import(admin, "code,name,parent,level,validTo,successor\n610200000000,旧市,610000000000,city,2020-12-31,610100000000\n"));

        var area = await Get(admin, "610200000000");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)area["validTo"], Is.EqualTo("2020-12-31"));
            Assert.That((string?)area["successor"]!["code"], Is.EqualTo("610100000000"));
            Assert.That((string?)area["successor"]!["name"], Is.EqualTo("西安市"));
            Assert.That(await Names(admin, "under=610000000000&level=city"), Is.EqualTo(["西安市"]));
            Assert.That(await Names(admin, "under=610000000000&level=city&at=2020-12-31"), Is.EqualTo(["西安市", "旧市"]));
            Assert.That(await Names(admin, "under=610000000000&level=city&at=2021-01-01"), Is.EqualTo(["西安市"]));
        }
    }

    [Test]
    public async Task Names_repeat_and_every_bearer_is_found()
    {
        var admin = await SignIn("admin");
        await Taken(Import(admin,
            """
            code,name,parent,level
            620100000000,兰州市,,city
            620102000000,城关区,620100000000,district
            620102001000,向阳街道,620102000000,town
            620102001001,东风社区,620102001000,village
            620102001002,东风社区,620102001000,village
            """));

        Assert.That(await Names(admin, "under=620100000000&q=东风"), Is.EqualTo(["东风社区", "东风社区"]));
    }

    static Task<Reply> Import(HttpClient client, string csv) => Send(client, Encoding.UTF8.GetBytes(csv));

    static Task<Reply> Send(HttpClient client, byte[] csv) =>
        client.Send(HttpMethod.Post, "/api/areas/import", new ByteArrayContent(csv) { Headers = { ContentType = new("text/csv") } });

    static async Task<JsonNode> Taken(Task<Reply> answer) => (await answer).Expect(HttpStatusCode.OK);

    static async Task<JsonNode> Get(HttpClient client, string code) => (await client.Get($"/api/areas/{code}")).Expect(HttpStatusCode.OK);

    static async Task<IEnumerable<string?>> Names(HttpClient client, string query) =>
        (await client.Get($"/api/areas?{query}")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(area => (string?)area!["name"]);
}
