using Mediation.Tests.Architecture;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Mediation.Tests.Browser;

/// <summary>The rules of axe-core, all of them, run in the page itself.</summary>
static class Accessibility
{
    static readonly string Rules = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "Mediation.Tests", "node_modules", "axe-core", "axe.min.js"));

    const string Run =
        """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
            .map(one => `${one.id} (${one.impact}): ${one.help}\n` + one.nodes.map(node => '    ' + node.html.slice(0, 300) + ' ' + (node.any[0]?.message ?? '')).join('\n'))
        """;

    public static async Task AssertNoViolation(this IPage page)
    {
        await page.EvaluateAsync(Rules);
        Assert.That(await page.EvaluateAsync<string[]>(Run), Is.Empty, $"axe at {page.Url}");
    }

    /// <summary>Whatever can be touched is at least 48 px high and wide, or stands in a line that is (a link in running text is excepted, as in WCAG 2.5.8).</summary>
    public static async Task AssertLargeTargets(this IPage page)
    {
        var small = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('button, a[href], [role=button], [role=tab], [role=menuitem], input:not([type=hidden]), .q-item--clickable, label:has(input)')]
                .filter(one => one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !one.closest('p') && !one.classList.contains('skip'))
                .map(one => [one, (one.closest('label, .q-field, .q-checkbox, .q-radio, .q-toggle, .q-option-group') ?? one).getBoundingClientRect()])
                .filter(([one, box]) => box.width > 0 && (box.height < 47.5 || box.width < 47.5))
                .map(([one, box]) => `${one.outerHTML.slice(0, 160)} is ${Math.round(box.width)} x ${Math.round(box.height)}`)
            """);
        Assert.That(small, Is.Empty, $"touch targets at {page.Url}");
    }
}
