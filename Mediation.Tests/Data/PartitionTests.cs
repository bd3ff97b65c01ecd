using System.Text.RegularExpressions;
using Mediation.Core.Data;
using Mediation.Tests.Support;
using Npgsql;
using NUnit.Framework;

namespace Mediation.Tests.Data;

/// <summary>How the tables lie on PostgreSQL: a district's rows together, and every table named where Citus is to spread them.</summary>
sealed class PartitionTests
{
    /// <summary>Whole, because they are small or are asked by an id that says nothing of a district; a new table belongs here or is partitioned.</summary>
    static readonly string[] Whole =
    [
        "access_log", "account", "area", "change_counter", "command", "content", "device", "device_account", "dispute_home", "export_job", "handover_home",
        "limit_look", "mediator", "organisation", "plan_contacts", "reference_stamp", "row_home", "rule_set", "secret", "write_trial",
    ];

    NpgsqlConnection connection = null!;
    string database = "";

    [OneTimeSetUp]
    public async Task Open()
    {
        database = await PostgresServer.NewMigratedDatabase();
        connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await connection.DisposeAsync();
        await PostgresServer.DropDatabase(database);
    }

    [Test]
    public async Task Every_table_of_case_data_is_partitioned_by_the_hash_of_its_district()
    {
        var partitioned = await Texts("select relname from pg_class where relkind = 'p' and relnamespace = 'public'::regnamespace order by relname");
        var strategies = await Texts(
            """
            select distinct partstrat::text || ' ' || attname || ' ' || (select count(*) from pg_inherits where inhparent = partrelid)
            from pg_partitioned_table
            join pg_attribute on attrelid = partrelid and attnum = partattrs[0]
            """);

        Assert.That(strategies, Is.EqualTo(new[] { "h district_code 16" }));
        Assert.That((await Tables()).Except(partitioned), Is.EquivalentTo(Whole));
    }

    [Test]
    public async Task Every_unique_key_of_a_partitioned_table_holds_the_district()
    {
        var without = await Texts(
            """
            select index_class.relname
            from pg_index
            join pg_class as table_class on table_class.oid = indrelid and table_class.relkind = 'p'
            join pg_class as index_class on index_class.oid = indexrelid
            where indisunique and not exists (
                select 1 from pg_attribute where attrelid = indrelid and attname = 'district_code' and attnum = any (indkey::int2[]))
            """);

        Assert.That(without, Is.Empty);
    }

    [Test]
    public async Task The_step_for_Citus_names_every_table_once()
    {
        var lists = Regex.Matches(Citus.Text, @"array array\[([^\]]*)\]").Select(list => list.Groups[1].Value);
        var named = lists.SelectMany(list => Regex.Matches(list, "'([a-z_]+)'").Select(name => name.Groups[1].Value)).ToList();

        Assert.That(named, Is.Unique);
        Assert.That(named, Is.EquivalentTo(await Tables()));
    }

    [Test]
    public async Task The_step_does_nothing_where_Citus_is_not()
    {
        var before = await Everything();
        await using var source = NpgsqlDataSource.Create(database);

        Citus.Distribute(source);

        Assert.That(await Everything(), Is.EqualTo(before).And.Not.Empty);
        Assert.That(before, Has.Some.Contains("journal_no_truncate"));
    }

    Task<IReadOnlyList<string>> Tables() => Texts(
        "select relname from pg_class where relkind in ('r', 'p') and not relispartition and relnamespace = 'public'::regnamespace and relname <> 'schemaversions' order by 1");

    /// <summary>Relations with their rights, guards and settings.</summary>
    Task<IReadOnlyList<string>> Everything() => Texts(
        """
        select relname || coalesce(relacl::text, '') from pg_class where relnamespace = 'public'::regnamespace
        union all select tgrelid::regclass || ' ' || tgname from pg_trigger
        union all select setting from pg_db_role_setting, unnest(setconfig) as setting
        order by 1
        """);

    async Task<IReadOnlyList<string>> Texts(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
            texts.Add(reader.GetString(0));
        return texts;
    }
}
