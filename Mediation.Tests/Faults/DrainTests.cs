using System.Diagnostics;
using System.Net;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Faults;

/// <summary>SIGTERM: what was accepted is answered, nobody holds up the end, and it ends in peace.</summary>
[TestFixture(TestDatabase.Sqlite)]
[TestFixture(TestDatabase.Postgres)]
sealed class DrainTests(string kind)
{
    const int Streams = 10, Copies = 5_000;

    static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Test]
    public async Task Every_accepted_command_is_answered_with_streams_and_an_export_open()
    {
        await using var database = await TestDatabase.New(kind);
        var (service, address) = await ApiProcess.Start(database.ConnectionString, new KeyValuePair<string, string>("Exports:LookSeconds", "1"));
        using (service)
        {
            using var client = await ApiProcess.SignIn(address, "village");
            var first = Guid.CreateVersion7();
            (await client.Put($"/api/disputes/{first}", Load.Body())).Expect(HttpStatusCode.Created);
            await ManyCopies.Make(database.ConnectionString, first, Copies);
            var copies = await Ids(database.ConnectionString);
            var streams = await Task.WhenAll(Enumerable.Range(0, Streams).Select(_ => client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead)));
            Assert.That(streams.Select(stream => stream.StatusCode), Has.All.EqualTo(HttpStatusCode.OK));
            (await client.Put($"/api/export-jobs/{Guid.CreateVersion7()}", new { kind = "Disputes", format = "Csv", reason = "调阅", parameters = new { } })).Expect(HttpStatusCode.Created);
            var load = new Load(client, workers: 16);
            var running = load.Run();
            await load.Reach(30);

            var ending = Stopwatch.StartNew();
            service.Terminate();
            Assert.That(await service.End(), Is.Zero, service.Output);
            await running;

            Assert.That(ending.Elapsed, Is.LessThan(Limit));
            Assert.That(load.Unexpected, Is.Empty);
            Assert.That((await Ids(database.ConnectionString)).Except(copies).Except(load.Acknowledged.Keys), Is.Empty, "carried out and answered are the same");
            Assert.That(load.Acknowledged.Keys.Except(await Ids(database.ConnectionString)), Is.Empty);
            foreach (var stream in streams)
                stream.Dispose();
        }
    }

    [Test]
    public async Task A_client_that_never_ends_its_request_does_not_hold_up_the_end()
    {
        await using var database = await TestDatabase.New(kind);
        var (service, address) = await ApiProcess.Start(database.ConnectionString, new KeyValuePair<string, string>("Limits:DrainSeconds", "3"));
        using (service)
        {
            using var client = await ApiProcess.SignIn(address, "village");
            using var slow = await RawClient.Connect(address);
            await slow.Send($"PUT /api/disputes/{Guid.CreateVersion7()} HTTP/1.1\r\nHost: x\r\nX-CSRF: 1\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n{{");
            await slow.Send(new string(' ', 100_000));

            var ending = Stopwatch.StartNew();
            service.Terminate();
            await service.End();

            Assert.That(ending.Elapsed, Is.LessThan(TimeSpan.FromSeconds(15)));
        }
    }

    static async Task<HashSet<Guid>> Ids(string connectionString)
    {
        await using var connection = await TestDatabase.Open(connectionString);
        await using var command = connection.CreateCommand();
        command.CommandText = "select id from dispute";
        await using var reader = await command.ExecuteReaderAsync();
        var ids = new HashSet<Guid>();
        while (await reader.ReadAsync())
            ids.Add(reader.GetValue(0) is byte[] bytes ? new Guid(bytes, bigEndian: true) : reader.GetGuid(0));
        return ids;
    }
}
