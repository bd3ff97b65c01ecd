using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NUnit.Framework;
using static Mediation.Tests.Api.ApiTest;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>A written agreement at a desk: signed on different days, in force with its last mark, broken, and taken to the court.</summary>
sealed class AgreementDeskTests : CentreTest
{
    const string Outcome = "结果与履行";

    [Test]
    public async Task It_is_in_force_on_the_day_of_its_last_mark_and_the_thirty_days_count_from_there()
    {
        var dispute = await GivenInMediation("书面协议纠纷");
        var (signed, marked, stamped, due, last) = (Day(1), Day(2), Day(3), Day(15), Day(33));
        App.Clock.Advance(TimeSpan.FromDays(3));
        var clerk = await Clerk("town", FileOf(dispute));
        var (first, second) = ((string)dispute["parties"]![0]!["name"]!, (string)dispute["parties"]![1]!["name"]!);

        await clerk.BeginStep("达成协议", Outcome);
        await clerk.Choose("方式", "书面协议");
        await clerk.Fill("协议内容", $"{second}付三千元，双方再无争议。");
        await clerk.Press("添加一项义务");
        await clerk.Fill("做什么", "付款");
        await clerk.Fill("金额（元）", "3000");
        await clerk.Fill("期限", due);
        await clerk.Choose(first, "签名");
        await clerk.Fill($"{first}签名日期", signed);
        await clerk.Fill("日期", signed);
        await clerk.Press("达成协议");
        await clerk.Told("已完成：达成协议");

        var agreement = (await Now(dispute, "town"))["cases"]![0]!["agreement"]!;
        Assert.That((agreement["effectiveOn"], (string?)agreement["reachedOn"]), Is.EqualTo(((JsonNode?)null, signed)));
        await Expect(clerk.Region("调解案件")).ToContainTextAsync($"尚未生效，还缺：{second}的签名、调解员签名、调委会印章");
        await Expect(clerk.Region("期限").GetByText("申请司法确认期限")).ToHaveCountAsync(0);
        await clerk.Desk.Screenshot("file-unsigned");

        await clerk.BeginStep("达成协议", Outcome);
        await Expect(clerk.Dialog).ToContainTextAsync($"{first}已于 {signed} 签名");
        await Expect(clerk.Field("协议内容")).ToHaveValueAsync($"{second}付三千元，双方再无争议。");
        await clerk.Choose(second, "按指印");
        await clerk.Fill($"{second}签名日期", marked);
        await clerk.Fill("调解员签名日期", marked);
        await clerk.Fill("加盖印章日期", stamped);
        await clerk.Press("达成协议");
        await Expect(clerk.Dialog).ToHaveCountAsync(0);

        await Expect(clerk.Region("调解案件")).ToContainTextAsync($"生效日{stamped}");
        await Expect(clerk.Region("调解案件")).Not.ToContainTextAsync("还缺");
        agreement = (await Now(dispute, "town"))["cases"]![0]!["agreement"]!;
        Assert.That((string?)agreement["effectiveOn"], Is.EqualTo(stamped));
        await Expect(clerk.Region("期限").GetByRole(AriaRole.Listitem).Filter(new() { HasText = "申请司法确认期限" })).ToContainTextAsync($"{last} 到期");
        Assert.That((await Journal(dispute, "town"))[^1], Is.EqualTo("AgreementCompleted"));
    }

