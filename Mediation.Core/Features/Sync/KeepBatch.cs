using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Sync;

/// <summary>Notes at the end of a batch what the tablet told of itself, and the entries that were not simply carried out.</summary>
[Needs(Permission.SignedIn)]
public sealed record KeepBatch(Guid DeviceId, int SkewSeconds, int Pending, int Attention, IReadOnlyList<SyncEntryRow> Entries) : ICommand<int>;

sealed class KeepBatchHandler(CurrentUser user, DeviceStore devices, SyncLog log, TimeProvider clock) : ICommandHandler<KeepBatch, int>
{
    public async Task<int> Handle(KeepBatch command, CancellationToken ct)
    {
        await devices.Synced(command.DeviceId, command.SkewSeconds, command.Pending, command.Attention, clock.GetUtcNow());
        foreach (var entry in command.Entries)
            await log.Keep(user.Account, entry);
        return command.Entries.Count;
    }
}
