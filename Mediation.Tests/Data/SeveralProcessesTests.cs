using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Api;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Data;

/// <summary>Two processes on one PostgreSQL are one service: begun at the same moment on an empty database, and asked in turn.</summary>
sealed class SeveralProcessesTests
{
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    readonly CookieContainer cookies = new();
    TestDatabase database = null!;
    ApiProcess[] services = [];
    HttpClient[] village = [];

    [OneTimeSetUp]
    public async Task Start_both_at_once()
    {
        database = await TestDatabase.New(TestDatabase.Postgres);
        var started = await Task.WhenAll(ApiProcess.Start(database.ConnectionString), ApiProcess.Start(database.ConnectionString));
        services = [.. started.Select(one => one.Service)];
        village = [.. started.Select(one => new HttpClient(new SocketsHttpHandler { UseProxy = false, CookieContainer = cookies })
        {
            BaseAddress = one.Address, DefaultRequestHeaders = { { "X-CSRF", "1" } },
        })];
        (await village[0].Post("/api/session", new { userName = "village", password = ApiServer.Password })).Expect(HttpStatusCode.OK);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        foreach (var client in village)
            client.Dispose();
        foreach (var service in services)
            service.Dispose();
        await database.DisposeAsync();
    }

    [Test]
    public async Task They_brought_the_database_up_by_turns()
    {
        await using var connection = await TestDatabase.Open(database.ConnectionString);
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            select (select count(*) from secret where name like 'ticket-key/%') || ' ' || (select count(*) from account where user_name = 'village')
                || ' ' || (select count(*) - count(distinct scriptname) from schemaversions)
            """;

        Assert.That(await command.ExecuteScalarAsync(), Is.EqualTo("1 1 0"));
    }

    [Test]
    public async Task Who_signed_in_on_one_works_on_the_other()
    {
        var dispute = await ApiTest.GivenDispute(village[1]);
        var accepted = await ApiTest.GivenAcceptance(village[0], dispute);

        Assert.That((int)(await village[1].Get(ApiTest.Path(ApiTest.IdOf(dispute)))).Expect(HttpStatusCode.OK)["version"]!, Is.EqualTo(ApiTest.VersionOf(accepted)));
    }

    [Test]
    public async Task A_change_made_on_one_is_told_to_those_who_listen_on_either_and_once()
    {
        using var here = await EventReader.Of(village[0]);
        using var there = await EventReader.Of(village[1]);
        Assert.That(((await here.Next(Soon)).Kind, (await there.Next(Soon)).Kind), Is.EqualTo(("ping", "ping")));

        var first = ApiTest.IdOf(await ApiTest.GivenDispute(village[0]));
        var second = ApiTest.IdOf(await ApiTest.GivenDispute(village[0]));

        foreach (var reader in (EventReader[])[here, there])
            Assert.That((await Changed(reader), await Changed(reader)), Is.EqualTo(((Guid?)first, (Guid?)second)));
    }

    [Test]
    public async Task A_line_that_broke_is_made_anew_and_something_is_said_to_be_missed()
    {
        using var there = await EventReader.Of(village[1]);
        Assert.That((await there.Next(Soon)).Kind, Is.EqualTo("ping"));
        await using (var connection = await TestDatabase.Open(database.ConnectionString))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'mediation changes' and datname = current_database()";
            Assert.That(await command.ExecuteScalarAsync(), Is.EqualTo(2));
        }
        Assert.That(await Changed(there), Is.Null);

        var dispute = ApiTest.IdOf(await ApiTest.GivenDispute(village[0]));

        Assert.That(await Changed(there), Is.EqualTo(dispute));
    }

    [Test]
    public async Task Numbers_of_cases_accepted_on_both_at_once_have_no_gap()
    {
        var disputes = new List<JsonNode>();
        for (var one = 0; one < 24; one++)
            disputes.Add(await ApiTest.GivenDispute(village[one % 2]));
        var before = await Numbers();

        // Every sixth names a stranger: its number was drawn already and has to go back.
        var answers = await Task.WhenAll(disputes.Select((dispute, one) => ApiTest.Act(village[one / 2 % 2], dispute, "acceptance", new
        {
            notices = one % 6 == 5 ? new[] { new { partyId = Guid.NewGuid(), form = "Oral" } } : [],
        })));

        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.OK), Is.EqualTo(20), answers[0].Text);
        Assert.That(await Numbers(), Is.EqualTo(Enumerable.Range(1, before.Count + 20)));
    }

    async Task<List<int>> Numbers()
    {
        await using var connection = await TestDatabase.Open(database.ConnectionString);
        await using var command = connection.CreateCommand();
        command.CommandText = "select number from case_number order by number";
        await using var reader = await command.ExecuteReaderAsync();
        var numbers = new List<int>();
        while (await reader.ReadAsync())
            numbers.Add(reader.GetInt32(0));
        return numbers;
    }

    static async Task<Guid?> Changed(EventReader reader)
    {
        while (true)
        {
            var (kind, data) = await reader.Next(Soon);
            if (kind != "ping")
                return kind == "change" ? (Guid?)data["disputeId"] : throw new InvalidOperationException("The stream ended.");
        }
    }
}
