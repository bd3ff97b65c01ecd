using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>A backup of a service at work, put back elsewhere by the real executable.</summary>
sealed class BackupTests(string kind) : ApiTest(kind)
{
    readonly string folder = Directory.CreateTempSubdirectory("mediation-backup-").FullName;

    protected override bool OwnServer => true;

    string Archive => System.IO.Path.Combine(folder, $"{TestContext.CurrentContext.Test.ID}.zip");

    [OneTimeTearDown]
    public void Tidy() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Whatever_was_acknowledged_before_it_began_is_in_it_and_all_chains_hold()
    {
        var village = await SignIn("village");
        var (bytes, acknowledged) = (Pdf(), new ConcurrentBag<Guid>());
        var settled = await GivenAttachment(village, await GivenSpotSettlement(village), bytes);
        using var enough = new CancellationTokenSource();
        Task[] load = [.. Enumerable.Range(0, 4).Select(_ => RegisterUntil(village, acknowledged, enough.Token))];
        while (acknowledged.Count < 20)
            await Task.Delay(5);

        Guid[] before = [.. acknowledged];
        var (code, said) = await Verb.Run(App.ConnectionString, Settings, "backup", Archive);
        var after = acknowledged.Count;
        await enough.CancelAsync();
        await Task.WhenAll(load);

        Assert.That(code, Is.Zero, said);
        Assert.That(after, Is.GreaterThan(before.Length), "others wrote meanwhile");
        var other = await TestDatabase.New(Kind);
        var (restored, told) = await Verb.Run(other.ConnectionString, Elsewhere, "restore", Archive, "--without-erasures");
        Assert.That(restored, Is.Zero, told);
        Assert.That(told, Does.Contain("journal").And.Contain("attachments").And.Not.Contain("fault"));
        await using var elsewhere = ApiServer.On(other, Elsewhere);
        Assert.That((await village.Get("/api/session")).Status, Is.EqualTo(HttpStatusCode.OK));
        var same = await elsewhere.SignIn("village");
        foreach (var id in before)
            Assert.That((bool?)(await same.Get(Path(id, "journal/verification")))["valid"], Is.True);
        var files = settled["attachments"]!.AsArray();
        using var download = await Download(same, settled, (Guid)files[0]!["id"]!);
        Assert.That(await download.Content.ReadAsByteArrayAsync(), Is.EqualTo(bytes));
    }

