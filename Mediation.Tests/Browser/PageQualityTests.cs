using System.Net;
using Mediation.Tests.Api;
using Mediation.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Mediation.Tests.Browser;

/// <summary>Every page, in the state in which a fresh installation with its fictional disputes shows it.</summary>
sealed class PageQualityTests : BrowserTest
{
    static readonly string[] OfDispute = ["", "/steps/follow-up", "/steps/correct", "/attach", "/papers", "/papers/WrittenAgreement", "/papers/SpotSheet", "/cards"];

    static readonly string[] Village = ["/", "/register", "/disputes", "/emergency", "/screening", "/month", "/sync", "/settings"];

    static readonly string[] Centre =
    [
        "/centre/triage", "/centre/disputes", "/centre/paper-entry", "/centre/mediators", "/centre/organisations", "/centre/overview", "/centre/reports",
        "/centre/admin", "/centre/admin/areas", "/centre/admin/calendar", "/centre/admin/rules", "/centre/admin/devices", "/centre/admin/late",
        "/centre/admin/exports", "/centre/screening", "/centre/screening/campaigns", "/centre/reports/shares",
        "/centre/reports/filings", "/centre/reports/openings", "/centre/reports/openings/sign", "/centre/reports/periods",
        "/centre/reports/returns", "/centre/reports/justice", "/centre/reports/indicators", "/centre/reports/subsidies", "/centre/reports/exports",
        "/centre/screening/signs", "/centre/screening/desk", "/centre/screening/week", "/centre/screening/plans",
        "/centre/supervision", "/centre/supervision/cards", "/centre/supervision/meetings", "/centre/supervision/books",
        "/centre/assessment", "/centre/assessment/preview", "/centre/assessment/schemes", "/centre/assessment/vetoes", "/centre/assessment/trainings", "/centre/assessment/stability",
    ];

    static readonly Guid UnderWay = Guid.CreateVersion7();

    protected override Dictionary<string, string> Settings => new() { ["MEDIATION_SEED"] = "all" };

    [Test]
    public async Task The_tablets_pages_can_be_read_touched_and_heard()
    {
        var page = await VillageTablet("zh-CN");
        await Walk(page, await VillagePages());
    }

