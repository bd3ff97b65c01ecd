using System.Text.Json.Nodes;
using Microsoft.Playwright;
using NUnit.Framework;
using static Mediation.Tests.Api.ApiTest;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>The steps that a desk seldom takes, each through its form; then the server is asked what became of the matter.</summary>
sealed class RarerStepTests : CentreTest
{
    const string Course = "调解过程", Outcome = "结果与履行", Moves = "上报、退回、移送", Rights = "更正与其他";

    [Test]
    public async Task What_cannot_be_mediated_is_turned_away_referred_and_opened_again()
    {
        var dispute = await GivenAtTown("不归调解的纠纷");
        var clerk = await Clerk("town", FileOf(dispute));

        await clerk.TakeStep("不予受理", Outcome, ("理由", "不属于民间纠纷"), ("告知的其他途径", "法院诉讼，其他职能部门"));
        await IsNow(dispute, "Unresolved", "Rejected");
        await Expect(clerk.Page.Locator(".desk-head")).ToContainTextAsync("未化解");
        await clerk.TakeStep("移送主管机关", Moves, ("机关", "区自然资源局"), ("回执", "收字12号"));
        await IsNow(dispute, "ReferredOut", "ReferredOut");
        await Expect(clerk.Region("基本情况")).ToContainTextAsync("区自然资源局");
        await clerk.TakeStep("重新办理", Rights, ("理由", "主管机关退回，双方同意调解。"));
        var now = await IsNow(dispute, "Registered", "Reopened");
        Assert.That(now["referral"], Is.Null);
        await Expect(clerk.Region("办理时间线")).ToContainTextAsync("主管机关退回，双方同意调解。");
    }

    [Test]
    public async Task A_mediation_is_halted_taken_up_again_and_ends_without_agreement()
    {
        var dispute = await GivenInMediation("谈不拢的纠纷");
        var clerk = await Clerk("town", FileOf(dispute));

        await clerk.TakeStep("中止调解", Course, ("理由", "鉴定"), ("说明", "等伤情鉴定。"));
        await IsNow(dispute, "Suspended", "Suspended");
        await clerk.TakeStep("恢复调解", Course, ("说明", "鉴定结论已出。"));
        await IsNow(dispute, "InMediation", "Resumed");
        await clerk.TakeStep("调解不成", Outcome, ("告知的其他途径", "法院诉讼，法律援助"));
        var now = await IsNow(dispute, "Unresolved", "MediationFailed");
        Assert.That(now["cases"]![0]!["channels"]!.AsArray().Select(one => (string?)one), Is.EquivalentTo(new[] { "Suit", "LegalAid" }));
        await Expect(clerk.Region("调解案件")).ToContainTextAsync("法院诉讼、法律援助");
    }

    [Test]
    public async Task A_mediation_is_ended_by_the_centre_or_by_the_applicant_and_a_practice_entry_is_voided()
    {
        var (ended, withdrawn, practice) = (await GivenInMediation("一方退出的纠纷"), await GivenInMediation("申请人撤回的纠纷"), await GivenAtTown("练习录入的纠纷"));
        var clerk = await Clerk("town", FileOf(ended));

        await clerk.TakeStep("终止调解", Outcome, ("理由", "当事人拒绝或退出调解"), ("告知的其他途径", "法院诉讼"));
        var now = await IsNow(ended, "Unresolved", "MediationTerminated");
        Assert.That((string?)now["cases"]![0]!["endReason"], Is.EqualTo("PartyRefusesOrQuits"));
        await Expect(clerk.Region("调解案件")).ToContainTextAsync("当事人拒绝或退出调解");

        await clerk.Open(FileOf(withdrawn));
        await clerk.TakeStep("申请人撤回", Outcome, ("当事人", $"{NameOf(withdrawn, 0)}（申请人）"), ("说明", "已自行和好。"));
        await IsNow(withdrawn, "Unresolved", "Withdrawn");

        await clerk.Open(FileOf(practice));
        await clerk.TakeStep("作废", Rights, ("理由", "练习时录入。"));
        now = await IsNow(practice, "Voided", "Voided");
        Assert.That((string?)now["voidReason"], Is.EqualTo("练习时录入。"));
        await Expect(clerk.Region("基本情况")).ToContainTextAsync("练习时录入。");
    }

