using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>The training ledger (domain 3.2): hours come from trainings that were held, and the rate from the hours.</summary>
sealed class TrainingTests(string kind) : ApiTest(kind)
{
    const string Other = "340803200000";

    static JsonObject Body(IEnumerable<Guid> mediators, double hours = 6.5, string kind = "Yearly") => new()
    {
        ["heldOn"] = "2026-11-10", ["kind"] = kind, ["hours"] = hours, ["organiser"] = "区司法局", ["subject"] = "民法典与邻里纠纷",
        ["mediatorIds"] = new JsonArray([.. mediators.Select(id => (JsonNode)id.ToString())]),
    };

    static string At(Guid training) => $"/api/trainings/{training}";

    [Test]
    public async Task Hours_are_summed_and_make_the_rate_until_a_training_is_voided()
    {
        var town = await SignIn("town2");
        var people = (await town.Get($"/api/trainings/hours?under={Other}&period=2026&limit=200")).Expect(HttpStatusCode.OK);
        var (target, mediator) = ((double)people["targets"]!["yearlyHours"]!, (Guid)people["items"]!.AsArray().First(one => !(bool)one!["firstYear"]!)!["mediatorId"]!);
        // Both are held on one day: the later id stands first.
        var (first, second) = (Guid.CreateVersion7(App.Clock.GetUtcNow()), Guid.CreateVersion7(App.Clock.GetUtcNow().AddSeconds(1)));
        var body = Body([mediator]);
        var made = await town.Put(At(first), body);
        var replay = await town.Put(At(first), body.DeepClone());
        var half = await Hours(town, mediator);
        (await town.Put(At(second), Body([mediator], target - 6.5, "Skills"))).Expect(HttpStatusCode.Created);
        var whole = await Hours(town, mediator);
        var rate = await Rate(town);
        var voided = (await town.Post($"{At(second)}/voiding", new { commandId = Guid.NewGuid(), reason = "录错" })).Expect(HttpStatusCode.OK);
        var after = await Hours(town, mediator);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((made.Status, replay.Status), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.OK)));
            Assert.That(((double)half["yearly"]!, (double)half["missing"]!, (bool)half["trained"]!), Is.EqualTo((6.5, target - 6.5, false)));
            Assert.That(((double)whole["skills"]!, (double)whole["total"]!, (bool)whole["trained"]!), Is.EqualTo((target - 6.5, target, true)));
            Assert.That(rate, Is.EqualTo((1, (int)people["denominator"]!)));
            Assert.That(((string?)voided["voidReason"], voided["can"]!.AsArray().Count), Is.EqualTo(("录错", 0)));
            Assert.That(((double)after["total"]!, await Rate(town)), Is.EqualTo((6.5, (0, (int)people["denominator"]!))));
        }
        Assert.That((await town.Post($"{At(second)}/voiding", new { commandId = Guid.NewGuid(), reason = "再作废" })).Code, Is.EqualTo("training.voided"));
        var listed = (await town.Get($"/api/trainings?under={Other}&year=2026")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        Assert.That(listed.Select(one => (Guid)one!["id"]!), Is.EqualTo(new[] { second, first }));
        Assert.That((string?)listed[1]!["attendees"]![0]!["name"], Is.Not.Empty);
        var page = (await town.Get($"/api/trainings?under={Other}&year=2026&limit=1")).Expect(HttpStatusCode.OK);
        Assert.That((Guid)(await town.Get($"/api/trainings?under={Other}&year=2026&limit=1&cursor={(string)page["next"]!}")).Expect(HttpStatusCode.OK)["items"]![0]!["id"]!, Is.EqualTo(first));
    }

    static IEnumerable<TestCaseData> Wrong()
    {
        TestCaseData Case(string name, string field, Action<JsonObject> change) => new TestCaseData(field, change).SetArgDisplayNames(name);
        yield return Case("no day", "heldOn", b => b.Remove("heldOn"));
        yield return Case("tomorrow's morrow", "heldOn", b => b["heldOn"] = "2027-11-18");
        yield return Case("no kind", "kind", b => b.Remove("kind"));
        yield return Case("no hours", "hours", b => b["hours"] = 0);
        yield return Case("a quarter of an hour", "hours", b => b["hours"] = 1.25);
        yield return Case("201 hours", "hours", b => b["hours"] = 201);
        yield return Case("nobody", "mediatorIds", b => b["mediatorIds"] = new JsonArray());
        yield return Case("somebody twice", "mediatorIds", b => b["mediatorIds"] = new JsonArray(Guid.Empty.ToString(), Guid.Empty.ToString()));
        yield return Case("no organiser", "organiser", b => b["organiser"] = " ");
        yield return Case("subject too long", "subject", b => b["subject"] = new string('培', 201));
    }

    [TestCaseSource(nameof(Wrong))]
    public async Task What_makes_no_sense_is_told_with_its_field(string field, Action<JsonObject> change)
    {
        var body = Body([Guid.NewGuid()]);
        change(body);

        BadInputTests.AssertRefused(await (await SignIn("district")).Put(At(Guid.NewGuid()), body), HttpStatusCode.BadRequest, "validation", field);
    }

    [Test]
    public async Task Towns_train_their_own_people_and_villages_keep_no_ledger()
    {
        var (town, village) = (await SignIn("town"), await SignIn("village"));
        var stranger = (Guid)(await (await SignIn("town2")).Get($"/api/mediators?under={Other}&limit=1")).Expect(HttpStatusCode.OK)["items"]![0]!["id"]!;

        Assert.That((await town.Put(At(Guid.NewGuid()), Body([stranger]))).Code, Is.EqualTo("training.unknown-mediator"));
        Assert.That((await village.Put(At(Guid.NewGuid()), Body([stranger]))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await town.Get($"/api/trainings?under={Other}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await town.Post($"{At(Guid.NewGuid())}/voiding", new { commandId = Guid.NewGuid(), reason = "录错" })).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    static async Task<JsonNode> Hours(HttpClient client, Guid mediator) =>
        (await client.Get($"/api/trainings/hours?under={Other}&period=2026-11&limit=200")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Single(one => (Guid)one!["mediatorId"]! == mediator)!;

    static async Task<(int, int)> Rate(HttpClient client)
    {
        var item = (await client.Get($"/api/indicators?period=2026-11&area={Other}")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Single(one => (string?)one!["id"] == "TrainingRate")!;
        return ((int)item["numerator"]!, (int)item["denominator"]!);
    }
}
