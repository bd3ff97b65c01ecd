using System.Net;
using System.Text.Json.Nodes;
using Mediation.Api.Jobs;
using Mediation.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Who is late with the month, who was reminded; and the figures of the paper reports from before.</summary>
sealed class ReportChaseTests(string kind) : ApiTest(kind)
{
    static readonly DateOnly November = new(2026, 11, 1);

    ReportHand hand = null!;

    protected override bool OwnServer => true;

    protected override Dictionary<string, string> Settings => new() { ["SignIn:IdleMinutes"] = "10000000" };

    [SetUp]
    public void Hands() => hand = new ReportHand(App);

    [Test, Order(1)]
    public async Task Opening_figures_are_signed_once_and_stand_beside_the_counted_ones()
    {
        var village = await SignIn("village");
        var (id, body) = (Guid.NewGuid(), new { month = "2026-03", cells = new[] { new { row = 1, column = "Village", value = 4 }, new { row = 2, column = "Village", value = 3 } } });
        (await village.Put($"/api/opening-figures/{id}", body)).Expect(HttpStatusCode.Created);
        (await village.Put($"/api/opening-figures/{id}", body)).Expect(HttpStatusCode.OK);
        var again = await village.Put($"/api/opening-figures/{Guid.NewGuid()}", body);
        var present = await village.Put($"/api/opening-figures/{Guid.NewGuid()}", new { month = "2026-11", body.cells });
        (await village.Put($"/api/opening-figures/{Guid.NewGuid()}", new { month = "2026-04", cells = new[] { new { row = 1, column = "Village", value = 2 } } })).Expect(HttpStatusCode.Created);
        await GivenDispute(village);
        var rows = (await hand.Open(Village, November))["report"]!["rows"]!.AsArray();
        var listed = (await (await SignIn("town")).Get($"/api/opening-figures?year=2026&under={Town}")).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((again.Code, present.Code), Is.EqualTo(("opening.already-signed", "opening.counted-month")));
            Assert.That(((int)rows[0]!["opening"]!["village"]!, (int)rows[0]!["opening"]!["yearToDate"]!, (int)rows[1]!["opening"]!["subtotal"]!), Is.EqualTo((6, 6, 3)));
            Assert.That(((int)rows[0]!["values"]!["subtotal"]!, (int)rows[0]!["values"]!["yearToDate"]!), Is.EqualTo((1, 1)), "Never mixed.");
            Assert.That(rows[2]!["opening"], Is.Null);
            Assert.That(listed["items"]!.AsArray().Select(item => (string?)item!["month"]), Is.EqualTo(new[] { "2026-03", "2026-04" }));
            Assert.That((await (await SignIn("village2")).Get($"/api/opening-figures?under={Village}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }

    [TestCase("""{ "month": "2026-3" }""", "month")]
    [TestCase("""{ "cells": [] }""", "cells")]
    [TestCase("""{ "cells": [{ "row": 3, "column": "Village", "value": 1 }] }""", "cells[0].row")]
    [TestCase("""{ "cells": [{ "row": 53, "column": "Village", "value": 1 }] }""", "cells[0].row")]
    [TestCase("""{ "cells": [{ "row": 1, "column": "Subtotal", "value": 1 }] }""", "cells[0].column")]
    [TestCase("""{ "cells": [{ "row": 1, "column": "Village", "value": -1 }] }""", "cells[0].value")]
    [TestCase("""{ "cells": [{ "row": 1, "column": "Village", "value": 1 }, { "row": 1, "column": "Village", "value": 2 }] }""", "cells")]
    public async Task What_is_no_count_is_refused_by_its_field(string change, string field)
    {
        var body = new JsonObject { ["month"] = "2026-02", ["cells"] = new JsonArray(new JsonObject { ["row"] = 1, ["column"] = "Village", ["value"] = 1 }) };
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
            body[name] = value?.DeepClone();
        var reply = await (await SignIn("village2")).Put($"/api/opening-figures/{Guid.NewGuid()}", body);

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest), reply.Text);
        Assert.That(reply["errors"]!.AsObject().Select(error => error.Key), Does.Contain(field));
    }

    [Test, Order(2)]
    public async Task The_clock_reminds_on_the_last_working_day_before_the_cut_off_and_only_once_domain_5_5()
    {
        // The fifth of December 2026 is a Saturday, and does not roll; the Friday before it is the day.
        var job = App.Services.GetServices<IHostedService>().OfType<ReportChase>().Single();
        hand.GoTo(new(2026, 12, 3));
        await hand.Submitted("340803100205", November);
        var early = await job.Look(CancellationToken.None) + Reminded(await Chase());
        hand.GoTo(new(2026, 12, 4));
        await job.Look(CancellationToken.None);
        var first = await Chase();
        await job.Look(CancellationToken.None);
        (await (await SignIn("town")).Post("/api/monthly-reports/chase", new { commandId = Guid.NewGuid(), month = "2026-11", areaCode = Village, note = "请报送。" })).Expect(HttpStatusCode.OK);
        var done = await (await SignIn("town")).Post("/api/monthly-reports/chase", new { commandId = Guid.NewGuid(), month = "2026-11", areaCode = "340803100205" });
        var second = await Chase();
        hand.GoTo(new(2026, 12, 6));
        var late = await Chase();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(early, Is.Zero);
            Assert.That(((string?)first["cutOff"], (string?)first["remindOn"]), Is.EqualTo(("2026-12-05", "2026-12-04")));
            Assert.That(Reminded(first), Is.EqualTo(first["items"]!.AsArray().Count - 1));
            Assert.That(Reminded(second), Is.EqualTo(Reminded(first) + 1));
            Assert.That(done.Code, Is.EqualTo("report.already-in"));
            Assert.That(((int)first["submitted"]!, (int)first["underWay"]!), Is.EqualTo((1, 1)));
            Assert.That(late["items"]!.AsArray().Where(item => !(bool)item!["late"]!).Select(item => (string?)item!["areaCode"]), Is.EqualTo(new[] { "340803100205" }));
        }
    }

    async Task<JsonNode> Chase() => (await (await SignIn("town")).Get("/api/monthly-reports/chase?month=2026-11")).Expect(HttpStatusCode.OK);

    static int Reminded(JsonNode list) => list["items"]!.AsArray().Sum(item => item!["reminders"]!.AsArray().Count);
}
