using System.Net;
using System.Text.Json.Nodes;
using Mediation.Api.Seeding;
using Mediation.Core.Data;
using Mediation.Core.Domain.Calendar;
using Mediation.Core.Features.Seeds;
using Mediation.Tests.Support;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Reference data comes with the program at every start, and takes nothing away from what was imported.</summary>
sealed class ReferenceSeedTests(string kind) : ApiTest(kind)
{
    protected override bool OwnServer => true;

    [Test]
    public async Task An_imported_year_outlives_starts_and_newer_programs()
    {
        var admin = await SignIn("admin");
        await Import(admin, "2027", "2027-01-01");
        await App.Services.GetRequiredService<SeedRun>().Start(default);
        var restarted = await Calendar();

        // The next program brings its own notices for 2027 and 2028.
        await Store(calendar =>
        {
            calendar["years"]!["2027"] = Notice("2027-02-01");
            calendar["years"]!["2028"] = Notice("2028-01-03");
        });
        var upgraded = await Calendar();
        App.Clock.Advance(TimeSpan.FromMinutes(2));
        await Import(admin, "2029", "2029-01-01");
        var imported = await Calendar();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(restarted.IsPublished(2027));
            Assert.That(upgraded.PublishedYears, Does.Contain(2028));
            Assert.That(upgraded.IsWorkday(new DateOnly(2027, 1, 1)), Is.False);
            Assert.That(upgraded.IsWorkday(new DateOnly(2027, 2, 1)), Is.True);
            Assert.That(imported.PublishedYears, Is.SupersetOf((int[])[2026, 2027, 2028, 2029]));
        }
    }

    [Test]
    public async Task A_start_with_nothing_new_stores_nothing() => Assert.That(await Store(), Is.Zero);

    static async Task Import(HttpClient admin, string year, string dayOff) =>
        (await admin.Post("/api/calendar/import", new JsonObject { ["source"] = "notice", ["years"] = new JsonObject { [year] = Notice(dayOff) } }))
            .Expect(HttpStatusCode.OK);

    static JsonObject Notice(string dayOff) => new() { ["off"] = new JsonArray(dayOff), ["work"] = new JsonArray() };

    async Task<int> Store(Action<JsonNode>? change = null)
    {
        var calendar = JsonNode.Parse(await SeedFolder.Text("work-calendar.json", default))!;
        change?.Invoke(calendar);
        using var scope = App.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(new StoreReferenceData(
            await SeedFolder.Text("routing-rules.json", default), await SeedFolder.Text("report-definition.json", default), calendar.ToJsonString(),
            await SeedFolder.Text("reference-labels.json", default), await SeedFolder.Text("retention-terms.json", default),
            await SeedFolder.Text("phrases.json", default), await SeedFolder.Text("screening.json", default),
            await SeedFolder.Text("supervision-rules.json", default), await SeedFolder.Text("scoring-schemes.json", default)));
    }

    async Task<WorkCalendar> Calendar()
    {
        using var scope = App.Services.CreateScope();
        return WorkCalendar.Parse((await ReferenceData.Text(scope.ServiceProvider.GetRequiredService<DbSession>(), ReferenceKind.WorkCalendar))!);
    }
}
