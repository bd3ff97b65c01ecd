using Microsoft.Data.Sqlite;
using Npgsql;

namespace Mediation.Core.Data;

/// <summary>Tells a full disk, wherever it was met, from every other failure.</summary>
public static class DiskFull
{
    const int NoSpace = 28, QuotaUsed = 122, WindowsDiskFull = unchecked((int)0x80070070), SqliteFull = 13;

    public static bool Is(Exception failure) => failure switch
    {
        IOException { HResult: NoSpace or QuotaUsed or WindowsDiskFull } => true,
        SqliteException { SqliteErrorCode: SqliteFull } => true,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => true,
        _ => false,
    };
}
