using System.Collections.Concurrent;
using System.Threading.Channels;
using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Data;

/// <summary>A matter was changed: which one, where it lies or lay, and which organisations it concerns. Nothing of its content.</summary>
public sealed record DisputeChange(Guid DisputeId, IReadOnlyList<AreaCode> Areas, IReadOnlySet<Guid> Concerned);

/// <summary>Tells those who watch in this process what was changed, by it or by another one, after it is on disk.</summary>
public sealed class ChangeHub
{
    readonly ConcurrentDictionary<ChangeWatch, bool> watches = new();

    /// <summary>From now on; until it is disposed.</summary>
    public ChangeWatch Watch(Func<DisputeChange, bool> mayBeSeen)
    {
        var watch = new ChangeWatch(mayBeSeen, ended => watches.TryRemove(ended, out _));
        watches[watch] = true;
        return watch;
    }

    internal void Publish(IReadOnlyList<DisputeChange> changes)
    {
        foreach (var change in changes)
            foreach (var (watch, _) in watches)
                watch.Offer(change);
    }

    /// <summary>Something was changed, and nobody knows what.</summary>
    internal void Miss()
    {
        foreach (var (watch, _) in watches)
            watch.Miss();
    }
}

/// <summary>One watcher's queue. It is short: who reads too slowly is told that something was missed, and looks again.</summary>
public sealed class ChangeWatch : IDisposable
{
    /// <summary>Stands for a change that nobody knows.</summary>
    public static readonly Guid Unknown = Guid.Empty;

    const int Longest = 64;

    readonly Channel<Guid> waiting = Channel.CreateBounded<Guid>(Longest);
    readonly Func<DisputeChange, bool> mayBeSeen;
    readonly Action<ChangeWatch> ended;
    int missed;

    internal ChangeWatch(Func<DisputeChange, bool> mayBeSeen, Action<ChangeWatch> ended) => (this.mayBeSeen, this.ended) = (mayBeSeen, ended);

    /// <summary>The ids of changed disputes, `Unknown` among them; completed when the watch ends.</summary>
    public ChannelReader<Guid> Changed => waiting.Reader;

    /// <summary>True once after something did not fit in.</summary>
    public bool TakeMissed() => Interlocked.Exchange(ref missed, 0) == 1;

    public void Dispose()
    {
        ended(this);
        waiting.Writer.TryComplete();
    }

    internal void Offer(DisputeChange change)
    {
        if (mayBeSeen(change))
            Queue(change.DisputeId);
    }

    internal void Miss() => Queue(Unknown);

    void Queue(Guid id)
    {
        if (!waiting.Writer.TryWrite(id))
            Volatile.Write(ref missed, 1);
    }
}
