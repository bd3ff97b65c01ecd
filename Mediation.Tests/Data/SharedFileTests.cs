using Mediation.Tests.Support;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace Mediation.Tests.Data;

/// <summary>A second process on the same SQLite file: a tool, or a verb such as create-admin.</summary>
sealed class SharedFileTests
{
    [Test]
    public async Task Commands_wait_while_another_process_writes_and_nothing_is_reported_as_a_fault()
    {
        var faults = new FaultCount();
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(faults));
        await using var ledger = await Ledger.Open(TestDatabase.Sqlite, logs);
        await using var other = await TestDatabase.Open(ledger.ConnectionString);
        await using var transaction = await other.BeginTransactionAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "insert into entry (number) values (1)";
        await command.ExecuteNonQueryAsync();

        var entered = ledger.Enter(2);
        await Task.Delay(300);
        Assert.That(entered.IsCompleted, Is.False);
        await transaction.CommitAsync();
        await entered;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ledger.Numbers(), Is.EqualTo(new[] { 1, 2 }));
            Assert.That(faults.Count, Is.Zero);
        }
    }

    sealed class FaultCount : ILoggerProvider, ILogger
    {
        int count;

        public int Count => count;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Interlocked.Increment(ref count);

        public void Dispose()
        {
        }
    }
}
