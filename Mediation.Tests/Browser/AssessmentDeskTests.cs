using System.Net;
using System.Text.RegularExpressions;
using Mediation.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>Schemes, scores with their appeals, trainings, stability assessments and vetoes at a desk.</summary>
sealed class AssessmentDeskTests : CentreTest
{
    [Test]
    public async Task Scores_are_tried_adjusted_frozen_appealed_and_corrected_beside_themselves()
    {
        var district = await Clerk("district", "/centre/assessment/preview");
        await district.Choose("考核对象", "乡镇街道");
        var row = Row(district, "海口镇");
        await row.GetByRole(AriaRole.Button, new() { Name = "看明细" }).ClickAsync();
        await Expect(Line(district, "分析研判例会缺开")).ToContainTextAsync("−0.25");
        await district.Desk.Screenshot("score-sheet");
        await Line(district, "排查零报告率").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(district.Page.Locator("dialog[open]").Last).ToContainTextAsync("2026-10");
        await district.Page.Keyboard.PressAsync("Escape");
        await district.Page.Keyboard.PressAsync("Escape");
        await row.GetByRole(AriaRole.Button, new() { Name = "加减分" }).ClickAsync();
        await district.Press("保存");
        await Expect(district.ErrorAt("依据")).ToHaveTextAsync("请填写");
        await district.Fill("分值", "-0.5");
        await district.Fill("理由", "重大矛盾纠纷台账缺一册");
        await district.Fill("依据", "10月督查通报");
        await district.Press("保存");
        await district.Told("已保存加减分：海口镇");
        await Expect(row).ToContainTextAsync("−0.5");
        await district.Desk.Screenshot("score-preview");
        await district.Press("固定结果");
        await Expect(district.Dialog).ToContainTextAsync("固定后谁也不能更改");
        await district.Press("固定结果");
        await district.Told("2026-10 的考核结果");
        await Expect(district.Button("固定结果")).ToHaveCountAsync(0);

        var town = await Clerk("town", "/centre/assessment");
        await Row(town, "海口镇").GetByRole(AriaRole.Link).ClickAsync();
        var frozen = await town.Region("固定的结果").Locator("dd").First.InnerTextAsync();
        await town.Press("申诉");
        await town.Choose("申诉项目", "分析研判例会缺开");
        await town.Fill("理由", "10月例会已经召开，纪要在案");
        await town.Press("申诉");
        await town.Told("已提出申诉");
        await Expect(town.Button("申诉")).ToHaveCountAsync(0);

        await district.Open(new Uri(town.Page.Url).AbsolutePath);
        await district.Press("答复申诉");
        await district.Choose("答复", "申诉成立");
        await district.Fill("更正分值", "9");
        await district.Fill("理由", "核对会议纪要，情况属实");
        await district.Press("确定");
        await Expect(district.Dialog.GetByRole(AriaRole.Alert).First).ToContainTextAsync("更正后超出这一项的分值");
        await district.Fill("更正分值", "0.25");
        await district.Press("确定");
        await district.Told("已答复申诉");
        await Expect(district.Region("申诉和更正")).ToContainTextAsync("+0.25");
        await Expect(district.Region("固定的结果").Locator("dd").First).ToHaveTextAsync(frozen);
        await Expect(district.Region("固定的结果")).ToContainTextAsync("更正后");
        await district.Desk.Screenshot("score");
    }

