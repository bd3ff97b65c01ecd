using System.Text.Json.Nodes;
using Mediation.Tests.Api;
using Microsoft.Playwright;
using NUnit.Framework;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>The district seals a month at its desk; what comes later stands in the next one's column of corrections.</summary>
sealed class SealDeskTests : CentreTest
{
    static readonly DateOnly November = new(2026, 11, 1);

    [Test]
    public async Task A_month_is_merged_and_sealed_and_what_comes_later_is_a_correction_of_the_next()
    {
        await GivenMatter("封存前登记的纠纷");
        var hand = new ReportHand(App);
        hand.GoTo(new(2026, 12, 6));
        await hand.Submitted(ApiTest.Village, November);
        var town = await hand.Step("town", await hand.Open(ApiTest.Town, November), "Merge");
        await hand.Submit(ApiTest.Town, await hand.Check(ApiTest.Town, town));
        var report = await hand.Open(ApiTest.District, November);

        var district = await Clerk("district", $"/centre/reports/filings/{(Guid)report["summary"]!["id"]!}");
        await Take(district, "汇总");
        await Expect(district.Region("下级报送情况").GetByRole(AriaRole.Row).Filter(new() { HasText = "海口镇" })).ToContainTextAsync("已收入");
        await Take(district, "编制");
        await hand.Step("second-hand", await hand.Get(report), "Check");
        await district.Page.ReloadAsync();
        await district.Press("封存");
        await district.See("这些单位没有报送");
        await district.Fill("用印", "区综治中心（章）");
        await district.Press("封存");
        await district.Told("已完成：封存");
        await district.Desk.Screenshot("sealed");
        await Expect(district.Button("退回")).ToHaveCountAsync(0);
        await district.Region("情况表").GetByRole(AriaRole.Button, new() { Name = "第1行 排查数 · 小计：1" }).ClickAsync();
        await Expect(district.Dialog.GetByRole(AriaRole.Link, new() { Name = "封存前登记的纠纷" })).ToBeVisibleAsync();
        var done = await hand.Get(report);
        Assert.That(((string?)done["summary"]!["state"], (string?)done["summary"]!["sealText"]), Is.EqualTo(("Sealed", "区综治中心（章）")));

        await GivenMatter("封存后补登的纠纷", Late);
        var next = await hand.Open(ApiTest.Village, new(2026, 12, 1));
        var clerk = await Clerk("town", $"/centre/reports/filings/{(Guid)next["summary"]!["id"]!}");
        await clerk.Region("情况表").GetByRole(AriaRole.Button, new() { Name = "第1行 排查数 · 更正 · 小计：+1" }).ClickAsync();
        var item = clerk.Dialog.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "封存后补登的纠纷" });
        await Expect(item).ToContainTextAsync("变动 +1");
        await Expect(item).ToContainTextAsync("属于 2026-11 月");
        await clerk.Desk.Screenshot("correction");
        Assert.That((int)(await hand.Get(report))["report"]!["rows"]![0]!["values"]!["subtotal"]!, Is.EqualTo(1), "Sealed numbers stand.");
    }

    static void Late(JsonObject body) => (body["receivedAt"], body["occurredOn"], body["deviceTime"]) = ("2026-11-29T02:00:00Z", null, null);

    static async Task Take(CentreHand clerk, string act)
    {
        await clerk.Press(act);
        await Expect(clerk.Dialog).ToBeVisibleAsync();
        await clerk.Press(act);
        await clerk.Told($"已完成：{act}");
    }
}
