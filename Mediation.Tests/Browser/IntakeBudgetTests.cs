using System.Net;
using Mediation.Tests.Support;
using NUnit.Framework;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>What a mediator of sixty has to touch and type at the kitchen table, counted without a network.</summary>
sealed class IntakeBudgetTests : BrowserTest
{
    [Test]
    public async Task Intake_keeps_its_budgets_without_a_network_and_exactly_that_arrives()
    {
        var hand = await VillageHand.At(await NewTablet());
        var tablet = hand.Tablet;
        tablet.Link.Cut();
        await hand.Lock();
        await hand.Unlock();

        tablet.StartCounting();
        await hand.SettleOnTheSpot("王平安", "赵守信");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tablet.Taps, Is.LessThanOrEqualTo(12), "settled on the spot");
            Assert.That(tablet.Characters, Is.EqualTo(6), "two names");
        }

        await hand.GoHome();
        tablet.StartCounting();
        await hand.Register("孙大河", "周小满");
        var registered = tablet.Taps + tablet.Characters;
        await hand.Accept();
        Assert.That(tablet.Taps + tablet.Characters, Is.LessThanOrEqualTo(25), "registered and accepted");

        await hand.GoHome();
        tablet.StartCounting();
        await hand.SendUp("吴长根", "郑春来");
        Assert.That(tablet.Taps + tablet.Characters, Is.LessThanOrEqualTo(registered + 5), "sent up");

        await hand.GoHome();
        tablet.StartCounting();
        await tablet.Tap(hand.Link("11月排查报告还没有报"));
        await tablet.Tap(hand.Button("签报：零报告"));
        await Expect(hand.Page.GetByText("已签报，存在本机")).ToBeVisibleAsync();
        Assert.That((tablet.Taps, tablet.Characters), Is.EqualTo((2, 0)), "nil return");

        Assert.That(await Ledger(), Is.Empty, "the line is cut");
        tablet.Link.Mend();
        await hand.SendNow();

        Assert.That((await Ledger()).Select(one => ((string?)one["subject"], (string?)one["status"])), Is.EquivalentTo(new[]
        {
            ("王平安与赵守信邻里纠纷", "Closed"), ("孙大河与周小满邻里纠纷", "InMediation"), ("吴长根与郑春来邻里纠纷", "HandoverPending"),
        }));
        var village = await App.SignIn("village");
        var settled = (await Ledger()).Single(one => (string?)one["status"] == "Closed");
        var agreement = (await village.Get($"/api/disputes/{(Guid)settled["id"]!}")).Expect(HttpStatusCode.OK)["cases"]![0]!["agreement"]!;
        var returned = (await village.Get("/api/screening-returns?under=340803100204")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Single()!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)agreement["terms"], Is.EqualTo("双方握手言和，今后互不计较，和睦相处。"));
            Assert.That(((int)returned["found"]!, (string?)returned["from"]), Is.EqualTo((0, "2026-11-01")));
        }
    }
}
