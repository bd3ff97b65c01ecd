using Mediation.Core.Features.Reports;
using MediatR;

namespace Mediation.Api.Jobs;

/// <summary>Looks every ten minutes whether a unit is to be reminded of its monthly report; on which day is the calendar's word.</summary>
sealed class ReportChase(IServiceScopeFactory scopes, JobTurns turns) : TimedJob(turns, TimeSpan.FromMinutes(10))
{
    /// <summary>Answers how many were reminded.</summary>
    public override async Task<int> Look(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var sender = scope.ServiceProvider.GetRequiredService<ISender>();
        var late = await sender.Send(new FindLateReporters(), ct);
        return late.Units.Count == 0 ? 0 : await sender.Send(new RemindReporters(late), ct);
    }
}
