using Microsoft.Playwright;
using NUnit.Framework;
using static Mediation.Tests.Api.ApiTest;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>The centre's dialogs and lists without a mouse: they keep the focus inside, close with Escape, and give it back to where it was.</summary>
sealed class CentreKeyboardTests : CentreTest
{
    [Test]
    public async Task A_step_is_taken_by_keys_alone()
    {
        var dispute = await GivenAcceptance(await App.SignIn("town"), await GivenAtTown("只用键盘的纠纷"));
        var clerk = await Clerk("town", FileOf(dispute));
        var (page, keys) = (clerk.Page, clerk.Page.Keyboard);
        var list = clerk.Button("调解过程");

        await list.FocusAsync();
        await keys.PressAsync("Enter");
        var steps = page.Locator(".step-list button");
        await Expect(list).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(steps.First).ToBeFocusedAsync();
        await keys.PressAsync("ArrowUp");
        await Expect(steps.Last).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await Expect(steps).ToHaveCountAsync(0);
        await Expect(list).ToBeFocusedAsync();

        await keys.PressAsync("Enter");
        await Expect(steps.First).ToBeFocusedAsync();
        while (await page.EvaluateAsync<string>("() => document.activeElement.textContent") != "中止调解")
            await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await Expect(clerk.Field("理由")).ToBeFocusedAsync();
        await page.AssertTabReachesAll();
        await AssertKeepsFocus(clerk);
        await keys.PressAsync("Escape");
        await Expect(clerk.Dialog).ToHaveCountAsync(0);
        await Expect(list).ToBeFocusedAsync();
        Assert.That((string?)(await Now(dispute, "town"))["status"], Is.EqualTo("InMediation"));

        await keys.PressAsync("Enter");
        await Expect(steps.First).ToBeFocusedAsync();
        while (await page.EvaluateAsync<string>("() => document.activeElement.textContent") != "中止调解")
            await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await Expect(clerk.Field("理由")).ToBeFocusedAsync();
        await clerk.Field("理由").SelectOptionAsync(new SelectOptionValue { Label = "鉴定" });
        await clerk.Field("说明").FocusAsync();
        await keys.TypeAsync("等鉴定。");
        await clerk.Button("中止调解").FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(page.Locator(".done-note")).ToBeFocusedAsync();
        Assert.That((string?)(await Now(dispute, "town"))["status"], Is.EqualTo("Suspended"));
    }

    [Test]
    public async Task Every_kind_of_dialog_fits_keeps_the_focus_and_gives_it_back()
    {
        var dispute = await GivenAcceptance(await App.SignIn("town"), await GivenAtTown("对话框的纠纷", change: body => body["parties"]![0]!["phone"] = "13800007788"));
        var clerk = await Clerk("town", FileOf(dispute));

        foreach (var (card, button) in new[] { ("基本情况", "更正"), ("当事人", "查看完整信息"), ("附件", "添加附件"), ("重复与关联", "合并重复"), ("领导包案与督办", "列入台账"), ("领导包案与督办", "申请延期") })
            await AssertGoodDialog(clerk, clerk.Region(card).GetByRole(AriaRole.Button, new() { Name = button }));
        foreach (var (group, step) in new[] { ("结果与履行", "达成协议"), ("更正与其他", "作废") })
        {
            await clerk.Button(group).ClickAsync();
            await AssertGoodDialog(clerk, clerk.Page.Locator(".step-list").GetByRole(AriaRole.Button, new() { Name = step, Exact = true }), clerk.Button(group));
        }

        await GivenSentUp("等着分派的纠纷");
        await clerk.Open("/centre/triage?q=等着分派");
        await AssertGoodDialog(clerk, clerk.Button("快捷键"));
        await clerk.Page.Locator("tbody").GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await AssertGoodDialog(clerk, clerk.Button("批量分派"));
    }

    /// <summary>Opened from a button; all of it can be read at every size, no rule of accessibility is broken, and after Escape the button has the focus again.</summary>
    static async Task AssertGoodDialog(CentreHand clerk, ILocator button, ILocator? back = null)
    {
        await button.FocusAsync();
        await clerk.Page.Keyboard.PressAsync("Enter");
        await Expect(clerk.Dialog).ToBeVisibleAsync();
        await clerk.Page.UntilRead();
        await clerk.Page.AssertTabReachesAll();
        await AssertKeepsFocus(clerk);
        await clerk.Page.AssertFitsAllSizes();
        await clerk.Page.AssertNoViolation();
        await clerk.Page.Keyboard.PressAsync("Escape");
        await Expect(clerk.Dialog).ToHaveCountAsync(0);
        await Expect(back ?? button).ToBeFocusedAsync();
    }

    // Beyond its last control a browser goes to its own bar, never to the page behind.
    static async Task AssertKeepsFocus(CentreHand clerk)
    {
        for (var turn = 0; turn < 3; turn++)
        {
            Assert.That(await clerk.Page.EvaluateAsync<bool>("() => document.activeElement === document.body || document.activeElement.closest('dialog[open]') !== null"), Is.True);
            await clerk.Page.Keyboard.PressAsync("Tab");
        }
    }
}