    [Test]
    public async Task An_instalment_that_was_not_paid_is_a_breach_and_then_paid()
    {
        var dispute = await GivenWrittenAgreement("分期付款纠纷", new JsonArray(Part(Day(4), 1000), Part(Day(40), 2000)));
        var (last, tooEarly) = (Day(40), Day(2));
        App.Clock.Advance(TimeSpan.FromDays(6));
        var clerk = await Clerk("town", FileOf(dispute));

        await clerk.BeginStep("记录违约", Outcome);
        await clerk.Choose("哪项义务", $"付款 · ¥3000 · {last}");
        await clerk.Fill("违约日期", tooEarly);
        await clerk.Fill("记录", "电话催告，对方说没有钱。");
        await clerk.Press("记录违约");
        await Expect(clerk.ErrorAt("违约日期")).ToHaveTextAsync(new Regex("^还没有到期，不能记违约"));
        await Expect(clerk.Field("违约日期")).ToBeFocusedAsync();
        await Expect(clerk.Field("记录")).ToHaveValueAsync("电话催告，对方说没有钱。");
        await clerk.Fill("违约日期", "");
        await clerk.Press("记录违约");
        await clerk.Told("已完成：记录违约");
        await Expect(clerk.Region("调解案件")).ToContainTextAsync("未按约履行");
        var now = await Now(dispute, "town");
        Assert.That(((string?)now["status"], (string?)now["cases"]![0]!["state"]), Is.EqualTo(("Performing", "Defaulted")));

        await clerk.TakeStep("记录履行", Outcome, ("哪项义务", $"付款 · ¥3000 · {last}"), ("金额（元）", "1000"), ("依据", "收条一张"));
        now = await Now(dispute, "town");
        var paid = now["cases"]![0]!["agreement"]!["obligations"]![0]!;
        Assert.That(((bool)paid["breached"]!, (decimal)paid["paid"]!, (string?)paid["nextDueOn"]), Is.EqualTo((false, 1000m, last)));
        await Expect(clerk.Region("调解案件")).ToContainTextAsync("待履行");
    }

    [Test]
    public async Task The_parties_go_to_the_court_together_and_it_confirms()
    {
        var dispute = await GivenWrittenAgreement("司法确认纠纷", null);
        var clerk = await Clerk("town", FileOf(dispute));
        string[] names = [.. dispute["parties"]!.AsArray().Select(party => (string)party!["name"]!)];

        await clerk.BeginStep("司法确认进展", Outcome);
        await clerk.Choose("进展", "申请");
        await clerk.Answer("申请人", names[0]);
        await clerk.Fill("法院", "安庆市大观区人民法院");
        await clerk.Press("司法确认进展");
        await Expect(clerk.ErrorAt("申请人")).ToHaveTextAsync("须全体当事人共同申请");
        await Expect(clerk.Field("法院")).ToHaveValueAsync("安庆市大观区人民法院");
        await clerk.Answer("申请人", names[1]);
        await clerk.Press("司法确认进展");
        await clerk.Told("已完成：司法确认进展");
        await Expect(clerk.Region("调解案件")).ToContainTextAsync("已申请");

        await clerk.TakeStep("司法确认进展", Outcome, ("进展", "受理"), ("法院案号", "（2026）皖0803民特1号"));
        await Expect(clerk.Region("调解案件")).ToContainTextAsync("法院审查中");
        await clerk.TakeStep("司法确认进展", Outcome, ("进展", "裁定有效"));
        await Expect(clerk.Region("调解案件")).ToContainTextAsync("司法确认裁定有效");
        await clerk.TakeStep("司法确认进展", Outcome, ("进展", "收到裁定"));

        var court = (await Now(dispute, "town"))["cases"]![0]!["agreement"]!["confirmation"]!;
        Assert.That(((string?)court["state"], (string?)court["caseNumber"], (string?)court["receivedOn"]), Is.EqualTo(("ConfirmedValid", "（2026）皖0803民特1号", Today)));
        Assert.That((await Journal(dispute, "town")).Count(one => one == "ConfirmationMoved"), Is.EqualTo(4));
    }

    string Today => Day(0);

    string Day(int after) => App.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).AddDays(after).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    static JsonObject Part(string dueOn, decimal amount) => new() { ["dueOn"] = dueOn, ["amount"] = amount };

    async Task<JsonNode> GivenInMediation(string subject) => await GivenAcceptance(await App.SignIn("town"), await GivenAtTown(subject));

    /// <summary>Of today, with every signature and the seal.</summary>
    async Task<JsonNode> GivenWrittenAgreement(string subject, JsonArray? instalments)
    {
        var dispute = await GivenInMediation(subject);
        var parties = PartiesOf(dispute);
        return await GivenStep(await App.SignIn("town"), dispute, "agreement", new JsonObject
        {
            ["form"] = "Written", ["terms"] = "分期付清三千元。", ["mediatorSignedOn"] = Today, ["sealedOn"] = Today,
            ["obligations"] = new JsonArray(new JsonObject
            {
                ["debtorId"] = parties[1], ["creditorId"] = parties[0], ["act"] = "付款", ["amount"] = 3000m, ["instalments"] = instalments,
            }),
            ["signatures"] = new JsonArray([.. parties.Select(id => new JsonObject { ["partyId"] = id, ["kind"] = "Signed", ["on"] = Today })]),
        });
    }
}
