using System.Net;
using Mediation.Tests.Support;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace Mediation.Tests.Faults;

/// <summary>A SQLite file that breaks under the service: each trouble has its answer, nothing is lost, and it goes on without a restart.</summary>
sealed class SqliteFaultTests
{
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    TestDatabase database = null!;
    ApiProcess service = null!;
    Uri address = null!;
    HttpClient client = null!;
    Guid known;

    string File => new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;

    [OneTimeSetUp]
    public async Task Start_the_service()
    {
        database = await TestDatabase.New(TestDatabase.Sqlite);
        // Ten seconds of waiting for a lock would be ten seconds of this test.
        (service, address) = await ApiProcess.Start($"{database.ConnectionString};Default Timeout=1", new KeyValuePair<string, string>("Database:LookSeconds", "1"));
        client = await ApiProcess.SignIn(address, "village");
        known = await Registered();
    }

    [OneTimeTearDown]
    public async Task Stop_it()
    {
        var said = service?.Output;
        client?.Dispose();
        service?.Dispose();
        await database.DisposeAsync();
        Assert.That(said, Does.Contain("The database is in trouble").And.Not.Contain(Load.PartyName));
    }

    [TearDown]
    public async Task It_is_whole_and_ready_again()
    {
        await Again.Until(Soon, async () => (await client.Get("/health/ready")).Status == HttpStatusCode.OK);
        await Registered();
        Assert.That(await WholeLedger.Faults(database.ConnectionString), Is.Empty);
    }

    [Test]
    public async Task A_full_disk_is_told_and_everything_acknowledged_is_there()
    {
        var load = new Load(client, workers: 4);
        var running = load.Run();
        await load.Reach(10);
        Kernel.LimitFiles(service.Id, 1_000);
        await Again.Until(Soon, () => Task.FromResult(load.Shed > 0));
        load.Stop();
        await running;
        var (refused, reply) = await Tried();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((reply.Status, reply.Code), Is.EqualTo((HttpStatusCode.InsufficientStorage, "disk.full")), reply.Text);
            Assert.That(load.Unexpected, Is.Empty);
            Assert.That((await client.Get($"/api/disputes/{known}")).Status, Is.EqualTo(HttpStatusCode.OK), "what is there can be read");
            Assert.That((string?)(await client.Get("/health/ready")).Expect(HttpStatusCode.ServiceUnavailable)["checks"]![0]!["reason"], Does.Contain("full"));
        }

        Kernel.LimitFiles(service.Id, null);
        await Again.Until(Soon, async () => (await client.Put($"/api/disputes/{refused}", Load.Body())).Status == HttpStatusCode.Created);
        await WholeLedger.Require(database.ConnectionString, address, load.Acknowledged);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_file_that_became_read_only_is_told(bool byTheKernel)
    {
        Reply reply;
        using (await Unwritable.Make(database.ConnectionString, byTheKernel))
        {
            (_, reply) = await Tried();
            Assert.That((await client.Get($"/api/disputes/{known}")).Status, Is.EqualTo(HttpStatusCode.OK), "what is there can be read");
            Assert.That((string?)(await client.Get("/health/ready")).Expect(HttpStatusCode.ServiceUnavailable)["checks"]![0]!["reason"], Does.Contain("only be read"));
        }

        Assert.That((reply.Status, reply.Code), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "database.read-only")), reply.Text);
        Assert.That(reply.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(60)));
        await Again.Until(Soon, async () => (await Tried()).Reply.Status == HttpStatusCode.Created);
    }

    [Test]
    public async Task A_lock_that_another_program_holds_for_too_long_is_told_and_reading_goes_on()
    {
        await using (var other = await TestDatabase.Open(database.ConnectionString))
        {
            await using var transaction = await other.BeginTransactionAsync();
            await using var command = other.CreateCommand();
            command.CommandText = "update write_trial set at = at where id = 0";
            await command.ExecuteNonQueryAsync();
            var many = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Tried()));

            Assert.That(many.Select(one => (one.Reply.Status, one.Reply.Code)), Has.All.EqualTo((HttpStatusCode.ServiceUnavailable, "busy")));
            Assert.That(many.Select(one => one.Reply.Headers.RetryAfter?.Delta), Has.All.EqualTo(TimeSpan.FromSeconds(1)));
            Assert.That((await client.Get($"/api/disputes/{known}")).Status, Is.EqualTo(HttpStatusCode.OK));
            await transaction.RollbackAsync();
        }
        Assert.That((await Tried()).Reply.Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task A_file_that_was_moved_away_is_told_and_found_again()
    {
        var elsewhere = Directory.CreateTempSubdirectory("mediation-away-").FullName;
        Move(Path.GetDirectoryName(File)!, elsewhere);
        var away = System.Diagnostics.Stopwatch.StartNew();
        while (away.Elapsed < FullRun.Away)
        {
            foreach (var reply in (Reply[])[(await Tried()).Reply, await client.Get($"/api/disputes/{known}")])
                Assert.That((reply.Status, reply.Code, reply.Headers.RetryAfter?.Delta), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "database.gone", TimeSpan.FromSeconds(5))), reply.Text);
            Assert.That(System.IO.File.Exists(File), Is.False, "nothing empty was put in its place");
            await Task.Delay(200);
        }
        Move(elsewhere, Path.GetDirectoryName(File)!);
        Directory.Delete(elsewhere);

        await Again.Until(Soon, async () => (await Tried()).Reply.Status == HttpStatusCode.Created);
        Assert.That((await client.Get($"/api/disputes/{known}")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    void Move(string from, string to)
    {
        foreach (var part in Directory.GetFiles(from, $"{Path.GetFileName(File)}*"))
            System.IO.File.Move(part, Path.Combine(to, Path.GetFileName(part)));
    }

    async Task<Guid> Registered()
    {
        var (id, reply) = await Tried();
        reply.Expect(HttpStatusCode.Created);
        return id;
    }

    async Task<(Guid Id, Reply Reply)> Tried()
    {
        var id = Guid.CreateVersion7();
        return (id, await client.Put($"/api/disputes/{id}", Load.Body()));
    }
}
