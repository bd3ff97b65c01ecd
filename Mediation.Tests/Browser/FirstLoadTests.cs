using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Mediation.Tests.Browser;

/// <summary>What the first visit costs, and that it suffices for ever after.</summary>
sealed partial class FirstLoadTests : BrowserTest
{
    /// <summary>Bytes in brotli that a new tablet waits for until the mediator's first page stands.</summary>
    const int Budget = 200_000;

    /// <summary>Bytes in brotli with all the other pages, which the service worker fetches behind the first one.</summary>
    const int KeptBudget = 270_000;

    [Test]
    public async Task From_the_address_to_the_mediators_first_page_a_new_tablet_loads_at_most_200_kB()
    {
        var tablet = await NewTablet();
        var asked = new ConcurrentDictionary<string, bool>();
        // What the service worker fetches in the background is told with the worker, not with the page.
        tablet.Page.Request += (_, request) => asked[new Uri(request.Url).AbsolutePath] = true;

        await tablet.Page.GotoAsync("/");
        await tablet.Page.GetByLabel("用户名").FillAsync("village");
        await tablet.Page.GetByLabel("密码").First.FillAsync("Mediation-2026");
        await tablet.Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        foreach (var digit in "135790135790")
            await tablet.Page.GetByRole(AriaRole.Button, new() { Name = digit.ToString(), Exact = true }).ClickAsync();
        await Assertions.Expect(tablet.Page.GetByText("登记纠纷").First).ToBeVisibleAsync();

        var files = asked.Keys.Where(path => !path.StartsWith("/api", StringComparison.Ordinal)).ToList();
        Assert.That(files, Has.Some.EndWith(".css").And.Some.StartWith("/assets/HomePage"));
        Assert.That(await Brotli(files), Is.LessThanOrEqualTo(Budget));
    }

    [Test]
    public async Task All_that_a_tablet_keeps_for_working_offline_stays_small()
    {
        using var client = App.Anonymous();
        var worker = await client.GetStringAsync(new Uri("/sw.js", UriKind.Relative));
        var files = ListedFile().Matches(worker).Select(found => $"/{found.Groups[1].Value}").Append("/sw.js").Distinct().ToList();

        Assert.That(files, Does.Contain("/index.html").And.Some.StartWith("/assets/IntakePage"));
        Assert.That(files, Has.None.Contain("Triage"), "The centre's pages are not the tablet's.");
        Assert.That(await Brotli(files), Is.LessThanOrEqualTo(KeptBudget));
    }

    [Test]
    public async Task After_the_first_load_the_pages_come_without_a_network()
    {
        var tablet = await NewTablet();
        await tablet.Page.GotoAsync("/");
        await tablet.UntilReadyOffline();
        tablet.Link.Cut();

        await tablet.Restart("/sign-in");

        await Assertions.Expect(tablet.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }

    /// <summary>Browsers ask for brotli over TLS only, so the sizes are asked for here.</summary>
    async Task<long> Brotli(IEnumerable<string> files)
    {
        using var client = App.Anonymous();
        long sum = 0;
        foreach (var file in files)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, file) { Headers = { { "Accept-Encoding", "br" } } };
            using var answer = (await client.SendAsync(request)).EnsureSuccessStatusCode();
            var bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
            TestContext.Out.WriteLine($"{bytes,8} {file}");
            sum += bytes;
        }
        TestContext.Out.WriteLine($"{sum,8} together");
        return sum;
    }

    [GeneratedRegex("\"url\":\"([^\"]+)\"")]
    private static partial Regex ListedFile();
}
