using System.Net;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Faults;

/// <summary>What was acknowledged is on disk, whatever becomes of the process; what was not is there whole or not at all.</summary>
[TestFixture(TestDatabase.Sqlite)]
[TestFixture(TestDatabase.Postgres)]
sealed class KillTests(string kind)
{
    const int Longest = 1_500;

    [Test]
    public async Task Killed_at_random_moments_under_load_nothing_acknowledged_is_lost_and_nothing_is_there_by_half()
    {
        await using var database = await TestDatabase.New(kind);
        var (chance, all) = (FullRun.Chance(), new Dictionary<Guid, int>());
        for (var round = 0; round < FullRun.Kills; round++)
        {
            var (service, address) = await ApiProcess.Start(database.ConnectionString);
            using (service)
            {
                // What the last kill left behind, before anything new comes.
                await WholeLedger.Require(database.ConnectionString, address, all);
                using var client = await ApiProcess.SignIn(address, "village");
                var load = new Load(client);
                var running = load.Run();
                await load.Reach(5);
                await Task.Delay(chance.Next(Longest));
                service.Kill();
                await running;
                Assert.That(load.Unexpected, Is.Empty);
                foreach (var (id, version) in load.Acknowledged)
                    all.Add(id, version);
            }
        }

        var (again, at) = await ApiProcess.Start(database.ConnectionString);
        using (again)
            await WholeLedger.Require(database.ConnectionString, at, all);
        TestContext.Out.WriteLine($"{FullRun.Kills} kills, {all.Count} disputes acknowledged, {all.Values.Count(version => version > 1)} with further steps");
        await A_command_by_half_would_be_seen(database.ConnectionString);
    }

    [Test]
    public async Task A_batch_that_was_cut_off_by_a_kill_is_sent_again_and_carried_out_once()
    {
        await using var database = await TestDatabase.New(kind);
        var (device, ids) = (Guid.CreateVersion7(), Enumerable.Range(0, 80).Select(_ => Guid.CreateVersion7()).ToList());
        var (service, address) = await ApiProcess.Start(database.ConnectionString);
        using (service)
        {
            using var client = await ApiProcess.SignIn(address, "village");
            (await client.Put($"/api/devices/{device}", new { name = "平板", storage = "Persistent", appVersion = "1" })).Expect(HttpStatusCode.OK);
            var cut = SendUntilTheEnd(client, Batch(device, ids));
            while ((await client.Get("/api/disputes?limit=200"))["items"]!.AsArray().Count < 5)
                await Task.Delay(1);
            service.Kill();
            Assert.That(await cut, Is.Null, "nobody heard the answer");
        }

        var (again, at) = await ApiProcess.Start(database.ConnectionString);
        using (again)
        {
            using var client = await ApiProcess.SignIn(at, "village");
            var answers = (await SendUntilTheEnd(client, Batch(device, ids)))!["answers"]!.AsArray().Select(answer => (string?)answer!["answer"]).ToList();
            Assert.That(answers, Has.Count.EqualTo(ids.Count).And.All.AnyOf("accepted", "replayed"));
            Assert.That(answers, Has.Some.EqualTo("replayed"), "some of it was on disk");
            foreach (var id in ids)
                Assert.That((await client.Get($"/api/disputes/{id}/journal"))["items"]!.AsArray(), Has.Count.EqualTo(1), "carried out once");
        }
    }

    /// <summary>The look for halves, seen finding some.</summary>
    static async Task A_command_by_half_would_be_seen(string connectionString)
    {
        await using (var connection = await TestDatabase.Open(connectionString))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "delete from dispute_file; delete from search_text; delete from case_number; update change_counter set last = 0";
            await command.ExecuteNonQueryAsync();
        }
        Assert.That(string.Join('\n', await WholeLedger.Faults(connectionString)), Does.Contain("without a file").And.Contain("no search finds").And.Contain("case numbers").And.Contain("not drawn"));
    }

    static object Batch(Guid device, IEnumerable<Guid> ids) => new
    {
        deviceId = device, sentAt = DateTimeOffset.UnixEpoch,
        entries = ids.Select(id => new { commandId = id, kind = "RegisterDispute", deviceTime = DateTimeOffset.UnixEpoch, body = Load.Body() }),
    };

    /// <summary>Null when the service went away before it answered.</summary>
    static async Task<System.Text.Json.Nodes.JsonNode?> SendUntilTheEnd(HttpClient client, object batch)
    {
        try
        {
            return (await client.Post("/api/sync/commands", batch)).Expect(HttpStatusCode.OK);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
