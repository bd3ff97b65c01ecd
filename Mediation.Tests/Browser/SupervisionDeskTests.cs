using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Mediation.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework;
using static Mediation.Tests.Api.ApiTest;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>Sponsors, cards, more time, the way off the ledger and its books, at the desks of those above and at the tablet below.</summary>
sealed class SupervisionDeskTests : CentreTest
{
    const string Card = "领导包案与督办";

    [Test]
    public async Task A_major_matter_stands_on_the_districts_first_page_until_leader_unit_and_person_are_named()
    {
        var dispute = await GivenMatter("多户争水的纠纷", body => (body["peopleInvolved"], body["risks"]) = (36, new JsonArray("Crowd")));
        var clerk = await Clerk("district", "/centre/triage");
        var note = clerk.Region("包案和督办提醒");
        await Expect(note.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "多户争水的纠纷" })).ToContainTextAsync("缺包抓领导、缺责任单位、缺责任人");
        await Expect(note).ToContainTextAsync(new Regex(@"领导包案落实率 [\d.]+% \(\d+/\d+\)"));
        await clerk.Desk.Screenshot("first-page");
        await note.GetByRole(AriaRole.Link, new() { Name = "查看台账" }).ClickAsync();
        await Expect(clerk.Title).ToHaveTextAsync("包案督办");
        await Expect(clerk.Page).ToHaveURLAsync(new Regex("gap=any"));

        await Begin(clerk, Row(clerk, "多户争水的纠纷").GetByRole(AriaRole.Button, new() { Name = "确定包案" }));
        await clerk.Fill("包抓领导", "周某某");
        await clerk.Press("确定包案");
        await Expect(clerk.ErrorAt("职务")).ToHaveTextAsync("请填写");
        await clerk.Fill("职务", "副区长");
        await clerk.Choose("领导层级", "区");
        await clerk.Press("确定包案");
        await clerk.Told("已完成：确定包案（多户争水的纠纷）");
        await Expect(Row(clerk, "多户争水的纠纷")).ToContainTextAsync("周某某副区长");
        await Expect(Row(clerk, "多户争水的纠纷")).Not.ToContainTextAsync("缺包抓领导");
        await Expect(Row(clerk, "多户争水的纠纷")).ToContainTextAsync("缺责任单位");

        await Begin(clerk, Row(clerk, "多户争水的纠纷").GetByRole(AriaRole.Button, new() { Name = "确定包案" }));
        await Expect(clerk.Field("包抓领导")).ToHaveValueAsync("周某某");
        await clerk.Fill("责任单位", "海口镇政府");
        await clerk.Fill("责任人", "钱某某");
        await clerk.Fill("化解时限", "2026-12-31");
        await clerk.Fill("化解方案", "先测量，再议补偿。");
        await clerk.Press("确定包案");
        await Expect(Row(clerk, "多户争水的纠纷")).ToHaveCountAsync(0);
        await clerk.Choose("缺什么", "全部");
        await Begin(clerk, Row(clerk, "多户争水的纠纷").GetByRole(AriaRole.Button, new() { Name = "登记走访、接访" }));
        await clerk.Choose("种类", "走访");
        await clerk.Fill("记录", "到现场察看水渠。");
        await clerk.Press("登记走访、接访");
        await Expect(Row(clerk, "多户争水的纠纷")).ToContainTextAsync("正在化解 · 2026-12-31 前");
        await clerk.Desk.Screenshot("major");

        await Begin(clerk, Row(clerk, "多户争水的纠纷").GetByRole(AriaRole.Button, new() { Name = "包案进展" }));
        await clerk.Choose("包案进展", "领导已确认");
        await clerk.Fill("化解结果", "已分水到户。");
        await clerk.Fill("由谁确认", "周某某副区长");
        await clerk.Press("包案进展");
        await clerk.See("纠纷还没有办结");
        await clerk.Press("取消");
        await clerk.Open(FileOf(dispute));
        await Expect(clerk.Region(Card)).ToContainTextAsync("先测量，再议补偿。");
        await Expect(clerk.Region(Card)).ToContainTextAsync("2026-11-16 走访：到现场察看水渠。");
        await clerk.Open("/centre/triage");
        await Expect(clerk.Region("包案和督办提醒")).Not.ToContainTextAsync("多户争水的纠纷");

        var sponsorship = (await Now(dispute, "district"))["oversight"]!["sponsorship"]!;
        Assert.That(((string?)sponsorship["leaderTier"], (string?)sponsorship["person"], (bool)sponsorship["isComplete"]!), Is.EqualTo(("District", "钱某某", true)));
    }

    [Test]
    public async Task A_card_is_issued_on_the_file_answered_on_the_tablet_and_taken_back_and_more_time_is_given()
    {
        var dispute = await GivenMatter("被督办的田埂纠纷");
        var clerk = await Clerk("town", FileOf(dispute));
        await clerk.TakeStep("发督办", null, ("督办类别", "黄牌督办"), ("督办意见", "请三日内受理。"));
        await Expect(clerk.Region(Card).GetByRole(AriaRole.List, new() { Name = "督办" })).ToContainTextAsync("2026-11-19 前回复");

        var hand = await VillageHand.At(await NewTablet());
        await hand.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = "督办等回复" }).Filter(new() { HasText = "被督办的田埂纠纷" }).ClickAsync();
        await Expect(hand.Page.GetByText("请三日内受理。")).ToBeVisibleAsync();
        await hand.Tablet.Context.SetOfflineAsync(true);
        await Expect(hand.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "没有网络" })).ToBeVisibleAsync();
        await hand.Field("回复：办到哪一步了").FillAsync("今日已受理，明天调解。");
        await Expect(hand.Button("送出回复")).ToBeDisabledAsync();
        await hand.Tablet.Context.SetOfflineAsync(false);
        await hand.Tablet.Screenshot("card-tablet");
        await hand.Button("送出回复").ClickAsync();
        await Expect(hand.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "回复已送到上级。" })).ToBeVisibleAsync();
        await hand.Field("要延长几个工作日").FillAsync("5");
        await hand.Field("为什么来不及").FillAsync("等测绘结果。");
        await hand.Button("送出延期申请").ClickAsync();
        await Expect(hand.Page.GetByText("已申请延长 5 个工作日")).ToBeVisibleAsync();
        await hand.GoHome();
        await Expect(hand.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = "督办等回复" }).Filter(new() { HasText = "被督办的田埂纠纷" })).ToHaveCountAsync(0);
        await hand.OpenMatter("被督办的田埂纠纷");
        await Expect(hand.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("黄牌督办 请三日内受理。 已回复，查看");

        await clerk.Open("/centre/supervision/cards");
        var asked = clerk.Region("延期申请").GetByRole(AriaRole.Listitem).Filter(new() { HasText = "被督办的田埂纠纷" });
        await Expect(asked).ToContainTextAsync("延长 5 个工作日：等测绘结果。");
        await Begin(clerk, asked.GetByRole(AriaRole.Button, new() { Name = "审批延期" }));
        await clerk.Choose("决定", "批准");
        await clerk.Fill("批准几个工作日", "3");
        await clerk.Press("审批延期");
        await clerk.Told("已完成：审批延期（被督办的田埂纠纷）");
        await clerk.Choose("状态", "已回复");
        await clerk.Choose("督办类别", "黄牌督办");
        await Expect(Row(clerk, "被督办的田埂纠纷")).ToContainTextAsync("今日已受理，明天调解。");
        await clerk.Desk.Screenshot("cards");
        await Begin(clerk, Row(clerk, "被督办的田埂纠纷").GetByRole(AriaRole.Button, new() { Name = "取消督办" }));
        await clerk.Press("取消督办");
        await Expect(clerk.ErrorAt("理由")).ToHaveTextAsync("请填写");
        await clerk.Fill("理由", "已受理。");
        await clerk.Press("取消督办");
        await clerk.Told("已完成：取消督办（被督办的田埂纠纷）");
        await Expect(Row(clerk, "被督办的田埂纠纷")).ToHaveCountAsync(0);
        await clerk.Choose("状态", "含已取消");
        await Expect(Row(clerk, "被督办的田埂纠纷")).ToContainTextAsync("2026-11-16 取消：已受理。");

        var of = (await Now(dispute))["oversight"]!;
        Assert.That(((string?)of["cards"]![0]!["reply"]!["text"], (int?)of["requests"]![0]!["decision"]!["workdays"]), Is.EqualTo(("今日已受理，明天调解。", 3)));
    }

    [Test]
    public async Task A_town_finds_the_districts_card_on_its_first_page_and_answers_it()
    {
        var dispute = await GivenAtTown("区里督办的纠纷");
        await GivenStep(await App.SignIn("district"), await Now(dispute, "district"), "cards", new { kind = "Red", opinion = "请说明为什么还没有受理。", dueOn = "2026-11-12", on = "2026-11-10" });
        var clerk = await Clerk("town", "/centre/triage");
        await Expect(clerk.Region("包案和督办提醒")).ToContainTextAsync("张已超期");
        await clerk.Page.GetByRole(AriaRole.Link, new() { Name = "去回复" }).ClickAsync();
        var row = Row(clerk, "区里督办的纠纷");
        await Expect(row).ToContainTextAsync("回复超期");
        await clerk.Choose("状态", "回复超期");
        await Begin(clerk, row.GetByRole(AriaRole.Button, new() { Name = "回复督办" }));
        await clerk.Press("回复督办");
        await Expect(clerk.ErrorAt("回复")).ToHaveTextAsync("请填写");
        await clerk.Fill("回复", "今日受理。");
        await clerk.Press("回复督办");
        await clerk.Told("已完成：回复督办（区里督办的纠纷）");
        await Expect(row).ToHaveCountAsync(0);
        await clerk.Open(FileOf(dispute));
        await Expect(clerk.Region(Card)).ToContainTextAsync("2026-11-16 回复：今日受理。");
        await clerk.TakeStep("申请延期", null, ("期限", "事项办理期限"), ("申请几个工作日", "4"), ("理由", "当事人外出。"));

        var district = await Clerk("district", FileOf(dispute));
        await Begin(district, district.Region(Card).GetByRole(AriaRole.Button, new() { Name = "审批延期" }));
        await district.Choose("决定", "不批准");
        await district.Press("审批延期");
        await Expect(district.ErrorAt("理由")).ToHaveTextAsync("请填写");
        await district.Fill("理由", "可以电话调解。");
        await district.Press("审批延期");
        await district.Told("已完成：审批延期");
        await Expect(district.Region(Card)).ToContainTextAsync("2026-11-16 不批准。 可以电话调解。");
        await district.Desk.Screenshot("oversight-card");
    }

    [Test]
    public async Task A_matter_is_put_on_the_ledger_listed_lifted_and_cleared_with_proof_and_stands_in_the_books()
    {
        var village = await App.SignIn("village");
        var dispute = await GivenAgreedDispute(village, body => (body["subject"], body["receivedAt"], body["deviceTime"]) = ("要销号的围墙纠纷", null, null));
        var clerk = await Clerk("town", FileOf(dispute));
        await clerk.TakeStep("列入台账", null, ("哪本台账", "信访积案"), ("理由", "多次信访"));
        await clerk.TakeStep("挂牌督办", null, ("挂牌编号", "海口挂督〔2026〕1号"));
        await Expect(clerk.Region(Card)).ToContainTextAsync("销号还差：尚未办结、尚未回访、尚未摘牌");
        await clerk.TakeStep("摘牌", null, ("理由", "双方已和好"));

        var now = await Now(dispute);
        var obligation = (Guid)now["cases"]![0]!["agreement"]!["obligations"]![0]!["id"]!;
        now = await GivenStep(village, now, "performance", new { obligationId = obligation, evidence = "现场查看" });
        now = await GivenStep(village, now, "follow-ups", new { by = "Phone", performed = true, relapse = false, record = "无反复" });
        now = await GivenAttachment(village, await GivenStep(village, now, "closure"), Pdf(), new { kind = "PerformanceProof" });
        await clerk.Page.ReloadAsync();
        await clerk.BeginStep("销号");
        await clerk.Press("销号");
        await Expect(clerk.ErrorAt("证明材料")).ToHaveTextAsync("请填写");
        await clerk.Answer("证明材料", "履行凭证");
        await clerk.Fill("说明", "材料齐全");
        await clerk.Press("销号");
        await clerk.Told("已完成：销号");
        await Expect(clerk.Region(Card)).ToContainTextAsync("已于 2026-11-16 销号，证明材料 1 份。");
        Assert.That((Guid)(await Now(dispute, "town"))["oversight"]!["clearance"]!["proof"]![0]!, Is.EqualTo((Guid)now["attachments"]!.AsArray().Last()!["id"]!));

        await clerk.Open("/centre/supervision?cleared=yes");
        await Expect(Row(clerk, "要销号的围墙纠纷")).ToContainTextAsync("2026-11-16 已销号");
        await clerk.Open("/centre/supervision/books?cleared=yes");
        await Expect(Row(clerk, "要销号的围墙纠纷")).ToContainTextAsync("2026-11-16销号");
        await clerk.Choose("哪本台账", "稳定台账");
        await Expect(clerk.Page.Locator("thead")).ToContainTextAsync("稳控责任单位、责任人");
        await Expect(Row(clerk, "要销号的围墙纠纷")).ToContainTextAsync("信访积案");
        await clerk.Desk.Screenshot("book");
        await clerk.Press("导出");
        await Expect(clerk.Dialog.Locator("a[href]")).ToHaveCountAsync(0);
        await clerk.Fill("导出理由", "每月核对");
        foreach (var (kind, start) in new[] { ("xlsx", "PK"), ("csv", "\uFEFF序号") })
        {
            var href = (await clerk.Dialog.Locator($"a[href*='.{kind}?']").GetAttributeAsync("href"))!;
            using var file = await (await App.SignIn("town")).GetAsync(new Uri(href, UriKind.Relative));
            Assert.That(file.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(System.Text.Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync()), Does.StartWith(start));
        }
        Assert.That((await (await App.SignIn("auditor")).Get("/api/access-log?kind=Export")).Text, Does.Contain("每月核对"));
    }

    [Test]
    public async Task A_meeting_takes_its_agenda_from_the_data_is_minuted_and_the_next_one_begins_with_what_was_not_done()
    {
        await GivenMatter("会上研究的纠纷", body => body["risks"] = new JsonArray("Crowd"));
        var clerk = await Clerk("district", "/centre/supervision/meetings");
        await Open(clerk, "周某某（政法委书记）");
        await Expect(clerk.Region("上次会议决定落实情况")).ToContainTextAsync("上次会议的决定都已落实。");
        await Expect(clerk.Region("本期矛盾纠纷情况")).ToContainTextAsync("新登记");
        await Expect(clerk.Region("重大矛盾纠纷和信访积案").GetByRole(AriaRole.Listitem).Filter(new() { HasText = "会上研究的纠纷" })).ToContainTextAsync("缺包抓领导");

        await clerk.Press("添加一人");
        await Nth(clerk, "第 2 人").GetByLabel("姓名").FillAsync("吴某某");
        await Nth(clerk, "第 2 人").GetByLabel("到会").UncheckAsync();
        await clerk.Fill("形势研判", "年底前欠薪纠纷可能增多。");
        await Nth(clerk, "第 1 项").GetByLabel("纠纷", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "会上研究的纠纷" });
        await Nth(clerk, "第 1 项").GetByLabel("事项").FillAsync("逐户走访");
        await clerk.Button("形成纪要").ClickAsync();
        await Expect(Nth(clerk, "第 1 项").Locator(".desk-error")).ToHaveTextAsync(["请填写", "请填写", "请填写"]);
        await Decide(clerk, "第 1 项", "逐户走访");
        await clerk.Press("添加一项");
        await Decide(clerk, "第 2 项", "开展专项排查");
        await clerk.Desk.Screenshot("meeting-form");
        await clerk.Button("形成纪要").ClickAsync();
        await clerk.Told("已形成纪要");
        await Expect(clerk.Region("出席情况")).ToContainTextAsync("吴某某");
        await Complete(clerk, "开展专项排查", "已排查 12 家企业。");
        await Expect(clerk.Region("议定事项")).ToContainTextAsync("已排查 12 家企业。");
        await clerk.Desk.Screenshot("meeting");
        var minutes = await clerk.Page.Locator("a").Filter(new() { HasText = "会议纪要（Word）" }).GetAttributeAsync("href");
        Assert.That(await Api.FrontDeskTests.Text(await App.SignIn("district"), minutes!), Does.Contain("逐户走访").And.Contain("年底前欠薪纠纷可能增多。").And.Contain("吴某某"));

        await clerk.Open("/centre/supervision/meetings");
        await Expect(clerk.Page.Locator("tbody tr").First).ToContainTextAsync("已形成纪要");
        await Open(clerk, "周某某（政法委书记）", "2026-11-17");
        await clerk.See("会议在 2026-11-17 召开，开会后才能形成纪要。");
        await Expect(clerk.Region("上次会议决定落实情况").Locator("tbody tr")).ToHaveCountAsync(1);
        await Complete(clerk, "逐户走访", "已走访六户。");
        await Expect(clerk.Region("上次会议决定落实情况")).ToContainTextAsync("已走访六户。");
        await clerk.Desk.Screenshot("meeting-next");
    }

    static ILocator Row(CentreHand clerk, string subject) => clerk.Page.Locator("tbody tr").Filter(new() { HasText = subject });

    /// <summary>A button whose dialog comes when the matter has been read anew; the dialog's own button may bear the same words.</summary>
    static async Task Begin(CentreHand clerk, ILocator button)
    {
        await button.ClickAsync();
        await Expect(clerk.Dialog).ToBeVisibleAsync();
    }

    static ILocator Nth(CentreHand clerk, string legend) => clerk.Page.GetByRole(AriaRole.Group, new() { Name = legend, Exact = true });

    static async Task Open(CentreHand clerk, string host, string? on = null)
    {
        await Begin(clerk, clerk.Button("召开分析研判会"));
        await clerk.Press("召开分析研判会");
        await Expect(clerk.ErrorAt("主持人")).ToHaveTextAsync("请填写");
        await clerk.Fill("主持人", host);
        if (on is not null)
            await clerk.Fill("会议日期", on);
        await clerk.Press("召开分析研判会");
        await Expect(clerk.Page).ToHaveURLAsync(new Regex("/meetings/[0-9a-f-]{36}$"));
        await Expect(clerk.Region("形成纪要")).ToBeVisibleAsync();
    }

    static async Task Decide(CentreHand clerk, string legend, string decision)
    {
        var one = Nth(clerk, legend);
        await one.GetByLabel("事项").FillAsync(decision);
        await one.GetByLabel("责任单位").FillAsync("镇综治中心");
        await one.GetByLabel("责任人").FillAsync("郑某某");
        await one.GetByLabel("完成期限").FillAsync("2026-11-30");
    }

    static async Task Complete(CentreHand clerk, string decision, string note)
    {
        await Begin(clerk, clerk.Page.GetByRole(AriaRole.Button, new() { Name = $"登记落实：{decision}", Exact = true }));
        await clerk.Fill("怎样落实的", note);
        await clerk.Press("确定");
        await clerk.Told("已登记落实情况");
    }
}
