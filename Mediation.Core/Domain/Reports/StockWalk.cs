namespace Mediation.Core.Domain.Reports;

/// <summary>Follows one matter into, through and out of the tiers' stocks (domain 5.5, stock-flow line).</summary>
static class StockWalk
{
    public static IEnumerable<Contribution> Of(ReportFacts facts)
    {
        yield return new(facts.ReceivedOn, facts.Tier, new() { Registered = 1 });

        var moves = new Queue<TierMove>(facts.Moves);
        var exits = new Queue<StockExit>(facts.Exits);
        var reopenings = new Queue<DateOnly>(facts.Reopenings);
        var (tier, open) = (facts.Tier, true);
        while (true)
        {
            // All steps may bear one date (domain 12): then a matter is moved before it leaves, and reopened before it is moved.
            if (open && moves.TryPeek(out var move) && (!exits.TryPeek(out var later) || move.On <= later.On))
            {
                moves.Dequeue();
                if (move.To == tier) continue;
                yield return new(move.On, tier, new() { MovedOut = 1, SentUp = move.To > tier ? 1 : 0 });
                yield return new(move.On, tier = move.To, new() { MovedIn = 1 });
            }
            else if (open && exits.TryDequeue(out var exit))
            {
                open = false;
                SkipWhile(reopenings, on => on < exit.On);
                yield return new(exit.On, tier, Leaving(exit.Kind));
            }
            else if (!open && reopenings.TryPeek(out var reopened) && (!moves.TryPeek(out var next) || reopened <= next.On))
            {
                open = true;
                reopenings.Dequeue();
                SkipWhile(exits, e => e.On < reopened);
                yield return new(reopened, tier, new() { Reopened = 1 });
            }
            else if (!open && moves.TryDequeue(out var silent))
                tier = silent.To;   // out of stock: who answers changes, no stock does
            else
                yield break;
        }
    }

    static TallyCounts Leaving(StockExitKind kind) => kind switch
    {
        StockExitKind.Resolved => new() { Resolved = 1 },
        StockExitKind.ReferredOut => new() { ReferredOut = 1 },
        StockExitKind.LawfullyEnded => new() { LawfullyEnded = 1 },
    };

    static void SkipWhile<T>(Queue<T> queue, Func<T, bool> past)
    {
        while (queue.TryPeek(out var next) && past(next)) queue.Dequeue();
    }
}
