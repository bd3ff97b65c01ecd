using Mediation.Core.Data;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Data;

sealed class FullDiskTests
{
    [Test]
    public async Task Whoever_hears_of_success_is_on_disk_and_nobody_else()
    {
        await using var ledger = await Ledger.Open(TestDatabase.Sqlite);
        var roadblock = new Roadblock();
        var standing = ledger.Write(roadblock.Stand);
        await roadblock.Reached;
        // SQLite itself keeps the limit, as a disk would.
        var limit = ledger.Write(session => session.Find<long>("pragma max_page_count = 1"));
        var group = Enumerable.Range(1, 40).Select(number => ledger.Write(session => session.Execute(
            "insert into entry (number, text) values (@number, @text)", new { number, text = new string('x', number % 2 * 100_000) }))).ToList();
        roadblock.Lift();
        await Task.WhenAny(Task.WhenAll(group.Append(standing)), Task.Delay(TimeSpan.FromSeconds(20)));

        var kept = group.Select((task, index) => (task, number: index + 1)).Where(one => one.task.IsCompletedSuccessfully).Select(one => one.number);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(group.Where(task => task.IsFaulted).Select(task => task.Exception!.InnerException), Is.Not.Empty.And.All.InstanceOf<DatabaseFullException>());
            Assert.That(await ledger.Numbers(), Is.EqualTo(kept));
        }

        await ledger.Write(session => session.Find<long>("pragma max_page_count = 100000"));
        Assert.That(await ledger.Enter(100), Is.EqualTo(1), "the lane goes on when there is room again");
    }
}
