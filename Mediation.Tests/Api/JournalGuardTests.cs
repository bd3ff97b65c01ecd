using System.Data.Common;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>The database itself refuses every change of what was written.</summary>
sealed class JournalGuardTests(string kind) : ApiTest(kind)
{
    // Should a guard be missing, nobody else's journal is lost.
    protected override bool OwnServer => true;

    static readonly string[] OnBoth =
    [
        "update journal set payload = '{}' where dispute_id = {id}",
        "update journal set hash = hash where dispute_id = {id}",
        "delete from journal where dispute_id = {id}",
    ];

    static readonly string[] OnSqlite =
    [
        "insert or replace into journal select district_code, dispute_id, sequence, 'Voided', actor_id, organisation_id, on_date, device_time, server_time, payload, hash from journal where dispute_id = {id}",
        "replace into journal select * from journal where dispute_id = {id}",
        "update or replace journal set sequence = 2 where dispute_id = {id} and sequence = 1",
        "insert into journal select * from journal where dispute_id = {id} on conflict do update set payload = '{}'",
    ];

    static readonly string[] OnPostgres =
    [
        "truncate journal",
        "insert into journal select * from journal where dispute_id = {id} on conflict (district_code, dispute_id, sequence) do update set payload = '{}'",
        .. Enumerable.Range(0, 16).Select(part => $"truncate journal_{part}"),
    ];

    [Test]
    public async Task Change_deletion_replacement_and_truncation_are_refused()
    {
        var village = await SignIn("village");
        var dispute = await GivenAcceptedDispute(village);
        var database = new BehindTheBack(App, IdOf(dispute));
        var before = (await village.Get(Path(IdOf(dispute), "journal"))).Text;

        using (Assert.EnterMultipleScope())
        {
            foreach (var sql in OnBoth.Concat(App.IsSqlite ? OnSqlite : OnPostgres))
                Assert.That(async () => await database.Execute(sql), Throws.InstanceOf<DbException>().With.Message.Contains("append-only"), sql);
            Assert.That((await village.Get(Path(IdOf(dispute), "journal"))).Text, Is.EqualTo(before));
        }
    }
}
