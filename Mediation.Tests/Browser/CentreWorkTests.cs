using System.Net;
using Mediation.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>The month, the overview, paper sheets and administration at a desk.</summary>
sealed class CentreWorkTests : CentreTest
{
    [Test]
    public async Task A_number_of_the_month_leads_to_exactly_its_disputes()
    {
        await GivenMatter("本月第一件纠纷");
        await GivenMatter("本月第二件纠纷");
        var clerk = await Clerk("town", "/centre/reports?month=2026-11");
        await Expect(clerk.Page.GetByText("项校验全部通过")).ToBeVisibleAsync();
        var cell = clerk.Region("情况表").GetByRole(AriaRole.Button, new() { Name = "第1行 排查数 · 小计" }).First;
        var number = int.Parse(await cell.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

        await cell.ClickAsync();

        await Expect(clerk.Dialog.GetByText($"列出 {number} 件")).ToBeVisibleAsync();
        await Expect(clerk.Dialog.GetByRole(AriaRole.Link)).ToHaveCountAsync(number);
        await Expect(clerk.Dialog.GetByRole(AriaRole.Link, new() { Name = "本月第一件纠纷" })).ToBeVisibleAsync();
    }

    [TestCase("下载 Excel", ".xlsx")]
    [TestCase("下载 CSV", ".csv")]
    public async Task The_month_is_taken_away_as_a_file(string button, string ending)
    {
        var clerk = await Clerk("town", "/centre/reports?month=2026-11");
        var download = await clerk.Page.RunAndWaitForDownloadAsync(() => clerk.Page.GetByText(button).ClickAsync());

        Assert.That(download.SuggestedFilename, Does.EndWith(ending));
        Assert.That(new FileInfo(await download.PathAsync()).Length, Is.GreaterThan(500));
    }

    [Test]
    public async Task Every_chart_of_the_overview_is_drawn_and_has_its_table()
    {
        await GivenMatter("态势里的纠纷");
        var clerk = await Clerk("town", "/centre/overview");
        var charts = clerk.Page.Locator("canvas");
        await Expect(charts.First).ToBeVisibleAsync();
        await Expect(charts).ToHaveCountAsync(5);
        var painted = await charts.EvaluateAllAsync<bool[]>(
            "all => all.map(one => new Uint32Array(one.getContext('2d').getImageData(0, 0, one.width, one.height).data.buffer).some(pixel => pixel !== 0))");
        Assert.That(painted, Is.All.True);

        for (var left = 5; left > 0; left--)
            await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "看表格" }).First.ClickAsync();
        await Expect(clerk.Page.Locator("main table")).ToHaveCountAsync(5);
        await Expect(charts).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_paper_sheet_of_a_village_is_entered_under_its_mediators_name()
    {
        var clerk = await Clerk("town", "/centre/paper-entry");
        await clerk.Press("保存并录下一张");
        await Expect(clerk.Page.GetByText("请填写").First).ToBeVisibleAsync();
        await clerk.Choose("所属单位", "海口村人民调解委员会");
        var mediator = await clerk.Field("办理的调解员").Locator("option").Nth(1).InnerTextAsync();
        await clerk.Choose("办理的调解员", mediator);
        await clerk.Choose("纠纷类型", "邻里纠纷");
        await clerk.Field("发生日").FillAsync("2026-11-12");
        await clerk.Fill("申请人", "钱试五");
        await clerk.Fill("被申请人", "孙试六");
        await clerk.Page.GetByRole(AriaRole.Combobox, new() { Name = "结果" }).SelectOptionAsync(new SelectOptionValue { Label = "当场调解成功" });
        await clerk.Fill("协议内容", "院墙外的杂物当天清走。");
        await clerk.Choose("履行", "即时履行");
        await clerk.Press("保存并录下一张");

        await clerk.Told("已录入：");
        var entered = (await Ledger("village")).Single(one => ((string)one["subject"]!).Contains("钱试五", StringComparison.Ordinal));
        Assert.That((string?)entered["status"], Is.EqualTo("Closed").Or.EqualTo("Performed"));
    }

    [Test]
    public async Task A_lost_tablet_is_revoked_with_a_reason()
    {
        var device = Guid.NewGuid();
        (await (await App.SignIn("village")).Put($"/api/devices/{device}", new { name = "海口村一号平板", storage = "BestEffort", appVersion = "1" })).Expect(HttpStatusCode.OK);
        var clerk = await Clerk("town", "/centre/admin/devices");

        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "停用 海口村一号平板" }).ClickAsync();
        await clerk.Fill("理由", "平板遗失");
        await clerk.Press("确定");

        await Expect(clerk.Page.GetByRole(AriaRole.Row, new() { Name = "海口村一号平板" })).ToContainTextAsync("已停用");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/sync/changes") { Headers = { { "X-Device", device.ToString() } } };
        using var answer = await (await App.SignIn("village")).SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task An_account_is_blocked_and_let_in_again()
    {
        var clerk = await Clerk("admin", "/centre/admin/accounts");
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "停用 village2" }).ClickAsync();
        await clerk.Fill("理由", "长期外出");
        await clerk.Press("确定");
        await Expect(clerk.Page.GetByRole(AriaRole.Row, new() { Name = "village2" })).ToContainTextAsync("已停用");
        Assert.That((await App.Anonymous().Post("/api/session", new { userName = "village2", password = ApiServer.Password })).Status, Is.EqualTo(HttpStatusCode.Unauthorized));

        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "恢复 village2" }).ClickAsync();
        await clerk.Fill("理由", "已经回来");
        await clerk.Press("确定");
        await Expect(clerk.Page.GetByRole(AriaRole.Row, new() { Name = "village2" })).ToContainTextAsync("正常");
    }

    [Test]
    public async Task A_mediator_is_found_by_name_with_the_load_and_organisation()
    {
        var clerk = await Clerk("town", "/centre/mediators");
        await clerk.Fill("姓名", "龙文秀");
        await clerk.Press("搜索");

        var row = clerk.Page.GetByRole(AriaRole.Row, new() { Name = "龙文秀" });
        await Expect(row).ToContainTextAsync("海口村人民调解委员会");
        await Expect(clerk.Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
    }
}
