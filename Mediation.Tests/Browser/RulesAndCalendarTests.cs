using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework;
using static Mediation.Tests.Api.ApiTest;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>Rules of a day to come, the holidays of a year to come, and tablets of which nothing has been heard since.</summary>
sealed class RulesAndCalendarTests : CentreTest
{
    const string Text = "规则内容（JSON）";

    [Test, Order(1)]
    public async Task A_year_s_notice_is_entered_and_a_limit_ends_later_for_it()
    {
        var clerk = await Clerk("admin", "/centre/admin/calendar");
        var reckoned = clerk.Region("期限试算").GetByRole(AriaRole.Status);
        await clerk.Fill("起", "2026-12-31");
        await clerk.Fill("数量", "1");
        await clerk.Press("计算");
        await Expect(reckoned).ToContainTextAsync("2027-01-01 到期 （次年放假安排未公布，暂定）");

        await clerk.Fill("放假日", "2027-01-01，2027-02-30");
        await clerk.Press("保存");
        await Expect(clerk.ErrorAt("放假日")).ToHaveTextAsync("不是该年的日期：2027-02-30");
        // A notice reaches into the year before.
        await clerk.Fill("放假日", "2026-12-30、2027-01-01、2027-01-02、2027-01-03");
        await clerk.Fill("调休上班日", "2027-01-03");
        await clerk.Press("保存");
        await Expect(clerk.ErrorAt("年份")).ToHaveTextAsync("同一天不能既放假又上班");
        await clerk.Fill("调休上班日", "2027-01-09");
        await clerk.Press("保存");
        await clerk.Told("2027 年已保存");

        await Expect(clerk.Region("已录入年份")).ToContainTextAsync("2027 年：放假 4 天，调休上班 1 天");
        await clerk.Press("计算");
        await Expect(reckoned).ToHaveTextAsync("2027-01-04 到期");
        var deadline = (await (await App.SignIn("village")).Get("/api/calendar/deadline?start=2026-12-29&amount=1&unit=workday")).Expect(HttpStatusCode.OK);
        Assert.That(((string?)deadline["due"], (bool)deadline["provisional"]!), Is.EqualTo(("2026-12-31", false)));
    }

    [Test, Order(2)]
    public async Task A_rule_is_changed_for_a_day_to_come_tried_and_holds_from_then_on()
    {
        var clerk = await Clerk("admin", "/centre/admin/rules");
        await clerk.Press("编写新版本");
        await Expect(clerk.Field("版本号")).ToHaveValueAsync("2026.2");
        var written = await clerk.Field(Text).InputValueAsync();
        await clerk.Fill(Text, written[..^1]);
        await clerk.Press("保存");
        await Expect(clerk.ErrorAt(Text)).ToContainTextAsync("不是有效的 JSON");
        await clerk.Fill(Text, WithPeopleOfTown(written, rule => rule["when"] = new JsonObject { ["minMoon"] = 4 }));
        await clerk.Press("保存");
        await Expect(clerk.ErrorAt(Text)).ToContainTextAsync("people-town");
        await Expect(clerk.Field(Text)).ToBeFocusedAsync();
        await clerk.Desk.Screenshot("rules-refused");
        await clerk.Fill(Text, WithPeopleOfTown(written, rule => rule["when"]!["minPeople"] = 4));
        await clerk.Fill("生效日", "2026-11-15");
        await clerk.Press("先校验");
        await Expect(clerk.ErrorAt("生效日")).ToHaveTextAsync("生效日不能早于今天");
        await Expect(clerk.ErrorAt(Text)).ToHaveCountAsync(0);
        await clerk.Fill("生效日", "2026-12-01");
        await clerk.Press("先校验");
        await clerk.See("校验通过，尚未保存。");
        await clerk.Press("保存");
        await clerk.Told("已保存：2026.2");

        var versions = clerk.Region("版本").GetByRole(AriaRole.Listitem);
        await Expect(versions).ToContainTextAsync(["2026.1生效中自 2025-01-01", "2026.2待生效自 2026-12-01"]);
        await Expect(clerk.Region("规则 2026.2")).ToContainTextAsync("人数不少于 4");
        await clerk.Fill("涉及人数", "5");
        await clerk.Press("试算");
        await Expect(clerk.Region("试算").GetByRole(AriaRole.Status)).ToContainTextAsync("建议：乡镇街道");
        await clerk.Press("2026.1");
        await Expect(clerk.Region("规则 2026.1")).ToContainTextAsync("人数不少于 10");
        await clerk.Press("试算");
        await Expect(clerk.Region("试算").GetByRole(AriaRole.Status)).ToContainTextAsync("建议：村居");

        Assert.That(await TierOfFive(), Is.EqualTo("Village"));
        App.Clock.Advance(TimeSpan.FromDays(15));
        Assert.That(await TierOfFive(), Is.EqualTo("Town"));
    }

    [Test, Order(3)]
    public async Task A_tablet_of_which_nothing_was_heard_is_marked_and_one_that_was_heard_of_is_not()
    {
        var (quiet, busy) = (await GivenDevice("久未联系的平板"), Guid.NewGuid());
        App.Clock.Advance(TimeSpan.FromDays(5));
        busy = await GivenDevice("刚联系的平板", busy);
        var clerk = await Clerk("town", "/centre/admin/devices");

        await Expect(clerk.Page.GetByRole(AriaRole.Row, new() { Name = "久未联系的平板" })).ToContainTextAsync("5 天未联系");
        await Expect(clerk.Page.GetByRole(AriaRole.Row, new() { Name = "刚联系的平板" })).ToContainTextAsync("正常");
        Assert.That(quiet, Is.Not.EqualTo(busy));
    }

    async Task<Guid> GivenDevice(string name, Guid? id = null)
    {
        var device = id ?? Guid.NewGuid();
        (await (await App.SignIn("village")).Put($"/api/devices/{device}", new { name, storage = "Persistent", appVersion = "1" })).Expect(HttpStatusCode.OK);
        return device;
    }

    /// <summary>Where a quarrel of five people belongs today.</summary>
    async Task<string?> TierOfFive() => (string?)(await (await App.SignIn("village")).Post("/api/disputes/routing-preview", new
    {
        type = "Neighbor", areaCode = Village, risks = Array.Empty<string>(), peopleInvolved = 5, parties = new[] { new { side = "Applicant", kind = "Person", name = "甲" } },
    })).Expect(HttpStatusCode.OK)["routing"]!["tier"];

    static string WithPeopleOfTown(string text, Action<JsonNode> change)
    {
        var rules = JsonNode.Parse(text)!;
        change(rules["rules"]!.AsArray().Single(rule => (string?)rule!["id"] == "people-town")!);
        return rules.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
