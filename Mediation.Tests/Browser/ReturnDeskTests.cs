using System.Net;
using System.Text.RegularExpressions;
using Mediation.Api.Jobs;
using Mediation.Tests.Api;
using Mediation.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;
using NUnit.Framework;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>Return A at a desk: on its way up, and of a period; the indicators; files that are written in the background.</summary>
sealed class ReturnDeskTests : CentreTest
{
    [Test]
    public async Task A_village_s_return_is_opened_checked_by_a_second_hand_and_signed_as_nil()
    {
        var town = await Clerk("town", "/centre/reports/returns");
        var row = town.Page.Locator("main tbody tr").Filter(new() { HasText = "海口村" });
        await Expect(row).ToContainTextAsync("未开表");
        await row.GetByRole(AriaRole.Button, new() { Name = "开表" }).ClickAsync();
        await town.Page.WaitForURLAsync("**/returns/*-*");
        await Do(town, "编制");
        await Expect(town.Button("审核")).ToHaveCountAsync(0);
        await Do(await Clerk("district", new Uri(town.Page.Url).AbsolutePath), "审核");
        await town.Page.ReloadAsync();
        await town.Press("报送");
        await town.Dialog.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex("签报零报告") }).CheckAsync();
        await town.Press("报送");
        await town.Told("已完成：报送");
        await town.Desk.Screenshot("return");
        var filed = (await (await App.SignIn("district")).Get($"/api/justice-returns/{new Uri(town.Page.Url).Segments[^1]}")).Expect(HttpStatusCode.OK)["summary"]!;
        Assert.That(((string?)filed["state"], (bool)filed["nil"]!, (string?)filed["reviewer"]!["name"]), Is.EqualTo(("Submitted", true, "张晚晴")));

        await town.Press("导出");
        var sheet = town.Dialog.Locator(".q-btn").Filter(new() { HasText = "统计表（Excel）" });
        await Expect(sheet).ToBeDisabledAsync();
        await town.Fill("导出理由", "报司法局");
        var download = await town.Page.RunAndWaitForDownloadAsync(() => sheet.ClickAsync());
        Assert.That(download.SuggestedFilename, Does.EndWith("人民调解案件情况统计表-2026-10.xlsx"));
        var auditor = await Clerk("auditor", "/centre/admin/access-log?kind=Export");
        await auditor.See("2026-10 司法统计表（Xlsx）：报司法局");
    }

    [Test]
    public async Task A_number_of_the_return_and_an_indicator_lead_to_their_disputes()
    {
        await ApiTest.GivenStep(await App.SignIn("village"), await GivenMatter("统计表里的一件"), "settlement-on-the-spot", new { terms = "和解", performance = "Immediate" });
        var town = await Clerk("town", "/centre/reports/justice?period=2026-11");
        await town.Region("司法统计表").GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^调解成功 本期 1$") }).ClickAsync();
        await Expect(town.Dialog.GetByRole(AriaRole.Link, new() { Name = "统计表里的一件" })).ToBeVisibleAsync();
        await town.Desk.Screenshot("justice");
        await town.Page.Keyboard.PressAsync("Escape");
        await town.Choose("期间", "季度");
        await Expect(town.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("其中有月份还没有封存");

        await town.Open("/centre/reports/indicators?period=2026-11");
        await Expect(town.Region("小事不出村、难事不出镇、大事不出区")).ToContainTextAsync("1 / 1");
        var row = town.Region("考核指标").GetByRole(AriaRole.Row).Filter(new() { HasText = "调解成功率" });
        await Expect(row).ToContainTextAsync("100.00");
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(town.Dialog.GetByRole(AriaRole.Link, new() { Name = "统计表里的一件" })).ToBeVisibleAsync();
        await town.Page.Keyboard.PressAsync("Escape");
        await Expect(town.Region("考核指标").GetByRole(AriaRole.Row).Filter(new() { HasText = "司法确认有效率" })).ToContainTextAsync("不计分");
        await town.Desk.Screenshot("indicators");
    }

    [Test]
    public async Task The_filtered_ledger_is_taken_away_in_the_background_and_a_failure_says_why()
    {
        await GivenMatter("要导出的一件");
        var town = await Clerk("town", "/centre/disputes?type=Neighbor");
        await town.Press("导出");
        await town.Press("提交");
        await Expect(town.ErrorAt("导出理由")).ToHaveTextAsync("请填写");
        await town.Choose("格式", "数据（CSV）");
        await town.Fill("导出理由", "年终检查");
        await town.Press("提交");
        await town.Page.GetByRole(AriaRole.Link, new() { Name = "查看导出任务" }).ClickAsync();
        var row = town.Page.Locator("main tbody tr").Filter(new() { HasText = "年终检查" });
        await Expect(row).ToContainTextAsync("等待");
        await town.Desk.Screenshot("export-waits");
        await Runner.Run(default);
        await Expect(row).ToContainTextAsync("已完成");
        await town.Told("导出已完成：矛盾纠纷台账");
        var download = await town.Page.RunAndWaitForDownloadAsync(() => row.GetByText("下载").ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.That(download.SuggestedFilename, Does.EndWith(".csv"));
        Assert.That(lines, Has.Some.Contains("要导出的一件").And.Length.GreaterThan(1));

        await town.Press("新建导出");
        await town.Choose("内容", "司法统计表");
        await town.Fill("期间", "2026-Q3");
        await town.Fill("导出理由", "季度上报");
        await town.Press("提交");
        await town.Told("已提交，后台生成中");
        await Runner.Run(default);
        await Expect(town.Page.Locator("main tbody tr").Filter(new() { HasText = "季度上报" })).ToContainTextAsync("没有完成：其中有月份还没有封存");
        await town.Desk.Screenshot("exports");
    }

    ExportRunner Runner => App.Services.GetServices<IHostedService>().OfType<ExportRunner>().Single();

    static async Task Do(CentreHand clerk, string act)
    {
        await clerk.Press(act);
        await Expect(clerk.Dialog).ToBeVisibleAsync();
        await clerk.Press(act);
        await clerk.Told($"已完成：{act}");
    }
}
