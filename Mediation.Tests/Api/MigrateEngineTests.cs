using System.Net;
using System.Text.Json.Nodes;
using Mediation.Core.Domain;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>From SQLite to PostgreSQL with the real executable, killed on the way as often as it takes.</summary>
sealed class MigrateEngineTests
{
    readonly string folder = Directory.CreateTempSubdirectory("mediation-engines-").FullName;

    [OneTimeTearDown]
    public void Tidy() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task A_copy_that_is_killed_on_the_way_ends_whole_and_answers_the_same()
    {
        await using var source = await TestDatabase.New(TestDatabase.Sqlite);
        await using var target = await TestDatabase.New(TestDatabase.Postgres);
        var bytes = ApiTest.Pdf();
        Answers before;
        Guid dispute;
        var (service, address) = await ApiProcess.Start(source.ConnectionString);
        using (service)
        {
            using var client = await SignIn(address, "village");
            dispute = ApiTest.IdOf(await ApiTest.GivenAttachment(client, await ApiTest.GivenDispute(client, Today), bytes));
            for (var more = 0; more < 20; more++)
                await ApiTest.GivenAcceptedDispute(client, Today);
            before = await Ask(address, dispute);
            var (refused, why) = await Migrate(source, target).Ended();
            Assert.That(refused, Is.EqualTo(1), why);
            Assert.That(why, Does.Contain("in use"));
        }

        foreach (var wait in (int[])[500, 1_500])
            using (var early = Migrate(source, target))
                Assert.That(await early.KillAfter(TimeSpan.FromMilliseconds(wait)), Is.True);
        using (var halfway = Migrate(source, target))
            Assert.That(await halfway.KillWhen(() => HasCopied(target)), Is.True);
        using (var complete = Migrate(source, target))
        {
            var (code, said) = await complete.Ended();
            Assert.That(code, Is.Zero, said);
            Assert.That(said, Does.Contain("goes on behind"));
        }
        var (again, told) = await Migrate(source, target).Ended();
        Assert.That(again, Is.Zero, told);
        Assert.That(told, Does.Contain("copied there before"));

        var (other, at) = await ApiProcess.Start(target.ConnectionString, Files);
        using (other)
        {
            var after = await Ask(at, dispute);
            Assert.That(after, Is.EqualTo(before));
            using var client = await SignIn(at, "village");
            var attachment = (Guid)JsonNode.Parse(after.Dispute)!["attachments"]![0]!["id"]!;
            Assert.That(await client.GetByteArrayAsync(new Uri(ApiTest.Path(dispute, $"attachments/{attachment}"), UriKind.Relative)), Is.EqualTo(bytes));
            // Numbers go on where they were.
            (await client.Put(ApiTest.Path(Guid.CreateVersion7()), ApiTest.DisputeBody())).Expect(HttpStatusCode.Created);
        }
    }

    Dictionary<string, string> Files => new() { ["Attachments:Folder"] = Path.Combine(folder, "files") };

    Verb Migrate(TestDatabase source, TestDatabase target) => Verb.Start(
        source.ConnectionString, [], "migrate-engine", "--from", source.ConnectionString, "--to", target.ConnectionString, "--attachments", Files["Attachments:Folder"]);

    /// <summary>The first rows stand in the target, and how many they are.</summary>
    static async Task<bool> HasCopied(TestDatabase target)
    {
        await using var connection = await TestDatabase.Open(target.ConnectionString);
        await using var ask = connection.CreateCommand();
        ask.CommandText = "select to_regclass('mediation_beside.engine_copy') is not null";
        if (!(bool)(await ask.ExecuteScalarAsync())!)
            return false;
        ask.CommandText = "select coalesce(sum(rows), 0) > 0 from mediation_beside.engine_copy_table";
        return (bool)(await ask.ExecuteScalarAsync())!;
    }

    /// <summary>Of today, so that no limit runs out while it is copied.</summary>
    static void Today(JsonObject body)
    {
        var now = TimeProvider.System.GetUtcNow();
        (body["receivedAt"], body["deviceTime"], body["occurredOn"]) = (now.ToString("O"), now.ToString("O"), null);
    }

    /// <summary>A dispute, the month's report and a search, as they are told.</summary>
    static async Task<Answers> Ask(Uri address, Guid dispute)
    {
        using var village = await SignIn(address, "village");
        using var district = await SignIn(address, "district");
        var month = Shanghai.DateOf(TimeProvider.System.GetUtcNow());
        return new Answers(
            (await village.Get(ApiTest.Path(dispute))).Expect(HttpStatusCode.OK).ToJsonString(),
            (await district.Get($"/api/reports/monthly/{month:yyyy-MM}?area=340803000000")).Expect(HttpStatusCode.OK).ToJsonString(),
            (await village.Get("/api/disputes?q=院墙&limit=200")).Expect(HttpStatusCode.OK).ToJsonString());
    }

    static async Task<HttpClient> SignIn(Uri address, string user)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, DefaultRequestHeaders = { { "X-CSRF", "1" } } };
        (await client.Post("/api/session", new { userName = user, password = ApiServer.Password })).Expect(HttpStatusCode.OK);
        return client;
    }

    sealed record Answers(string Dispute, string Report, string Found);
}
