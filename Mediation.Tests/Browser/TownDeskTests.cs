using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework;
using static Mediation.Tests.Api.ApiTest;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>What reaches the town beside the ordinary way: work that came late, files of tablets without a network, returns on paper.</summary>
sealed class TownDeskTests : CentreTest
{
    const string Committee = "海口村人民调解委员会";

    [Test]
    public async Task Of_what_came_late_the_town_takes_one_and_sets_one_aside_and_the_author_reads_it()
    {
        var hand = await VillageHand.At(await NewTablet());
        await hand.Register("南一", "北一");
        await hand.SendNow();
        await hand.OpenMatter("南一与北一邻里纠纷");
        hand.Tablet.Link.Cut();
        await hand.Accept();
        await hand.HoldSession();
        await Take("town", await GivenStep(await App.SignIn("village"), await Dispute("南一与北一邻里纠纷"), "escalation", new { reason = "PartyRequest", note = "当事人要求。" }));
        hand.Tablet.Link.Mend();
        await hand.OpenSync();
        await hand.Button("现在发送").ClickAsync();
        await Expect(hand.Page.Locator("[data-test=late-entry]")).ToHaveCountAsync(2);
        await Expect(hand.Page.Locator("[data-test=late-entry]").First).ToContainTextAsync("海口镇社会治安综合治理中心 · 等待处理");

        var clerk = await Clerk("town", "/centre/admin/late");
        var accepted = clerk.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = "受理并指定调解员 · 龙文秀" });
        var session = clerk.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = "调解记录 · 龙文秀" });
        await Expect(session).ToContainTextAsync(Committee);
        await Expect(session).ToContainTextAsync("调解成功");
        await Expect(clerk.Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("TakingPart");
        await clerk.Desk.Screenshot("late");
        await session.GetByRole(AriaRole.Button, new() { Name = "采纳" }).ClickAsync();
        await clerk.Press("确定");
        await Expect(clerk.ErrorAt("理由")).ToHaveTextAsync("请填写");
        await clerk.Fill("理由", "记录属实，由镇里补办");
        await clerk.Press("确定");
        await clerk.Told("已采纳，请在纠纷档案中补办这一步，内容已为您填好。");
        await accepted.GetByRole(AriaRole.Button, new() { Name = "搁置" }).ClickAsync();
        await clerk.Fill("理由", "镇里已另行受理");
        await clerk.Press("确定");
        await Expect(accepted).ToContainTextAsync("已搁置");
        await Expect(accepted.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await session.GetByRole(AriaRole.Link, new() { Name = "查看纠纷" }).ClickAsync();
        await Expect(clerk.Title).ToHaveTextAsync("南一与北一邻里纠纷");

        await hand.Button("现在发送").ClickAsync();
        var told = hand.Page.GetByRole(AriaRole.Region, new() { Name = "转出内容的处理结果" }).GetByRole(AriaRole.Listitem);
        await Expect(told.Filter(new() { HasText = "已采纳" })).ToContainTextAsync("记录属实，由镇里补办");
        await Expect(told.Filter(new() { HasText = "已搁置" })).ToContainTextAsync("镇里已另行受理");
        await hand.Tablet.Screenshot("late-author");
    }

    [Test]
    public async Task A_tablet_s_file_is_opened_by_its_town_alone_with_a_reason_that_is_logged()
    {
        var hand = await VillageHand.At(await NewTablet());
        await hand.SendNow();
        await hand.GoHome();
        hand.Tablet.Link.Cut();
        await hand.Register("南二", "北二");
        await hand.OpenSync();
        var download = await hand.Page.RunAndWaitForDownloadAsync(() => hand.Button("导出没有发送的内容").ClickAsync());
        var file = await File.ReadAllBytesAsync(await download.PathAsync());

        var other = await Clerk("town2", "/centre/admin/exports");
        await other.See("没有导出文件");
        await Carry(other, file);
        await other.Fill("理由", "想看看");
        await other.Press("确定");
        await Expect(other.Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("这个文件不是给您所在镇（街道）的");
        await Carry(other, "{}"u8.ToArray(), "另一个文件.json", close: true);
        await Expect(other.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("这不是导出文件");

        var clerk = await Clerk("town", "/centre/admin/exports");
        await Carry(clerk, file);
        await clerk.Press("确定");
        await Expect(clerk.ErrorAt("理由")).ToHaveTextAsync("请填写");
        await clerk.Fill("理由", "平板损坏，用U盘送来");
        await clerk.Press("确定");
        await Expect(clerk.Region("文件内容")).ToContainTextAsync("南二");
        await Expect(clerk.Region("文件内容")).ToContainTextAsync("邻里纠纷");
        await Expect(clerk.Region("文件内容").Locator("strong")).ToHaveTextAsync("登记");
        await Expect(clerk.Region("文件内容")).ToContainTextAsync("登记日2026-11-16 09:00");
        await Expect(clerk.Region("文件内容").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await clerk.Desk.Screenshot("export");

        (await (await App.SignIn("village")).Post("/api/sync/exports", JsonNode.Parse(file)!)).Expect(HttpStatusCode.OK);
        await clerk.Page.ReloadAsync();
        var row = clerk.Page.Locator("tbody tr");
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("^打开") }).ClickAsync();
        await clerk.Fill("理由", "核对送来的文件");
        await clerk.Press("确定");
        await Expect(clerk.Region("文件内容")).ToContainTextAsync("南二");
        await Expect(row.GetByRole(AriaRole.Cell).Nth(2)).ToContainTextAsync("2026-11-16");

        var auditor = await Clerk("auditor", "/centre/admin/access-log?kind=Reveal");
        var lines = auditor.Page.Locator("tbody tr").Filter(new() { HasText = "的导出文件：" });
        await Expect(lines).ToContainTextAsync(["核对送来的文件", "平板损坏，用U盘送来"]);
        await Expect(lines.Filter(new() { HasText = "想看看" })).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_village_s_paper_return_is_entered_and_later_replaced_with_a_reason()
    {
        var clerk = await Clerk("town", "/centre/screening");
        var row = clerk.Page.GetByRole(AriaRole.Row, new() { NameRegex = new($"{Committee}.*2026-10-01") });
        await Expect(row).ToContainTextAsync("漏报");
        await clerk.Choose("状态", "已报");
        await clerk.See("这段时间没有应报的轮次");
        await clerk.Choose("状态", "全部");

        await row.GetByRole(AriaRole.Button, new() { Name = "录入报表" }).ClickAsync();
        await clerk.Press("保存");
        await Expect(clerk.ErrorAt("排查发现")).ToHaveTextAsync("请填写");
        await clerk.Fill("排查发现", "0");
        await clerk.Choose("签报人", "龙文秀");
        await clerk.Press("签报零报告");
        await clerk.Told($"已录入：{Committee}");
        await Expect(row).ToContainTextAsync("零报告");
        await Expect(row).ToContainTextAsync("迟报");
        await clerk.Desk.Screenshot("screening");

        await row.GetByRole(AriaRole.Button, new() { Name = "更换" }).ClickAsync();
        await Expect(clerk.Field("排查发现")).ToHaveValueAsync("0");
        await clerk.Fill("排查发现", "2");
        await clerk.Fill("当场化解", "3");
        await clerk.Press("保存");
        await Expect(clerk.ErrorAt("更换理由")).ToHaveTextAsync("请填写");
        await clerk.Fill("更换理由", "纸质单漏看一页");
        await clerk.Press("保存");
        await Expect(clerk.ErrorAt("当场化解")).ToHaveTextAsync("不在允许的范围内");
        await clerk.Fill("当场化解", "1");
        await clerk.Press("保存");
        await clerk.Told($"已更换：{Committee}");
        await Expect(row).Not.ToContainTextAsync("零报告");
        var returns = (await (await App.SignIn("village")).Get("/api/screening-returns?from=2026-10-01&to=2026-10-31")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        Assert.That(returns.Select(one => ((int)one!["found"]!, (int)one["resolvedOnSpot"]!, (string?)one["reason"])), Is.EqualTo(new[] { (2, 1, (string?)"纸质单漏看一页") }));
    }

    [Test]
    public async Task Where_nothing_came_a_sentence_says_so()
    {
        var clerk = await Clerk("town2", "/centre/admin/late");
        await clerk.See("没有迟到的提交");
        await Expect(clerk.Page.GetByRole(AriaRole.Article)).ToHaveCountAsync(0);
    }

    static async Task Carry(CentreHand clerk, byte[] content, string name = "导出.json", bool close = false)
    {
        if (close)
            await clerk.Press("取消");
        await clerk.Page.GetByLabel("打开带来的文件").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/json", Buffer = content });
    }
}
