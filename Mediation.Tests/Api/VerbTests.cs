using Mediation.Api.Seeding;
using Mediation.Core.Domain.Access;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>The real executable, as an administrator runs it before the first start.</summary>
[TestFixtureSource(typeof(ApiTest), nameof(ApiTest.Kinds))]
sealed class VerbTests(string kind)
{
    const string GoodPassword = "Daguan-2026-First";

    TestDatabase database = null!;

    [OneTimeSetUp]
    public async Task Make_a_database() => database = await TestDatabase.New(kind);

    [OneTimeTearDown]
    public async Task Drop_it() => await database.DisposeAsync();

    [Test]
    public async Task An_empty_database_gets_its_areas_and_its_first_administrator_once()
    {
        var seeded = await Run("", "seed", "base");
        var again = await Run("", "seed", "base");
        var weak = await Run("short", "create-admin", "--user", "chief", "--password-stdin");
        var made = await Run(GoodPassword, "create-admin", "--user", "chief", "--password-stdin");
        var second = await Run(GoodPassword, "create-admin", "--user", "another", "--password-stdin");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(seeded.Code, Is.Zero, seeded.Said);
            Assert.That(again.Code, Is.EqualTo(1), again.Said);
            Assert.That(weak.Code, Is.EqualTo(1), weak.Said);
            Assert.That(made.Code, Is.Zero, made.Said);
            Assert.That(second.Code, Is.EqualTo(1), second.Said);
            Assert.That(await Count("account"), Is.EqualTo(1));
            Assert.That(await Count("organisation"), Is.EqualTo((await SeedFolder.Organisations(default)).Count));
            Assert.That(await Count("area"), Is.AtLeast(14));
            Assert.That(await Count("mediator"), Is.Zero);
        }
    }

    [TestCase("frobnicate")]
    [TestCase("seed")]
    [TestCase("create-admin")]
    [TestCase("create-admin", "--user", "chief", "--password", GoodPassword)]
    [TestCase("create-admin", "--user", "chief", "--district", "Daguan", "--password-stdin")]
    [TestCase("backup")]
    [TestCase("backup", "a.zip", "b.zip")]
    [TestCase("restore")]
    [TestCase("verify", "all")]
    [TestCase("migrate", "--fast")]
    [TestCase("import", "areas", "areas.csv")]
    [TestCase("import", "people", "people.csv", "--as", "admin")]
    [TestCase("export", "Disputes", "ledger.pdf", "--as", "admin", "--reason", "a test")]
    [TestCase("export", "Everything", "ledger.csv", "--as", "admin", "--reason", "a test")]
    [TestCase("migrate-engine", "--from", "Data Source=nowhere.db")]
    public async Task Wrong_use_is_told_with_the_help(params string[] arguments)
    {
        var (code, said) = await Run("", arguments);

        Assert.That(code, Is.EqualTo(2), said);
        Assert.That(said, Does.Contain("Exit codes"));
    }

    [TestCase("serve")]
    [TestCase("migrate")]
    [TestCase("seed")]
    [TestCase("create-admin")]
    [TestCase("backup")]
    [TestCase("restore")]
    [TestCase("verify")]
    [TestCase("import")]
    [TestCase("export")]
    [TestCase("migrate-engine")]
    public async Task Each_verb_tells_its_use_its_exit_codes_and_an_example(string verb)
    {
        var (code, said) = await Run("", verb, "--help");
        var (_, table) = await Run("", "--help");

        Assert.That(code, Is.Zero);
        Assert.That(said, Does.StartWith($"Mediation.Api {verb}").And.Contain("Exit codes: 0 done; 1 ").And.Contain($"Example:    Mediation.Api {verb}"));
        Assert.That(table, Does.Contain($"  {verb} "));
    }

    Task<(int Code, string Said)> Run(string typed, params string[] arguments) => Verb.RunTyped(database.ConnectionString, typed, arguments);

    async Task<long> Count(string table)
    {
        await using var connection = await TestDatabase.Open(database.ConnectionString);
        await using var count = connection.CreateCommand();
        count.CommandText = $"select count(*) from {table}";
        return (long)(await count.ExecuteScalarAsync())!;
    }
}

sealed class AdminPasswordTests
{
    [TestCase("Daguan-2026-First", null)]
    [TestCase("daguan-2026-first", null)]
    [TestCase("Daguan-2026", "at least 12")]
    [TestCase("daguan2026first", "3 of")]
    [TestCase("Daguan-CHIEF-26", "user name")]
    public void It_is_long_mixed_and_does_not_name_its_owner(string password, string? fault) =>
        Assert.That(PasswordRule.Fault("chief", password, isAdmin: true), fault is null ? Is.Null : Does.Contain(fault));
}
