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

    static Task<string?> Version(IPage page) => page.EvaluateAsync<string?>("() => document.documentElement.dataset.version ?? null");
}
