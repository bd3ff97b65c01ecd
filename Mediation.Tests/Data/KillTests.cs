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
