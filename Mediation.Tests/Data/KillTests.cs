using System.Collections.Concurrent;
using System.Net;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Data;

/// <summary>What was acknowledged is on disk, whatever becomes of the process.</summary>
[TestFixture(TestDatabase.Sqlite)]
[TestFixture(TestDatabase.Postgres)]
sealed class KillTests(string kind)
{
    const int Clients = 8;
    const int EnoughForAKill = 100;

    [Test]
    public async Task A_kill_under_load_loses_no_acknowledged_dispute()
    {
        await using var database = await TestDatabase.New(kind);
        var acknowledged = new ConcurrentBag<Guid>();
        var (service, address) = await ApiProcess.Start(database.ConnectionString);
        using (service)
        {
            using var client = await SignIn(address);
            var load = Enumerable.Range(0, Clients).Select(_ => RegisterUntilTheEnd(client, acknowledged)).ToList();
            var waited = System.Diagnostics.Stopwatch.StartNew();
            while (acknowledged.Count < EnoughForAKill && waited.Elapsed < TimeSpan.FromSeconds(10))
                await Task.Delay(5);
            Assert.That(load.Any(worker => worker.IsCompleted), Is.False, "the load was still on");
            service.Kill();
            await Task.WhenAll(load);
        }

        var (again, at) = await ApiProcess.Start(database.ConnectionString);
        using (again)
        {
            using var client = await SignIn(at);
            Assert.That(acknowledged, Is.Not.Empty);
            await Parallel.ForEachAsync(acknowledged, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (id, _) =>
            {
                var found = await client.Get($"/api/disputes/{id}/journal/verification");
                Assert.That((bool?)found["valid"], Is.True, $"{id}: {found.Text}");
            });
        }
    }

    [Test]
    public async Task A_batch_that_was_cut_off_by_a_kill_is_sent_again_and_carried_out_once()
    {
        await using var database = await TestDatabase.New(kind);
        var (device, ids) = (Guid.CreateVersion7(), Enumerable.Range(0, Clients * 10).Select(_ => Guid.CreateVersion7()).ToList());
        var (service, address) = await ApiProcess.Start(database.ConnectionString);
        using (service)
        {
            using var client = await SignIn(address);
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
            using var client = await SignIn(at);
            var answers = (await SendUntilTheEnd(client, Batch(device, ids)))!["answers"]!.AsArray().Select(answer => (string?)answer!["answer"]).ToList();
            Assert.That(answers, Has.Count.EqualTo(ids.Count).And.All.AnyOf("accepted", "replayed"));
            Assert.That(answers, Has.Some.EqualTo("replayed"), "some of it was on disk");
            foreach (var id in ids)
                Assert.That((await client.Get($"/api/disputes/{id}/journal"))["items"]!.AsArray(), Has.Count.EqualTo(1), "carried out once");
        }
    }

    static object Batch(Guid device, IEnumerable<Guid> ids) => new
    {
        deviceId = device, sentAt = DateTimeOffset.UnixEpoch, entries = ids.Select(id => new
        {
            commandId = id, kind = "RegisterDispute", deviceTime = DateTimeOffset.UnixEpoch, body = new
            {
                type = "Neighbor", areaCode = "340803100204", risks = Array.Empty<string>(), parties = new[] { new { side = "Applicant", kind = "Person", name = "张试一" } },
            },
        }),
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

    static async Task<HttpClient> SignIn(Uri address)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, DefaultRequestHeaders = { { "X-CSRF", "1" } } };
        (await client.Post("/api/session", new { userName = "village", password = ApiServer.Password })).Expect(HttpStatusCode.OK);
        return client;
    }

    /// <summary>Registers until the service is gone.</summary>
    static async Task RegisterUntilTheEnd(HttpClient client, ConcurrentBag<Guid> acknowledged)
    {
        while (true)
        {
            var id = Guid.CreateVersion7();
            var party = new { side = "Applicant", kind = "Person", name = "张试一" };
            try
            {
                (await client.Put($"/api/disputes/{id}", new { type = "Neighbor", areaCode = "340803100204", risks = Array.Empty<string>(), parties = new[] { party } }))
                    .Expect(HttpStatusCode.Created);
            }
            catch (HttpRequestException)
            {
                return;
            }
            acknowledged.Add(id);
        }
    }
}
