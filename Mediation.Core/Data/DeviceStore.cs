using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Data;

/// <summary>Tablets, who uses them, and when each was last heard of.</summary>
[Scoped]
public sealed class DeviceStore(IDatabase database, DbSession db)
{
    const string Columns =
        """
        device.id, device.district_code, device.area_code, device.organisation_id, device.name, device.storage, device.app_version, device.last_contact_at,
            device.last_sync_at, device.skew_seconds, device.pending, device.attention, device.revoked_at, device.revoked_reason,
            organisation.name as organisation_name
        """;

    public Task<DeviceRow?> Find(Guid id, CancellationToken ct = default) => db.Find<DeviceRow>(
        $"select {Columns} from device join organisation on organisation.id = device.organisation_id where device.id = @id", new { id }, ct);

    public Task<IReadOnlyList<DeviceRow>> Under(AreaCode area, Guid after, int take, CancellationToken ct) => db.Query<DeviceRow>(
        $"""
        select {Columns}
        from device
        join organisation on organisation.id = device.organisation_id
        where device.area_code >= @First and device.area_code < @End and device.id > @after
        order by device.id
        limit @take
        """, new { First = area.Value, End = area.End.Value, after, take }, ct);

    /// <summary>Who registered with a tablet; by name.</summary>
    public Task<IReadOnlyList<DeviceAccountRow>> Accounts(Guid deviceId, CancellationToken ct = default) => db.Query<DeviceAccountRow>(
        """
        select account.id, account.display_name
        from device_account
        join account on account.id = device_account.account_id
        where device_account.device_id = @deviceId
        order by account.display_name, account.id
        """, new { deviceId }, ct);

    public async Task<bool> IsOf(Guid deviceId, Guid accountId, CancellationToken ct = default) => await db.Find<long?>(
        "select 1 from device_account where device_id = @deviceId and account_id = @accountId", new { deviceId, accountId }, ct) is not null;

    public async Task Save(Guid id, AreaCode area, Guid organisationId, Guid accountId, string name, string storage, string appVersion, DateTimeOffset now)
    {
        await db.Execute(
            """
            insert into device (id, district_code, area_code, organisation_id, name, storage, app_version, registered_at, last_contact_at)
            values (@id, @District, @Area, @organisationId, @name, @storage, @appVersion, @now, @now)
            on conflict (id) do update set name = excluded.name, storage = excluded.storage, app_version = excluded.app_version,
                last_contact_at = excluded.last_contact_at
            """, new { id, District = area.District.Value, Area = area.Value, organisationId, name, storage, appVersion, now });
        await db.Execute(
            "insert into device_account (device_id, account_id, added_at) values (@id, @accountId, @now) on conflict do nothing", new { id, accountId, now });
    }

    /// <summary>Nobody waits for it; a tablet that is not this person's is not touched.</summary>
    public void Touch(Guid id, Guid accountId, DateTimeOffset now) => database.Post(
        """
        update device set last_contact_at = @now
        where id = @id and last_contact_at < @now and exists (select 1 from device_account where device_id = @id and account_id = @accountId)
        """, new { id, accountId, now });

    public Task Synced(Guid id, int skewSeconds, int pending, int attention, DateTimeOffset now) => db.Execute(
        "update device set last_sync_at = @now, last_contact_at = @now, skew_seconds = @skewSeconds, pending = @pending, attention = @attention where id = @id",
        new { id, skewSeconds, pending, attention, now });

    /// <summary>A pull that reached the end of what there was.</summary>
    public void Pulled(Guid id, DateTimeOffset now) => database.Post("update device set last_sync_at = @now where id = @id", new { id, now });

    public Task Revoke(Guid id, Guid by, string reason, DateTimeOffset now) => db.Execute(
        "update device set revoked_at = @now, revoked_by = @by, revoked_reason = @reason where id = @id and revoked_at is null", new { id, by, reason, now });
}

public sealed record DeviceRow
{
    public required Guid Id { get; init; }
    public required long DistrictCode { get; init; }
    public required long AreaCode { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string OrganisationName { get; init; }
    public required string Name { get; init; }
    public required string Storage { get; init; }
    public required string AppVersion { get; init; }
    public required DateTimeOffset LastContactAt { get; init; }
    public DateTimeOffset? LastSyncAt { get; init; }
    public int? SkewSeconds { get; init; }
    public required int Pending { get; init; }
    public required int Attention { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }
    public string? RevokedReason { get; init; }
}

public sealed record DeviceAccountRow
{
    public required Guid Id { get; init; }

    public required string DisplayName { get; init; }
}
