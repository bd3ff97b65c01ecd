using Mediation.Core.Data;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Devices;

/// <summary>A call from a tablet; noted without waiting.</summary>
public sealed record NoteContact(Guid DeviceId) : IQuery<bool>;

sealed class NoteContactHandler(CurrentUser user, DeviceStore devices, TimeProvider clock) : IQueryHandler<NoteContact, bool>
{
    public Task<bool> Handle(NoteContact query, CancellationToken ct)
    {
        devices.Touch(query.DeviceId, user.Account.Id, clock.GetUtcNow());
        return Task.FromResult(true);
    }
}
