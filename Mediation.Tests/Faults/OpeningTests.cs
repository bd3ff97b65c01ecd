using System.Text;
using Mediation.Tests.Support;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace Mediation.Tests.Faults;

/// <summary>What the service cannot be started on ends the start with a sentence and exit code 3: no trace of a stack, and nothing is changed.</summary>
sealed class OpeningTests
{
    string folder = null!;

    string Path => System.IO.Path.Combine(folder, "mediation.db");

    [SetUp]
    public void Make_a_folder() => folder = Directory.CreateTempSubdirectory("mediation-opening-").FullName;

    [TearDown]
    public void Delete_it() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task A_file_that_is_no_database()
    {
        await File.WriteAllTextAsync(Path, string.Concat(Enumerable.Repeat("These are the minutes of a meeting.\n", 300)));
        var before = await File.ReadAllBytesAsync(Path);

        await ExpectRefusal($"Data Source={Path}", "damaged, or its file is none");

        Assert.That(await File.ReadAllBytesAsync(Path), Is.EqualTo(before));
    }

    [Test]
    public async Task The_database_of_another_program()
    {
        await using (var connection = new SqliteConnection($"Data Source={Path};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "create table recipe (id integer primary key, name text)";
            await command.ExecuteNonQueryAsync();
        }
        var before = await File.ReadAllBytesAsync(Path);

        await ExpectRefusal($"Data Source={Path}", "tables of another program");

        Assert.That(await File.ReadAllBytesAsync(Path), Is.EqualTo(before));
    }

    [Test]
    public async Task A_database_that_was_cut_short()
    {
        await using (var connection = new SqliteConnection($"Data Source={Path};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "create table SchemaVersions (SchemaVersionID integer primary key, ScriptName text, Applied text); create table filler (text text); insert into filler values (zeroblob(100000))";
            await command.ExecuteNonQueryAsync();
        }
        await using (var file = new FileStream(Path, FileMode.Open))
            file.SetLength(file.Length / 2);

        await ExpectRefusal($"Data Source={Path}", "damaged");
    }

    [Test]
    public async Task A_folder_that_cannot_be()
    {
        await File.WriteAllTextAsync(Path, "a file where a folder should be", Encoding.UTF8);

        await ExpectRefusal($"Data Source={System.IO.Path.Combine(Path, "mediation.db")}", "does not start");
    }

    [Test]
    public Task A_server_that_is_not_there() => ExpectRefusal("Host=127.0.0.1;Port=1;Database=mediation;Username=mediation;Timeout=2", "does not answer");

    [Test]
    public Task A_text_that_is_no_connection_string() => ExpectRefusal("Server room 3, on the left", "ConnectionStrings:Mediation is not understood");

    static async Task ExpectRefusal(string connectionString, string sentence)
    {
        var (code, said) = await ApiProcess.StartInVain(connectionString);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo(3), said);
            Assert.That(said, Does.Contain("The service does not start").And.Contain(sentence));
            Assert.That(said, Does.Not.Contain("   at ").And.Not.Contain("Unhandled"));
        }
    }
}
