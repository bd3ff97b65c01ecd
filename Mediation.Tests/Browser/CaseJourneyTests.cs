using System.Text.Json.Nodes;
using Microsoft.Playwright;
using NUnit.Framework;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>A matter from its first word to its end without a network; what was written down wrongly; and an emergency.</summary>
sealed class CaseJourneyTests : BrowserTest
{
    const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Test]
    public async Task A_case_from_registering_to_its_close_with_papers_and_a_photo_all_offline()
    {
        var hand = await VillageHand.At(await NewTablet());
        hand.Tablet.Link.Cut();
        await hand.Register("程大山", "沈二河");
        foreach (var step in (Func<Task>[])[hand.Accept, hand.HoldSession, hand.AgreeOrally, hand.RecordPerformance, hand.FollowUp])
            await step();
        await hand.OpenPaper("口头协议登记表");
        await Expect(hand.Paper).ToContainTextAsync("编号待发");
        await Expect(hand.Paper).ToContainTextAsync("乙方疏通水沟");
        await hand.OpenMatter("程大山与沈二河邻里纠纷");
        await hand.Attach("现场照片", "水沟.png", Convert.FromBase64String(Pixel));
        await hand.OpenMatter("程大山与沈二河邻里纠纷");
        await hand.Close();
        Assert.That(await Ledger(), Has.None.Matches<JsonNode>(one => (string?)one["subject"] == "程大山与沈二河邻里纠纷"));

        hand.Tablet.Link.Mend();
        await hand.SendNow();

        var dispute = await Dispute("程大山与沈二河邻里纠纷");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)dispute["status"], Is.EqualTo("Closed"));
            Assert.That((string?)dispute["attachments"]![0]!["name"], Is.EqualTo("水沟.png"));
            Assert.That(dispute["followUps"]!.AsArray(), Has.Count.EqualTo(1));
        }
        await hand.OpenMatter("程大山与沈二河邻里纠纷");
        await hand.OpenPaper("口头协议登记表");
        await Expect(hand.Paper).ToContainTextAsync((string)dispute["cases"]![0]!["number"]!);
        await Expect(hand.Paper).Not.ToContainTextAsync("编号待发");
    }

    [Test]
    public async Task A_correction_and_a_reversal_are_made_in_plain_words_and_stay_readable()
    {
        var hand = await VillageHand.At(await NewTablet());
        hand.Tablet.Link.Cut();
        await hand.Register("程三", "沈四");
        await hand.Correct("具体地点", "村口水井旁");
        await hand.Accept();
        await hand.OpenStep("撤回上一步");
        await hand.Field("为什么撤回").FillAsync("点错了");
        await hand.Page.Locator("[data-test=save]").ClickAsync();
        await hand.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "确定", Exact = true }).ClickAsync();
        await Expect(hand.Title).ToHaveTextAsync("程三与沈四邻里纠纷");

        hand.Tablet.Link.Mend();
        await hand.SendNow();

        var dispute = await Dispute("程三与沈四邻里纠纷");
        Assert.That(((string?)dispute["status"], (string?)dispute["place"]), Is.EqualTo(("Registered", "村口水井旁")));
        await hand.OpenMatter("程三与沈四邻里纠纷");
        var timeline = hand.Page.GetByRole(AriaRole.Region, new() { Name = "时间线" });
        await Expect(timeline).ToContainTextAsync("改为“村口水井旁”");
        await Expect(timeline).ToContainTextAsync("撤回的是：受理");
    }

    [Test]
    public async Task An_emergency_asks_to_phone_until_it_lies_red_at_the_towns_desk()
    {
        var hand = await VillageHand.At(await NewTablet());
        hand.Tablet.Link.Cut();
        await hand.Link("紧急情况").ClickAsync();
        await Expect(hand.Link("拨打 110")).ToHaveAttributeAsync("href", "tel:110");
        await hand.Page.GetByText("持械", new() { Exact = true }).ClickAsync();
        await hand.Button("立即上报").ClickAsync();
        await Expect(hand.Title).ToHaveTextAsync("紧急情况：持械");
        await Expect(hand.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "请马上打电话报告" })).ToBeVisibleAsync();
        await hand.GoHome();
        await Expect(hand.Page.GetByText("有 1 件紧急情况还没有送到镇里")).ToBeVisibleAsync();

        hand.Tablet.Link.Mend();
        await hand.SendNow();
        await hand.GoHome();
        await Expect(hand.Page.GetByText("紧急情况还没有送到镇里")).Not.ToBeVisibleAsync();

        var dispute = await Dispute("紧急情况：持械", "town");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(((string?)dispute["riskLevel"], (string?)dispute["status"]), Is.EqualTo(("Red", "HandoverPending")));
            Assert.That((string?)dispute["handovers"]![0]!["to"]!["name"], Is.EqualTo("海口镇社会治安综合治理中心"));
        }
    }
}
