using System.Collections.Concurrent;

namespace Mediation.Core.Data;

/// <summary>
/// Accounts, organisations, mediators and areas as they were last read. Triggers move a stamp with every change of them; one look at it tells whether
/// what is remembered still holds, also when another process or somebody's own SQL made the change. A transaction reads the tables themselves.
/// </summary>
public sealed class ReferenceCache
{
    const int Most = 50_000;

    volatile Remembered remembered = new(long.MinValue);

    /// <summary>What the key stood for at this stamp, or what is read now. A key has the equality of its content, and its type tells the kinds apart.</summary>
    internal async ValueTask<T> Get<T>(DbSession db, object key, Func<Task<T>> read, CancellationToken ct = default)
    {
        if (db.IsWriting)
            return await read();
        // The stamp is read first: what changes meanwhile is read again by the next one who asks.
        var stamp = await db.Stamp(ct);
        var held = remembered;
        if (held.Stamp != stamp || held.Values.Count > Most)
            remembered = held = new Remembered(stamp);
        if (held.Values.TryGetValue(key, out var known))
            return (T)known!;
        var value = await read();
        held.Values[key] = value;
        return value;
    }

    sealed record Remembered(long Stamp)
    {
        public ConcurrentDictionary<object, object?> Values { get; } = new();
    }
}
