using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Special plans for matters that can become mass incidents: data of the place, activated on a matter, each step logged.</summary>
sealed class SpecialPlanTests(string kind) : ApiTest(kind)
{
    [Test]
    public async Task A_plan_is_suggested_activated_walked_through_and_ended()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var dispute = await GivenDispute(village, body => { body["type"] = "EnvironmentalPollution"; body["risks"] = new JsonArray("Death"); });
        var active = await GivenStep(town, dispute, "special-plans", new { kind = "Environment", reason = "群众反映强烈。" });
        var twice = await Act(town, active, "special-plans", new { kind = "Environment", reason = "再启动。" });
        var step = await GivenStep(village, active, "special-plans/steps", new { kind = "Environment", item = "report", done = "已报送。" });
        var again = await Act(village, step, "special-plans/steps", new { kind = "Environment", item = "report" });
        var unknown = await Act(village, step, "special-plans/steps", new { kind = "Environment", item = "seal" });
        var ended = await GivenStep(town, step, "special-plans/end", new { kind = "Environment", reason = "已停止排放。" });
        var over = await Act(village, ended, "special-plans/steps", new { kind = "Environment", item = "talk" });
        var verified = (await village.Get(Path(IdOf(ended), "journal/verification"))).Expect(HttpStatusCode.OK);
        var items = ended["plans"]![0]!["items"]!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(dispute["suggestedPlans"]!.AsArray().Select(k => (string?)k), Is.EqualTo(["Environment", "UnnaturalDeath"]));
            Assert.That(active["suggestedPlans"]!.AsArray().Select(k => (string?)k), Is.EqualTo(["UnnaturalDeath"]));
            Assert.That((twice.Code, again.Code, unknown.Code, over.Code), Is.EqualTo(("plan.running", "plan.item-done", "plan.unknown-item", "plan.not-running")));
            Assert.That(((string?)items[0]!["doneBy"]!["name"], (string?)items[0]!["note"], (string?)items[0]!["dueAt"]), Is.EqualTo(("龙文秀", "已报送。", "2026-11-16T02:00:00Z")));
            Assert.That(items.Count(item => item!["doneAt"] is null), Is.EqualTo(items.Count - 1));
            Assert.That((string?)ended["plans"]![0]!["endReason"], Is.EqualTo("已停止排放。"));
            Assert.That((bool)verified["valid"]!);
        }
    }

    [Test]
    public async Task A_step_that_is_taken_back_leaves_the_plan_alone()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var accepted = await GivenAcceptedDispute(village);
        var active = await GivenStep(town, accepted, "special-plans", new { kind = "Traffic", reason = "可能聚集。" });
        var back = await GivenStep(village, active, "reversals", new { reason = "误受理。" });

        Assert.That(((string?)back["status"], back["plans"]!.AsArray().Count), Is.EqualTo(("Registered", 1)));
    }

    [Test]
    public async Task The_district_keeps_whom_to_call()
    {
        var district = await SignIn("district");
        var saved = (await district.Put("/api/special-plans/contacts", Contacts("lead"))).Expect(HttpStatusCode.OK);
        var stranger = await district.Put("/api/special-plans/contacts", Contacts("nobody"));
        var town = await (await SignIn("town")).Put("/api/special-plans/contacts", Contacts("lead"));
        var read = (await (await SignIn("village")).Get("/api/special-plans")).Expect(HttpStatusCode.OK)["items"]!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Count, Is.EqualTo(6));
            Assert.That((string?)read.Single(plan => (string?)plan!["kind"] == "Traffic")!["contacts"]![0]!["phone"], Is.EqualTo("0556-5000001"));
            Assert.That(saved["can"]!.AsArray(), Has.Count.EqualTo(1));
            Assert.That((stranger.Code, town.Code), Is.EqualTo(("plan.unknown-role", "plan.district-only")));
            Assert.That((await (await SignIn("village")).Post(Path(Guid.NewGuid(), "special-plans"), new { commandId = Guid.NewGuid(), baseVersion = 1 })).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        }
    }

    static object Contacts(string role) => new { kind = "Traffic", contacts = new[] { new { role, unit = "区交警大队", duty = "值班室", phone = "0556-5000001" } } };
}
