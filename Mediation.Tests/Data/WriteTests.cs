using System.Data.Common;
using Mediation.Core.Data;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Data;

/// <summary>What every engine owes a command.</summary>
[TestFixture(TestDatabase.Sqlite)]
[TestFixture(TestDatabase.Postgres)]
sealed class WriteTests(string kind)
{
    [Test]
    public async Task A_failing_command_leaves_no_trace()
    {
        await using var ledger = await Ledger.Open(kind);
        await ledger.Enter(1);

        var failing = ledger.Write<int>(async session =>
        {
            await Ledger.Enter(session, 2);
            throw new InvalidOperationException("refused");
        });

        Assert.That(async () => await failing, Throws.InvalidOperationException);
        Assert.That(await ledger.Numbers(), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task What_nobody_counts_is_there_for_the_next_look_and_fails_with_its_command()
    {
        await using var ledger = await Ledger.Open(kind);

        var seen = await ledger.Write(async session =>
        {
            await Add(session, 1);
            await Add(session, 2);
            return await session.Find<long>("select count(*) from entry");
        });
        var colliding = ledger.Write(async session =>
        {
            await Add(session, 3);
            await Add(session, 1);
            return 0;
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen, Is.EqualTo(2));
            Assert.That(async () => await colliding, Throws.InstanceOf<DbException>());
            Assert.That(await ledger.Numbers(), Is.EqualTo(new[] { 1, 2 }));
        }
    }

    [Test]
    public async Task Parallel_commands_are_all_kept_and_a_real_collision_is_told()
    {
        await using var ledger = await Ledger.Open(kind);

        var answers = await Task.WhenAll(Enumerable.Range(1, 200).Select(async number => await Task.Run(() => ledger.Enter(number))));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers, Is.All.EqualTo(1));
            Assert.That(await ledger.Numbers(), Is.EqualTo(Enumerable.Range(1, 200)));
            Assert.That(async () => await ledger.Enter(7), Throws.InstanceOf<DbException>());
        }
    }

    [Test]
    public async Task Of_two_commands_that_meet_the_later_one_sees_what_the_first_did()
    {
        await using var ledger = await Ledger.Open(kind);
        var roadblock = new Roadblock();
        var first = ledger.Write(async session => await Ledger.Enter(session, 1) + await roadblock.Stand(session));
        await roadblock.Reached;

        var second = Task.Run(() => ledger.Write(async session =>
            await session.Find<int?>("select number from entry where number = 1") is { } known ? $"{known} is known" : $"{await Ledger.Enter(session, 1)}"));
        // Time for the second to run into the first, where the engine lets it.
        await Task.Delay(300);
        roadblock.Lift();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await first, Is.EqualTo(1));
            Assert.That(await second, Is.EqualTo("1 is known"));
        }
    }

    static ValueTask Add(DbSession session, int number) => session.Add("insert into entry (number) values (@number)", new { number });
}
