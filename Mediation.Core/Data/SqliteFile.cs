using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Mediation.Core.Data;

/// <summary>What SQLite knows of its file and the driver does not tell.</summary>
static class SqliteFile
{
    const string Library = "e_sqlite3";
    const int HasMoved = 20;

    /// <summary>
    /// Throws when the file was moved away, deleted or replaced under an open connection: what is written through it then would be found by nobody.
    /// </summary>
    public static void RequireInPlace(SqliteConnection connection)
    {
        if (!IsInPlace(connection))
            throw new DatabaseGoneException();
    }

    public static bool IsInPlace(SqliteConnection connection)
    {
        var moved = 0;
        return FileControl(connection.Handle!.DangerousGetHandle(), "main", HasMoved, ref moved) != 0 || moved == 0;
    }

    /// <summary>The kernel's number for the last failure.</summary>
    public static int SystemError(SqliteConnection? connection) =>
        connection?.Handle is { IsInvalid: false } handle ? LastSystemError(handle.DangerousGetHandle()) : 0;

    [DllImport(Library, EntryPoint = "sqlite3_file_control", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    static extern int FileControl(nint database, string name, int operation, ref int answer);

    [DllImport(Library, EntryPoint = "sqlite3_system_errno")]
    static extern int LastSystemError(nint database);
}
