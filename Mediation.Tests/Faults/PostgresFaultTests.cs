using System.Net;
using Mediation.Tests.Support;
using Npgsql;
using NUnit.Framework;

namespace Mediation.Tests.Faults;

/// <summary>A PostgreSQL that breaks under the service: it says so, loses nothing, and goes on by itself when the server is back.</summary>
[NonParallelizable]
sealed class PostgresFaultTests
{
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    PostgresProcess server = null!;
    string connectionString = null!;
    ApiProcess service = null!;
    Uri address = null!;
    HttpClient client = null!;

    [OneTimeSetUp]
    public async Task Start_a_server_and_the_service()
    {
        server = PostgresProcess.Start(PostgresInstallation.Best());
        connectionString = await PostgresServer.NewDatabase(server);
        (service, address) = await ApiProcess.Start(connectionString, new KeyValuePair<string, string>("Database:LookSeconds", "1"));
        client = await ApiProcess.SignIn(address, "village");
    }

    [OneTimeTearDown]
    public void Stop_both()
    {
        client?.Dispose();
        service?.Dispose();
        server?.Dispose();
    }

    [Test]
    public async Task A_server_that_is_away_for_a_while_is_told_and_the_service_goes_on_by_itself()
    {
        var id = Guid.CreateVersion7();
        (await client.Put($"/api/disputes/{id}", Load.Body())).Expect(HttpStatusCode.Created);

        server.Crash();
        var away = System.Diagnostics.Stopwatch.StartNew();
        while (away.Elapsed < FullRun.Away)
        {
            await ExpectGone(() => client.Get($"/api/disputes/{id}"));
            await ExpectGone(() => client.Put($"/api/disputes/{Guid.CreateVersion7()}", Load.Body()));
            var ready = (await client.Get("/health/ready")).Expect(HttpStatusCode.ServiceUnavailable);
            Assert.That((string?)ready["checks"]![0]!["reason"], Does.Contain("does not answer"));
            Assert.That((await client.Get("/health/live")).Status, Is.EqualTo(HttpStatusCode.OK));
            await Task.Delay(200);
        }
        server.Resume();

        await Again.Until(Soon, async () => (await client.Get($"/api/disputes/{id}")).Status == HttpStatusCode.OK);
        await Again.Until(Soon, async () => (await client.Put($"/api/disputes/{Guid.CreateVersion7()}", Load.Body())).Status == HttpStatusCode.Created);
        await Again.Until(Soon, async () => (await client.Get("/health/ready")).Status == HttpStatusCode.OK);
        Assert.That(service.Output, Does.Contain("The database is in trouble").And.Not.Contain(Load.PartyName));
    }

    [Test]
    public async Task Killed_under_load_it_loses_nothing_that_was_acknowledged()
    {
        var load = new Load(client);
        var running = load.Run();
        await load.Reach(20);
        await KillABackend();
        await load.Reach(load.Acknowledged.Count + 20);
        server.Crash();
        await Task.Delay(500);
        server.Resume();
        await load.Reach(load.Acknowledged.Count + 20);
        load.Stop();
        await running;

        Assert.That(load.Unexpected, Is.Empty);
        Assert.That(load.Shed, Is.Positive, "somebody was told to come again");
        NpgsqlConnection.ClearAllPools();
        await WholeLedger.Require(connectionString, address, load.Acknowledged);
    }

    /// <summary>SIGKILL to one of its processes: it takes all its clients' connections down, and recovers.</summary>
    async Task KillABackend()
    {
        await using var connection = new NpgsqlConnection(server.ConnectionTo("postgres", poolSize: 2));
        await connection.OpenAsync();
        await using var find = new NpgsqlCommand("select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() order by state = 'active' desc limit 1", connection);
        Kernel.Signal((int)(await find.ExecuteScalarAsync())!, Kernel.Kill);
    }

    static async Task ExpectGone(Func<Task<Reply>> send)
    {
        var reply = await send();
        Assert.That((reply.Status, reply.Code), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "database.gone")), reply.Text);
        Assert.That(reply.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(5)));
    }
}
