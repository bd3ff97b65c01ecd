using System.Net;
using System.Text;
using Mediation.Tests.Support;
using Microsoft.Data.Sqlite;
using Npgsql;
using NUnit.Framework;

namespace Mediation.Tests.Faults;

/// <summary>Damaged pages: told where they are met, and never written to again before somebody has put a sound database in place.</summary>
sealed class DamageTests
{
    static readonly byte[] Rubbish = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("rubbish ", 512)));

    [Test]
    public async Task A_damaged_page_of_a_file_is_told_and_nothing_is_written_any_more()
    {
        await using var database = await TestDatabase.New(TestDatabase.Sqlite);
        var known = await GivenDispute(database.ConnectionString);
        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        var sound = await File.ReadAllBytesAsync(file);
        var page = await Damage(database.ConnectionString, file, "dispute_file");

        var (service, address) = await ApiProcess.Start(database.ConnectionString);
        using (service)
        {
            using var client = await ApiProcess.SignIn(address, "village");
            await ExpectDamage(() => client.Get($"/api/disputes/{known}"));
            await ExpectDamage(() => client.Put($"/api/disputes/{Guid.CreateVersion7()}", Load.Body()));
            Assert.That((string?)(await client.Get("/health/ready")).Expect(HttpStatusCode.ServiceUnavailable)["checks"]![0]!["reason"], Does.Contain("damaged"));
            Assert.That(service.Output, Does.Contain("DatabaseCorruptException").And.Not.Contain(Load.PartyName));
            service.Kill();
        }

        await Repair(file, sound, page);
        var (again, at) = await ApiProcess.Start(database.ConnectionString);
        using (again)
            await WholeLedger.Require(database.ConnectionString, at, new Dictionary<Guid, int> { [known] = 1 });
    }

    [Test]
    public async Task The_watch_finds_damage_before_anybody_meets_it()
    {
        await using var database = await TestDatabase.New(TestDatabase.Sqlite);
        await GivenDispute(database.ConnectionString);
        await Damage(database.ConnectionString, new SqliteConnectionStringBuilder(database.ConnectionString).DataSource, "journal_personal");

        var (service, address) = await ApiProcess.Start(database.ConnectionString, new("Database:LookSeconds", "1"), new("Database:CheckHours", "0.0001"));
        using (service)
        {
            using var client = new HttpClient { BaseAddress = address };
            await Again.Until(TimeSpan.FromSeconds(20), async () => (await client.Get("/health/ready")).Status == HttpStatusCode.ServiceUnavailable);
            Assert.That((string?)(await client.Get("/health/ready"))["checks"]![0]!["reason"], Does.Contain("damaged"));
        }
    }

    [Test]
    public async Task A_damaged_page_of_a_server_is_told()
    {
        using var server = PostgresProcess.Start(PostgresInstallation.Best());
        var connectionString = await PostgresServer.NewDatabase(server);
        var known = await GivenDispute(connectionString);
        var relation = await Relation(connectionString);
        NpgsqlConnection.ClearAllPools();
        server.Crash();
        await using (var bytes = new FileStream(server.FileOf(relation), FileMode.Open, FileAccess.Write))
            await bytes.WriteAsync(Rubbish.AsMemory(..1_024));
        server.Resume();

        var (service, address) = await ApiProcess.Start(connectionString);
        using (service)
        {
            using var client = await ApiProcess.SignIn(address, "village");
            await ExpectDamage(() => client.Get($"/api/disputes/{known}"));
            await ExpectDamage(() => client.Put($"/api/disputes/{Guid.CreateVersion7()}", Load.Body()));
            Assert.That((await client.Get("/health/ready")).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        }
    }

    /// <summary>Registered by a service that was stopped in peace, so that all of it is in the file itself.</summary>
    static async Task<Guid> GivenDispute(string connectionString)
    {
        var id = Guid.CreateVersion7();
        var (service, address) = await ApiProcess.Start(connectionString);
        using (service)
        {
            using var client = await ApiProcess.SignIn(address, "village");
            (await client.Put($"/api/disputes/{id}", Load.Body())).Expect(HttpStatusCode.Created);
            service.Terminate();
            Assert.That(await service.End(), Is.Zero, service.Output);
        }
        return id;
    }

    static async Task<(long At, int Length)> Damage(string connectionString, string file, string table)
    {
        await using var connection = await TestDatabase.Open(connectionString);
        await using var command = connection.CreateCommand();
        command.CommandText = $"select (select rootpage from sqlite_master where name = '{table}') * 10000000 + (select page_size from pragma_page_size)";
        var answer = (long)(await command.ExecuteScalarAsync())!;
        var (page, size) = (answer / 10_000_000, (int)(answer % 10_000_000));
        SqliteConnection.ClearPool((SqliteConnection)connection);
        await connection.CloseAsync();
        await using var bytes = new FileStream(file, FileMode.Open, FileAccess.Write);
        bytes.Position = (page - 1) * size;
        await bytes.WriteAsync(Rubbish.AsMemory(..size));
        return (bytes.Position - size, size);
    }

    static async Task Repair(string file, byte[] sound, (long At, int Length) page)
    {
        await using var bytes = new FileStream(file, FileMode.Open, FileAccess.Write);
        bytes.Position = page.At;
        await bytes.WriteAsync(sound.AsMemory((int)page.At, page.Length));
    }

    /// <summary>The file of that partition of the files of disputes which has rows.</summary>
    static async Task<string> Relation(string connectionString)
    {
        await using var connection = await TestDatabase.Open(connectionString);
        await using var command = connection.CreateCommand();
        command.CommandText = "checkpoint; select pg_relation_filepath(tableoid) from dispute_file limit 1";
        return (string)(await command.ExecuteScalarAsync())!;
    }

    static async Task ExpectDamage(Func<Task<Reply>> send)
    {
        var reply = await send();
        Assert.That((reply.Status, reply.Code), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "database.corrupt")), reply.Text);
        Assert.That(reply.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(60)));
    }
}
