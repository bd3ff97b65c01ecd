using Microsoft.Playwright;
using NUnit.Framework;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>Goes from page to page as a link does, without a reload, and holds each to what every page owes its readers.</summary>
static class PageWalk
{
    const string Pin = "271828";

    /// <summary>Password, and on a tablet the PIN; then the first page of the role.</summary>
    public static async Task SignIn(IPage page, string user, bool tablet)
    {
        await page.GotoAsync("/sign-in");
        await page.Locator("input[autocomplete=username]").FillAsync(user);
        await page.Locator("input[type=password]").FillAsync(Support.ApiServer.Password);
        await page.Keyboard.PressAsync("Enter");
        if (!tablet)
        {
            await page.WaitForURLAsync("**/centre/**");
            return;
        }
        var one = page.GetByRole(AriaRole.Button, new() { Name = "1", Exact = true });
        await Expect(one).ToBeVisibleAsync();
        foreach (var digit in Pin + Pin)
            await page.GetByRole(AriaRole.Button, new() { Name = digit.ToString(), Exact = true }).ClickAsync();
        await Expect(one).ToBeHiddenAsync();
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
    }

    /// <summary>To another address of the client, and until its heading stands and nothing is being read any more.</summary>
    public static async Task Visit(this IPage page, string path)
    {
        await page.EvaluateAsync("async path => { await document.querySelector('#app').__vue_app__.config.globalProperties.$router.push(path); window.lastFetch = performance.now() }", path);
        await page.WaitForFunctionAsync("path => location.pathname + location.search === path", path);
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        await page.UntilRead();
    }

    /// <summary>Until nothing has been under way for a moment; the stream of changes, which never ends, is no fetch.</summary>
    public static Task UntilRead(this IPage page) => page.WaitForFunctionAsync(
        "() => performance.now() - window.lastFetch > 200 && window.fetching === 0 && !/正在读取|Reading…/.test(document.body.innerText)");

    /// <summary>No rule of accessibility is broken, all targets are large, one heading names the page, and nothing has to be moved sideways.</summary>
    public static async Task AssertGood(this IPage page, bool touch)
    {
        await page.AssertNoViolation();
        if (touch)
            await page.AssertLargeTargets();
        await page.AssertFits();
        Assert.That(await page.Locator("h1").CountAsync(), Is.EqualTo(1), page.Url);
        Assert.That(await page.Locator("h1").InnerTextAsync(), Does.Not.Match(@"^[a-z]+\.[a-z]"), $"a key instead of a word at {page.Url}");
    }

    public static async Task AssertFits(this IPage page) =>
        Assert.That(await page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth - window.innerWidth"), Is.LessThanOrEqualTo(0), $"{page.Url} has to be moved sideways");

    /// <summary>On a wide screen and a narrow one, with letters of the usual size and of the largest.</summary>
    public static async Task AssertFitsAllSizes(this IPage page)
    {
        foreach (var (width, height) in new[] { (1440, 900), (800, 1280) })
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var percent in new[] { 100, 200 })
            {
                await page.EvaluateAsync(Resize, percent);
                var wide = await page.EvaluateAsync<string[]>(TooWide);
                Assert.That(wide, Is.Empty, $"{page.Url} at {width} px and {percent} %");
            }
        }
        await page.SetViewportSizeAsync(1440, 900);
        await page.EvaluateAsync("() => { document.documentElement.style.fontSize = '112.5%' }");
    }

    // Until the page has been drawn at its new size: a chart follows a frame later.
    const string Resize =
        """
        async percent => {
            document.documentElement.style.fontSize = `${112.5 * percent / 100}%`
            for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
        }
        """;

    // Told with what causes it. A box that scrolls by itself (a wide table) may be wider inside; words that are cut off may not.
    const string TooWide =
        """
        () => {
            const room = document.documentElement.clientWidth
            const scrolls = one => ['auto', 'scroll'].includes(getComputedStyle(one).overflowX)
            const boxed = one => { for (let up = one.parentElement; up; up = up.parentElement) if (scrolls(up)) return true; return false }
            const all = [...document.body.querySelectorAll('*')].filter(one => one.checkVisibility({ checkVisibilityCSS: true }) && !one.closest('.sr-only, .skip, .q-ripple, svg'))
            const out = document.scrollingElement.scrollWidth <= room ? [] : all.filter(one => one.getBoundingClientRect().right > room + 1 && !boxed(one)).slice(-3)
            const cut = room > 1000 ? [] : all.filter(one => ['hidden', 'clip'].includes(getComputedStyle(one).overflowX) && one.clientWidth > 2 && one.scrollWidth > one.clientWidth + 1)
            return [...out.map(one => `beyond the edge: ${one.outerHTML.slice(0, 140)}`), ...cut.map(one => `cut off: ${one.outerHTML.slice(0, 140)}`)]
        }
        """;
}
