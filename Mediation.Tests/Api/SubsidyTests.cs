using System.Net;
using System.Text.Json.Nodes;
using Mediation.Core.Domain;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>以案定补: paid once for a dispute whose closing was sealed, agreed, performed and complete on paper (domain 3.2 and 12).</summary>
sealed class SubsidyTests(string kind) : ApiTest(kind)
{
    static readonly DateOnly November = new(2026, 11, 1);

    protected override bool OwnServer => true;

    protected override Dictionary<string, string> Settings => new() { ["SignIn:IdleMinutes"] = "10000000" };

    [Test, Order(1)]
    public async Task A_sealed_closing_is_paid_once_at_its_own_rate_and_look_alikes_are_listed()
    {
        var (village, justice, hand) = (await SignIn("village"), await SignIn("justice"), new ReportHand(App));
        var spot = await Settle(village, await GivenDispute(village));
        var alike = await GivenDispute(village);
        var early = await Pay(justice, spot);
        hand.GoTo(new(2026, 12, 6));
        await hand.Seal(new(2026, 11, 1), Village, Town);
        var before = await Listed(justice);
        var command = Guid.NewGuid();
        var paid = (await Pay(justice, spot, command)).Expect(HttpStatusCode.OK);
        var replay = (await Pay(justice, spot, command)).Expect(HttpStatusCode.OK);
        var twice = await Pay(justice, spot);
        var open = await Pay(justice, alike);
        var after = await Listed(await SignIn("town"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(early.Code, Is.EqualTo("subsidy.not-sealed"));
            Assert.That(before.Select(item => (Guid)item!["disputeId"]!), Is.EqualTo(new[] { IdOf(spot) }));
            Assert.That(((string?)before[0]!["kind"], (decimal)before[0]!["amount"]!, before[0]!["paid"]), Is.EqualTo(("Spot", 30m, (JsonNode?)null)));
            Assert.That(before[0]!["lookAlikes"]!.AsArray().Select(id => (Guid)id!), Is.EqualTo(new[] { IdOf(alike) }));
            Assert.That((string?)before[0]!["mediatorName"], Is.Not.Empty);
            Assert.That((decimal)paid["amount"]!, Is.EqualTo(30m));
            Assert.That((string?)replay["at"], Is.EqualTo((string?)paid["at"]));
            Assert.That((twice.Code, open.Code), Is.EqualTo(("subsidy.paid", "subsidy.not-sealed")));
            Assert.That((decimal)after[0]!["paid"]!["amount"]!, Is.EqualTo(30m));
            Assert.That((await Pay(village, spot)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await village.Get($"/api/subsidies?month=2026-11&area={Town}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await village.Get("/api/subsidies")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        }
    }

    [Test, Order(2)]
    public async Task A_closing_that_was_taken_back_is_not_paid_and_one_that_was_paid_is_never_paid_again()
    {
        var (village, justice, hand) = (await SignIn("village"), await SignIn("justice"), new ReportHand(App));
        var today = Shanghai.DateOf(App.Clock.GetUtcNow());
        var month = new DateOnly(today.Year, today.Month, 1);
        var (paid, back) = (await Settle(village, await GivenDispute(village, Now)), await Settle(village, await GivenDispute(village, Now)));
        hand.GoTo(month.AddMonths(1).AddDays(5));
        await hand.Seal(month, Village, Town);
        (await Pay(justice, paid, month: month)).Expect(HttpStatusCode.OK);
        foreach (var one in (JsonNode[])[paid, back])
            await GivenStep(village, (await village.Get(Path(IdOf(one)))).Expect(HttpStatusCode.OK), "reopening", new { reason = "再起争执" });
        var reopened = await Pay(justice, back, month: month);
        var listed = await Listed(await SignIn("auditor"), month);
        hand.GoTo(month.AddMonths(2).AddDays(5));
        await hand.Seal(month.AddMonths(1), Village, Town);
        var twice = await Pay(justice, paid, month: month.AddMonths(1));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((reopened.Code, twice.Code), Is.EqualTo(("subsidy.not-due", "subsidy.paid")));
            Assert.That((string?)listed.Single(item => (Guid)item!["disputeId"]! == IdOf(back))!["obstacle"], Is.EqualTo("Reopened"));
            Assert.That((decimal)listed.Single(item => (Guid)item!["disputeId"]! == IdOf(paid))!["paid"]!["amount"]!, Is.EqualTo(30m), "The auditor sees payments and look-alikes.");
            Assert.That(listed.Single(item => (Guid)item!["disputeId"]! == IdOf(back))!["lookAlikes"]!.AsArray().Select(id => (Guid)id!), Does.Contain(IdOf(paid)));
        }
    }

    /// <summary>Received now, wherever the clock stands.</summary>
    void Now(JsonObject body)
    {
        var now = App.Clock.GetUtcNow();
        (body["receivedAt"], body["deviceTime"], body["occurredOn"]) = (now.AddMinutes(-30), now.AddMinutes(-20), $"{now.AddDays(-1):yyyy-MM-dd}");
    }

    static Task<JsonNode> Settle(HttpClient client, JsonNode dispute) =>
        GivenStep(client, dispute, "settlement-on-the-spot", new { terms = "双方和解", performance = "Immediate" });

    static Task<Reply> Pay(HttpClient client, JsonNode dispute, Guid? command = null, DateOnly? month = null) =>
        client.Post("/api/subsidies", new { commandId = command ?? Guid.NewGuid(), disputeId = IdOf(dispute), month = $"{month ?? November:yyyy-MM}" });

    static async Task<JsonArray> Listed(HttpClient client, DateOnly? month = null) => (await client.Get($"/api/subsidies?month={month ?? November:yyyy-MM}&area={Town}")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
}
