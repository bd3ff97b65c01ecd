using Mediation.Tests.Support;
using Microsoft.Playwright;

namespace Mediation.Tests.Browser;

/// <summary>One Chromium for all tests; each tablet is a context of its own in it, with its own storage.</summary>
static class Browsers
{
    static readonly Lazy<Task<IBrowser>> Running = new(() => Task.Run(Start));

    public static Task<IBrowser> Shared => Running.Value;

    /// <summary>Called once, when the last test has ended.</summary>
    public static async Task Stop()
    {
        if (Running.IsValueCreated)
            await (await Running.Value).CloseAsync();
    }

    static async Task<IBrowser> Start()
    {
        var chromium = Chromium.Best();
        var playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(20_000);
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium.Program, Args = Chromium.Arguments, Env = chromium.Environment.ToDictionary(), Headless = true, Timeout = 60_000,
        });
    }
}
