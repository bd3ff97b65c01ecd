using System.Net;
using System.Text.RegularExpressions;
using Mediation.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework;
using static Mediation.Tests.Api.ApiTest;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>The queue of a town's centre: what waits, in which lane, and how it leaves it.</summary>
sealed class TriageJourneyTests : CentreTest
{
    const string Queue = "/centre/triage";

    [Test]
    public async Task Every_lane_shows_its_matters_and_their_count()
    {
        await GivenMatter("旧的排水纠纷");
        App.Clock.Advance(TimeSpan.FromDays(60));
        await GivenMatter("没有调解员的纠纷");
        await GivenSentUp("等待接收的纠纷");
        await GivenMatter("动了刀的纠纷", body => body["risks"] = new System.Text.Json.Nodes.JsonArray("Weapon"));
        var village = (Guid)(await (await App.SignIn("village")).Get("/api/session"))["organisationId"]!;
        var town = await App.SignIn("town");
        await GivenStep(town, await GivenAtTown("退回村里的纠纷"), "return", new { reason = "NotAttempted", toOrganisationId = village });

        var clerk = await Clerk("town", Queue);
        foreach (var (flag, lane, subject) in new[]
        {
            ("Waiting", "待接收", "等待接收的纠纷"), ("Late", "已超期", "旧的排水纠纷"), ("Red", "红色风险", "动了刀的纠纷"),
            ("Unassigned", "未指定调解员", "没有调解员的纠纷"), ("Returned", "被退回", "退回村里的纠纷"),
        })
        {
            var counts = (await town.Get($"/api/triage?flag={flag}")).Expect(HttpStatusCode.OK)["counts"]!;
            var expected = (long)counts[char.ToLowerInvariant(flag[0]) + flag[1..]]!;
            await Lanes(clerk).Filter(new() { HasText = lane }).ClickAsync();

            await Expect(Lanes(clerk).Filter(new() { HasText = lane })).ToHaveTextAsync($"{lane} {expected}");
            await Expect(Rows(clerk)).ToHaveCountAsync((int)expected);
            await Expect(Row(clerk, subject)).ToBeVisibleAsync();
        }
        await Expect(Row(clerk, "动了刀的纠纷")).ToHaveCountAsync(0);
        await clerk.Desk.Screenshot("triage-lanes");
    }

    [Test]
    public async Task What_is_chosen_stands_in_the_address()
    {
        await GivenSentUp("甲家地界纠纷");
        await GivenSentUp("乙家工钱纠纷", change: body => body["type"] = "MigrantWageArrears");
        var clerk = await Clerk("town", Queue);

        await Lanes(clerk).Filter(new() { HasText = "待接收" }).ClickAsync();
        await clerk.Choose("纠纷类型", "拖欠农民工工资纠纷");
        await clerk.Fill("在列表中查找", "乙家");
        await Expect(clerk.Page).ToHaveURLAsync(new Regex("lane=Waiting.*type=MigrantWageArrears.*q="));
        await Expect(Rows(clerk)).ToHaveCountAsync(1);
        await clerk.Page.ReloadAsync();

        await Expect(Rows(clerk)).ToHaveCountAsync(1);
        await Expect(clerk.Field("在列表中查找")).ToHaveValueAsync("乙家");
        var colleague = await Clerk("town", new Uri(clerk.Page.Url).PathAndQuery);
        await Expect(Rows(colleague)).ToHaveCountAsync(1);
        await Expect(Row(colleague, "乙家工钱纠纷")).ToBeVisibleAsync();
        await Expect(colleague.Field("纠纷类型")).ToHaveValueAsync("MigrantWageArrears");
        await colleague.Fill("在列表中查找", "没有这样的事");
        await colleague.See("没有符合条件的纠纷");
    }

    [Test]
    public async Task The_queue_is_worked_by_keys_alone()
    {
        await GivenSentUp("键盘甲纠纷");
        var second = await GivenSentUp("键盘乙纠纷");
        var clerk = await Clerk("town", Queue + "?q=键盘");
        var keys = clerk.Page.Keyboard;
        await Expect(Rows(clerk)).ToHaveCountAsync(2);
        var subjects = await Rows(clerk).Locator("a").AllTextContentsAsync();

        await keys.PressAsync("?");
        await Expect(clerk.Dialog).ToContainTextAsync("显示快捷键");
        await keys.PressAsync("Escape");
        await Expect(clerk.Dialog).ToHaveCountAsync(0);
        await keys.PressAsync("j");
        await keys.PressAsync("j");
        await Expect(Current(clerk)).ToContainTextAsync(subjects[1]);
        await keys.PressAsync("x");
        await Expect(clerk.Page.GetByText("已选 1 件")).ToBeVisibleAsync();
        await keys.PressAsync("k");
        await Expect(Current(clerk)).ToContainTextAsync(subjects[0]);
        await keys.PressAsync("/");
        await Expect(clerk.Field("在列表中查找")).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await keys.PressAsync("j");
        await keys.PressAsync("a");
        await clerk.Told($"已接收：{subjects[1]}");
        await keys.PressAsync("k");
        await Expect(Current(clerk)).ToContainTextAsync(subjects[0]);
        await keys.PressAsync("Enter");
        await Expect(clerk.Title).ToHaveTextAsync(subjects[0]);
        await clerk.Page.GoBackAsync();
        await Expect(Current(clerk)).ToContainTextAsync(subjects[0]);
        Assert.That((string?)(await Now(second))["status"], Is.EqualTo(subjects[1] == "键盘乙纠纷" ? "Registered" : "HandoverPending"));
    }

