using System.Collections.Concurrent;
using System.Globalization;
using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Mediation.Core.Domain.Areas;
using SQLitePCL;

namespace Mediation.Core.Data;

/// <summary>How the values of a parameter object come into a SQLite statement; what stands in a column is the same as by <see cref="TypeHandlers"/>.</summary>
static class SqliteValues
{
    static readonly ConcurrentDictionary<(Type, string), Func<object, object?>> Getters = new();

    public static IEnumerable<string> Names(Type? parameters) => parameters?.GetProperties().Select(property => property.Name) ?? [];

    /// <summary>A name as the text writes it, in every case in which it does.</summary>
    public static IEnumerable<string> Written(string sql, string name) =>
        Regex.Matches(sql, $@"@{Regex.Escape(name)}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant).Select(match => match.Value).Distinct(StringComparer.Ordinal);

    /// <summary>Reads the property that a parameter names, whatever the case.</summary>
    public static Func<object, object?> Of(Type? parameters, string name) => Getters.GetOrAdd((parameters ?? typeof(void), name), static key =>
    {
        var property = Array.Find(key.Item1.GetProperties(), one => one.Name.Equals(key.Item2[1..], StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"{key.Item1} has no value for {key.Item2}.");
        var given = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, object?>>(
            Expression.Convert(Expression.Property(Expression.Convert(given, key.Item1), property), typeof(object)), given).Compile();
    });

    /// <summary>What the driver is given.</summary>
    public static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        Guid id => id.ToByteArray(bigEndian: true),
        DateTimeOffset instant => instant.ToUnixTimeMilliseconds(),
        DateOnly date => Text(date),
        AreaCode code => code.Value,
        _ => value,
    };

    /// <summary>Binds without the driver; the position counts from 1.</summary>
    public static int Bind(sqlite3_stmt statement, int at, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, at),
        string text => raw.sqlite3_bind_text(statement, at, text),
        long number => raw.sqlite3_bind_int64(statement, at, number),
        int number => raw.sqlite3_bind_int64(statement, at, number),
        Guid id => BindId(statement, at, id),
        DateTimeOffset instant => raw.sqlite3_bind_int64(statement, at, instant.ToUnixTimeMilliseconds()),
        DateOnly date => raw.sqlite3_bind_text(statement, at, Text(date)),
        AreaCode code => raw.sqlite3_bind_int64(statement, at, code.Value),
        // A blob of no bytes would be bound as null.
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, at, 0),
        byte[] bytes => raw.sqlite3_bind_blob(statement, at, bytes),
        bool flag => raw.sqlite3_bind_int(statement, at, flag ? 1 : 0),
        short number => raw.sqlite3_bind_int(statement, at, number),
        double number => raw.sqlite3_bind_double(statement, at, number),
        decimal amount => raw.sqlite3_bind_text(statement, at, amount.ToString("0.0###########################", CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException($"{value.GetType()} cannot stand in a column."),
    };

    static int BindId(sqlite3_stmt statement, int at, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return raw.sqlite3_bind_blob(statement, at, bytes);
    }

    static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
