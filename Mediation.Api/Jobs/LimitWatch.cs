using Mediation.Core.Features.Ledger;
using MediatR;

namespace Mediation.Api.Jobs;

/// <summary>Looks at every open dispute's limit, every ten minutes.</summary>
sealed class LimitWatch(IServiceScopeFactory scopes, JobTurns turns) : TimedJob(turns, TimeSpan.FromMinutes(10))
{
    /// <summary>One look at all rows, in slices that leave room for people's commands. Answers how many limits had moved.</summary>
    public override async Task<int> Look(CancellationToken ct)
    {
        var set = 0;
        for ((long District, Guid Id)? place = (0, Guid.Empty); place is var (district, id);)
        {
            await using var scope = scopes.CreateAsyncScope();
            var sender = scope.ServiceProvider.GetRequiredService<ISender>();
            var found = await sender.Send(new FindMovedLimits(district, id), ct);
            if (found.Items.Count > 0)
                set += await sender.Send(new SetLimits(found.Items), ct);
            place = found.Next;
        }
        return set;
    }
}
