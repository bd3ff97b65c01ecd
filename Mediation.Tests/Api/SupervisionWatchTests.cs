using System.Net;
using System.Text.Json.Nodes;
using Mediation.Api.Jobs;
using Mediation.Core.Features.Supervision;
using Mediation.Tests.Support;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Cards fall by the clock: yellow one working day after the limit of acceptance, red after two (domain 5.3).</summary>
sealed class SupervisionWatchTests(string kind) : ApiTest(kind)
{
    protected override bool OwnServer => true;

    [Test]
    public async Task A_matter_that_nobody_accepts_gets_a_yellow_card_and_then_a_red_one_from_the_town_and_each_once()
    {
        var dispute = await GivenDispute(await SignIn("village"));
        Assert.That((string?)dispute["dueOn"], Is.EqualTo("2026-11-19"));

        await GoOn(TimeSpan.FromDays(3));
        Assert.That(await Cards(dispute), Is.Empty, "on the last day");
        await GoOn(TimeSpan.FromDays(1));
        await Look();
        var yellow = (await Cards(dispute)).Single();
        Assert.That(((string?)yellow["kind"], (string?)yellow["cause"], (string?)yellow["limitOn"]), Is.EqualTo(("Yellow", "AcceptanceOverdue", "2026-11-19")));
        Assert.That((string?)yellow["issuedBy"]!["tier"], Is.EqualTo("Town"));

        await GoOn(TimeSpan.FromDays(3));
        await Look();
        var cards = await Cards(dispute);
        Assert.That(cards.Select(card => (string?)card["kind"]), Is.EqualTo(new[] { "Yellow", "Red" }));
        Assert.That(cards[0]["cancellation"]!["replacedBy"]!.ToString(), Is.EqualTo(cards[1]["id"]!.ToString()));
        var village = await App.SignInAnew("village");
        var last = (await village.Get(Path(IdOf(dispute), "journal"))).Expect(HttpStatusCode.OK)["items"]!.AsArray().Last()!;
        Assert.That(((string?)last["event"], (string?)last["actorName"]), Is.EqualTo(("CardIssued", "督办规则（自动）")));
        Assert.That((bool)(await village.Get(Path(IdOf(dispute), "journal/verification"))).Expect(HttpStatusCode.OK)["valid"]!, Is.True);
        Assert.That((await village.Get(Path(IdOf(dispute))))["oversight"]!["can"]!.AsArray().Select(word => (string?)word), Does.Contain("ReplyToCard"));
    }

    [Test]
    public async Task A_recomputation_gives_the_same_lists_as_an_older_database_gets_at_its_first_start()
    {
        var (village, town) = (await App.SignInAnew("village"), await App.SignInAnew("town"));
        var red = await GivenDispute(village, body => body["risks"] = new JsonArray("Crowd"));
        var marked = await GivenStep(town, await GivenDispute(village), "ledger-marks", new { ledger = "LongPetition", reason = "信访积案" });
        await GivenStep(town, marked, "sponsorship", new { unit = "镇综治办", person = "郑某某" });
        var due = Core.Domain.Shanghai.DateOf(App.Clock.GetUtcNow()).AddDays(3).ToString("yyyy-MM-dd");
        await GivenStep(town, red, "cards", new { kind = "Yellow", opinion = "请受理。", dueOn = due });
        var database = new BehindTheBack(App, IdOf(red));
        var before = await Rows(database);
        Assert.That(before, Has.Count.GreaterThanOrEqualTo(3));

        await database.Execute("delete from oversight");
        await database.Execute("delete from supervision_card");
        await database.Execute("delete from rule_set where kind = 'oversight-rows'");
        using var scope = App.Services.CreateScope();
        var sender = scope.ServiceProvider.GetRequiredService<ISender>();
        Assert.That((await sender.Send(new FillOversight(0, Guid.Empty))).Next, Is.Null);

        Assert.That(await Rows(database), Is.EqualTo(before));
        Assert.That((await sender.Send(new FillOversight(0, Guid.Empty))).Disputes, Is.Zero, "once in its life");
    }

    static async Task<List<string>> Rows(BehindTheBack database) =>
    [
        .. await database.Texts(
            """
            select cast(since_day as text) || cast(on_ledger as text) || cast(major as text) || cast(petition as text) || cast(leader as text) || cast(unit as text)
                || cast(person as text) || cast(listed as text) || cast(asked as text)
            from oversight order by since_day, dispute_id
            """),
        .. await database.Texts("select kind || cause || cast(standing as text) || cast(due_on as text) from supervision_card order by id"),
    ];

    async Task GoOn(TimeSpan time)
    {
        App.Clock.Advance(time);
        await Look();
    }

    async Task<List<JsonNode>> Cards(JsonNode dispute) =>
        [.. (await (await App.SignInAnew("village")).Get(Path(IdOf(dispute)))).Expect(HttpStatusCode.OK)["oversight"]!["cards"]!.AsArray().Select(card => card!)];

    async Task Look()
    {
        using var watch = new SupervisionWatch(App.Services.GetRequiredService<IServiceScopeFactory>(), App.Services.GetRequiredService<JobTurns>());
        await watch.Look(default);
    }
}
