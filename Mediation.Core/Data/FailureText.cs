using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Mediation.Core.Data;

/// <summary>
/// What may be told of a failure in a log without personal data. Most exceptions quote what somebody typed; those of disks, lines and servers do not, except
/// where a server quotes a value.
/// </summary>
public static class FailureText
{
    /// <summary>Classes of SQLSTATE that speak of the server and not of values: connection, resources, intervention, system, internal, locks, sign-in.</summary>
    static readonly string[] OfServer = ["08", "28", "3D", "40", "53", "55", "57", "58", "XX"];

    /// <summary>Null where the sentence may quote somebody.</summary>
    public static string? Of(Exception failure) => failure switch
    {
        PostgresException told when Array.Exists(OfServer, told.SqlState.StartsWith) => $"{told.SqlState}: {told.MessageText}",
        PostgresException told => $"{told.SqlState} {told.TableName} {told.ConstraintName}".TrimEnd(),
        NpgsqlException or SqliteException or IOException or SocketException or TimeoutException or OperationCanceledException => failure.Message,
        _ => null,
    };
}