    [Test]
    public async Task A_new_years_scheme_begins_with_the_one_before_and_has_to_add_up()
    {
        var district = await Clerk("district", "/centre/assessment/schemes");
        await district.See("分值是占位");
        await district.Choose("年份", "2027");
        await district.Press("按上一年的办法起草");
        await district.Page.GetByRole(AriaRole.Button, new() { Name = "修改 黄牌督办" }).ClickAsync();
        await district.Fill("分值", "6");
        await district.Press("确定");
        await district.See("应当是 100");
        await district.Press("保存办法");
        await Expect(district.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("有些内容需要修改");
        await district.Page.GetByRole(AriaRole.Button, new() { Name = "修改 红牌督办" }).ClickAsync();
        await district.Fill("分值", "9");
        await district.Press("确定");
        await district.Press("保存办法");
        await district.Told("已保存 2027 年考核办法第 1 版");
        await district.Desk.Screenshot("scheme");
        var scheme = (await (await App.SignIn("district")).Get("/api/scoring-schemes/2027")).Expect(HttpStatusCode.OK)["scheme"]!["items"]!.AsArray();
        Assert.That(scheme.Where(item => ((string)item!["id"]!).EndsWith("-card", StringComparison.Ordinal)).Select(item => (decimal)item!["weight"]!), Is.EqualTo(new[] { 6m, 9m }));

        var town = await Clerk("town", "/centre/assessment/schemes?year=2027");
        await town.See("第 1 版");
        await Expect(town.Button("修改办法")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_training_gives_its_hours_until_it_is_voided()
    {
        var town = await Clerk("town", "/centre/assessment/trainings");
        var person = await town.Region("学时").Locator("tbody th").First.InnerTextAsync();
        await town.Press("登记培训");
        await town.Choose("类别", "年度培训");
        await town.Fill("学时", "6.5");
        await town.Fill("举办单位", "海口司法所");
        await town.Fill("内容", "民法典与邻里纠纷");
        await town.Press("保存");
        await Expect(town.Dialog.GetByText("请填写")).ToHaveCountAsync(1);
        await town.Fill("查找调解员", person);
        await town.Dialog.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await town.Press("保存");
        await town.Told("已登记培训");
        await Expect(town.Region("学时").GetByRole(AriaRole.Row).Filter(new() { HasText = person })).ToContainTextAsync("6.5");
        await town.Desk.Screenshot("trainings");
        await town.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^作废") }).First.ClickAsync();
        await town.Fill("理由", "学时填错");
        await town.Press("确定");
        await town.Told("已作废");
        await Expect(town.Region("培训记录")).ToContainTextAsync("已撤回：学时填错");
    }

    [Test]
    public async Task A_project_is_assessed_with_its_risks_and_tracked()
    {
        var town = await Clerk("town", "/centre/assessment/stability");
        await town.Press("登记应评事项");
        await town.Fill("决策（项目）名称", "安置房二期项目");
        await town.Choose("类别", "重大工程项目");
        await town.Fill("应在此日前评估", "2026-11-10");
        await town.Fill("责任单位", "区住建局");
        await town.Press("保存");
        await town.Told("已登记应评事项");
        await Expect(town.Region("安置房二期项目")).ToContainTextAsync("逾期未评");
        await town.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^登记评估结果") }).ClickAsync();
        foreach (var (label, text) in ((string, string)[])
            [("评估单位", "区委政法委"), ("征求意见方式", "座谈会"), ("征求意见人数", "30"), ("合法性", "手续齐全"), ("合理性", "标准公开"), ("可行性", "资金到位"), ("可控性", "有预案")])
            await town.Fill(label, text);
        await town.Choose("评估方式", "一般程序");
        await town.Choose("风险等级", "高风险");
        await town.Choose("评估结论", "可以实施");
        await town.Press("添加风险点");
        await town.Fill("风险", "安置地点有异议");
        await town.Fill("防范化解措施", "逐户走访");
        await town.Press("登记评估结果");
        await Expect(town.ErrorAt("评估结论")).ToContainTextAsync("高风险的不能作出可以实施的结论");
        await town.Choose("评估结论", "暂缓或调整后实施");
        await town.Press("登记评估结果");
        await town.Told("已登记评估结果");
        await town.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^补充记录") }).ClickAsync();
        await town.Fill("内容", "异议户减少到两户");
        await town.Press("保存");
        await town.Told("已补充记录");
        await Expect(town.Region("安置房二期项目")).ToContainTextAsync("跟踪");
        await town.Desk.Screenshot("stability");
    }

    [Test]
    public async Task A_veto_is_raised_and_taken_back_by_the_district()
    {
        var district = await Clerk("district", "/centre/assessment/vetoes");
        await district.Press("登记一票否决");
        await district.Choose("情形", "群体性事件");
        await district.Choose("乡镇街道", "十里铺乡");
        await district.Fill("依据", "区委政法委通报");
        await district.Press("保存");
        await district.Told("已登记一票否决");
        await district.Desk.Screenshot("vetoes");
        await district.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^撤回") }).ClickAsync();
        await district.Fill("理由", "经复核不属于");
        await district.Press("确定");
        await district.Told("已撤回标记");
        await district.See("已撤回：经复核不属于");
        var other = await Clerk("town2", "/centre/assessment/vetoes?period=2026");
        await Expect(other.Button("登记一票否决")).ToHaveCountAsync(0);
        await other.See("群体性事件");
    }

    static ILocator Row(CentreHand clerk, string text) => clerk.Page.Locator("main tbody tr").Filter(new() { HasText = text });

    static ILocator Line(CentreHand clerk, string text) => clerk.Dialog.First.Locator("tbody tr").Filter(new() { HasText = text });
}