    [Test]
    public async Task Several_are_handed_out_at_once_and_the_one_that_fails_is_named()
    {
        var good = await GivenSentUp("可下派的纠纷", "CrossVillage");
        var bad = await GivenSentUp("村干部的纠纷", "ConflictOfInterest");
        var clerk = await Clerk("town", Queue + "?lane=Waiting&q=的纠纷");

        await Row(clerk, "可下派的纠纷").GetByRole(AriaRole.Checkbox).CheckAsync();
        await Row(clerk, "村干部的纠纷").GetByRole(AriaRole.Checkbox).CheckAsync();
        await clerk.Press("批量分派");
        await clerk.Choose("接收单位", "海口村人民调解委员会");
        await clerk.Choose("退回（下派）理由", "下级尚未调解");
        await clerk.Press("批量分派");

        await clerk.Told("成功 1 件，未成 1 件");
        await Expect(clerk.Dialog.Locator("li").Filter(new() { HasText = "村干部的纠纷" })).ToContainTextAsync("因这个理由上报的纠纷不能下派");
        await Expect(clerk.Dialog.Locator("li").Filter(new() { HasText = "村干部的纠纷" })).ToContainTextAsync("移交已经接收，纠纷现在在海口镇社会治安综合治理中心，还没有分派出去");
        var now = await Now(bad, "town");
        Assert.That(((string?)now["status"], (string?)now["holder"]!["name"]), Is.EqualTo(("Registered", "海口镇社会治安综合治理中心")));
        await Expect(clerk.Dialog.Locator("li").Filter(new() { HasText = "可下派的纠纷" })).ToContainTextAsync("已分派");
        await clerk.Desk.Screenshot("triage-bulk");
        Assert.That((string?)(await Now(good))["handovers"]!.AsArray().Last()!["kind"], Is.EqualTo("Return"));
        Assert.That((await Now(bad))["handovers"]!.AsArray().Select(one => (string?)one!["kind"]), Is.EqualTo(new[] { "Escalation" }));
        await clerk.Dialog.GetByRole(AriaRole.Button, new() { Name = "关闭" }).Last.ClickAsync();
        await Expect(clerk.Page.GetByText("已选")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_matter_appears_by_itself_when_a_village_registers_it()
    {
        var clerk = await Clerk("town", Queue + "?q=刚刚登记");
        await Expect(clerk.Page.GetByTestId("live-state").Or(clerk.Page.Locator("[data-test=live-state]"))).ToContainTextAsync("实时更新");

        await GivenMatter("刚刚登记的纠纷");

        await Expect(Row(clerk, "刚刚登记的纠纷")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Without_live_changes_the_page_says_so_and_asks_every_half_minute()
    {
        var desk = await NewDesktop();
        await desk.Page.RouteAsync("**/api/events", route => route.AbortAsync());
        var clerk = await CentreHand.At(desk, "town", Queue + "?q=隔一会儿");
        await Expect(clerk.Page.Locator("[data-test=live-state]")).ToContainTextAsync("每30秒刷新");

        await GivenMatter("隔一会儿才看到的纠纷");
        await clerk.Page.Clock.RunForAsync(31_000);

        await Expect(Row(clerk, "隔一会儿才看到的纠纷")).ToBeVisibleAsync();
    }

    static ILocator Lanes(CentreHand clerk) => clerk.Page.GetByRole(AriaRole.Navigation, new() { Name = "分类" }).GetByRole(AriaRole.Button);

    static ILocator Rows(CentreHand clerk) => clerk.Page.Locator("table tbody tr");

    static ILocator Row(CentreHand clerk, string subject) => Rows(clerk).Filter(new() { HasText = subject });

    static ILocator Current(CentreHand clerk) => clerk.Page.Locator("tr[data-current=true]");
}