    [Test]
    public async Task An_older_state_signs_everybody_out_and_makes_newer_cursors_unknown()
    {
        var village = await SignIn("village");
        await GivenDispute(village);
        var old = (string)(await village.Get("/api/sync/changes?limit=200")).Expect(HttpStatusCode.OK)["next"]!;
        await Backup();
        await GivenDispute(village);
        var newer = (string)(await village.Get($"/api/sync/changes?limit=200&after={Uri.EscapeDataString(old)}")).Expect(HttpStatusCode.OK)["next"]!;

        var other = await TestDatabase.New(Kind);
        Assert.That((await Verb.Run(other.ConnectionString, Elsewhere, "restore", Archive, "--without-erasures")).Code, Is.Zero);
        await using var elsewhere = ApiServer.On(other, Elsewhere);
        using var carrying = elsewhere.Anonymous();
        carrying.DefaultRequestHeaders.Add("Cookie", await CookieOf(App));
        Assert.That((await carrying.Get("/api/session")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        var same = await elsewhere.SignIn("village");
        Assert.That((await same.Get($"/api/sync/changes?after={Uri.EscapeDataString(newer)}")).Status, Is.EqualTo(HttpStatusCode.Gone));
        Assert.That((await same.Get($"/api/sync/changes?after={Uri.EscapeDataString(old)}")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task What_was_erased_after_it_stays_erased()
    {
        var (village, district) = (await SignIn("village"), await SignIn("district"));
        var dispute = await GivenStep(village, await GivenDispute(village), "escalation", new { reason = "PartyRequest" });
        await Backup();
        await GivenStep(district, dispute, "erasure", new { fields = new[] { "summary" }, reason = "本人依法要求删除。" });

        var other = await TestDatabase.New(Kind);
        var forgetful = await Verb.Run(other.ConnectionString, Elsewhere, "restore", Archive);
        Assert.That(forgetful.Code, Is.EqualTo(1), forgetful.Said);
        Assert.That(forgetful.Said, Does.Contain("register of erasures"));
        var (code, said) = await Verb.Run(other.ConnectionString, [.. Elsewhere, KeyValuePair.Create("Erasures:Folder", System.IO.Path.Combine(App.Attachments, "erasures"))], "restore", Archive);

        Assert.That(code, Is.Zero, said);
        Assert.That(said, Does.Contain("1 erasures were carried out anew"));
        await using var elsewhere = ApiServer.On(other, Elsewhere);
        var same = await elsewhere.SignIn("village");
        var found = (await same.Get(Path(IdOf(dispute)))).Expect(HttpStatusCode.OK);
        Assert.That(found["summary"], Is.Null);
        Assert.That((bool?)(await same.Get(Path(IdOf(dispute), "journal/verification")))["valid"], Is.True);
    }

    [Test]
    public async Task A_damaged_archive_and_a_place_that_is_taken_are_refused_and_nothing_is_touched()
    {
        await Backup();
        await using var other = await TestDatabase.New(Kind);
        var taken = await Verb.Run(App.ConnectionString, Settings, "restore", Archive, "--without-erasures");
        var again = await Verb.Run(App.ConnectionString, Settings, "backup", Archive);
        Damage(Archive);
        var damaged = await Verb.Run(other.ConnectionString, Elsewhere, "restore", Archive, "--without-erasures");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(taken.Code, Is.EqualTo(1), taken.Said);
            Assert.That(again.Code, Is.EqualTo(1), again.Said);
            Assert.That(again.Said, Does.Contain("--force"));
            Assert.That(damaged.Code, Is.EqualTo(1), damaged.Said);
            Assert.That(await IsEmpty(other), Is.True);
        }
    }

    [Test]
    public async Task What_is_killed_leaves_no_archive_and_no_half_database()
    {
        await GivenDispute(await SignIn("village"));
        for (var wait = 200; ; wait += 150)
        {
            using var verb = Verb.Start(App.ConnectionString, Settings, "backup", Archive);
            if (!await verb.KillAfter(TimeSpan.FromMilliseconds(wait)))
                break;
            Assert.That(File.Exists(Archive), Is.False, $"after {wait} ms");
        }
        await using var other = await TestDatabase.New(Kind);
        var killed = 0;
        for (var wait = 400; ; wait += 250, killed++)
        {
            using var verb = Verb.Start(other.ConnectionString, Elsewhere, "restore", Archive, "--without-erasures");
            var ended = !await verb.KillAfter(TimeSpan.FromMilliseconds(wait));
            if (ended || !await IsEmpty(other))
                break;
        }
        Assert.That(killed, Is.Positive);
        var (code, said) = await Verb.Run(other.ConnectionString, Elsewhere, "verify");
        Assert.That(code, Is.Zero, said);
    }

    Dictionary<string, string> Elsewhere => new() { ["Attachments:Folder"] = System.IO.Path.Combine(folder, $"files-{TestContext.CurrentContext.Test.ID}") };

    protected override Dictionary<string, string> Settings => App is null ? [] : new() { ["Attachments:Folder"] = App.Attachments };

    async Task Backup()
    {
        var (code, said) = await Verb.Run(App.ConnectionString, Settings, "backup", Archive);
        Assert.That(code, Is.Zero, said);
    }

    static async Task<string> CookieOf(ApiServer app)
    {
        using var client = app.Anonymous();
        var session = await client.Post("/api/session", new { userName = "village", password = ApiServer.Password });
        return session.Headers.GetValues("Set-Cookie").First().Split(';')[0];
    }

    async Task<bool> IsEmpty(TestDatabase database)
    {
        if (Kind == TestDatabase.Sqlite)
            return !File.Exists(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(database.ConnectionString).DataSource);
        await using var connection = await TestDatabase.Open(database.ConnectionString);
        await using var count = connection.CreateCommand();
        count.CommandText = "select count(*) from pg_tables where schemaname = 'public'";
        return (long)(await count.ExecuteScalarAsync())! == 0;
    }

    /// <summary>One byte of a part of the database is another, and its own checksum in the archive's manifest stays what it was.</summary>
    static void Damage(string archive)
    {
        using var zip = ZipFile.Open(archive, ZipArchiveMode.Update);
        var entry = zip.Entries.First(entry => entry.FullName is not "manifest.json" && entry.Length > 0);
        using var stream = entry.Open();
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        var bytes = whole.ToArray();
        bytes[^1] ^= 1;
        stream.Position = 0;
        stream.Write(bytes);
    }

    static async Task RegisterUntil(HttpClient client, ConcurrentBag<Guid> acknowledged, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var id = Guid.CreateVersion7();
            JsonNode body = new JsonObject
            {
                ["type"] = "Neighbor", ["areaCode"] = "340803100204", ["risks"] = new JsonArray(),
                ["parties"] = new JsonArray(new JsonObject { ["side"] = "Applicant", ["kind"] = "Person", ["name"] = "张试一" }),
            };
            (await client.Put($"/api/disputes/{id}", body)).Expect(HttpStatusCode.Created);
            acknowledged.Add(id);
        }
    }
}
