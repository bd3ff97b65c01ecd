using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Data;

/// <summary>Files of unsent work, closed for a town, and the keys they are closed with.</summary>
[Scoped]
public sealed class ExportStore(DbSession db, SecretStore secrets, RowHomes homes)
{
    const string Kind = "sync_export";

    const string Columns =
        """
        sync_export.id, sync_export.area_code, sync_export.key_id, sync_export.device_id, device.name as device_name, sync_export.account_id,
            account.display_name as account_name, sync_export.created_at, sync_export.sent_by, sync_export.received_at, sync_export.body,
            sync_export.opened_at, sync_export.opened_by
        """;

    const string From =
        """
        from sync_export
        left join device on device.id = sync_export.device_id
        left join account on account.id = sync_export.account_id
        """;

    /// <summary>The town's key pair in PKCS 8, made when it is first asked for; `make` is asked once at most.</summary>
    public async Task<string> Key(AreaCode town, Func<string> make)
    {
        var name = KeyName(town);
        if ((await secrets.Values(name)) is [var known, ..])
            return known;
        await secrets.Add(name, make());
        return (await secrets.Values(name))[0];
    }

    public async Task<string?> FindKey(AreaCode town, CancellationToken ct) => await secrets.Values(KeyName(town), ct) is [var known, ..] ? known : null;

    public async Task<ExportRow?> Find(Guid id, CancellationToken ct = default) => await homes.District(Kind, id, ct) is { } district
        ? await db.Find<ExportRow>($"select {Columns} {From} where sync_export.district_code = @district and sync_export.id = @id", new { district, id }, ct)
        : null;

    public async Task Add(ExportRow row)
    {
        var district = new AreaCode(row.AreaCode).District.Value;
        await homes.Add(Kind, row.Id, district);
        await db.Execute(
            """
            insert into sync_export (district_code, id, area_code, key_id, device_id, account_id, created_at, sent_by, received_at, body)
            values (@district, @Id, @AreaCode, @KeyId, @DeviceId, @AccountId, @CreatedAt, @SentBy, @ReceivedAt, @Body)
            on conflict do nothing
            """, new
            {
                district, row.Id, row.AreaCode, row.KeyId, row.DeviceId, row.AccountId, row.CreatedAt, row.SentBy, row.ReceivedAt, row.Body,
            });
    }

    public Task<IReadOnlyList<ExportRow>> Under(AreaCode area, Guid after, int take, CancellationToken ct) => db.Query<ExportRow>(
        $"""
        select {Columns}
        {From}
        where sync_export.area_code >= @First and sync_export.area_code < @End and sync_export.id > @after
        order by sync_export.id
        limit @take
        """, new { First = area.Value, End = area.End.Value, after, take }, ct);

    public Task Opened(ExportRow row, Guid by, DateTimeOffset at) => db.Execute(
        "update sync_export set opened_at = @at, opened_by = @by where district_code = @district and id = @Id and opened_at is null",
        new { district = new AreaCode(row.AreaCode).District.Value, row.Id, by, at });

    static string KeyName(AreaCode town) => $"export-key/{town}/";
}

public sealed record ExportRow
{
    public required Guid Id { get; init; }
    public required long AreaCode { get; init; }
    public required string KeyId { get; init; }
    public required Guid DeviceId { get; init; }
    public string? DeviceName { get; init; }
    public required Guid AccountId { get; init; }
    public string? AccountName { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required Guid SentBy { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The file as it came.</summary>
    public required string Body { get; init; }
    public DateTimeOffset? OpenedAt { get; init; }
    public Guid? OpenedBy { get; init; }
}
