using System.Data.Common;
using System.Net.Sockets;
using Mediation.Core.Data;
using Microsoft.Data.Sqlite;
using Npgsql;
using NUnit.Framework;

namespace Mediation.Tests.Data;

/// <summary>The drivers' numbers and the names they have here; everything else is no trouble of the database.</summary>
sealed class DatabaseTroubleTests
{
    const int IoError = 10, IoErrorOfWriting = 778;

    [TestCase(5, 261, typeof(BusyException))]
    [TestCase(6, 6, typeof(BusyException))]
    [TestCase(8, 8, typeof(DatabaseReadOnlyException))]
    [TestCase(8, 1032, typeof(DatabaseGoneException))]
    [TestCase(11, 779, typeof(DatabaseCorruptException))]
    [TestCase(26, 26, typeof(DatabaseCorruptException))]
    [TestCase(13, 13, typeof(DatabaseFullException))]
    [TestCase(10, 4874, typeof(DatabaseFullException))]
    [TestCase(10, 8458, typeof(DatabaseCorruptException))]
    [TestCase(14, 14, typeof(DatabaseGoneException))]
    public void Of_SQLite(int code, int extended, Type name) => Assert.That(DatabaseTrouble.Of(new SqliteException("told", code, extended)), Is.TypeOf(name));

    [TestCase(28, typeof(DatabaseFullException))]
    [TestCase(122, typeof(DatabaseFullException))]
    [TestCase(27, typeof(DatabaseFullException))]
    [TestCase(30, typeof(DatabaseReadOnlyException))]
    [TestCase(1, typeof(DatabaseReadOnlyException))]
    [TestCase(5, typeof(DatabaseGoneException))]
    public void Of_the_kernel_behind_SQLite(int systemError, Type name) =>
        Assert.That(DatabaseTrouble.Of(new SqliteException("told", IoError, IoErrorOfWriting), systemError), Is.TypeOf(name));

    [TestCase("53100", typeof(DatabaseFullException))]
    [TestCase("25006", typeof(DatabaseReadOnlyException))]
    [TestCase("XX001", typeof(DatabaseCorruptException))]
    [TestCase("XX002", typeof(DatabaseCorruptException))]
    [TestCase("53300", typeof(BusyException))]
    [TestCase("55P03", typeof(BusyException))]
    [TestCase("57P01", typeof(DatabaseGoneException))]
    [TestCase("57P03", typeof(DatabaseGoneException))]
    [TestCase("08006", typeof(DatabaseGoneException))]
    [TestCase("28P01", typeof(DatabaseGoneException))]
    [TestCase("3D000", typeof(DatabaseGoneException))]
    public void Of_PostgreSQL(string state, Type name) => Assert.That(DatabaseTrouble.Of(new PostgresException("told", "FATAL", "FATAL", state)), Is.TypeOf(name));

    [Test]
    public void Of_the_way_to_the_server()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(DatabaseTrouble.Of(new NpgsqlException("told", new TimeoutException())), Is.TypeOf<BusyException>());
            Assert.That(DatabaseTrouble.Of(new NpgsqlException("told", new SocketException())), Is.TypeOf<DatabaseGoneException>());
            Assert.That(DatabaseTrouble.Of(new InvalidOperationException("told", new NpgsqlException("told", new IOException()))), Is.TypeOf<DatabaseGoneException>());
        }
    }

    [Test]
    public void A_broken_rule_of_the_schema_is_a_bug_and_no_trouble()
    {
        DbException[] bugs = [new SqliteException("constraint", 19, 2067), new SqliteException("syntax", 1), new PostgresException("unique", "ERROR", "ERROR", "23505")];

        Assert.That(bugs.Select(bug => DatabaseTrouble.Of(bug)), Has.All.Null);
        Assert.That(DatabaseTrouble.Of(new InvalidOperationException()), Is.Null);
    }
}
