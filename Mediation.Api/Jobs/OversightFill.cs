using Mediation.Core.Features.Supervision;
using MediatR;

namespace Mediation.Api.Jobs;

/// <summary>Enters the disputes of a database that is older than the lists of supervision.</summary>
sealed class OversightFill(IServiceScopeFactory scopes, JobTurns turns) : FillJob(turns)
{
    protected override async Task<(long District, Guid Id)?> Slice(long district, Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ISender>().Send(new FillOversight(district, id), ct)).Next;
    }
}
