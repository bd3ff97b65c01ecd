using Mediation.Core.Features.Ledger;
using MediatR;

namespace Mediation.Api.Jobs;

/// <summary>
/// Looks at every open dispute's limit on a new day, and within ten minutes of new rules, a new calendar or a new program at those too that are closed and
/// remind somebody. Meanwhile each step sets the limit of its own matter, and only what is behind its day already is looked at.
/// </summary>
sealed class LimitWatch(IServiceScopeFactory scopes, JobTurns turns) : TimedJob(turns, TimeSpan.FromMinutes(10))
{
    /// <summary>One look at all rows, in slices that leave room for people's commands. Answers how many limits had moved.</summary>
    public override async Task<int> Look(CancellationToken ct)
    {
        var look = await Ask(sender => sender.Send(new FindLimitLook(), ct));
        var (same, moved, set) = (look.Now == look.Last, 0, 0);
        for ((long District, Guid Id)? place = (0, Guid.Empty); place is var (district, id);)
        {
            var found = await Ask(sender => sender.Send(new FindMovedLimits(district, id, OpenOnly: look.Last?.Rules == look.Now.Rules, PastOnly: same), ct));
            moved += found.Items.Count;
            if (found.Items.Count > 0)
                set += await Ask(sender => sender.Send(new SetLimits(found.Items), ct));
            place = found.Next;
        }
        // A row that was changed meanwhile is looked at again.
        if (!same && moved == set)
            await Ask(sender => sender.Send(new NoteLimitLook(look.Now), ct));
        return set;
    }

    async Task<T> Ask<T>(Func<ISender, Task<T>> ask)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<ISender>());
    }
}
