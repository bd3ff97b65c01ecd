using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Mediation.Tests.Browser;

/// <summary>What the first visit costs, and that it suffices for ever after.</summary>
sealed partial class FirstLoadTests : BrowserTest
{
    const int Budget = 200_000;

    [Test]
    public async Task The_first_load_costs_at_most_200_kB_with_all_that_works_offline()
    {
        using var client = App.Anonymous();
        var worker = await client.GetStringAsync(new Uri("/sw.js", UriKind.Relative));
        var files = ListedFile().Matches(worker).Select(found => found.Groups[1].Value).Append("sw.js").Distinct().ToList();
        var sizes = new List<(string Name, long Bytes)>();
        foreach (var file in files)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/{file}") { Headers = { { "Accept-Encoding", "br" } } };
            using var answer = (await client.SendAsync(request)).EnsureSuccessStatusCode();
            sizes.Add((file, (await answer.Content.ReadAsByteArrayAsync()).Length));
        }

        TestContext.Out.WriteLine(string.Join('\n', sizes.OrderByDescending(one => one.Bytes).Select(one => $"{one.Bytes,8} {one.Name}")));
        Assert.That(files, Does.Contain("index.html").And.Some.EndWith(".css"));
        Assert.That(sizes.Sum(one => one.Bytes), Is.LessThanOrEqualTo(Budget));
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

    [GeneratedRegex("\"url\":\"([^\"]+)\"")]
    private static partial Regex ListedFile();
}
