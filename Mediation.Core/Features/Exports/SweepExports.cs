using Mediation.Core.Data;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Exports;

/// <summary>Files whose days are over go, and what was searched for with them; the job itself stays on the list. Answers how many went.</summary>
public sealed record SweepExports : ICommand<int>;

/// <summary>Deletes what runs left whose process died, or that lost their job to another run. Answers how many went.</summary>
public sealed record DropLeftExports : IQuery<int>;

sealed class SweepExportsHandler(ExportJobStore jobs, ExportVault vault, TimeProvider clock) : ICommandHandler<SweepExports, int>
{
    const int AtATime = 200;

    public async Task<int> Handle(SweepExports command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await jobs.Expired(now, AtATime, ct);
        foreach (var job in due)
        {
            await jobs.Sweep(job.Id, now);
            if (job.LeaseId is { } lease)
                vault.Remove(lease);
        }
        return due.Count;
    }
}

sealed class DropLeftExportsHandler(ExportJobStore jobs, ExportVault vault, TimeProvider clock) : IQueryHandler<DropLeftExports, int>
{
    /// <summary>No run is silent for so long.</summary>
    static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    public async Task<int> Handle(DropLeftExports query, CancellationToken ct)
    {
        var dropped = 0;
        foreach (var lease in vault.Before(clock.GetUtcNow() - Silence))
            if (!await jobs.IsNamed(lease, ct))
            {
                vault.Remove(lease);
                dropped++;
            }
        return dropped;
    }
}
