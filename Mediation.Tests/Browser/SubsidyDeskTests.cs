using System.Net;
using Mediation.Tests.Api;
using Mediation.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>The justice bureau notes what was paid for a sealed closing: once, and with its look-alikes before its eyes.</summary>
sealed class SubsidyDeskTests : CentreTest
{
    [Test]
    public async Task A_closing_is_paid_once_and_its_look_alikes_are_shown()
    {
        var village = await App.SignIn("village");
        var spot = await ApiTest.GivenStep(village, await ApiTest.GivenDispute(village), "settlement-on-the-spot", new { terms = "双方和解", performance = "Immediate" });
        await ApiTest.GivenDispute(village);
        var hand = new ReportHand(App);
        hand.GoTo(new(2026, 12, 6));
        await hand.Seal(new(2026, 11, 1), ApiTest.Village, ApiTest.Town);

        var justice = await Clerk("justice", "/centre/reports/subsidies");
        await Expect(justice.Field("月份")).ToHaveValueAsync("2026-11");
        var row = justice.Page.Locator("main tbody tr").Filter(new() { HasText = "30.00" });
        await Expect(row).ToContainTextAsync("同样当事人、同一周的纠纷 1 件");
        await row.GetByRole(AriaRole.Button, new() { Name = "登记发放" }).ClickAsync();
        await justice.See("登记后不能更改");
        await justice.Fill("说明", "第四季度第一批");
        await justice.Press("登记发放");
        await justice.Told("已登记发放 30 元");
        await Expect(row).ToContainTextAsync("第四季度第一批");
        await Expect(row.GetByRole(AriaRole.Button, new() { Name = "登记发放" })).ToHaveCountAsync(0);
        await justice.Desk.Screenshot("subsidies");
        var paid = (await (await App.SignIn("town")).Get("/api/subsidies?month=2026-11")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Single()!;
        Assert.That(((Guid)paid["disputeId"]!, (decimal)paid["paid"]!["amount"]!), Is.EqualTo((ApiTest.IdOf(spot), 30m)));

        var town = await Clerk("town", "/centre/reports/subsidies?month=2026-11");
        await town.See("第四季度第一批");
        await Expect(town.Button("登记发放")).ToHaveCountAsync(0);
    }
}
