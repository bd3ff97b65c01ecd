using Microsoft.Data.Sqlite;
using Npgsql;

namespace Mediation.Core.Data;

/// <summary>The one place that knows the drivers' numbers for trouble with the database itself, and the names that it has here.</summary>
public static class DatabaseTrouble
{
    // SQLite's result codes; an extended one has further bits above these eight.
    const int Perm = 3, Busy = 5, Locked = 6, NoMemory = 7, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, Protocol = 15, NotADatabase = 26;
    const int IndexTooLarge = IoError | 19 << 8, DamagedData = IoError | 32 << 8, DamagedFileSystem = IoError | 33 << 8, Moved = ReadOnly | 4 << 8;

    // What the kernel said.
    const int NotPermitted = 1, AccessDenied = 13, FileTooLarge = 27, NoSpace = 28, ReadOnlyFileSystem = 30, QuotaUsed = 122;

    const string UndefinedFile = "58P01";

    /// <summary>The failure's name; null for whatever is not the database's own trouble. `systemError` is what the kernel told SQLite.</summary>
    public static DatabaseException? Of(Exception? failure, int systemError = 0)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            if (One(cause, systemError) is { } named)
                return named;
        return null;
    }

    static DatabaseException? One(Exception failure, int systemError) => failure switch
    {
        DatabaseException known => known,
        SqliteException sqlite => OfSqlite(sqlite, systemError),
        PostgresException server => OfState(server),
        // Nobody gave a connection of the pool back in time, or a statement took too long.
        NpgsqlException { InnerException: TimeoutException } => new BusyException(failure),
        NpgsqlException => new DatabaseGoneException(failure),
        _ => null,
    };

    static DatabaseException? OfSqlite(SqliteException failure, int systemError) => (failure.SqliteErrorCode & 0xFF) switch
    {
        Busy or Locked or Protocol or NoMemory => new BusyException(failure),
        Full => new DatabaseFullException(failure),
        ReadOnly when failure.SqliteExtendedErrorCode == Moved => new DatabaseGoneException(failure),
        ReadOnly or Perm => new DatabaseReadOnlyException(failure),
        Corrupt or NotADatabase => new DatabaseCorruptException(failure),
        IoError when failure.SqliteExtendedErrorCode is DamagedData or DamagedFileSystem => new DatabaseCorruptException(failure),
        IoError when failure.SqliteExtendedErrorCode == IndexTooLarge || systemError is NoSpace or QuotaUsed or FileTooLarge => new DatabaseFullException(failure),
        IoError when systemError is ReadOnlyFileSystem or NotPermitted or AccessDenied => new DatabaseReadOnlyException(failure),
        IoError or CannotOpen => new DatabaseGoneException(failure),
        _ => null,
    };

    static DatabaseException? OfState(PostgresException failure) => failure.SqlState switch
    {
        PostgresErrorCodes.DiskFull => new DatabaseFullException(failure),
        PostgresErrorCodes.ReadOnlySqlTransaction => new DatabaseReadOnlyException(failure),
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted or UndefinedFile => new DatabaseCorruptException(failure),
        PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.OutOfMemory or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled
            or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => new BusyException(failure),
        PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.IoError => new DatabaseGoneException(failure),
        // Connections (08), signing in (28), a server that stops or starts (57P).
        { } state when state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("28", StringComparison.Ordinal) || state.StartsWith("57P", StringComparison.Ordinal)
            => new DatabaseGoneException(failure),
        _ => null,
    };
}
