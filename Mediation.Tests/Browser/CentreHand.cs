using System.Text.RegularExpressions;
using Mediation.Tests.Support;
using Microsoft.Playwright;

namespace Mediation.Tests.Browser;

/// <summary>A clerk at a desk in a centre, who finds everything by what is written on it.</summary>
sealed class CentreHand(Tablet desk)
{
    public IPage Page => desk.Page;

    public Tablet Desk => desk;

    /// <summary>The dialog that is open.</summary>
    public ILocator Dialog => Page.Locator("dialog[open]");

    public ILocator Title => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>Signs in by the form, which then leads to the page that was wanted.</summary>
    public static async Task<CentreHand> At(Tablet desk, string user, string path)
    {
        var hand = new CentreHand(desk);
        await desk.Page.GotoAsync($"/sign-in?to={Uri.EscapeDataString(path)}");
        await desk.Page.Locator("input[autocomplete=username]").FillAsync(user);
        await desk.Page.Locator("input[type=password]").FillAsync(ApiServer.Password);
        await desk.Page.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(desk.Page).Not.ToHaveURLAsync(new Regex("/sign-in"));
        await hand.Shown();
        return hand;
    }

    /// <summary>Another page, as by a link that somebody sent.</summary>
    public async Task Open(string path)
    {
        await Page.GotoAsync(path);
        await Shown();
    }

    public ILocator Region(string name) => Page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });

    public ILocator Button(string name) => Within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The question with this label, in the open dialog if there is one.</summary>
    public ILocator Field(string label) => Within.GetByLabel(new Regex($"^{Regex.Escape(label)}(必填)?$"));

    /// <summary>What stands beside a question: what is wrong with its answer.</summary>
    public ILocator ErrorAt(string label) => Within.Locator(".field").Filter(new() { Has = Page.GetByText(new Regex($"^{Regex.Escape(label)}(必填)?$")) }).Locator(".desk-error");

    public async Task Choose(string label, string option) => await Field(label).SelectOptionAsync(new SelectOptionValue { Label = option });

    public async Task Fill(string label, string text) => await Field(label).FillAsync(text);

    public async Task Press(string button) => await Button(button).ClickAsync();

    /// <summary>Opens a step's dialog, which stands on the bar itself or in one of its lists.</summary>
    public async Task BeginStep(string step, string? list = null)
    {
        if (list is null)
            await Button(step).ClickAsync();
        else
        {
            await Button(list).ClickAsync();
            await Page.Locator(".step-list").GetByRole(AriaRole.Button, new() { Name = step, Exact = true }).ClickAsync();
        }
        await Assertions.Expect(Dialog).ToBeVisibleAsync();
    }

    /// <summary>Answers the question, whatever its kind: of several to choose from the ones that are named, with commas between them.</summary>
    public async Task Answer(string label, string answer)
    {
        var list = Dialog.GetByRole(AriaRole.Group, new() { NameRegex = new Regex($"^{Regex.Escape(label)}(必填)?$") });
        if (await list.CountAsync() > 0)
            foreach (var one in answer.Split('，'))
                await list.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex($"^{Regex.Escape(one)}") }).CheckAsync();
        else if (await Field(label).EvaluateAsync<bool>("one => one.tagName === 'SELECT'"))
            await Choose(label, answer);
        else
            await Fill(label, answer);
    }

    /// <summary>A whole step: its form is opened, answered and saved, and the page tells that it was done.</summary>
    public async Task TakeStep(string step, string? list, params (string Label, string Answer)[] answers)
    {
        await BeginStep(step, list);
        foreach (var (label, answer) in answers)
            await Answer(label, answer);
        await Press(step);
        await Assertions.Expect(Dialog).ToHaveCountAsync(0);
        await Told($"已完成：{step}");
    }

    /// <summary>A message that is read out: something was done.</summary>
    public Task Told(string text) => Assertions.Expect(Page.GetByRole(AriaRole.Status).Filter(new() { HasText = text }).First).ToBeVisibleAsync();

    public Task See(string text) => Assertions.Expect(Within.GetByText(text).First).ToBeVisibleAsync();

    ILocator Within => Page.Locator("dialog[open], body:not(:has(dialog[open]))");

    // The words of the centre come with its pages; a page is there when it has said what it is and reads no longer.
    async Task Shown()
    {
        await Assertions.Expect(Title).Not.ToHaveTextAsync(new Regex("^(登录|Sign in|矛盾纠纷调解)$"));
        await Assertions.Expect(Page.GetByText(new Regex("^(正在读取|Loading)…?$"))).ToHaveCountAsync(0);
    }
}
