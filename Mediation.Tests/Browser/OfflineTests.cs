using Microsoft.Playwright;
using NUnit.Framework;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>A tablet without a network: switched off and on, in several hands, signed out, and for practice.</summary>
sealed class OfflineTests : BrowserTest
{
    [Test]
    public async Task After_a_restart_without_a_network_the_PIN_opens_the_draft_and_the_timeline()
    {
        var hand = await VillageHand.At(await NewTablet());
        await hand.Register("王平安", "赵守信");
        await hand.SendNow();
        await hand.OpenMatter("王平安与赵守信邻里纠纷");
        await Expect(hand.Page.GetByText("最近读取 2026-11-16")).ToBeVisibleAsync();
        hand.Tablet.Link.Cut();

        await hand.GoHome();
        await hand.Link("登记纠纷").ClickAsync();
        await hand.Answer("什么纠纷？", "邻里纠纷").ClickAsync();
        foreach (var letter in "孙大河")
        {
            await hand.Field("姓名").First.FocusAsync();
            await hand.Page.Keyboard.InsertTextAsync(letter.ToString());
        }
        await hand.Tablet.Restart();
        await hand.Unlock();

        await hand.Page.GetByText("有一份没填完的登记，点这里接着填").ClickAsync();
        await Expect(hand.Field("姓名").First).ToHaveValueAsync("孙大河");
        await Expect(hand.Page.GetByRole(AriaRole.Radio, new() { Name = "邻里纠纷", Exact = true })).ToBeCheckedAsync();

        await hand.OpenMatter("王平安与赵守信邻里纠纷");
        await Expect(hand.Page.GetByRole(AriaRole.Region, new() { Name = "时间线" })).ToContainTextAsync("龙文秀");
    }

    [Test]
    public async Task Wrong_PINs_make_everybody_wait_and_a_restart_does_not_help()
    {
        var hand = await VillageHand.At(await NewTablet());
        hand.Tablet.Link.Cut();
        await hand.Lock();

        for (var left = 4; left > 0; left--)
        {
            await hand.TypePin("请输入六位密码", "314159");
            await Expect(hand.Page.GetByText($"密码不对，还可以再试 {left} 次")).ToBeVisibleAsync();
        }
        await hand.TypePin("请输入六位密码", "314159");
        await Expect(hand.Page.GetByText("密码不对 请等")).ToBeVisibleAsync();

        await hand.Tablet.Restart();
        await hand.TypePin("请输入六位密码");
        await Expect(hand.Page.GetByText("请等")).ToBeVisibleAsync();

        await hand.Tablet.Context.Clock.FastForwardAsync(40_000);
        await Expect(hand.Page.GetByText("请等")).Not.ToBeVisibleAsync();
        await hand.Unlock();
    }

    [Test]
    public async Task On_a_shared_tablet_unsent_work_stays_with_its_author()
    {
        var hand = await VillageHand.At(await NewTablet());
        hand.Tablet.Link.Cut();
        await hand.Register("何秋生", "马得胜");
        await hand.Lock();
        hand.Tablet.Link.Mend();

        await hand.Link("忘记密码？用登录密码登录").ClickAsync();
        await hand.SignIn("village2");
        await hand.SetPin();
        await hand.UntilKitIsHere();
        await hand.Register("许立冬", "邓小雪");
        await hand.SendNow();
        await hand.Link("我的纠纷").ClickAsync();
        await hand.Button("全部").ClickAsync();
        await Expect(hand.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("许立冬与邓小雪邻里纠纷");
        await Expect(hand.Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("何秋生");
        Assert.That((await Ledger("district")).Select(one => (string?)one["subject"]), Has.None.Contains("何秋生"), "nobody sends what another recorded");

        await hand.Lock();
        await hand.Button("不是我").ClickAsync();
        await hand.Page.GetByText("龙文秀").ClickAsync();
        await hand.Unlock();
        await hand.SignInAgain();
        await hand.SendNow();

        var dispute = await Dispute("何秋生与马得胜邻里纠纷");
        Assert.That((string?)dispute["responsible"]!["name"], Does.StartWith("海口村"));
    }

    [Test]
    public async Task Signing_out_keeps_what_was_not_sent()
    {
        var hand = await VillageHand.At(await NewTablet());
        hand.Tablet.Link.Cut();
        await hand.Register("罗得水", "田有余");

        await hand.SignOut();
        await hand.Unlock();
        await Expect(hand.Page.Locator("[data-test=sync-chip]")).ToContainTextAsync("1 条待发送");
        hand.Tablet.Link.Mend();
        await hand.OpenSync();
        await hand.Button("现在发送").ClickAsync();
        await hand.SignOut();
        await hand.Unlock();
        await hand.SignInAgain();
        await hand.SendNow();

        Assert.That((string?)(await Dispute("罗得水与田有余邻里纠纷"))["status"], Is.EqualTo("Registered"));
    }

    [Test]
    public async Task Practice_is_marked_and_nothing_of_it_leaves_the_tablet()
    {
        var hand = await VillageHand.At(await NewTablet());
        var before = (await Ledger()).Count;
        await hand.OpenSettings();
        await hand.Button("开始练习").ClickAsync();
        await Expect(hand.Page.GetByText("练习模式：内容不会发送")).ToBeVisibleAsync();
        await Expect(hand.Page.Locator(".practice-mark")).ToBeVisibleAsync();
        await Expect(hand.Title).ToContainTextAsync("练习员甲");

        await hand.Register("练一", "练二");
        await hand.Accept();
        await hand.GoHome();
        await hand.Link("11月排查报告还没有报").ClickAsync();
        await hand.Button("签报：零报告").ClickAsync();
        await Expect(hand.Page.GetByText("已签报，存在本机")).ToBeVisibleAsync();
        await hand.Button("结束练习").ClickAsync();
        await hand.Unlock();
        await hand.SendNow();

        Assert.That(await Ledger(), Has.Count.EqualTo(before));
        await hand.Link("我的纠纷").ClickAsync();
        await hand.Button("全部").ClickAsync();
        await Expect(hand.Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("练一");
    }
}
