using System.Net;
using Mediation.Api.Jobs;
using Mediation.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>The day's heads of all chains, kept elsewhere, show a rewriting that the database's own administrator could hide.</summary>
sealed class JournalHeadsTests(string kind) : ApiTest(kind)
{
    protected override bool OwnServer => true;

    [Test]
    public async Task The_heads_of_a_day_name_each_chain_that_grew_once_with_its_last_hash()
    {
        var village = await SignIn("village");
        var registered = await GivenDispute(village);
        var accepted = await GivenAcceptedDispute(village);

        var heads = (await (await SignIn("auditor")).Get("/api/journal/heads?day=2026-11-16")).Expect(HttpStatusCode.OK);

        var lines = ((string)heads["text"]!).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Has.Length.EqualTo(2));
        foreach (var dispute in new[] { registered, accepted })
        {
            var head = (string)(await village.Get(Path(IdOf(dispute), "journal/verification")))["head"]!;
            Assert.That(lines, Does.Contain($"{IdOf(dispute)},{VersionOf(dispute)},{head}"));
        }
        Assert.That((await village.Get("/api/journal/heads?day=2026-11-16")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await (await SignIn("auditor")).Get("/api/journal/heads?day=2026-12-01")).Status, Is.EqualTo(HttpStatusCode.BadRequest));

        await The_export_writes_the_day_once_it_is_over(lines);
    }

    async Task The_export_writes_the_day_once_it_is_over(string[] lines)
    {
        App.Clock.Advance(TimeSpan.FromDays(1));
        var folder = Directory.CreateTempSubdirectory("journal-heads").FullName;
        using var export = new JournalHeadsExport(
            App.Services.GetRequiredService<IServiceScopeFactory>(), new ConfigurationBuilder().Build(), App.Services.GetRequiredService<JobTurns>());

        var written = await File.ReadAllLinesAsync(await export.Write(folder, default));

        Directory.Delete(folder, recursive: true);
        Assert.That(written[..^1], Is.EqualTo(lines));
        Assert.That(written[^1], Does.StartWith("sha256,2,"));
    }
}
