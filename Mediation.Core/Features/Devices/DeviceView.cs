using Mediation.Core.Data;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Sync;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Devices;

/// <summary>A tablet as its town sees it: whose it is, when it was last heard of, and what still waits on it.</summary>
public sealed record DeviceView
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string OrganisationName { get; init; }
    public required AreaCode AreaCode { get; init; }
    public required IReadOnlyList<DeviceUser> Accounts { get; init; }
    public required string AppVersion { get; init; }
    public required DeviceStorage Storage { get; init; }
    public required DateTimeOffset LastContactAt { get; init; }
    public DateTimeOffset? LastSyncAt { get; init; }

    /// <summary>Whole days since the last contact.</summary>
    public required int SilentDays { get; init; }

    /// <summary>Silent for as many days as are configured, or more; a revoked one is expected to be.</summary>
    public required bool Silent { get; init; }

    /// <summary>How much the tablet's clock was ahead of the server's at its last sync; negative when behind.</summary>
    public int? SkewSeconds { get; init; }

    /// <summary>Off by more than five minutes.</summary>
    public required bool SkewFlagged { get; init; }

    /// <summary>Entries that waited on the tablet when it last told.</summary>
    public required int Pending { get; init; }

    /// <summary>Entries that were refused and wait for a person.</summary>
    public required int Attention { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }
    public string? RevokedReason { get; init; }
}

public sealed record DeviceUser(Guid Id, string DisplayName);

/// <summary>Shows tablets with the people who use them.</summary>
[Scoped]
public sealed class DeviceReader(DeviceStore devices, DeviceSettings settings, TimeProvider clock)
{
    public async Task<DeviceView> View(Guid id, CancellationToken ct = default) => await View((await devices.Find(id, ct))!, ct);

    public async Task<DeviceView> View(DeviceRow row, CancellationToken ct = default)
    {
        var silent = Math.Max(0, (int)(clock.GetUtcNow() - row.LastContactAt).TotalDays);
        return new DeviceView
        {
            Id = row.Id, Name = row.Name, OrganisationId = row.OrganisationId, OrganisationName = row.OrganisationName, AreaCode = new AreaCode(row.AreaCode),
            Accounts = [.. (await devices.Accounts(row.Id, ct)).Select(a => new DeviceUser(a.Id, a.DisplayName))], AppVersion = row.AppVersion,
            Storage = Enum.Parse<DeviceStorage>(row.Storage), LastContactAt = row.LastContactAt, LastSyncAt = row.LastSyncAt, SilentDays = silent,
            Silent = row.RevokedAt is null && silent >= settings.SilentDays, SkewSeconds = row.SkewSeconds, SkewFlagged = DeviceSettings.IsSkewed(row.SkewSeconds),
            Pending = row.Pending, Attention = row.Attention, RevokedAt = row.RevokedAt, RevokedReason = row.RevokedReason,
        };
    }
}
