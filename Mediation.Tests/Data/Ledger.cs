using Mediation.Core.Data;
using Mediation.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mediation.Tests.Data;

/// <summary>A database that takes writes, with a table of numbers and a reader who looks on from outside.</summary>
sealed class Ledger : IAsyncDisposable
{
    readonly TestDatabase file;
    readonly IDatabase database;

    Ledger(TestDatabase file, ILoggerFactory? logs)
    {
        this.file = file;
        database = Engines.Open(file.ConnectionString, logs ?? NullLoggerFactory.Instance);
    }

    public string ConnectionString => file.ConnectionString;

    public static async Task<Ledger> Open(string kind, ILoggerFactory? logs = null)
    {
        var ledger = new Ledger(await TestDatabase.New(kind), logs);
        ledger.database.Migrate();
        ledger.database.Start();
        await ledger.Write(session => session.Execute("create table entry (number integer not null primary key, text text)"));
        return ledger;
    }

    /// <summary>A command, with a session of its own.</summary>
    public Task<T> Write<T>(Func<DbSession, Task<T>> work)
    {
        var session = new DbSession(database);
        return database.Write(session, () => work(session));
    }

    public Task<int> Enter(int number) => Write(session => Enter(session, number));

    public static Task<int> Enter(DbSession session, int number) => session.Execute("insert into entry (number) values (@number)", new { number });

    public void Post(int number) => database.Post("insert into entry (number) values (@number)", new { number });

    /// <summary>What another connection sees at this moment.</summary>
    public async Task<IReadOnlyList<int>> Numbers()
    {
        await using var session = new DbSession(database);
        return await session.Query<int>("select number from entry order by number");
    }

    /// <summary>Takes no more commands and waits for those that are under way.</summary>
    public ValueTask Close() => database.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        await file.DisposeAsync();
    }
}