    [Test]
    public async Task A_challenged_mediator_is_replaced_before_it_goes_on()
    {
        var dispute = await GivenInMediation("申请回避的纠纷");
        var clerk = await Clerk("town", FileOf(dispute));

        await clerk.TakeStep("当事人申请回避", Course, ("调解员", "龙桂香"), ("当事人", $"{NameOf(dispute, 1)}（被申请人）"), ("理由", "与纠纷有利害关系"));
        await IsNow(dispute, "InMediation", "MediatorChallenged");
        await clerk.BeginStep("调解记录", Course);
        await clerk.Answer("到场当事人", $"{NameOf(dispute, 0)}，{NameOf(dispute, 1)}");
        await clerk.Answer("记录", "双方到场陈述。");
        await clerk.Answer("结果", "调解成功");
        await clerk.Press("调解记录");
        await Expect(clerk.Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("回避申请尚未决定");
        await Expect(clerk.Field("记录")).ToHaveValueAsync("双方到场陈述。");
        await clerk.Press("取消");

        await clerk.BeginStep("决定回避", Course);
        await clerk.Choose("哪次回避申请", "与纠纷有利害关系 2026-11-16");
        await clerk.Choose("决定", "更换调解员");
        var other = clerk.Field("由谁接替").Locator("option").Filter(new() { HasNotText = "龙桂香" }).Nth(1);
        var name = await other.InnerTextAsync();
        await clerk.Choose("由谁接替", name);
        await clerk.Press("决定回避");
        await clerk.Told("已完成：决定回避");

        var now = await IsNow(dispute, "InMediation", "ChallengeDecided");
        Assert.That((string?)now["cases"]![0]!["host"]!["name"], Is.EqualTo(name));
        await Expect(clerk.Region("调解案件")).ToContainTextAsync(name);
    }

    [Test]
    public async Task A_minor_has_a_guardian_named_before_saying_yes_and_the_guardian_signs()
    {
        var dispute = await GivenAtTown("未成年人受伤的纠纷", change: body => body["parties"]![0]!["capacity"] = "Minor");
        var clerk = await Clerk("town", FileOf(dispute));
        var minor = NameOf(dispute, 0);

        await clerk.BeginStep("记录当事人意愿", Course);
        await clerk.Choose("当事人", $"{minor}（申请人）");
        await clerk.Choose("意愿", "同意参加");
        await clerk.Press("记录当事人意愿");
        await Expect(clerk.ErrorAt("当事人")).ToHaveTextAsync("未成年人或限制行为能力人须先登记监护人");
        await Expect(clerk.Field("意愿")).ToHaveValueAsync("TakesPart");
        await clerk.Press("取消");
        await clerk.TakeStep("登记监护人", Rights, ("当事人", $"{minor}（申请人）"), ("姓名", "钱试父"), ("关系", "父母"));
        await IsNow(dispute, "Registered", "GuardianNamed");
        await Expect(clerk.Region("当事人")).ToContainTextAsync("钱试父（父母）");
        await clerk.TakeStep("记录当事人意愿", Course, ("当事人", $"{minor}（申请人）"), ("意愿", "同意参加"));
        await IsNow(dispute, "Registered", "StanceDeclared");

        await GivenAcceptance(await App.SignIn("town"), await Now(dispute, "town"));
        await clerk.Open(FileOf(dispute));
        await clerk.TakeStep("达成协议", Outcome, ("方式", "书面协议"), ("协议内容", "互相谅解，再无争议。"), ($"{minor}（由监护人钱试父代签）", "签名"),
            (NameOf(dispute, 1), "签名"), ("调解员签名日期", "2026-11-16"), ("加盖印章日期", "2026-11-16"));
        var agreement = (await IsNow(dispute, "Agreed", "AgreementReached"))["cases"]![0]!["agreement"]!;
        Assert.That(((string?)agreement["effectiveOn"], (bool)agreement["signatures"]![0]!["byGuardian"]!), Is.EqualTo(("2026-11-16", true)));
    }

    [Test]
    public async Task Violence_at_home_is_reported_before_it_may_be_settled()
    {
        var dispute = await GivenAtTown("家里动手的纠纷", "RedLevel", body => (body["type"], body["risks"]) = ("MarriageFamily", new JsonArray("DomesticViolence")));
        var clerk = await Clerk("town", FileOf(dispute));

        await clerk.BeginStep("当场调解成功", Outcome);
        await clerk.Answer("协议内容", "各让一步，今后互相尊重。");
        await clerk.Press("当场调解成功");
        await Expect(clerk.Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("须先登记强制报告：哪个机关、何时、谁接收");
        await Expect(clerk.Field("协议内容")).ToHaveValueAsync("各让一步，今后互相尊重。");
        await clerk.Press("取消");
        await clerk.TakeStep("登记强制报告", Rights, ("风险", "家庭暴力"), ("机关", "海口派出所"), ("报告时间", "2026-11-16T08:50"), ("接收人", "警员邵某"));
        var now = await IsNow(dispute, "Registered", "RiskReported");
        Assert.That(DateTimeOffset.Parse((string)now["riskReports"]![0]!["reportedAt"]!, null), Is.EqualTo(new DateTimeOffset(2026, 11, 16, 8, 50, 0, TimeSpan.FromHours(8))));
        await Expect(clerk.Region("基本情况")).ToContainTextAsync("家庭暴力已于 2026-11-16 报告海口派出所，接收人 警员邵某");
        await clerk.TakeStep("当场调解成功", Outcome, ("协议内容", "各让一步，今后互相尊重。"));
        await IsNow(dispute, "Closed", "SettledOnTheSpot");
    }

    [Test]
    public async Task What_was_written_down_wrongly_is_corrected_and_a_wrong_step_is_taken_back()
    {
        var dispute = await GivenInMediation("写错地点的纠纷");
        var clerk = await Clerk("town", FileOf(dispute));

        await clerk.Region("基本情况").GetByRole(AriaRole.Button, new() { Name = "更正" }).ClickAsync();
        await clerk.Choose("更正哪一项", "发生地");
        await Expect(clerk.Field("更正为")).ToHaveValueAsync("海口村东组");
        await clerk.Fill("更正为", "海口村西组");
        await clerk.Press("保存");
        await Expect(clerk.ErrorAt("理由")).ToHaveTextAsync("请填写");
        await clerk.Fill("理由", "核实后更正。");
        await clerk.Press("保存");
        await clerk.Told("已完成：更正");
        Assert.That((string?)(await IsNow(dispute, "InMediation", "Corrected"))["place"], Is.EqualTo("海口村西组"));

        await clerk.TakeStep("中止调解", Course, ("理由", "当事人暂不能参加"));
        await clerk.TakeStep("撤销上一步", Rights, ("理由", "点错了。"));
        var now = await IsNow(dispute, "InMediation", "Reversed");
        Assert.That((string?)now["place"], Is.EqualTo("海口村西组"));
        await Expect(clerk.Region("办理时间线").GetByRole(AriaRole.Listitem).First).ToContainTextAsync("点错了。");
    }

    static string NameOf(JsonNode dispute, int party) => (string)dispute["parties"]![party]!["name"]!;

    async Task<JsonNode> GivenInMediation(string subject) => await GivenAcceptance(await App.SignIn("town"), await GivenAtTown(subject));

    /// <summary>What the server holds after the step, which is the last line of its journal.</summary>
    async Task<JsonNode> IsNow(JsonNode dispute, string status, string journal)
    {
        var now = await Now(dispute, "town");
        Assert.That(((string?)now["status"], (await Journal(dispute, "town"))[^1]), Is.EqualTo((status, journal)));
        return now;
    }
}
