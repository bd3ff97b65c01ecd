using Microsoft.Playwright;
using NUnit.Framework;

namespace Mediation.Tests.Browser;

/// <summary>Goes through a page by the Tab key alone.</summary>
static class KeyboardWalk
{
    // Of a group of radios the browser stops at one; what lies under a dialog is out of reach.
    const string Number =
        """
        () => {
            const within = document.querySelector('dialog[open]') ?? document
            const seen = new Set()
            window.stops = [...within.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
                .filter(one => !one.disabled && one.tabIndex >= 0 && one.checkVisibility({ checkVisibilityCSS: true }))
                .filter(one => {
                    if (one.type !== 'radio') return true
                    const group = one.name
                    if (seen.has(group)) return false
                    seen.add(group)
                    return true
                })
            window.reached = []
            const note = event => {
                const one = event.target
                if (!window.stops.includes(one)) return
                const style = getComputedStyle(one)
                const shown = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
                    || one.closest('label') !== null && getComputedStyle(one.closest('label')).outlineStyle !== 'none'
                window.reached.push([window.stops.indexOf(one), shown])
            }
            // Looked at before the next key, when the page has moved to it.
            const look = () => {
                const one = document.activeElement
                const box = one.getBoundingClientRect()
                const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
                if (window.stops.includes(one) && box.height <= innerHeight / 2 && !one.contains(top) && !top?.contains(one) && [...(one.labels ?? [])].every(label => !label.contains(top)))
                    window.covered.push([window.stops.indexOf(one), `${Math.round(box.top)} of ${innerHeight}: ${top?.outerHTML.slice(0, 120)}`])
            }
            window.covered = []
            window.stopNoting?.()
            document.addEventListener('focusin', note)
            document.addEventListener('keydown', look, true)
            window.stopNoting = () => {
                document.removeEventListener('focusin', note)
                document.removeEventListener('keydown', look, true)
            }
            document.activeElement?.blur?.()
            window.stops[0]?.focus({ focusVisible: true })
            // Year, month, day and the calendar of a date are stops of their own inside it.
            const inner = { date: 3, month: 2, 'datetime-local': 6 }
            return window.stops.reduce((sum, one) => sum + 1 + (inner[one.type] ?? 0), 0)
        }
        """;

    const string Judge =
        """
        () => {
            window.stopNoting()
            const name = n => `${window.stops[n].outerHTML.slice(0, 140)} “${(window.stops[n].innerText ?? '').slice(0, 20)}”`
            const first = window.reached.map(one => one[0])
            const round = first.slice(0, first.indexOf(0, 1) > 0 ? first.indexOf(0, 1) : undefined)
            return [
                ...window.stops.map((_, n) => n).filter(n => !round.includes(n)).map(n => `not reached: ${name(n)}`),
                ...round.filter((n, at) => at > 0 && n < round[at - 1]).map(n => `out of order: ${name(n)}`),
                ...window.reached.filter(one => !one[1]).map(one => `not to be seen where it is: ${name(one[0])}`),
                ...window.covered.map(([n, by]) => `covered by something else: ${name(n)} at ${by}`),
            ]
        }
        """;

    /// <summary>Tab reaches every control of the page, or of the dialog that is open, in the order of reading, and each shows that it is there.</summary>
    public static async Task AssertTabReachesAll(this IPage page)
    {
        var stops = await page.EvaluateAsync<int>(Number);
        for (var stop = 0; stop <= stops; stop++)
            await page.Keyboard.PressAsync("Tab");
        // And some of the way back, when the page moves the other way.
        for (var stop = 0; stop < Math.Min(stops, 12); stop++)
            await page.Keyboard.PressAsync("Shift+Tab");
        Assert.That((await page.EvaluateAsync<string[]>(Judge)).Distinct(), Is.Empty, $"the Tab key at {page.Url}");
    }
}
