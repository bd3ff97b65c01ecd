using Microsoft.Playwright;
using NUnit.Framework;

namespace Mediation.Tests.Browser;

/// <summary>A new version of the client arrives while a tablet is in use.</summary>
sealed class UpgradeTests : BrowserTest
{
    readonly ClientCopy client = new();

    protected override Dictionary<string, string> Settings => new() { ["Client:Folder"] = client.Folder };

    [OneTimeTearDown]
    public void Remove_the_copy() => client.Dispose();

    [Test]
    public async Task A_new_version_waits_until_the_person_agrees()
    {
        var tablet = await NewTablet();
        await tablet.Page.GotoAsync("/sign-in");
        await tablet.UntilReadyOffline();

        client.Publish("next");
        await tablet.Page.EvaluateAsync("() => navigator.serviceWorker.getRegistration().then(one => one.update())");
        var update = tablet.Page.GetByRole(AriaRole.Button, new() { Name = "现在更新" });
        await Assertions.Expect(update).ToBeVisibleAsync();
        Assert.That(await Version(tablet.Page), Is.Null);

        await update.ClickAsync();
        await tablet.Page.WaitForFunctionAsync("() => document.documentElement.dataset.version === 'next'");
    }

    [Test]
    public async Task What_was_not_sent_goes_through_the_upgrade()
    {
        var hand = await VillageHand.At(await NewTablet());
        client.Publish("after");
        await hand.Page.EvaluateAsync("() => navigator.serviceWorker.getRegistration().then(one => one.update())");
        await Assertions.Expect(hand.Button("现在更新")).ToBeVisibleAsync();
        hand.Tablet.Link.Cut();
        await hand.Register("新一", "旧一");

        await hand.Button("现在更新").ClickAsync();
        await hand.Page.WaitForFunctionAsync("() => document.documentElement.dataset.version === 'after'");
        await hand.Unlock();
        await Assertions.Expect(hand.Page.Locator("[data-test=sync-chip]")).ToContainTextAsync("1 条待发送");
        hand.Tablet.Link.Mend();
        await hand.SendNow();

        Assert.That((string?)(await Dispute("新一与旧一邻里纠纷"))["status"], Is.EqualTo("Registered"));
    }

    static Task<string?> Version(IPage page) => page.EvaluateAsync<string?>("() => document.documentElement.dataset.version ?? null");
}
