using Mediation.Core.Data;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Data;

/// <summary>The one writer of a SQLite file: commands share a commit and nothing else.</summary>
sealed class WriteLaneTests
{
    Ledger ledger = null!;
    Roadblock roadblock = null!;

    [SetUp]
    public async Task Block_the_lane()
    {
        ledger = await Ledger.Open(TestDatabase.Sqlite);
        roadblock = new Roadblock();
        _ = ledger.Write(roadblock.Stand);
        await roadblock.Reached;
    }

    [TearDown]
    public async Task Clear_the_lane()
    {
        roadblock.Lift();
        await ledger.DisposeAsync();
    }

    [Test]
    public async Task A_failing_command_rolls_back_alone_while_its_neighbours_commit()
    {
        var before = ledger.Enter(1);
        var failing = ledger.Write<int>(async session =>
        {
            await Ledger.Enter(session, 2);
            throw new InvalidOperationException("refused");
        });
        var colliding = ledger.Enter(1);
        var after = ledger.Enter(3);
        roadblock.Lift();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await failing, Throws.InvalidOperationException.With.Message.EqualTo("refused"));
            Assert.That(async () => await colliding, Throws.InstanceOf<Microsoft.Data.Sqlite.SqliteException>());
            Assert.That(await before + await after, Is.EqualTo(2));
            Assert.That(await ledger.Numbers(), Is.EqualTo(new[] { 1, 3 }));
        }
    }

    [Test]
    public async Task Nothing_of_an_open_group_is_answered_or_seen()
    {
        var second = new Roadblock();
        var entered = ledger.Enter(1);
        var refused = ledger.Write<int>(_ => throw new InvalidOperationException("refused"));
        var standing = ledger.Write(second.Stand);
        roadblock.Lift();
        await second.Reached;

        // The entry was carried out by now: the lane stands at the command behind it.
        await Task.Delay(100);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(new Task[] { entered, refused, standing }.Any(task => task.IsCompleted), Is.False);
            Assert.That(await ledger.Numbers(), Is.Empty);
        }

        second.Lift();
        await entered;
        Assert.That(await ledger.Numbers(), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task What_is_left_for_the_end_of_the_group_goes_with_its_own_command_alone()
    {
        var kept = ledger.Write(session => EnterAtEnd(session, 1));
        var refused = ledger.Write<int>(async session =>
        {
            await EnterAtEnd(session, 2);
            throw new InvalidOperationException("refused");
        });
        roadblock.Lift();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await refused, Throws.InvalidOperationException);
            Assert.That(await kept, Is.Zero);
            Assert.That(await ledger.Numbers(), Is.EqualTo(new[] { 1 }));
        }
    }

    [Test]
    public async Task A_failure_at_the_end_of_the_group_is_told_to_all_of_it_and_leaves_nothing()
    {
        var entered = ledger.Enter(1);
        var colliding = ledger.Write(session => EnterAtEnd(session, 1));
        roadblock.Lift();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await entered, Throws.InstanceOf<Microsoft.Data.Sqlite.SqliteException>());
            Assert.That(async () => await colliding, Throws.InstanceOf<Microsoft.Data.Sqlite.SqliteException>());
            Assert.That(await ledger.Enter(2), Is.EqualTo(1));
            Assert.That(await ledger.Numbers(), Is.EqualTo(new[] { 2 }));
        }
    }

    [Test]
    public async Task What_is_answered_is_seen_by_everybody()
    {
        roadblock.Lift();
        foreach (var number in Enumerable.Range(1, 50))
        {
            await ledger.Enter(number);
            Assert.That(await ledger.Numbers(), Does.Contain(number));
        }
    }

    [Test]
    public async Task A_full_lane_refuses_at_once_and_loses_nothing_it_took()
    {
        var taken = Enumerable.Range(1, 4_096).Select(ledger.Enter).ToList();
        var refused = ledger.Enter(5_000);
        ledger.Post(5_001);

        Assert.That(refused.IsFaulted && refused.Exception.InnerException is BusyException, Is.True);
        roadblock.Lift();
        await Task.WhenAll(taken);
        Assert.That(await ledger.Numbers(), Is.EqualTo(Enumerable.Range(1, 4_096)));
    }

    [Test]
    public async Task Closing_finishes_what_waits_and_takes_no_more()
    {
        var waiting = Enumerable.Range(1, 600).Select(ledger.Enter).ToList();
        ledger.Post(601);
        var closing = Task.Run(async () => await ledger.Close());
        await Task.Delay(100);
        roadblock.Lift();
        await closing;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(waiting.All(task => task.IsCompletedSuccessfully), Is.True);
            Assert.That(await ledger.Numbers(), Is.EqualTo(Enumerable.Range(1, 601)));
            Assert.That(async () => await ledger.Enter(700), Throws.InstanceOf<BusyException>());
        }
    }

    static async Task<int> EnterAtEnd(DbSession session, int number)
    {
        await session.Add("insert into entry (number) values (@number)", new { number }, atEnd: true);
        return 0;
    }
}
