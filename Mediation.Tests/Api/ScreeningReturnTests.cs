using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>A committee has one valid return for any day; nothing found is a return like any other.</summary>
sealed class ScreeningReturnTests(string kind) : ApiTest(kind)
{
    // It counts what one committee filed.
    protected override bool OwnServer => true;

    [SetUp]
    public void A_month_of_its_own_for_each_test() => month = month.AddMonths(-1);

    DateOnly month = new(2026, 11, 1);

    [Test]
    public async Task A_nil_return_is_filed_signed_and_answered_once()
    {
        var (village, id, body) = (await SignIn("village"), Guid.NewGuid(), Nil());

        var filed = (await village.Put(Path(id), body)).Expect(HttpStatusCode.Created);
        var replay = (await village.Put(Path(id), body.DeepClone())).Expect(HttpStatusCode.OK);
        var other = await village.Put(Path(id), Nil(found: 1));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((bool)filed["nil"]!, (int)filed["found"]!, (string?)filed["areaCode"]), Is.EqualTo((true, 0, Village)));
            Assert.That((string?)filed["signedBy"]!["name"], Is.EqualTo((string?)filed["filedBy"]!["name"]));
            Assert.That(JsonNode.DeepEquals(filed, replay));
            Assert.That((other.Status, other.Code), Is.EqualTo((HttpStatusCode.Conflict, "command.reused")));
        }
    }

    [Test]
    public async Task A_nil_return_signed_without_a_network_comes_in_a_batch()
    {
        var village = await SignIn("village");
        var tablet = await Tablet.Registered(village);
        var entry = Tablet.Entry("FileScreeningReturn", null, Nil());

        var answers = (await tablet.Answers(entry)).Concat(await tablet.Answers(entry)).Select(Tablet.Word).ToList();

        Assert.That(answers, Is.EqualTo(new[] { "accepted", "replayed" }));
    }

    [Test]
    public async Task A_second_return_for_the_same_days_replaces_the_first_with_a_reason()
    {
        var (village, first, second) = (await SignIn("village"), Guid.NewGuid(), Guid.NewGuid());
        (await village.Put(Path(first), Nil())).Expect(HttpStatusCode.Created);
        var twice = await village.Put(Path(Guid.NewGuid()), Nil(from: 15));
        var silent = await village.Put(Path(Guid.NewGuid()), Replacing(first, ""));
        (await village.Put(Path(second), Replacing(first, "漏报一件"))).Expect(HttpStatusCode.Created);
        var late = await village.Put(Path(Guid.NewGuid()), Replacing(first, "再改"));

        var valid = await Listed(village);
        var all = await Listed(village, "&replaced=true");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((twice.Status, twice.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "screening.already-filed")));
            Assert.That(silent.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(late.Code, Is.EqualTo("screening.nothing-to-replace"));
            Assert.That(valid.Select(item => (Guid)item["id"]!), Is.EqualTo([second]));
            Assert.That(all.Select(item => ((Guid)item["id"]!, (Guid?)item["replacedBy"])), Is.EquivalentTo(((Guid, Guid?)[])[(first, second), (second, null)]));
        }
    }

    [Test]
    public async Task A_town_enters_a_village_s_paper_return_and_a_neighbour_does_not()
    {
        var body = Nil();
        body["organisationId"] = (string)(await (await SignIn("village")).Get("/api/session"))["organisationId"]!;
        body["signedBy"] = (string)(await (await SignIn("village")).Get("/api/session"))["mediatorId"]!;

        var town = await (await SignIn("town")).Put(Path(Guid.NewGuid()), body.DeepClone());
        var neighbour = await (await SignIn("village2")).Put(Path(Guid.NewGuid()), body.DeepClone());
        var stranger = await (await SignIn("town2")).Put(Path(Guid.NewGuid()), body.DeepClone());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(town.Status, Is.EqualTo(HttpStatusCode.Created), town.Text);
            Assert.That((string?)town["signedBy"]!["name"], Is.Not.EqualTo((string?)town["filedBy"]!["name"]));
            Assert.That((neighbour.Status, stranger.Status), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.NotFound)));
        }
    }

    [TestCase("""{ "from": "2026-11-01", "to": "2026-12-01" }""", "to")]
    [TestCase("""{ "from": "2026-11-18", "to": "2026-11-30" }""", "from")]
    [TestCase("""{ "from": "2026-11-10", "to": "2026-11-09" }""", "to")]
    [TestCase("""{ "from": "2026-01-01", "to": "2026-11-09" }""", "to")]
    [TestCase("""{ "found": 1, "resolvedOnSpot": 2 }""", "resolvedOnSpot")]
    [TestCase("""{ "found": -1 }""", "found")]
    [TestCase("""{ "found": null }""", "found")]
    public async Task What_makes_no_sense_is_refused_by_its_field(string change, string field)
    {
        var body = Nil();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
            body[name] = value?.DeepClone();
        var reply = await (await SignIn("village")).Put(Path(Guid.NewGuid()), body);

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest), reply.Text);
        Assert.That(reply["errors"]!.AsObject().Select(error => error.Key), Does.Contain(field));
    }

    [Test]
    public async Task The_present_month_is_filed_before_its_last_day()
    {
        var reply = await (await SignIn("town")).Put(Path(Guid.NewGuid()), new { from = "2026-11-01", to = "2026-11-30", found = 0 });

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.Created), reply.Text);
    }

    [Test]
    public async Task The_signer_is_a_mediator_of_the_committee()
    {
        var body = Nil();
        body["signedBy"] = (string)(await (await SignIn("village2")).Get("/api/session"))["mediatorId"]!;
        var reply = await (await SignIn("village")).Put(Path(Guid.NewGuid()), body);

        Assert.That((reply.Status, reply.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "screening.unknown-signer")));
    }

    [Test]
    public async Task The_list_is_paged_within_the_own_area()
    {
        var village = await SignIn("village");
        foreach (var day in (int[])[1, 11, 21])
            (await village.Put(Path(Guid.NewGuid()), Nil(from: day, to: day + 5))).Expect(HttpStatusCode.Created);
        var town = await SignIn("town");
        var first = (await town.Get($"/api/screening-returns?under={Village}&limit=2&{Days}")).Expect(HttpStatusCode.OK);
        var second = (await town.Get($"/api/screening-returns?under={Village}&limit=2&{Days}&cursor={(string)first["next"]!}")).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(item => (string?)item!["from"]), Is.EqualTo([Day(21), Day(11), Day(1)]));
            Assert.That((string?)second["next"], Is.Null);
            Assert.That((await (await SignIn("village2")).Get($"/api/screening-returns?under={Village}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await (await SignIn("sector")).Get("/api/screening-returns"))["items"]!.AsArray(), Is.Empty);
        }
    }

    string Days => $"from={Day(1)}&to={Day(28)}";

    static string Path(Guid id) => $"/api/screening-returns/{id}";

    string Day(int day) => $"{month:yyyy-MM}-{day:D2}";

    JsonObject Nil(int found = 0, int from = 1, int to = 28) => new() { ["from"] = Day(from), ["to"] = Day(to), ["found"] = found };

    JsonObject Replacing(Guid id, string reason) => new(Nil(found: 1).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())))
    {
        ["replaces"] = id, ["reason"] = reason,
    };

    async Task<IEnumerable<JsonNode>> Listed(HttpClient client, string more = "") =>
        (await client.Get($"/api/screening-returns?{Days}{more}")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(item => item!);
}
