using System.Diagnostics;
using Mediation.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Mediation.Tests.Faults;

/// <summary>
/// Makes a SQLite file read-only under a running service. Modes do not reach what is open already, nor root at all. The kernel can (an immutable file),
/// where the user may ask it to; everywhere SQLite's own format can: a file whose writing version is newer than the library is opened for reading only.
/// </summary>
sealed class Unwritable : IDisposable
{
    const int WritingVersion = 18;
    const byte WithLog = 2, OfTheFuture = 9;

    readonly SqliteConnection connection;
    readonly string file;
    readonly bool byTheKernel;

    Unwritable(SqliteConnection connection, string file, bool byTheKernel)
    {
        this.connection = connection;
        this.file = file;
        this.byTheKernel = byTheKernel;
    }

    public static async Task<Unwritable> Make(string connectionString, bool byTheKernel)
    {
        var connection = (SqliteConnection)await TestDatabase.Open(connectionString);
        var made = new Unwritable(connection, connection.DataSource, byTheKernel && Attribute("+i", connection.DataSource));
        if (made.byTheKernel)
            Attribute("+i", $"{made.file}-wal");
        else
            made.Write(OfTheFuture);
        return made;
    }

    public void Dispose()
    {
        if (byTheKernel)
            _ = Attribute("-i", file) && Attribute("-i", $"{file}-wal");
        else
            Write(WithLog);
        connection.Dispose();
    }

    /// <summary>Changes the byte on disk, and then something else through the log, which makes every other connection read its first page anew.</summary>
    void Write(byte version)
    {
        Run("pragma wal_checkpoint(truncate); select count(*) from sqlite_master");
        using (var bytes = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            bytes.Position = WritingVersion;
            bytes.WriteByte(version);
        }
        Run("insert into write_trial (id, at) values (0, 0) on conflict (id) do update set at = write_trial.at + 1");
    }

    void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>false where the user, the file system or the machine does not let us.</summary>
    static bool Attribute(string change, string path)
    {
        if (!Environment.IsPrivilegedProcess)
            return false;
        try
        {
            using var process = Process.Start(new ProcessStartInfo("chattr", [change, path]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
