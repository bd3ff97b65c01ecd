namespace Mediation.Core.Data;

/// <summary>So many at once, so many waiting, and nobody for longer than that: whoever comes on top is told so at once and comes again.</summary>
public sealed class Gate(int atOnce, int waiting, TimeSpan patience) : IDisposable
{
    readonly SemaphoreSlim free = new(atOnce);
    int inLine;

    /// <summary>Takes a place where one is free at once; disposing gives it back.</summary>
    public bool TryEnter(out Place place)
    {
        place = new Place(free);
        return free.Wait(0, CancellationToken.None);
    }

    /// <summary>Waits for a place. Whoever waits must hold nothing that those inside may need.</summary>
    public async ValueTask<Place> Enter(CancellationToken ct)
    {
        if (Interlocked.Increment(ref inLine) > waiting)
        {
            Interlocked.Decrement(ref inLine);
            throw new BusyException();
        }
        try
        {
            return await free.WaitAsync(patience, ct) ? new Place(free) : throw new BusyException();
        }
        finally
        {
            Interlocked.Decrement(ref inLine);
        }
    }

    public void Dispose() => free.Dispose();

    /// <summary>A place that was taken.</summary>
    public readonly struct Place(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}

/// <summary>
/// How much is taken on at once: reads that run, reads that wait for their turn and for how long, and commands that are under way or wait for the disk.
/// </summary>
public sealed record OverloadSettings(int Reads = 64, int WaitingReads = 1_000, int WaitSeconds = 10, int Writes = 4_096);

/// <summary>The two gates of a process, the same on both engines: the pool of connections and the lane never see more than these let in.</summary>
public sealed class Gates(OverloadSettings settings) : IDisposable
{
    public Gate Reads { get; } = new(settings.Reads, settings.WaitingReads, TimeSpan.FromSeconds(settings.WaitSeconds));

    public Gate Writes { get; } = new(settings.Writes, 0, TimeSpan.Zero);

    public void Dispose()
    {
        Reads.Dispose();
        Writes.Dispose();
    }
}
