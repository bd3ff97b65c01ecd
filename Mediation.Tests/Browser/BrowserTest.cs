using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Mediation.Tests.Browser;

/// <summary>A test in a real Chromium against the real server, over a line that can be cut. The clock is the only double, on both sides.</summary>
abstract class BrowserTest
{
    readonly List<Tablet> tablets = [];

    protected ApiServer App { get; private set; } = null!;

    /// <summary>Beside those of every test server.</summary>
    protected virtual Dictionary<string, string> Settings => [];

    [OneTimeSetUp]
    public async Task Start_the_server() => App = await ApiServer.Start(TestDatabase.Sqlite, Settings);

    [OneTimeTearDown]
    public async Task Stop_the_server() => await App.DisposeAsync();

    [TearDown]
    public async Task Close_what_was_opened()
    {
        var troubles = tablets.SelectMany(tablet => tablet.Troubles).ToList();
        foreach (var tablet in tablets)
            await tablet.DisposeAsync();
        tablets.Clear();
        Assert.That(troubles, Is.Empty, "The browser's console tells of trouble.");
    }

    /// <summary>A village mediator's tablet, held upright.</summary>
    protected Task<Tablet> NewTablet(string language = "zh-CN") => Open(800, 1280, language, touch: true);

    /// <summary>A desk in a centre.</summary>
    protected Task<Tablet> NewDesktop(string language = "zh-CN") => Open(1440, 900, language, touch: false);

    /// <summary>What the server holds, as this account sees it.</summary>
    protected async Task<List<JsonNode>> Ledger(string user = "village") =>
        [.. (await (await App.SignIn(user)).Get("/api/disputes?limit=200")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(item => item!)];

    /// <summary>The one dispute of this subject, whole.</summary>
    protected async Task<JsonNode> Dispute(string subject, string user = "village")
    {
        var id = (Guid)(await Ledger(user)).Single(one => (string?)one["subject"] == subject)["id"]!;
        return (await (await App.SignIn(user)).Get($"/api/disputes/{id}")).Expect(HttpStatusCode.OK);
    }

    /// <summary>The events of its journal, in order.</summary>
    protected async Task<List<string>> Journal(JsonNode dispute, string user = "village") =>
        [.. (await (await App.SignIn(user)).Get($"/api/disputes/{(Guid)dispute["id"]!}/journal")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(line => (string)line!["event"]!)];

    async Task<Tablet> Open(int width, int height, string language, bool touch)
    {
        var tablet = await Tablet.Open(App, new ViewportSize { Width = width, Height = height }, language, touch);
        tablets.Add(tablet);
        return tablet;
    }
}
