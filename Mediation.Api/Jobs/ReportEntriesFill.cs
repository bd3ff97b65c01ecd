using Mediation.Core.Features.Reports;
using MediatR;

namespace Mediation.Api.Jobs;

/// <summary>Counts the disputes of a database that is older than the report's entries.</summary>
sealed class ReportEntriesFill(IServiceScopeFactory scopes, JobTurns turns) : FillJob(turns)
{
    protected override async Task<(long District, Guid Id)?> Slice(long district, Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ISender>().Send(new FillReportEntries(district, id), ct)).Next;
    }
}
