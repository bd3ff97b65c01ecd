using System.Data.Common;

namespace Mediation.Core.Data;

/// <summary>The embedded SQLite file or a PostgreSQL server; nothing outside this folder knows which one runs.</summary>
public interface IDatabase : IAsyncDisposable
{
    string Engine { get; }

    /// <summary>The folder of the SQLite file; a server has none that is ours.</summary>
    string? Folder { get; }

    /// <summary>What was written by this process or another one, once it is on disk.</summary>
    ChangeHub Changes { get; }

    /// <summary>Brings the schema up to date; two processes starting at once take turns.</summary>
    void Migrate();

    /// <summary>Begins to take writes.</summary>
    void Start();

    /// <summary>A pooled connection for reading; it never waits for a writer.</summary>
    Task<DbConnection> OpenRead(CancellationToken ct);

    /// <summary>True where reads may go to another server than writes.</summary>
    bool HasStandby { get; }

    /// <summary>A connection to a standby that has at least `seen`, a position of the log or nothing; the primary's where there is none.</summary>
    Task<DbConnection> OpenStandby(string seen, CancellationToken ct);

    /// <summary>A position of the log behind everything that this process has committed; it is known where there is a standby.</summary>
    string Position { get; }

    /// <summary>
    /// What one process of the installation does at a time, until it is disposed; null when another one is at it and the patience is over.
    /// </summary>
    Task<IAsyncDisposable?> TakeTurn(string name, TimeSpan patience, CancellationToken ct);

    /// <summary>From its first query on the connection sees the database as it is then, whatever others write.</summary>
    Task<DbTransaction> Freeze(DbConnection reading, CancellationToken ct);

    /// <summary>
    /// Runs the work in a transaction and answers only after it is on disk; a failing work leaves no trace. What can be done before its turn comes, reading
    /// and computing alone, is done before.
    /// </summary>
    Task<T> Write<T>(DbSession session, Func<Task<T>> work, Func<Task>? prepare = null);

    /// <summary>Posts a write without waiting for it; what cannot be taken now is dropped and counted.</summary>
    void Post(string sql, object parameters);
}
