using Mediation.Core.Features.Ledger;
using MediatR;

namespace Mediation.Api.Jobs;

/// <summary>
/// Looks at every open dispute's limit on a new day; after a start, and within ten minutes of new rules or a new calendar, at those too that are closed and
/// remind somebody. Meanwhile each step sets the limit of its own matter.
/// </summary>
sealed class LimitWatch(IServiceScopeFactory scopes, JobTurns turns) : TimedJob(turns, TimeSpan.FromMinutes(10))
{
    LimitBasis? looked;

    /// <summary>One look at all rows, in slices that leave room for people's commands. Answers how many limits had moved.</summary>
    public override async Task<int> Look(CancellationToken ct)
    {
        var basis = await Basis(ct);
        if (basis == looked)
            return 0;
        var (moved, set) = (0, 0);
        for ((long District, Guid Id)? place = (0, Guid.Empty); place is var (district, id);)
        {
            await using var scope = scopes.CreateAsyncScope();
            var sender = scope.ServiceProvider.GetRequiredService<ISender>();
            var found = await sender.Send(new FindMovedLimits(district, id, OpenOnly: looked?.Rules == basis.Rules), ct);
            moved += found.Items.Count;
            if (found.Items.Count > 0)
                set += await sender.Send(new SetLimits(found.Items), ct);
            place = found.Next;
        }
        // A row that was changed meanwhile is looked at again.
        looked = moved == set ? basis : null;
        return set;
    }

    async Task<LimitBasis> Basis(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(new FindLimitBasis(), ct);
    }
}
