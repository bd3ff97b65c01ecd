using System.Net;
using System.Text.Json;
using Mediation.Api.Jobs;
using Mediation.Core.Data;
using Mediation.Core.Domain.Clocks;
using Mediation.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Whatever is done and undone: the clocks of the journal are those of the file, and the watch's index is what a recomputation gives.</summary>
sealed class ClockRecountTests(string kind) : ApiTest(kind)
{
    const int Steps = 450;

    // Months go by in a walk, and people stay signed in.
    static readonly Dictionary<string, string> LongSessions = new() { ["SignIn:IdleMinutes"] = "10000000" };

    [TestCase(3)]
    [TestCase(17)]
    public async Task After_any_walk_the_journal_the_file_and_the_index_tell_the_same_clocks(int seed)
    {
        await using var server = await ApiServer.Start(Kind, LongSessions);
        var walk = new ClockWalk(server, new Random(seed));
        for (var step = 0; step < Steps; step++)
            if (await walk.Step() is { } touched)
                await AssertRecounted(server, touched, $"seed {seed}, step {step}");
        TestContext.Out.WriteLine(string.Join(", ", walk.Taken.OrderByDescending(t => t.Value).Select(t => $"{t.Key} {t.Value}")));
        foreach (var act in (string[])["suspension", "resumption", "extensions", "legal-facts", "corrections", "reversals", "handover/acceptance", "reopening", "performance"])
            Assert.That(walk.Taken.GetValueOrDefault(act), Is.Positive, act);

        using var watch = new LimitWatch(server.Services.GetRequiredService<IServiceScopeFactory>(), server.Services.GetRequiredService<JobTurns>());
        await watch.Look(default);

        // A calendar that arrives later moves what was provisional; the watch brings the index along.
        var admin = await server.SignIn("admin");
        var years = new Dictionary<string, object> { ["2027"] = new { off = Days("2027-01-01", 3).Concat(Days("2027-02-05", 8)), work = new[] { "2027-01-30" } } };
        (await admin.Post("/api/calendar/import", new { years })).Expect(HttpStatusCode.OK);
        var moved = await watch.Look(default);
        TestContext.Out.WriteLine($"{moved} moved");
        foreach (var id in walk.Matters)
            await AssertRecounted(server, id, $"seed {seed}, after the calendar");
    }

    static async Task AssertRecounted(ApiServer server, Guid id, string when)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var (disputes, clocks, db) = (scope.ServiceProvider.GetRequiredService<DisputeStore>(), scope.ServiceProvider.GetRequiredService<ClockIndex>(), scope.ServiceProvider.GetRequiredService<DbSession>());
        var file = (await disputes.Find(id))!.File;
        var district = file.Area.District.Value;
        var journalled = ClockJournal.Read(await scope.ServiceProvider.GetRequiredService<JournalStore>().Rows(district, id));
        var context = await clocks.Context(journalled);
        var (due, reminders) = await clocks.Compute(file);
        var keptDue = await db.Find<DateOnly>("select due_on from dispute where district_code = @district and id = @id", new { district, id });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text(journalled), Is.EqualTo(Text(ClockFacts.Of(file))), when);
            Assert.That(Text(MatterClocks.Of(journalled, context).Select(Plain)), Is.EqualTo(Text((await clocks.Clocks(file)).Select(Plain))), when);
            // What is closed binds nobody any more, and the watch passes it by.
            if (file.ClosedAt is null)
                Assert.That(keptDue, Is.EqualTo(due), when);
            Assert.That(MatterClocks.DueOn(journalled, context), Is.EqualTo(due), when);
            Assert.That((await clocks.Kept(district, id, id))[id], Is.EquivalentTo(reminders), when);
        }
    }

    // A rule holds functions, which are no text.
    static object Plain(ClockReading clock) =>
        new { clock.Rule.Clock, clock.Run, clock.Due, clock.State, clock.Used, clock.YellowOn, clock.Extensions, clock.Provisional, clock.RemindAt };

    static string Text(object of) => JsonSerializer.Serialize(of);

    static IEnumerable<string> Days(string first, int count) =>
        Enumerable.Range(0, count).Select(day => DateOnly.ParseExact(first, "yyyy-MM-dd", null).AddDays(day).ToString("yyyy-MM-dd", null));
}
