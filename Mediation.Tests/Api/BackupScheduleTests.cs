using System.Net;
using Mediation.Api.Jobs;
using Mediation.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>A backup a day, checked, and no more than are kept.</summary>
sealed class BackupScheduleTests(string kind) : ApiTest(kind)
{
    readonly string folder = Directory.CreateTempSubdirectory("mediation-schedule-").FullName;

    protected override bool OwnServer => true;

    protected override Dictionary<string, string> Settings => new() { ["Backup:Folder"] = folder, ["Backup:At"] = "10:00", ["Backup:Keep"] = "2" };

    [OneTimeTearDown]
    public void Tidy() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Each_day_has_its_file_once_and_the_oldest_goes()
    {
        var schedule = App.Services.GetServices<IHostedService>().OfType<BackupSchedule>().Single();
        await GivenDispute(await SignIn("village"));

        // Nine in the morning: yesterday's is due.
        Assert.That(await schedule.Run(default), Is.True);
        Assert.That(await schedule.Run(default), Is.False);
        Assert.That(Names, Is.EqualTo(new[] { "mediation-2026-11-15.zip" }));
        Assert.That((string?)(await Health())["reason"], Is.EqualTo("The last one is there."));

        foreach (var _ in Enumerable.Range(0, 2))
        {
            App.Clock.Advance(TimeSpan.FromDays(1));
            await Task.WhenAll(schedule.Run(default), schedule.Run(default));
        }
        // The service's own look may be at it.
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (Names is not ["mediation-2026-11-16.zip", _] && waited.Elapsed < TimeSpan.FromSeconds(30))
            await Task.Delay(50);
        Assert.That(Names, Is.EqualTo(new[] { "mediation-2026-11-16.zip", "mediation-2026-11-17.zip" }));

        Directory.Delete(folder, recursive: true);
        await File.WriteAllTextAsync(folder, "no folder");
        App.Clock.Advance(TimeSpan.FromDays(1));
        var warned = await Health();
        Assert.That((bool?)warned["healthy"], Is.False);
        Assert.That((string?)warned["reason"], Does.Contain("is not there; the last one is none"));
        File.Delete(folder);
        Directory.CreateDirectory(folder);
    }

    string[] Names => [.. Directory.EnumerateFiles(folder, "*.zip").Select(path => System.IO.Path.GetFileName(path)).Order()];

    /// <summary>A warning, while the service is ready.</summary>
    async Task<System.Text.Json.Nodes.JsonNode> Health()
    {
        using var client = App.Anonymous();
        var ready = (await client.Get("/health/ready")).Expect(HttpStatusCode.OK);
        return ready["checks"]!.AsArray().Single(check => (string?)check!["name"] == "backup")!;
    }
}
