using System.Collections.Concurrent;
using Mediation.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Mediation.Tests.Browser;

/// <summary>One device: a browser with storage of its own, at the end of a line of its own, and a finger that counts.</summary>
sealed class Tablet : IAsyncDisposable
{
    /// <summary>So that a test can wait until the page has read what it shows.</summary>
    const string CountFetches =
        """
        window.fetching = 0
        window.lastFetch = 0
        const ask = window.fetch
        window.fetch = async (...request) => {
            window.fetching++
            try { return await ask(...request) } finally { window.fetching--; window.lastFetch = performance.now() }
        }
        """;

    readonly ConcurrentQueue<string> troubles = new();
    readonly IBrowserContext context;

    Tablet(IBrowserContext context, IPage page, Link link)
    {
        this.context = context;
        Page = page;
        Link = link;
    }

    public IPage Page { get; private set; }

    public Link Link { get; }

    public IBrowserContext Context => context;

    /// <summary>Taps so far; a key pressed counts as one only when it is no letter of a text.</summary>
    public int Taps { get; private set; }

    /// <summary>Characters typed so far.</summary>
    public int Characters { get; private set; }

    /// <summary>What the console told that nobody expected: errors of the page and breaches of the policy.</summary>
    public IEnumerable<string> Troubles => troubles;

    public static async Task<Tablet> Open(ApiServer app, ViewportSize size, string language, bool touch)
    {
        var link = new Link(app.Address);
        var browser = await Browsers.Shared;
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = link.Address.AbsoluteUri, ViewportSize = size, Locale = language, TimezoneId = "Asia/Shanghai", HasTouch = touch, ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        await context.AddInitScriptAsync(CountFetches);
        await context.Clock.InstallAsync(new ClockInstallOptions { TimeDate = app.Clock.GetUtcNow().UtcDateTime });
        var tablet = new Tablet(context, await context.NewPageAsync(), link);
        context.Console += (_, message) => tablet.Note(message);
        context.WebError += (_, error) => tablet.troubles.Enqueue(error.Error);
        return tablet;
    }

    /// <summary>Forgets what has been counted.</summary>
    public void StartCounting() => (Taps, Characters) = (0, 0);

    public async Task Tap(ILocator target)
    {
        Taps++;
        await target.ClickAsync();
    }

    /// <summary>Taps into the field and types.</summary>
    public async Task Type(ILocator target, string text)
    {
        await Tap(target);
        Characters += text.Length;
        await target.FillAsync(text);
    }

    /// <summary>As if the tablet had been switched off and on: the page goes, storage and service worker stay.</summary>
    public async Task Restart(string path = "/")
    {
        await Page.CloseAsync();
        Page = await context.NewPageAsync();
        await Page.GotoAsync(path);
    }

    /// <summary>From here on the page needs no network.</summary>
    public async Task UntilReadyOffline() =>
        await Page.WaitForFunctionAsync("() => navigator.serviceWorker.ready.then(one => one.active?.state === 'activated' && navigator.serviceWorker.controller !== null)");

    public async Task Screenshot(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(TestContext.CurrentContext.WorkDirectory, "pictures")).FullName;
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
    }

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        await Link.DisposeAsync();
    }

    // A line that was cut, or a refusal that the page then explains, is told in the console by the browser itself.
    void Note(IConsoleMessage message)
    {
        if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && !message.Text.Contains("net::ERR_", StringComparison.Ordinal))
            troubles.Enqueue(message.Text);
    }
}
