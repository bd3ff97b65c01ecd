using System.Net;
using System.Text.RegularExpressions;
using Mediation.Tests.Api;
using Mediation.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>The monthly report at a desk until it goes up: chased, opened, signed as nil, given back; opening figures, exports, longer periods.</summary>
sealed class ReportDeskTests : CentreTest
{
    [Test]
    public async Task A_village_s_month_is_chased_opened_checked_by_a_second_hand_signed_as_nil_and_given_back()
    {
        var town = await Clerk("town", "/centre/reports/filings");
        var row = Row(town, "海口村");
        await Expect(town.Field("月份")).ToHaveValueAsync("2026-10");
        await Expect(row).ToContainTextAsync("未开表");
        await row.GetByRole(AriaRole.Button, new() { Name = "催报" }).ClickAsync();
        await town.Fill("备注", "请今天报送");
        await town.Press("催报");
        await town.Told("已催报：海口村");
        await Expect(row).ToContainTextAsync("请今天报送");
        await town.Desk.Screenshot("filings");

        await row.GetByRole(AriaRole.Button, new() { Name = "开表" }).ClickAsync();
        await town.Page.WaitForURLAsync("**/filings/*-*");
        await Do(town, "编制");
        await Expect(town.Button("审核")).ToHaveCountAsync(0);
        var district = await Clerk("district", new Uri(town.Page.Url).AbsolutePath);
        await Do(district, "审核");
        // Somebody was quicker: what now stands is shown, and what may be done with it.
        await town.Press("编制");
        await town.Press("编制");
        await Expect(town.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("别人刚刚办过这张报表");
        await town.Press("报送");
        await town.Press("报送");
        await Expect(town.Dialog.GetByRole(AriaRole.Alert).First).ToContainTextAsync("请勾选签报零报告");
        await town.Dialog.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex("签报零报告") }).CheckAsync();
        await town.Press("报送");
        await town.Told("已完成：报送");
        await town.Desk.Screenshot("filing");
        var filed = await Filing(town);
        Assert.That(((string?)filed["summary"]!["state"], (bool)filed["summary"]!["nil"]!, (string?)filed["summary"]!["reviewer"]!["name"]), Is.EqualTo(("Submitted", true, "张晚晴")));

