using System.Threading.Channels;
using Microsoft.Data.Sqlite;
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

    readonly Func<SqliteConnection> open;
    readonly ILogger<WriteLane> log;
    readonly Channel<Item> waiting = Channel.CreateBounded<Item>(Capacity);
    readonly Thread thread;
    long dropped;

    public WriteLane(Func<SqliteConnection> open, ILogger<WriteLane> log)
    {
        this.open = open;
        this.log = log;
        thread = new Thread(Loop) { IsBackground = true, Name = "write lane" };
    }

    public void Start() => thread.Start();

    public async Task<T> Run<T>(DbSession session, Func<Task<T>> work)
    {
        var item = new Item<T>(session, work, ExecutionContext.Capture());
        // Before it is there, for the lane may have done with it at once.
        DataMeter.Queued(1);
        if (!waiting.Writer.TryWrite(item))
        {
            DataMeter.Queued(-1);
            throw new BusyException();
        }
        return await item.Answer;
    }

    public void Post(IDatabase database, string sql, object parameters)
    {
        var session = new DbSession(database);
        var item = new Item<int>(session, () => session.Execute(sql, parameters), null);
        if (!waiting.Writer.TryWrite(item))
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

    void Loop()
    {
        using var connection = open();
        var group = new List<Item>(GroupLimit);
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            group.Clear();
            try
            {
                Execute(connection, "begin immediate");
                while (group.Count < GroupLimit && waiting.Reader.TryRead(out var item))
                {
                    group.Add(item);
                    RunOne(connection, item);
                }
                Execute(connection, "commit");
                DataMeter.Committed(group.Count);
            }
            catch (Exception failure)
            {
                // A full disk or a lost file: nothing of the group is on disk, so every one of them hears of it.
                log.LogError(failure, "A group of {Count} commands was not committed", group.Count);
                if (!IsAutoCommit(connection))
                    Execute(connection, "rollback");
                group.ForEach(item => item.Fail(failure));
            }
            DataMeter.Queued(-group.Count);
            group.ForEach(item => item.Reply());
        }
    }

    static void RunOne(SqliteConnection connection, Item item)
    {
        Execute(connection, "savepoint command");
        try
        {
            item.Run(connection);
            Execute(connection, "release command");
        }
        catch (Exception refusal)
        {
            // SQLITE_FULL and its like end the whole transaction; then there is no savepoint to return to.
            if (IsAutoCommit(connection))
                throw;
            Execute(connection, "rollback to command");
            Execute(connection, "release command");
            item.Fail(refusal);
        }
    }

    static bool IsAutoCommit(SqliteConnection connection) => SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) != 0;

    static void Execute(SqliteConnection connection, string sql)
    {
        var result = SQLitePCL.raw.sqlite3_exec(connection.Handle, sql);
        if (result != SQLitePCL.raw.SQLITE_OK)
            throw new SqliteException(SQLitePCL.raw.sqlite3_errmsg(connection.Handle).utf8_to_string(), result);
    }

    abstract class Item
    {
        public abstract void Run(SqliteConnection connection);

        public abstract void Fail(Exception failure);

        public abstract void Reply();
    }

    sealed class Item<T>(DbSession session, Func<Task<T>> work, ExecutionContext? context) : Item
    {
        readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        T? result;
        Exception? failure;

        public Task<T> Answer => answer.Task;

        public override void Run(SqliteConnection connection)
        {
            session.Enter(connection, null);
            try
            {
                if (context is null)
                    result = work().GetAwaiter().GetResult();
                else
                    ExecutionContext.Run(context, _ => result = work().GetAwaiter().GetResult(), null);
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
