using System.Collections.Concurrent;
using System.Data.Common;
using Mediation.Core.Domain.Areas;
using Npgsql;

namespace Mediation.Core.Data;

/// <summary>Sends many writes to a server in one journey.</summary>
static class PostgresBatch
{
    static readonly ConcurrentDictionary<Type, (string Name, Func<object, object?> Value)[]> Getters = new();

    public static async Task Send(DbConnection connection, DbTransaction transaction, IEnumerable<Statement> statements, string? last = null)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)connection, (NpgsqlTransaction)transaction);
        foreach (var statement in statements)
        {
            var command = new NpgsqlBatchCommand(statement.Sql);
            foreach (var (name, value) in Getters.GetOrAdd(statement.Parameters.GetType(), Of))
                if (statement.Sql.Contains($"@{name}", StringComparison.OrdinalIgnoreCase))
                    command.Parameters.AddWithValue(name, Stored(value(statement.Parameters)));
            batch.BatchCommands.Add(command);
        }
        // The first failure skips all that follows it, the last word too.
        if (last is not null)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(last));
        await batch.ExecuteNonQueryAsync();
    }

    static (string, Func<object, object?>)[] Of(Type parameters) =>
        [.. SqliteValues.Names(parameters).Select(name => (name, SqliteValues.Of(parameters, $"@{name}")))];

    static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds()),
        AreaCode code => code.Value,
        _ => value,
    };
}
