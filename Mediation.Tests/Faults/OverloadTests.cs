using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Faults;

/// <summary>More than can be done: what is too much is told so at once, and what was acknowledged is there.</summary>
[TestFixture(TestDatabase.Sqlite)]
[TestFixture(TestDatabase.Postgres)]
sealed class OverloadTests(string kind)
{
    const int Pressing = 120, Pool = 3;

    static readonly KeyValuePair<string, string>[] Small =
        [new("Limits:Reads", "2"), new("Limits:WaitingReads", "4"), new("Limits:Writes", "6"), new("Limits:WaitSeconds", "1")];

    TestDatabase database = null!;
    ApiProcess service = null!;
    Uri address = null!;
    HttpClient client = null!;

    [OneTimeSetUp]
    public async Task Start_the_service()
    {
        database = await TestDatabase.New(kind);
        var few = kind == TestDatabase.Postgres ? $";Maximum Pool Size={Pool};Timeout=1" : ";Default Timeout=5";
        (service, address) = await ApiProcess.Start(database.ConnectionString + few, Small);
        client = await ApiProcess.SignIn(address, "village");
        (await client.Put($"/api/disputes/{Guid.CreateVersion7()}", Load.Body())).Expect(HttpStatusCode.Created);
    }

    [OneTimeTearDown]
    public async Task Stop_it()
    {
        client?.Dispose();
        service?.Dispose();
        await database.DisposeAsync();
    }

    [Test]
    public async Task Many_times_the_capacity_is_shed_with_a_time_to_come_again_and_the_rest_is_done()
    {
        var (acknowledged, answers) = (new Dictionary<Guid, int>(), new ConcurrentBag<(Guid Id, Reply Reply)>());
        var pressing = Task.WhenAll(Enumerable.Range(0, Pressing).Select(async number =>
        {
            for (var turn = 0; turn < 5; turn++)
            {
                var id = Guid.CreateVersion7();
                answers.Add((id, number % 2 == 0 ? await client.Put($"/api/disputes/{id}", Load.Body()) : await client.Get("/api/disputes?limit=200")));
            }
        }));
        while (!pressing.IsCompleted)
        {
            var waited = Stopwatch.StartNew();
            (await client.Get("/health/ready")).Expect(HttpStatusCode.OK);
            Assert.That(waited.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)), "health is no part of the queue");
        }
        await pressing;

        foreach (var (id, reply) in answers)
            if (reply.Status == HttpStatusCode.Created)
                acknowledged.Add(id, 1);
            else if (reply.Status != HttpStatusCode.OK)
                Assert.That((reply.Status, reply.Code, reply.Headers.RetryAfter?.Delta), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "busy", TimeSpan.FromSeconds(1))), reply.Text);
        TestContext.Out.WriteLine($"{answers.Count} requests, {answers.Count(one => one.Reply.Status == HttpStatusCode.ServiceUnavailable)} were told to come again, {acknowledged.Count} disputes acknowledged");
        Assert.That(answers.Count(one => one.Reply.Status == HttpStatusCode.ServiceUnavailable), Is.Positive);
        Assert.That(acknowledged, Is.Not.Empty);
        await Quiet();
        await RequireAll(acknowledged);
    }

    [Test]
    public async Task Behind_a_lock_nobody_waits_for_longer_than_is_allowed()
    {
        // Whoever has it open holds up every registration, as a long transaction of another program would.
        await using var other = await TestDatabase.Open(database.ConnectionString);
        await using var transaction = await other.BeginTransactionAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "update change_counter set last = last";
        await command.ExecuteNonQueryAsync();

        var begun = Stopwatch.StartNew();
        var stuck = Enumerable.Range(0, Pressing).Select(_ => client.Put($"/api/disputes/{Guid.CreateVersion7()}", Load.Body())).ToList();
        var told = await Task.WhenAll(stuck.Select(async one => await Task.WhenAny(one, Task.Delay(4_000)) == one ? (await one).Status : default));
        Assert.That(told.Count(status => status == HttpStatusCode.ServiceUnavailable), Is.AtLeast(Pressing - 6 - Pool), "all but those that were let in were told at once");
        Assert.That((await client.Get("/health/live")).Status, Is.EqualTo(HttpStatusCode.OK));
        await transaction.CommitAsync();

        var ends = await Task.WhenAll(stuck);
        Assert.That(begun.Elapsed, Is.LessThan(TimeSpan.FromSeconds(15)));
        Assert.That(ends.Select(end => end.Status), Has.All.AnyOf(HttpStatusCode.Created, HttpStatusCode.ServiceUnavailable));
        Assert.That((await client.Put($"/api/disputes/{Guid.CreateVersion7()}", Load.Body())).Status, Is.EqualTo(HttpStatusCode.Created), "and it goes on");
    }

    Task Quiet() => Again.Until(TimeSpan.FromSeconds(10), async () => (await client.Get("/api/disputes?limit=1")).Status == HttpStatusCode.OK);

    /// <summary>One after the other, for more at once is what this service does not take.</summary>
    async Task RequireAll(IReadOnlyDictionary<Guid, int> acknowledged)
    {
        foreach (var id in acknowledged.Keys)
            Assert.That((bool?)(await client.Get($"/api/disputes/{id}/journal/verification"))["valid"], Is.True);
        Assert.That(await WholeLedger.Faults(database.ConnectionString), Is.Empty);
    }
}
