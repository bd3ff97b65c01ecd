using Mediation.Tests.Support;
using Npgsql;
using NUnit.Framework;

namespace Mediation.Tests.Data;

sealed class PostgresServerTests
{
    [Test]
    public async Task A_new_database_answers_in_a_supported_version_and_encoding()
    {
        var database = await PostgresServer.NewDatabase();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Scalar(database, "select 1"), Is.EqualTo(1));
            Assert.That(await Scalar(database, "select current_setting('server_version_num')::int / 10000"), Is.GreaterThanOrEqualTo(15));
            Assert.That(await Scalar(database, "select current_setting('server_encoding')"), Is.EqualTo("UTF8"));
            Assert.That(await Scalar(database, "select datcollate from pg_database where datname = current_database()"), Is.EqualTo("C"));
            Assert.That(await Scalar(database, "select count(*) from information_schema.tables where table_schema = 'public'"), Is.Zero);
        }
        await PostgresServer.DropDatabase(database);
    }

    [Test]
    public async Task Databases_made_at_once_are_distinct_and_a_dropped_one_is_gone()
    {
        var databases = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostgresServer.NewDatabase()));
        Assert.That(databases, Is.Unique);

        await Scalar(databases[0], "select 1");
        await Task.WhenAll(databases.Select(PostgresServer.DropDatabase));

        Assert.That(async () => await Scalar(databases[0], "select 1"), Throws.InstanceOf<PostgresException>());
    }

    [Test]
    public async Task Every_installation_on_this_machine_starts_and_stops()
    {
        var installations = PostgresInstallation.Found().ToList();
        Assert.That(installations, Is.Not.Empty);

        foreach (var installation in installations)
        {
            string database;
            using (var server = await Task.Run(() => PostgresProcess.Start(installation)))
            {
                database = await PostgresServer.NewDatabase(server);
                Assert.That(await Scalar(database, "select 1"), Is.EqualTo(1), installation.Bin);
            }
            Assert.That(async () => await Scalar(database, "select 1"), Throws.InstanceOf<NpgsqlException>(), installation.Bin);
        }
    }

    static async Task<object?> Scalar(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
