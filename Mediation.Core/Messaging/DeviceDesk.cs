using Mediation.Core.Data;

namespace Mediation.Core.Messaging;

/// <summary>After how many days without a contact the town is told of a tablet.</summary>
public sealed record DeviceSettings(int SilentDays)
{
    /// <summary>A tablet's clock that is off by more than this is told to its user and to the town.</summary>
    public static readonly TimeSpan SkewAllowed = TimeSpan.FromMinutes(5);

    public static bool IsSkewed(int? seconds) => seconds is { } off && Math.Abs((long)off) > (long)SkewAllowed.TotalSeconds;
}

/// <summary>Lets a tablet in: registered by this person and not revoked.</summary>
[Scoped]
public sealed class DeviceDesk(CurrentUser user, DeviceStore devices)
{
    public async Task<DeviceRow> Require(Guid id, CancellationToken ct = default)
    {
        // Revoked comes first: whoever holds a lost tablet is told to wipe it, registered or not.
        var device = await devices.Find(id, ct);
        if (device is { RevokedAt: not null })
            throw new ForbiddenException("device.revoked", "This tablet was revoked; its stores are to be wiped.");
        return device is not null && await devices.IsOf(id, user.Account.Id, ct) ? device : throw new NotFoundException("The tablet", "device.unknown");
    }
}
