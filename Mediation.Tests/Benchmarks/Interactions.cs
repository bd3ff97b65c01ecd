using Mediation.Tests.Support;
using Microsoft.Playwright;

namespace Mediation.Benchmarks;

/// <summary>The longest wait of one act, from the touch to the next picture, as the browser's event timing tells it.</summary>
sealed record Interaction(string What, double Milliseconds);

/// <summary>A mediator's acts on a tablet whose processor is slowed down.</summary>
static class Interactions
{
    public const int Slowdown = 4;

    const string Watch =
        """
        () => {
            window.longest = 0
            new PerformanceObserver(list => { for (const one of list.getEntries()) window.longest = Math.max(window.longest, one.duration) })
                .observe({ type: 'event', durationThreshold: 16 })
        }
        """;

    public static async Task<IReadOnlyList<Interaction>> Measure(Uri home)
    {
        var chromium = Chromium.Best();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium.Program, Args = Chromium.Arguments, Env = chromium.Environment.ToDictionary(), Timeout = 60_000,
        });
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = home.AbsoluteUri, ViewportSize = new ViewportSize { Width = 800, Height = 1280 }, Locale = "zh-CN", TimezoneId = "Asia/Shanghai", HasTouch = true,
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await Journey.SignIn(page);
        var session = await context.NewCDPSessionAsync(page);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = Slowdown });
        await page.EvaluateAsync(Watch);

        var acts = new List<Interaction>();
        foreach (var (what, act) in Journey.Acts)
        {
            await page.EvaluateAsync("() => { window.longest = 0 }");
            await act(page);
            // Event timing is told after the picture.
            await page.WaitForTimeoutAsync(300);
            acts.Add(new Interaction(what, await page.EvaluateAsync<double>("() => window.longest")));
        }
        return acts;
    }
}
