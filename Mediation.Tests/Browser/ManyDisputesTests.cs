using System.Net;
using Mediation.Tests.Support;
using NUnit.Framework;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>A busy village's whole ledger on one tablet.</summary>
sealed class ManyDisputesTests : BrowserTest
{
    const int Many = 5_000;

    [Test]
    public async Task Five_thousand_disputes_are_listed_searched_and_opened_without_a_network()
    {
        var client = await App.SignIn("village");
        await Parallel.ForEachAsync(Enumerable.Range(1, Many), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
            (await client.Put($"/api/disputes/{Guid.CreateVersion7()}", new
            {
                type = "Neighbor", areaCode = "340803100204", risks = Array.Empty<string>(), subject = $"第{number:0000}号水沟纠纷",
                parties = new[] { new { side = "Applicant", kind = "Person", name = $"甲试{number:0000}" }, new { side = "Respondent", kind = "Person", name = $"乙试{number:0000}" } },
            })).Expect(HttpStatusCode.Created));
        var tablet = await NewTablet();
        tablet.Context.SetDefaultTimeout(60_000);
        var hand = await VillageHand.At(tablet);
        await hand.Link("我的纠纷").ClickAsync();
        await Expect(hand.Page.GetByText($"{Many} 件")).ToBeVisibleAsync(new() { Timeout = 90_000 });

        tablet.Link.Cut();
        await tablet.Restart("/disputes");
        await hand.Unlock();
        await hand.Page.GetByRole(Microsoft.Playwright.AriaRole.Searchbox).FillAsync("第4321号");
        await Expect(hand.Page.GetByText("1 件", new() { Exact = true })).ToBeVisibleAsync();
        await hand.Page.GetByRole(Microsoft.Playwright.AriaRole.Link).Filter(new() { HasText = "第4321号水沟纠纷" }).ClickAsync();

        await Expect(hand.Title).ToHaveTextAsync("第4321号水沟纠纷");
        await Expect(hand.Page.GetByText("乙试4321").First).ToBeVisibleAsync();
    }
}
