using System.Net;
using Mediation.Tests.Architecture;
using Mediation.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Mediation.Tests.Browser;

/// <summary>The README's pictures, of the pages as they are now: made anew when MEDIATION_PICTURES=1 is set, looked for otherwise.</summary>
sealed class PictureTests : BrowserTest
{
    static readonly string Folder = Path.Combine(RepositoryRoot.Path, ".readme");

    static readonly bool Made = Environment.GetEnvironmentVariable("MEDIATION_PICTURES") == "1";

    protected override Dictionary<string, string> Settings => new() { ["MEDIATION_SEED"] = "all" };

    [Test]
    public async Task The_tablet()
    {
        var open = await Register("village", "340803100204", "张试一", "李试二");
        var tablet = await NewTablet();
        await PageWalk.SignIn(tablet.Page, "village", tablet: true);
        await Assertions.Expect(tablet.Page.GetByText("都已发送")).ToBeVisibleAsync();
        await Picture(tablet.Page, "/", "home");
        await tablet.Page.Visit("/register");
        await tablet.Page.GetByText("邻里纠纷", new() { Exact = true }).First.ClickAsync();
        await Picture(tablet.Page, null, "intake");
        await Picture(tablet.Page, $"/disputes/{open}", "dispute");
    }

    [Test]
    public async Task The_centre()
    {
        var desk = await NewDesktop();
        await PageWalk.SignIn(desk.Page, "district", tablet: false);
        await Picture(desk.Page, "/centre/triage", "triage");
        await Picture(desk.Page, "/centre/overview", "overview");
        await Picture(desk.Page, "/centre/reports", "report");
        await Picture(desk.Page, $"/centre/disputes/{await Open()}", "file");
    }

    [Test]
    public void The_README_shows_pictures_that_are_there()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));
        var shown = System.Text.RegularExpressions.Regex.Matches(text, @"\(\.readme/([a-z]+)\.png\)").Select(found => found.Groups[1].Value).ToList();

        Assert.That(shown, Is.Not.Empty);
        Assert.That(shown.Select(name => new FileInfo(Path.Combine(Folder, $"{name}.png"))), Has.All.Matches<FileInfo>(file => file is { Exists: true, Length: < 200_000 }));
    }

    static async Task Picture(IPage page, string? path, string name)
    {
        if (path is not null)
            await page.Visit(path);
        await page.UntilRead();
        if (Made)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Directory.CreateDirectory(Folder).FullName, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }

    async Task<Guid> Register(string user, string area, string one, string other)
    {
        var id = Guid.CreateVersion7();
        (await (await App.SignIn(user)).Put($"/api/disputes/{id}", new
        {
            type = "Neighbor", areaCode = area, risks = Array.Empty<string>(), summary = "两家因排水沟堵塞争执，雨后积水流进院子。",
            parties = new[] { new { side = "Applicant", kind = "Person", name = one }, new { side = "Respondent", kind = "Person", name = other } },
        })).Expect(HttpStatusCode.Created);
        return id;
    }

    async Task<Guid> Open() =>
        (Guid)(await (await App.SignIn("district")).Get("/api/disputes?limit=1&status=InMediation")).Expect(HttpStatusCode.OK)["items"]![0]!["id"]!;
}
