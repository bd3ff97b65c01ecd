using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Sync;

/// <summary>Notes for the auditor that ids, phones and addresses of these disputes go to a tablet; answered when it is on disk.</summary>
[Needs(Permission.ReadMatters)]
public sealed record LogDeviceCopies(IReadOnlyList<Guid> Disputes, Guid DeviceId) : ICommand<int>;

sealed class LogDeviceCopiesHandler(CurrentUser user, AccessLog log, TimeProvider clock) : ICommandHandler<LogDeviceCopies, int>
{
    public async Task<int> Handle(LogDeviceCopies command, CancellationToken ct)
    {
        foreach (var dispute in command.Disputes)
            await log.Add(new AccessRow
            {
                Id = Guid.CreateVersion7(), At = clock.GetUtcNow(), AccountId = user.Account.Id, OrganisationId = user.Account.OrganisationId, Kind = "Device",
                DistrictCode = user.Account.Area.District.Value, DisputeId = dispute, Detail = $"device {command.DeviceId}",
            });
        return command.Disputes.Count;
    }
}
