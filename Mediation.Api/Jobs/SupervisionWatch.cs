using Mediation.Core.Features.Supervision;
using MediatR;

namespace Mediation.Api.Jobs;

/// <summary>Looks every hour at the open matters whose limit ran out; whether a card falls is the rules' word. A start has other things to do first.</summary>
sealed class SupervisionWatch(IServiceScopeFactory scopes, JobTurns turns) : TimedJob(turns, TimeSpan.FromHours(1), TimeSpan.FromMinutes(1))
{
    /// <summary>One look at all of them. Answers how many cards were issued.</summary>
    public override async Task<int> Look(CancellationToken ct)
    {
        var issued = 0;
        for ((long District, Guid Id)? place = (0, Guid.Empty); place is var (district, id);)
        {
            await using var scope = scopes.CreateAsyncScope();
            var found = await scope.ServiceProvider.GetRequiredService<ISender>().Send(new FindFallenCards(district, id), ct);
            foreach (var dispute in found.Disputes)
                issued += await Issue(dispute, ct) ? 1 : 0;
            place = found.Next;
        }
        return issued;
    }

    async Task<bool> Issue(Guid dispute, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(new IssueClockCard(dispute), ct);
    }
}