        await town.Press("退回");
        await town.Press("退回");
        await Expect(town.ErrorAt("理由")).ToHaveTextAsync("请填写");
        await town.Fill("理由", "漏了一件，请核对");
        await town.Press("退回");
        await town.See("退回理由：漏了一件，请核对");
        await town.Open("/centre/reports/filings?state=Returned");
        await Expect(Row(town, "海口村")).ToContainTextAsync("漏了一件，请核对");
    }

    [Test]
    public async Task A_committee_gives_its_month_from_the_tablet_when_another_has_checked_it()
    {
        var hand = await VillageHand.At(await NewTablet(), "village2");
        await hand.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^10月报表还没有报送（2026-11-05 前）") }).ClickAsync();
        await Expect(hand.Title).ToHaveTextAsync("2026年10月报表");
        await hand.Button("开始编制").ClickAsync();
        await hand.Button("编制").ClickAsync();
        await Expect(hand.Page.GetByText("等另一个人复核")).ToBeVisibleAsync();
        await Expect(hand.Button("报送")).ToHaveCountAsync(0);
        await hand.Tablet.Screenshot("village-month");
        var filed = (await (await App.SignIn("town")).Get("/api/monthly-reports?month=2026-10&under=340803100205")).Expect(HttpStatusCode.OK)["items"]![0]!;
        var reports = new ReportHand(App);
        await reports.Step("town", (await (await App.SignIn("town")).Get($"/api/monthly-reports/{(Guid)filed["id"]!}")).Expect(HttpStatusCode.OK), "Check");

        await hand.GoHome();
        await hand.Link("月报表").ClickAsync();
        await Expect(hand.Button("报送")).ToBeDisabledAsync();
        await hand.Page.GetByRole(AriaRole.Switch, new() { Name = "本月没有排查出矛盾纠纷，签报零报告" }).ClickAsync();
        await hand.Button("报送").ClickAsync();
        await Expect(hand.Page.GetByText("已经报送，您不用再办。")).ToBeVisibleAsync();
        await hand.GoHome();
        await Expect(hand.Page.GetByText("报表还没有报送")).ToHaveCountAsync(0);

        var now = (await (await App.SignIn("town")).Get("/api/monthly-reports?month=2026-10&under=340803100205")).Expect(HttpStatusCode.OK)["items"]![0]!;
        Assert.That(((string?)now["state"], (bool)now["nil"]!, (string?)now["preparer"]!["name"]), Is.EqualTo(("Submitted", true, (string?)now["submitter"]!["name"])));
    }

    [Test]
    public async Task Opening_figures_are_typed_in_and_signed_once()
    {
        var town = await Clerk("town", "/centre/reports/openings");
        await town.See("这一年没有签署过期初");
        await town.Page.GetByRole(AriaRole.Link, new() { Name = "录入期初" }).ClickAsync();
        await town.Fill("月份", "2026-06");
        await town.Fill("第1行 总况 排查数 · 村居", "1.5");
        await town.See("请填 0 或正整数");
        await town.Fill("第1行 总况 排查数 · 村居", "12");
        await town.Press("签署期初");
        await town.See("请先核对并勾选");
        await Sign(town);
        await town.Told("2026-06 期初，可以接着录入下一个月");
        await Expect(town.Field("月份")).ToHaveValueAsync("2026-07");

        await town.Fill("月份", "2026-06");
        await Sign(town);
        await Expect(town.ErrorAt("月份")).ToHaveTextAsync("这个月的期初已经签署，不能更改");
        await town.Open("/centre/reports/openings");
        await Row(town, "2026-06").GetByRole(AriaRole.Button, new() { Name = "查看" }).ClickAsync();
        await Expect(town.Dialog.GetByRole(AriaRole.Row).Filter(new() { HasText = "总况 排查数" })).ToContainTextAsync("12");
        var signed = (await (await App.SignIn("town")).Get("/api/opening-figures?year=2026")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Single()!;
        Assert.That(signed["cells"]!.AsArray().Select(cell => ((int)cell!["row"]!, (string?)cell["column"], (int)cell["value"]!)), Is.EqualTo(new[] { (1, "Village", 12) }));
    }

    [Test]
    public async Task A_report_is_taken_away_with_its_words_and_a_reason_that_the_auditor_reads()
    {
        var report = await new ReportHand(App).Open("340803100205", new(2026, 9, 1));
        var town = await Clerk("town", $"/centre/reports/filings/{(Guid)report["summary"]!["id"]!}");
        await town.Press("修改文字");
        await town.Fill("趋势研判", "年底工资纠纷可能增多");
        await town.Fill("工作措施", "每周走访一次\n\n工地设联络员");
        await town.Press("保存");
        await town.Told("文字已保存");
        Assert.That((await Filing(town))["narrative"]!["measures"]!.AsArray().Select(one => (string?)one), Is.EqualTo(new[] { "每周走访一次", "工地设联络员" }));

        await town.Press("导出");
        var word = town.Dialog.Locator(".q-btn").Filter(new() { HasText = "文字报告（Word）" });
        await Expect(word).ToBeDisabledAsync();
        await town.Fill("导出理由", "报区里备查");
        var download = await town.Page.RunAndWaitForDownloadAsync(() => word.ClickAsync());
        Assert.That(download.SuggestedFilename, Does.EndWith("2026-09.docx"));
        var auditor = await Clerk("auditor", "/centre/admin/access-log?kind=Export");
        await auditor.See("2026-09 月报（Docx）：报区里备查");
    }

    [Test]
    public async Task Longer_periods_are_made_of_sealed_months_only()
    {
        var town = await Clerk("town", "/centre/reports/periods?period=2026-Q3");
        await Expect(town.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("其中有月份还没有封存");
        await town.Choose("期间", "月");
        await Expect(town.Page).ToHaveURLAsync(new Regex("period=2026-07"));
        await town.See("尚未封存，按现在的数统计");
        await Expect(town.Region("同比环比").GetByRole(AriaRole.Columnheader, new() { Name = "去年同期 2025-07" })).ToBeVisibleAsync();
    }

    static ILocator Row(CentreHand clerk, string text) => clerk.Page.Locator("main tbody tr").Filter(new() { HasText = text });

    static async Task Do(CentreHand clerk, string act)
    {
        await clerk.Press(act);
        await Expect(clerk.Dialog).ToBeVisibleAsync();
        await clerk.Press(act);
        await clerk.Told($"已完成：{act}");
    }

    static async Task Sign(CentreHand clerk)
    {
        await clerk.Page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex("已与纸质月报核对") }).CheckAsync();
        await clerk.Press("签署期初");
    }

    async Task<System.Text.Json.Nodes.JsonNode> Filing(CentreHand clerk) =>
        (await (await App.SignIn("district")).Get($"/api/monthly-reports/{new Uri(clerk.Page.Url).Segments[^1]}")).Expect(HttpStatusCode.OK);
}
