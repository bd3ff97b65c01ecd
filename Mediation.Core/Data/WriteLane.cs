using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Mediation.Core.Data;

/// <summary>
/// The one writer of a SQLite file. Commands wait in a channel; the lane opens a transaction, runs each waiting command in a
/// savepoint of its own, commits once, and only then answers them all. The driver polls for the lock, so parallel writers would stall.
/// </summary>
sealed class WriteLane : IDisposable
{
    const int GroupLimit = 256;
    const int Capacity = 4_096;

    /// <summary>How long a group stays open for those that are about to come: a commit writes each page once for all of them.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(3);

    readonly Func<PreparedConnection> open;
    readonly ILogger<WriteLane> log;
    readonly Channel<Item> waiting = Channel.CreateBounded<Item>(Capacity);
    readonly Thread thread;
    Task<bool>? next;
    int coming;
    long dropped;

    public WriteLane(Func<PreparedConnection> open, ILogger<WriteLane> log)
    {
        this.open = open;
        this.log = log;
        thread = new Thread(Loop) { IsBackground = true, Name = "write lane" };
    }

    public void Start() => thread.Start();

    /// <summary>Does what comes before a command's turn; meanwhile the lane knows that it is about to come.</summary>
    public async Task Await(Func<Task> prepare)
    {
        Interlocked.Increment(ref coming);
        try
        {
            await prepare();
        }
        finally
        {
            Interlocked.Decrement(ref coming);
        }
    }

    public async Task<T> Run<T>(DbSession session, Func<Task<T>> work)
    {
        var item = new Item<T>(session, work, ExecutionContext.Capture());
        if (!Queue(item))
            throw new BusyException();
        return await item.Answer;
    }

    public void Post(IDatabase database, string sql, object parameters)
    {
        var session = new DbSession(database);
        var item = new Item<int>(session, () => session.Execute(sql, parameters), null);
        if (!Queue(item))
            log.LogWarning("A posted write was dropped, {Dropped} so far", Interlocked.Increment(ref dropped));
        // Nobody waits for it, so its failure is told here.
        _ = item.Answer.ContinueWith(
            failed => log.LogWarning(failed.Exception, "A posted write failed"), default, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    /// <summary>Takes no more, finishes what waits, and ends.</summary>
    public void Dispose()
    {
        waiting.Writer.TryComplete();
        if (thread.IsAlive)
            thread.Join(TimeSpan.FromSeconds(30));
    }

    bool Queue(Item item)
    {
        // Counted before it is there, for the lane may have done with it at once.
        DataMeter.Queued(1);
        if (waiting.Writer.TryWrite(item))
            return true;
        DataMeter.Queued(-1);
        return false;
    }

    void Loop()
    {
        PreparedConnection? connection = null;
        var group = new List<Item>(GroupLimit);
        var atEnd = new List<Statement>();
        while (Next().GetAwaiter().GetResult())
        {
            next = null;
            group.Clear();
            atEnd.Clear();
            try
            {
                connection ??= open();
                if (!SqliteFile.IsInPlace(connection))
                    throw new DatabaseGoneException();
                connection.Execute("begin immediate");
                var from = Stopwatch.GetTimestamp();
                while (group.Count < GroupLimit && (waiting.Reader.TryRead(out var item) || OneComes(from) && waiting.Reader.TryRead(out item)))
                {
                    group.Add(item);
                    RunOne(connection, item, atEnd);
                }
                // Outside the savepoints: the text index writes one segment for the group, where each savepoint would end one.
                foreach (var statement in atEnd)
                    connection.Execute(statement.Sql, statement.Parameters);
                connection.Execute("commit");
                DataMeter.Committed(group.Count);
            }
            catch (Exception failure)
            {
                // A full disk or a lost file: nothing of the group is on disk, so every one of them hears of it. Where the group was not even begun,
                // those that wait have waited long enough.
                if (group.Count == 0)
                    while (waiting.Reader.TryRead(out var item))
                        group.Add(item);
                log.LogError(failure, "A group of {Count} commands was not committed", group.Count);
                var trouble = DatabaseTrouble.Of(failure, SqliteFile.SystemError(connection));
                if (connection is not null && connection.IsInTransaction)
                    SQLitePCL.raw.sqlite3_exec(connection.Handle, "rollback");
                group.ForEach(item => item.Fail(trouble ?? failure));
                // A connection that was opened for reading only, or whose disk failed, does not heal by itself. One whose file was moved away heals when
                // the file comes back, and closing it might delete the log of what lies there now.
                if (trouble is DatabaseReadOnlyException or DatabaseGoneException { InnerException: not null })
                {
                    connection?.Dispose();
                    connection = null;
                }
            }
            DataMeter.Queued(-group.Count);
            group.ForEach(item => item.Reply());
        }
        connection?.Dispose();
    }

    Task<bool> Next() => next ??= waiting.Reader.WaitToReadAsync().AsTask();

    /// <summary>Waits for one that is being prepared, when there is any: nobody who is alone waits.</summary>
    bool OneComes(long from)
    {
        var left = Patience - Stopwatch.GetElapsedTime(from);
        if (Volatile.Read(ref coming) == 0 || left <= TimeSpan.Zero || !Next().Wait((int)Math.Ceiling(left.TotalMilliseconds)))
            return false;
        next = null;
        return true;
    }

    static void RunOne(PreparedConnection connection, Item item, List<Statement> atEnd)
    {
        connection.Execute("savepoint command");
        try
        {
            var left = item.Run(connection);
            connection.Execute("release command");
            atEnd.AddRange(left);
        }
        catch (Exception refusal)
        {
            var trouble = DatabaseTrouble.Of(refusal, SqliteFile.SystemError(connection));
            // SQLITE_FULL and its like end the whole transaction; then there is no savepoint to return to. On a damaged file nothing is committed. On one that
            // may only be read `begin immediate` does not fail, and a connection that has seen it so stays so: it has to be opened anew.
            if (!connection.IsInTransaction || trouble is DatabaseCorruptException or DatabaseReadOnlyException)
                throw;
            connection.Execute("rollback to command");
            connection.Execute("release command");
            item.Fail(trouble ?? refusal);
        }
    }

    abstract class Item
    {
        /// <summary>What it leaves for the end of the group.</summary>
        public abstract IReadOnlyList<Statement> Run(PreparedConnection connection);

        public abstract void Fail(Exception failure);

        public abstract void Reply();
    }

    sealed class Item<T>(DbSession session, Func<Task<T>> work, ExecutionContext? context) : Item
    {
        readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        T? result;
        Exception? failure;

        public Task<T> Answer => answer.Task;

        public override IReadOnlyList<Statement> Run(PreparedConnection connection)
        {
            session.Enter(connection, null);
            try
            {
                if (context is null)
                    result = work().GetAwaiter().GetResult();
                else
                    ExecutionContext.Run(context, _ => result = work().GetAwaiter().GetResult(), null);
                return session.Waiting;
            }
            finally
            {
                session.Leave();
            }
        }

        public override void Fail(Exception failure) => this.failure = failure;

        public override void Reply()
        {
            if (failure is null)
                answer.SetResult(result!);
            else
                answer.SetException(failure);
        }
    }
}
