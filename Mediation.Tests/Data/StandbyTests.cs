using System.Net;
using Mediation.Tests.Api;
using Mediation.Tests.Support;
using Npgsql;
using NUnit.Framework;

namespace Mediation.Tests.Data;

/// <summary>A primary and a streaming standby behind one connection string: reads go to the standby once it has what the reader wrote.</summary>
sealed class StandbyTests
{
    const string Cookie = "mediation-seen";
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    PostgresProcess primary = null!;
    PostgresProcess standby = null!;
    ApiProcess service = null!;
    Uri address = null!;
    string database = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        primary = await Task.Run(() => PostgresProcess.Start(PostgresInstallation.Best()));
        standby = await primary.StartStandby();
        var first = new NpgsqlConnectionStringBuilder(await PostgresServer.NewDatabase(primary));
        database = first.Database!;
        var both = $"Host=127.0.0.1:{primary.Port},127.0.0.1:{standby.Port};Username={first.Username};Database={database}";
        // A look for exports is a command too, after which its process knows the newest position.
        (service, address) = await ApiProcess.Start(both, KeyValuePair.Create("Exports:LookSeconds", "3600"));
    }

    [OneTimeTearDown]
    public void Stop()
    {
        service?.Dispose();
        standby?.Dispose();
        primary?.Dispose();
    }

    [TearDown]
    public async Task Go_on() => await Scalar(standby, "select pg_wal_replay_resume()");

    [Test]
    public async Task Reads_go_to_the_standby_and_what_a_reader_knows_to_be_written_is_asked_of_the_primary()
    {
        var session = await SessionOf("admin");
        await CatchUp();
        await Scalar(standby, "select pg_wal_replay_pause()");

        var position = await Rename("新名");
        var (behind, knowing, odd) = (await NameSeen(session, null), await NameSeen(session, position), await NameSeen(session, "no position"));
        await Scalar(standby, "select pg_wal_replay_resume()");
        await CatchUp();
        var (after, still) = (await NameSeen(session, null), await NameSeen(session, position));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(behind, Is.Not.EqualTo("新名"), "The standby does not have it yet.");
            Assert.That((knowing, odd), Is.EqualTo(("新名", "新名")));
            Assert.That((after, still), Is.EqualTo(("新名", "新名")));
        }
    }

    [Test]
    public async Task Whoever_writes_reads_what_he_wrote_while_the_standby_stands_still()
    {
        using var village = await ApiProcess.SignIn(address, "village");
        using var town = await ApiProcess.SignIn(address, "town");
        using var events = await EventReader.Of(town);
        Assert.That((await events.Next(Soon)).Kind, Is.EqualTo("ping"));
        await CatchUp();
        await Scalar(standby, "select pg_wal_replay_pause()");

        for (var one = 0; one < 5; one++)
        {
            var dispute = ApiTest.IdOf(await ApiTest.GivenDispute(village));
            Assert.That((await village.Get(ApiTest.Path(dispute))).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((Guid?)(await events.Next(Soon)).Data["disputeId"], Is.EqualTo(dispute));
            Assert.That((await town.Get(ApiTest.Path(dispute))).Status, Is.EqualTo(HttpStatusCode.OK), "Who was told of it reads it.");
        }
    }

    [Test]
    public async Task The_answer_to_a_write_carries_a_position_and_that_to_a_read_none()
    {
        using var village = await ApiProcess.SignIn(address, "village");
        using var body = System.Net.Http.Json.JsonContent.Create(ApiTest.DisputeBody());

        using var written = await village.PutAsync(ApiTest.Path(Guid.CreateVersion7()), body);
        using var read = await village.GetAsync("/api/disputes?limit=1");

        Assert.That(written.Headers.GetValues("Set-Cookie"), Has.One.Match($"^{Cookie}=[0-9A-F]+%2F[0-9A-F]+; path=/; samesite=strict; httponly"));
        Assert.That((read.StatusCode, read.Headers.Contains("Set-Cookie")), Is.EqualTo((HttpStatusCode.OK, false)));
    }

    /// <summary>Behind the application's back, so that its process does not know.</summary>
    async Task<string> Rename(string name)
    {
        await Scalar(primary, $"update account set display_name = '{name}' where user_name = 'village2'");
        return (string)(await Scalar(primary, "select pg_current_wal_insert_lsn()::text"))!;
    }

    async Task<string?> NameSeen(string session, string? position)
    {
        using var client = WithoutCookies();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/accounts?limit=200");
        request.Headers.Add("Cookie", position is null ? session : $"{session}; {Cookie}={Uri.EscapeDataString(position)}");
        using var response = await client.SendAsync(request);
        var accounts = (await Reply.Of(response)).Expect(HttpStatusCode.OK);
        return accounts["items"]!.AsArray().Where(account => (string?)account!["userName"] == "village2").Select(account => (string?)account!["displayName"]).Single();
    }

    /// <summary>The cookie of a session alone.</summary>
    async Task<string> SessionOf(string user)
    {
        using var client = WithoutCookies();
        var reply = await client.Post("/api/session", new { userName = user, password = ApiServer.Password });
        return reply.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("mediation=", StringComparison.Ordinal)).Split(';')[0];
    }

    HttpClient WithoutCookies() =>
        new(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = address, DefaultRequestHeaders = { { "X-CSRF", "1" } } };

    // What was committed is flushed; what lies in the log's buffers behind it may wait for the next commit.
    async Task CatchUp()
    {
        var position = await Scalar(primary, "select pg_current_wal_flush_lsn()::text");
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (await Scalar(standby, $"select pg_last_wal_replay_lsn() >= '{position}'") is not true)
        {
            Assert.That(waited.Elapsed, Is.LessThan(Soon));
            await Task.Delay(20);
        }
    }

    async Task<object?> Scalar(PostgresProcess server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionTo(database, poolSize: 2));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