    [Test]
    public async Task The_tablets_pages_stand_at_twice_the_size_and_in_English()
    {
        var page = await VillageTablet("zh-CN");
        await page.EvaluateAsync("() => { localStorage.setItem('mediation.textSize', '200'); localStorage.setItem('mediation.language', 'en') }");
        await page.ReloadAsync();
        foreach (var digit in "271828")
            await page.GetByRole(AriaRole.Button, new() { Name = digit.ToString(), Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Walk(page, await VillagePages());
    }

    [Test]
    public async Task Signing_in_and_the_lock_can_be_read_touched_and_heard()
    {
        var tablet = await NewTablet();
        await tablet.Page.GotoAsync("/sign-in");
        await Assertions.Expect(tablet.Page.Locator("h1")).ToBeVisibleAsync();
        await tablet.Page.AssertGood(touch: true);
        await PageWalk.SignIn(tablet.Page, "village", tablet: true);
        await tablet.Page.ReloadAsync();
        await Assertions.Expect(tablet.Page.GetByRole(AriaRole.Button, new() { Name = "1", Exact = true })).ToBeVisibleAsync();
        await tablet.Page.AssertGood(touch: true);
    }

    [Test]
    public async Task The_centres_pages_can_be_read_and_heard_in_English() => await Walk(await Desk("district", "en"), await CentrePages());

    [TestCase("admin", "/centre/admin/accounts")]
    [TestCase("auditor", "/centre/admin/access-log")]
    public async Task The_pages_of_those_who_configure_and_audit_can_be_read_and_heard(string user, string path)
    {
        var page = await Desk(user, "zh-CN");
        await page.Visit(path);
        await page.AssertGood(touch: true);
    }

    /// <summary>And at a desk and on a tablet, with letters as they come and twice as large; by the Tab key alone, too.</summary>
    [Test]
    public async Task The_centres_pages_can_be_read_and_heard_fit_every_size_and_are_walked_by_keyboard()
    {
        var page = await Desk("district", "zh-CN");
        using (Assert.EnterMultipleScope())
        {
            foreach (var path in await CentrePages())
            {
                await page.Visit(path);
                await page.AssertGood(touch: true);
                await page.AssertTabReachesAll();
                await page.AssertFitsAllSizes();
            }
        }
    }

    /// <summary>All pages are told of at once: one fault is seldom alone.</summary>
    static async Task Walk(IPage page, IEnumerable<string> paths)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var path in paths)
            {
                await page.Visit(path);
                await page.AssertGood(touch: true);
            }
        }
    }

    async Task<IPage> VillageTablet(string language)
    {
        var tablet = await NewTablet(language);
        await PageWalk.SignIn(tablet.Page, "village", tablet: true);
        return tablet.Page;
    }

    async Task<IPage> Desk(string user, string language)
    {
        var desk = await NewDesktop(language);
        await desk.Page.GotoAsync("/sign-in");
        await desk.Page.EvaluateAsync("language => localStorage.setItem('mediation.language', language)", language);
        await PageWalk.SignIn(desk.Page, user, tablet: false);
        return desk.Page;
    }

    async Task<IReadOnlyList<string>> VillagePages()
    {
        var id = await Id("village", "");
        return [.. Village, .. OfDispute.Select(part => $"/disputes/{id}{part}")];
    }

    async Task<IReadOnlyList<string>> CentrePages() =>
        [.. Centre, await Filing(), await Return(), await Score(), .. await Meetings(), $"/centre/disputes/{await Sponsored()}", $"/centre/disputes/{await Id("district", "&status=InMediation")}", $"/centre/disputes/{await Id("district", "&status=Closed")}"];

    /// <summary>The district's report of the month before, opened by whoever comes first.</summary>
    async Task<string> Filing()
    {
        var client = await App.SignIn("district");
        await client.Put($"/api/monthly-reports/{Guid.NewGuid()}", new { month = "2026-10" });
        var filings = (await client.Get("/api/monthly-reports?month=2026-10")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        return $"/centre/reports/filings/{(Guid)filings[0]!["id"]!}";
    }

    /// <summary>And the district's justice return of that month.</summary>
    async Task<string> Return()
    {
        var client = await App.SignIn("district");
        await client.Put($"/api/justice-returns/{Guid.NewGuid()}", new { month = "2026-10" });
        var returns = (await client.Get("/api/justice-returns?month=2026-10")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        return $"/centre/reports/returns/{(Guid)returns[0]!["id"]!}";
    }

    /// <summary>A meeting whose minutes are made, and one that is under way, opened by whoever comes first.</summary>
    async Task<IEnumerable<string>> Meetings()
    {
        var client = await App.SignIn("district");
        (await client.Put($"/api/meetings/{UnderWay}", new { heldOn = "2026-11-16", host = "周某某" })).Expect(HttpStatusCode.Created, HttpStatusCode.OK);
        var held = (await client.Get($"/api/meetings?under={ApiTest.District}")).Expect(HttpStatusCode.OK)["items"]!.AsArray().First(one => one!["concludedOn"] is not null)!;
        return [$"/centre/supervision/meetings/{UnderWay}", $"/centre/supervision/meetings/{(Guid)held["id"]!}"];
    }

    /// <summary>A major matter with a leader, and more to tell.</summary>
    async Task<Guid> Sponsored() => (Guid)(await (await App.SignIn("district")).Get("/api/major-matters?limit=200")).Expect(HttpStatusCode.OK)["items"]!
        .AsArray().Last(one => (string?)one!["dispute"]!["status"] != "Closed")!["dispute"]!["id"]!;

    /// <summary>A town's score of the month before, frozen by whoever comes first; with an assessment and a training to look at.</summary>
    async Task<string> Score()
    {
        var client = await App.SignIn("district");
        if ((await client.Put($"/api/scores/freezes/{Guid.NewGuid()}", new { period = "2026-10", unit = "Town" })).Status == HttpStatusCode.Created)
        {
            var mediators = (await client.Get("/api/mediators?limit=3")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(one => (Guid)one!["id"]!);
            await client.Put($"/api/trainings/{Guid.NewGuid()}", new { heldOn = "2026-10-10", kind = "Yearly", hours = 6.5, organiser = "区司法局", subject = "民法典", mediatorIds = mediators });
            await client.Put($"/api/stability-assessments/{Guid.NewGuid()}", new { name = "安置房二期项目", kind = "MajorProject", responsibleBody = "区住建局", dueOn = "2026-10-15" });
            await client.Put($"/api/veto-flags/{Guid.NewGuid()}", new { kind = "MassIncident", areaCode = "340803200000", happenedOn = "2026-10-20", evidence = "通报" });
        }
        var scores = (await client.Get("/api/scores?period=2026-10&units=Town")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        return $"/centre/assessment/scores/{(Guid)scores[0]!["id"]!}";
    }

    async Task<Guid> Id(string user, string filter)
    {
        var client = await App.SignIn(user);
        return (Guid)(await client.Get($"/api/disputes?limit=1{filter}")).Expect(HttpStatusCode.OK)["items"]![0]!["id"]!;
    }
}
