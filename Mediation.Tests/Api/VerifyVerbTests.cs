using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>What the verb finds when somebody with the database's own password, or a disk, was at work.</summary>
sealed class VerifyVerbTests(string kind) : ApiTest(kind)
{
    protected override bool OwnServer => true;

    [Test]
    public async Task Each_fault_is_named_and_a_sound_installation_has_none()
    {
        var village = await SignIn("village");
        var bytes = Pdf();
        await GivenAttachment(village, await GivenDispute(village), bytes);
        var broken = IdOf(await GivenAcceptedDispute(village));
        var sound = await Verify();
        Assert.That(sound.Code, Is.Zero, sound.Said);
        Assert.That(sound.Said, Does.Contain("schema").And.Contain("journal").And.Contain("tallies").And.Contain("attachments"));

        var back = new BehindTheBack(App, broken);
        await back.Tamper("update journal set payload = replace(payload, '{', '{ ') where dispute_id = {id} and sequence = 1");
        await back.Execute("update tally set found = found + 1 where village_code = 340803100204");
        File.Delete(Directory.EnumerateFiles(App.Attachments, HashOf(bytes), SearchOption.AllDirectories).Single());
        var (code, said) = await Verify();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(said, Does.Contain($"{broken}: line 1, hash"));
            Assert.That(said, Does.Contain("340803100204, "));
            Assert.That(said, Does.Contain($"{HashOf(bytes)} is not there"));
        }

        await back.Execute(App.IsSqlite ? "drop trigger journal_no_delete" : "alter table journal disable trigger journal_no_change");
        await back.Execute("drop index access_log_by_time");
        var (worse, named) = await Verify();
        Assert.That(worse, Is.EqualTo(1));
        Assert.That(named, Does.Contain("index access_log_by_time").And.Contain(App.IsSqlite ? "trigger journal_no_delete" : "trigger journal_no_change"));
    }

    Task<(int Code, string Said)> Verify() => Verb.Run(App.ConnectionString, new Dictionary<string, string> { ["Attachments:Folder"] = App.Attachments }, "verify");
}
