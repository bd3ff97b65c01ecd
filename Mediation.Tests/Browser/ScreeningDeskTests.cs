using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Mediation.Tests.Api;
using Mediation.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework;
using static Mediation.Tests.Api.ApiTest;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>What a town finds on rounds and at its front desk, and what it does about a matter that grows.</summary>
sealed class ScreeningDeskTests : CentreTest
{
    [Test]
    public async Task Signs_are_noted_settled_on_the_spot_and_made_disputes()
    {
        var clerk = await Clerk("town", "/centre/screening/signs");
        await Note(clerk, "两户为晒场边界争吵");
        await Note(clerk, "邻居扬言要报复", "有威胁言行");
        await Expect(Row(clerk, "邻居扬言要报复")).ToContainTextAsync("红色");

        await Row(clerk, "两户为晒场边界争吵").GetByRole(AriaRole.Button, new() { Name = "了结" }).ClickAsync();
        await clerk.Press("了结");
        await Expect(clerk.ErrorAt("当场怎样化解的")).ToHaveTextAsync("请填写");
        await clerk.Fill("当场怎样化解的", "当场说清，划了线。");
        await clerk.Press("了结");
        await clerk.Told("苗头已了结");
        await Expect(Row(clerk, "两户为晒场边界争吵")).ToContainTextAsync("当场化解");

        await Row(clerk, "邻居扬言要报复").GetByRole(AriaRole.Button, new() { Name = "转为纠纷" }).ClickAsync();
        await clerk.Press("转为纠纷");
        await Expect(clerk.ErrorAt("申请人")).ToHaveTextAsync("请填写");
        await clerk.Fill("申请人", "张晒一");
        await clerk.Fill("被申请人", "李晒二");
        await clerk.Press("转为纠纷");
        await clerk.Told("已转为纠纷：");
        await clerk.Desk.Screenshot("signs");
        await clerk.Choose("结果", "转为纠纷");
        await Expect(clerk.Page.Locator("tbody tr")).ToHaveCountAsync(1);

        var signs = (await (await App.SignIn("town")).Get("/api/screening-leads")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        var turned = signs.Single(one => (string?)one!["outcome"] == "TurnedIntoDispute")!;
        var dispute = (await (await App.SignIn("town")).Get($"/api/disputes/{turned["disputeId"]}")).Expect(HttpStatusCode.OK);
        Assert.That(((Guid)dispute["leads"]![0]!, (string?)dispute["risks"]![0], (string?)dispute["source"]), Is.EqualTo(((Guid)turned["id"]!, "Threat", "CommitteeInitiated")));
        Assert.That((string?)signs.Single(one => (string?)one!["outcome"] == "ResolvedOnSpot")!["words"], Is.EqualTo("当场说清，划了线。"));
        await clerk.Open(FileOf(dispute));
        await clerk.Page.GetByRole(AriaRole.Link, new() { Name = "由排查苗头转来" }).ClickAsync();
        await clerk.See("只显示一条");
        await Expect(Row(clerk, "邻居扬言要报复")).ToBeVisibleAsync();
    }

    [Test]
    public async Task What_other_offices_send_is_logged_closed_and_answered_and_their_lists_are_tried_first()
    {
        var clerk = await Clerk("town", "/centre/screening/desk");
        await clerk.See("没有符合条件的登记");
        await clerk.Press("登记来访、来件");
        await clerk.Choose("来源", "12345热线");
        await clerk.Press("保存");
        await Expect(clerk.ErrorAt("来件编号")).ToHaveTextAsync("请填写");
        await clerk.Choose("来意", "求助");
        await clerk.Fill("来件编号", "A-2026-1");
        await clerk.Fill("来访人", "王试五");
        await clerk.Fill("电话", "13800000009");
        await clerk.Fill("事项", "村口路灯不亮");
        await clerk.Press("保存");
        await clerk.Told("已登记");
        var row = Row(clerk, "村口路灯不亮");
        await Expect(row).ToContainTextAsync("138****0009");
        await row.GetByRole(AriaRole.Button, new() { Name = "办结", Exact = true }).ClickAsync();
        await clerk.Fill("答复", "已联系修好。");
        await clerk.Press("确定");
        await clerk.Told("已办结");
        await row.GetByRole(AriaRole.Button, new() { Name = "反馈", Exact = true }).ClickAsync();
        await clerk.Fill("反馈内容", "路灯已修好。");
        await clerk.Press("确定");
        await Expect(row).ToContainTextAsync("2026-11-16 已反馈：路灯已修好。");
        var slip = await row.Locator("a").Filter(new() { HasText = "反馈单" }).GetAttributeAsync("href");
        Assert.That(await FrontDeskTests.Text(await App.SignIn("town"), slip!), Does.Contain("A-2026-1").And.Contain("路灯已修好。"));

        await clerk.Press("批量导入");
        await clerk.Choose("谁转来的", "公安机关");
        await Choose(clerk, "number,receivedOn,kind,brief\nB-1,2026-11-12,Help,噪声扰民\nB-2,12/11/2026,Nothing,借款争执\n");
        await clerk.Press("导入");
        await Expect(clerk.Dialog.Locator("tbody tr")).ToHaveTextAsync(["3receivedOn：收到日期日期要写成 2026-11-24", "3kind：来意没有这个词"]);
        await Choose(clerk, "number,receivedOn,kind,brief\nB-1,2026-11-12,Help,噪声扰民\nB-2,2026-11-12,Dispute,借款争执\n");
        await clerk.Press("试导入");
        await clerk.Told("可以导入：2 件。还没有导入。");
        Assert.That(await FromPolice(), Is.Zero);
        await clerk.Press("导入");
        await clerk.Told("已导入 2 件");
        Assert.That(await FromPolice(), Is.EqualTo(2));
        await clerk.Desk.Screenshot("front-desk");
    }

    [Test]
    public async Task A_level_is_lowered_by_a_second_person_and_a_plan_is_walked_through_on_the_file()
    {
        var dispute = await GivenMatter("排污口旁的鱼塘纠纷", body =>
        {
            body["type"] = "EnvironmentalPollution";
            body["peopleInvolved"] = 35;
            body["risks"] = new JsonArray("Crowd");
        });
        await GivenStep(await App.SignIn("village"), dispute, "level-lowerings", new { level = "Yellow", reason = "人群已散。" });
        var clerk = await Clerk("town", FileOf(dispute));
        await Expect(clerk.Region("风险等级")).ToContainTextAsync("龙文秀于 2026-11-16 申请降为黄色：人群已散。");
        await clerk.TakeStep("审批降低等级", null, ("决定", "已批准"), ("理由", "情况属实"));
        await Expect(clerk.Region("风险等级")).ToContainTextAsync("红色 → 黄色");

        await Expect(clerk.Region("专项预案")).ToContainTextAsync("建议启动：环境污染预案");
        await clerk.TakeStep("启动专项预案", null, ("种类", "环境污染预案（建议）"), ("理由", "群众反映强烈"));
        await clerk.Region("专项预案").GetByRole(AriaRole.Button, new() { NameRegex = new("^登记完成：报告时间") }).ClickAsync();
        await clerk.Fill("怎样办的", "已报区里。");
        await clerk.Press("登记预案事项");
        await clerk.Told("已完成：登记预案事项");
        await clerk.Desk.Screenshot("plan");
        await clerk.TakeStep("结束预案", null, ("理由", "已停止排放"));

        var now = await Now(dispute);
        var plan = now["plans"]![0]!;
        Assert.That(((string?)now["riskLevel"], (string?)now["lowering"]!["state"], (string?)plan["endReason"]), Is.EqualTo(("Yellow", "Approved", "已停止排放")));
        Assert.That(((string?)plan["items"]![0]!["doneBy"]!["name"], (string?)plan["items"]![0]!["note"]), Is.EqualTo(("龙桂香", "已报区里。")));
    }

    [Test]
    public async Task The_week_of_a_village_is_read_and_printed()
    {
        var dispute = await GivenMatter("本周到期的田埂纠纷");
        var clerk = await Clerk("town", $"/centre/screening/week?area={Village}");
        await clerk.See("海口村：2026-11-16 至 2026-11-22");
        await Expect(clerk.Region("期限")).ToContainTextAsync((string)dispute["subject"]!);
        await Expect(clerk.Region("排查报表")).ToContainTextAsync("漏报");
        var word = await clerk.Page.Locator("a").Filter(new() { HasText = "下载 Word" }).GetAttributeAsync("href");
        Assert.That(await FrontDeskTests.Text(await App.SignIn("town"), word!), Does.Contain("海口村一周待办单").And.Contain("本周到期的田埂纠纷"));
        await clerk.Press("下一周");
        await clerk.See("海口村：2026-11-23 至 2026-11-29");
        await clerk.Desk.Screenshot("week");
    }

    static ILocator Row(CentreHand clerk, string brief) => clerk.Page.Locator("tbody tr").Filter(new() { HasText = brief });

    static async Task Note(CentreHand clerk, string brief, string? trigger = null)
    {
        await clerk.Press("登记苗头");
        await clerk.Choose("纠纷类型", "邻里纠纷");
        await clerk.Choose("村（社区）", "海口村");
        await clerk.Fill("看到、听到的情况", brief);
        if (trigger is not null)
            await clerk.Answer("有哪些情形", trigger);
        await clerk.Press("保存");
        await Expect(Row(clerk, brief)).ToBeVisibleAsync();
    }

    static Task Choose(CentreHand clerk, string csv) =>
        clerk.Dialog.GetByLabel("选择 CSV 文件").SetInputFilesAsync(new FilePayload { Name = "来件.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });

    async Task<int> FromPolice() =>
        (await (await App.SignIn("town")).Get("/api/front-desk?source=Police&limit=200")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Count;
}
