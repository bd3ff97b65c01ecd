using System.Net;
using Mediation.Tests.Support;
using NUnit.Framework;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>Two tablets at one matter, a matter that went to another desk meanwhile, and a tablet that the town revoked.</summary>
sealed class TwoDevicesTests : BrowserTest
{
    [Test]
    public async Task Corrections_of_different_fields_go_through_by_themselves()
    {
        var (first, second) = await GivenTwoAt("东一", "西一");
        first.Tablet.Link.Cut();
        await first.Correct("具体地点", "村口水井旁");
        await second.Correct("事情经过", "为排水吵了一架");
        await second.SendNow();

        first.Tablet.Link.Mend();
        await first.SendNow();

        var dispute = await Dispute("东一与西一邻里纠纷");
        Assert.That(((string?)dispute["place"], (string?)dispute["summary"]), Is.EqualTo(("村口水井旁", "为排水吵了一架")));
    }

    [Test]
    public async Task Of_the_same_field_a_person_sees_both_values_and_chooses()
    {
        var (first, second) = await GivenTwoAt("东二", "西二");
        first.Tablet.Link.Cut();
        await first.Correct("具体地点", "村口水井旁");
        await second.Correct("具体地点", "村东桥头");
        await second.SendNow();

        first.Tablet.Link.Mend();
        await first.OpenSync();
        await first.Button("现在发送").ClickAsync();
        var card = first.Page.Locator("[data-test=attention-entry]");
        await Expect(card).ToContainTextAsync("村口水井旁");
        await Expect(card).ToContainTextAsync("村东桥头");
        await first.Button("用我的").ClickAsync();
        await Expect(card).ToHaveCountAsync(0);
        await first.SendNow();

        var dispute = await Dispute("东二与西二邻里纠纷");
        var journal = (await (await App.SignIn("village")).Get($"/api/disputes/{(Guid)dispute["id"]!}/journal")).Expect(HttpStatusCode.OK);
        var chosen = journal["items"]!.AsArray().Last()!["texts"]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)dispute["place"], Is.EqualTo("村口水井旁"));
            Assert.That((string?)chosen["conflict"], Is.EqualTo("place: 村口水井旁 | 村东桥头"));
        }
    }

    [Test]
    public async Task What_was_recorded_after_the_matter_went_to_the_town_is_submitted_to_the_town()
    {
        var hand = await VillageHand.At(await NewTablet());
        await hand.Register("东三", "西三");
        await hand.SendNow();
        await hand.OpenMatter("东三与西三邻里纠纷");
        hand.Tablet.Link.Cut();
        await hand.Accept();
        await GivenTheTownTookOver("东三与西三邻里纠纷");

        hand.Tablet.Link.Mend();
        await hand.OpenSync();
        await hand.Button("现在发送").ClickAsync();

        await Expect(hand.Page.Locator("[data-test=attention-entry]")).ToContainTextAsync("海口镇社会治安综合治理中心");
        var late = (await (await App.SignIn("town")).Get("/api/sync/late-submissions?limit=200")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        Assert.That(late.Count(one => (string?)one!["kind"] == "AcceptDispute"), Is.EqualTo(1));
        await hand.Button("知道了").ClickAsync();
        await Expect(hand.Page.Locator("[data-test=sync-standing]")).ToHaveTextAsync("都已发送");
    }

    [Test]
    public async Task A_revoked_tablet_leaves_its_unsent_work_with_the_town_and_is_empty()
    {
        var hand = await VillageHand.At(await NewTablet());
        await hand.OpenSync();
        await hand.Button("现在发送").ClickAsync();
        await Expect(hand.Page.Locator("[data-test=sync-standing]")).ToHaveTextAsync("都已发送");
        var device = (await hand.Page.Locator(".break-all").Last.InnerTextAsync()).Trim();
        await hand.GoHome();
        hand.Tablet.Link.Cut();
        await hand.Register("东四", "西四");
        var town = await App.SignIn("town");
        (await town.Post($"/api/devices/{device}/revocation", new { commandId = Guid.CreateVersion7(), reason = "在集市上丢失" })).Expect(HttpStatusCode.OK);

        hand.Tablet.Link.Mend();
        await hand.OpenSync();
        await hand.Button("现在发送").ClickAsync();
        await Expect(hand.Page.GetByText("这台设备已被镇里停用，上面的内容已经清除")).ToBeVisibleAsync();

        var left = (await town.Get("/api/sync/exports?under=340803100000&limit=200")).Expect(HttpStatusCode.OK)["items"]!.AsArray()
            .Single(one => (string?)one!["deviceId"] == device)!;
        var opened = (await town.Post("/api/sync/exports/opening", new { exportId = (Guid)left["id"]!, reason = "平板丢失，补录" })).Expect(HttpStatusCode.OK);
        Assert.That(opened["entries"]!.AsArray().Select(one => (string?)one!["kind"]), Is.EqualTo(new[] { "RegisterDispute" }));
        Assert.That(await hand.Page.EvaluateAsync<string[]>("async () => (await indexedDB.databases()).map(one => one.name)"), Has.All.Not.Match("mediation-[0-9a-f]{8}-"));
    }

    async Task<(VillageHand First, VillageHand Second)> GivenTwoAt(string a, string b)
    {
        var first = await VillageHand.At(await NewTablet());
        await first.Register(a, b);
        await first.SendNow();
        var second = await VillageHand.At(await NewTablet());
        await second.SendNow();
        await second.OpenMatter($"{a}与{b}邻里纠纷");
        await first.OpenMatter($"{a}与{b}邻里纠纷");
        return (first, second);
    }

    async Task GivenTheTownTookOver(string subject)
    {
        var (village, town) = (await App.SignIn("village"), await App.SignIn("town"));
        var dispute = await Dispute(subject);
        var sent = (await village.Post($"/api/disputes/{(Guid)dispute["id"]!}/escalation", new
        {
            commandId = Guid.NewGuid(), baseVersion = (int)dispute["version"]!, reason = "PartyRequest", note = "当事人要求。",
        })).Expect(HttpStatusCode.OK);
        (await town.Post($"/api/handovers/{(string)sent["handovers"]![0]!["id"]!}/acceptance", new { commandId = Guid.NewGuid(), baseVersion = (int)sent["version"]! })).Expect(HttpStatusCode.OK);
    }
}
