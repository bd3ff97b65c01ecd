using Mediation.Api.Jobs;
using Mediation.Core.Data;
using Mediation.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace Mediation.Tests.Data;

/// <summary>What one process of an installation does at a time, here between two processes' views of one database.</summary>
sealed class TurnTests
{
    TestDatabase file = null!;
    PostgresDatabase one = null!;
    PostgresDatabase other = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        file = await TestDatabase.New(TestDatabase.Postgres);
        one = new PostgresDatabase(file.ConnectionString, NullLogger<PostgresDatabase>.Instance);
        other = new PostgresDatabase(file.ConnectionString, NullLogger<PostgresDatabase>.Instance);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
        await file.DisposeAsync();
    }

    [Test]
    public async Task A_turn_is_one_s_until_it_is_given_back_and_another_turn_is_free()
    {
        var first = await Take(one, "a");
        var refused = await Take(other, "a");
        await using var elsewhere = await Take(other, "b");
        var waiting = other.TakeTurn("a", TimeSpan.FromSeconds(20), default);
        await first!.DisposeAsync();

        Assert.That(refused, Is.Null);
        Assert.That(elsewhere, Is.Not.Null);
        Assert.That(await waiting, Is.Not.Null);
        await (await waiting)!.DisposeAsync();
        await using var again = await one.TakeTurn("a", TimeSpan.FromSeconds(20), default);
        Assert.That(again, Is.Not.Null);
    }

    [Test]
    public async Task Who_dies_gives_it_back()
    {
        await using var first = await Take(one, "c");
        await using (var connection = await TestDatabase.Open(file.ConnectionString))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "select count(pg_terminate_backend(pid)) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid() and database = (select oid from pg_database where datname = current_database())";
            Assert.That(await command.ExecuteScalarAsync(), Is.EqualTo(1));
        }

        await using var second = await other.TakeTurn("c", TimeSpan.FromSeconds(20), default);

        Assert.That(second, Is.Not.Null);
    }

    [Test]
    public async Task A_job_that_is_under_way_in_one_process_is_left_out_in_the_other_and_comes_again()
    {
        var clock = new FakeTimeProvider();
        using var here = new Counted(new JobTurns(one, clock, NullLoggerFactory.Instance));
        using var there = new Counted(new JobTurns(other, clock, NullLoggerFactory.Instance));

        await here.StartAsync(default);
        await here.Begun.WaitAsync(TimeSpan.FromSeconds(20));
        await there.StartAsync(default);
        Assert.That(await there.Begun.WaitAsync(TimeSpan.FromMilliseconds(300)), Is.False);
        here.Goes.Release(1_000);
        while (!await there.Begun.WaitAsync(TimeSpan.FromMilliseconds(50)))
            clock.Advance(Counted.Every);

        there.Goes.Release(1_000);
        await here.StopAsync(default);
        await there.StopAsync(default);
    }

    static Task<IAsyncDisposable?> Take(PostgresDatabase database, string name) => database.TakeTurn(name, TimeSpan.Zero, default);

    sealed class Counted(JobTurns turns) : TimedJob(turns, Every)
    {
        public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

        public SemaphoreSlim Begun { get; } = new(0);

        public SemaphoreSlim Goes { get; } = new(0);

        public override async Task<int> Look(CancellationToken ct)
        {
            Begun.Release();
            await Goes.WaitAsync(ct);
            return 0;
        }

        public override void Dispose()
        {
            Begun.Dispose();
            Goes.Dispose();
            base.Dispose();
        }
    }
}
