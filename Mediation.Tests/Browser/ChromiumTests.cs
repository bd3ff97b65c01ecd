using Mediation.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Mediation.Tests.Browser;

/// <summary>A machine without a browser of its own has the one that npm brought.</summary>
sealed class ChromiumTests
{
    [Test]
    public async Task The_Chromium_of_npm_starts_without_anything_installed()
    {
        var chromium = Chromium.FromNpm();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium.Program, Args = [.. Chromium.Arguments, "--headless=shell"], Env = chromium.Environment.ToDictionary(), Timeout = 60_000,
        });
        var page = await browser.NewPageAsync();

        Assert.That(await page.EvaluateAsync<int>("() => 6 * 7"), Is.EqualTo(42));
    }
}
