using System.Net;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

sealed class AreaTests(string kind) : ApiTest(kind)
{
    [Test]
    public async Task An_area_tells_where_it_lies_and_whether_it_is_invented()
    {
        var area = (await (await SignIn("village")).Get("/api/areas/340803100205")).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)area!["name"], Is.EqualTo("红星村"));
            Assert.That((string?)area["level"], Is.EqualTo("Village"));
            Assert.That((string?)area["parent"], Is.EqualTo("340803100000"));
            Assert.That(area["path"]!.AsArray().Select(above => (string?)above!["name"]), Is.EqualTo(["安徽省", "安庆市", "大观区", "海口镇"]));
            Assert.That((bool)area["sample"]!, Is.True);
        }
    }

    [Test]
    public async Task Pages_follow_one_another_in_the_order_of_the_codes()
    {
        var client = await SignIn("village");
        var codes = new List<string>();
        string? next = null;
        do
        {
            var page = (await client.Get($"/api/areas?under=340803000000&level=town&limit=5{(next is null ? "" : $"&cursor={next}")}")).Expect(HttpStatusCode.OK);
            codes.AddRange(page!["items"]!.AsArray().Select(area => (string)area!["code"]!));
            next = (string?)page["next"];
        }
        while (next is not null);

        Assert.That(codes, Is.Ordered.And.Unique.And.Count.EqualTo(14));
        Assert.That(codes, Has.All.StartsWith("340803").And.All.EndsWith("000"));
    }

    [TestCase("q=海口&level=village&under=340803100000", "海口村")]
    [TestCase("q=红星村", "红星村")]
    [TestCase("q=340803100&level=town", "海口镇")]
    [TestCase("q=340803100204", "海口村")]
    [TestCase("q=340803&level=DISTRICT", "大观区")]
    [TestCase("under=340803100204", "海口村")]
    [TestCase("q=340803100204&under=340803200000")]
    [TestCase("q=%25%25")]
    [TestCase("q=__")]
    [TestCase("q=';--")]
    public async Task Areas_are_found_by_name_code_and_level(string query, params string[] names)
    {
        var page = (await (await SignIn("village")).Get($"/api/areas?{query}")).Expect(HttpStatusCode.OK);

        Assert.That(page!["items"]!.AsArray().Select(area => (string?)area!["name"]), Is.EqualTo(names));
    }

    [TestCase("/api/areas?under=34", "under")]
    [TestCase("/api/areas?level=hamlet", "level")]
    [TestCase("/api/areas?level=1", "level")]
    [TestCase("/api/areas?q=x", "q")]
    [TestCase("/api/areas?q=a%00b", "q")]
    [TestCase("/api/areas?at=today", "at")]
    [TestCase("/api/areas?cursor=nonsense", "cursor")]
    [TestCase("/api/areas?limit=0", "limit")]
    [TestCase("/api/areas?limit=201", "limit")]
    [TestCase("/api/areas?limit=many", "limit")]
    [TestCase("/api/areas/34080310020", "code")]
    [TestCase("/api/areas/..%2F..%2Fetc", "code")]
    public async Task A_slip_is_told_with_its_field(string path, string field)
    {
        var answer = await (await SignIn("village")).Get(path);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer["errors"]?[field], Is.Not.Null);
    }

    [Test]
    public async Task An_unknown_area_is_not_found() => Assert.That(
        (await (await SignIn("village")).Get("/api/areas/990000000000")).Status, Is.EqualTo(HttpStatusCode.NotFound));

    [TestCase("/api/areas")]
    [TestCase("/api/areas/340803100204")]
    public async Task Nobody_reads_areas_without_signing_in(string path) => Assert.That(
        (await App.Anonymous().Get(path)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
}
