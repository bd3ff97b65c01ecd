using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Files in and out in somebody's name, beside the service.</summary>
sealed class ImportExportVerbTests(string kind) : ApiTest(kind)
{
    const string Areas = "code,name,parent,level\n340803100299,试验村,340803100000,village\n";

    readonly string folder = Directory.CreateTempSubdirectory("mediation-files-of-verbs-").FullName;

    protected override bool OwnServer => true;

    [OneTimeTearDown]
    public void Tidy() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Areas_come_in_by_the_administrators_name_and_by_no_other()
    {
        var file = System.IO.Path.Combine(folder, "areas.csv");
        await File.WriteAllTextAsync(file, Areas);

        var (refused, why) = await Run("import", "areas", file, "--as", "village");
        var (unknown, _) = await Run("import", "areas", file, "--as", "nobody");
        var (code, said) = await Run("import", "areas", file, "--as", "admin");
        await File.WriteAllTextAsync(file, Areas.Replace("340803100299", "nowhere"));
        var (faulty, faults) = await Run("import", "areas", file, "--as", "admin");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused, Is.EqualTo(1), why);
            Assert.That(unknown, Is.EqualTo(1));
            Assert.That(code, Is.Zero, said);
            Assert.That(said, Does.Contain("1 areas are new"));
            Assert.That(faulty, Is.EqualTo(1));
            Assert.That(faults, Does.Contain("line 2: code"));
        }
    }

    [Test]
    public async Task An_old_ledger_comes_in_once_however_often_it_is_sent()
    {
        var file = System.IO.Path.Combine(folder, "old.csv");
        await File.WriteAllTextAsync(file, $"number,receivedAt,type,areaCode,risks,applicant,respondent,subject,summary\n旧-1,2025-03-05,Neighbor,{Village},,张试一,李试二,院墙,两家争院墙。\n");

        var (code, said) = await Run("import", "disputes", file, "--as", "town");
        var (again, saidAgain) = await Run("import", "disputes", file, "--as", "town");
        var (refused, why) = await Run("import", "disputes", file, "--as", "admin");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.Zero, said);
            Assert.That(said, Does.Contain("1 disputes are new"));
            Assert.That(again, Is.Zero, saidAgain);
            Assert.That(saidAgain, Does.Contain("1 were known"));
            Assert.That(refused, Is.EqualTo(1), why);
        }
    }

    [Test]
    public async Task The_ledger_goes_out_with_a_reason_that_the_auditor_reads()
    {
        await GivenDispute(await SignIn("village"));
        var file = System.IO.Path.Combine(folder, "ledger.csv");

        var (code, said) = await Run("export", "Disputes", file, "--as", "district", "--reason", "年终归档", "--under", "340803100000");
        var (refused, why) = await Run("export", "Disputes", System.IO.Path.Combine(folder, "no.csv"), "--as", "admin", "--reason", "年终归档");

        Assert.That(code, Is.Zero, said);
        Assert.That(await File.ReadAllTextAsync(file), Does.Contain("张").And.Not.Contain("张试一"));
        Assert.That(refused, Is.EqualTo(1), why);
        var log = (await (await SignIn("auditor")).Get("/api/access-log?limit=50")).Text;
        Assert.That(log, Does.Contain("年终归档"));
    }

    Task<(int Code, string Said)> Run(params string[] arguments) =>
        Verb.Run(App.ConnectionString, new Dictionary<string, string> { ["Attachments:Folder"] = App.Attachments }, arguments);
}
