namespace Mediation.Core.Data;

/// <summary>Uploads that are under way or wait to be attached; each belongs to the account that began it.</summary>
[Scoped]
public sealed class UploadStore(DbSession db)
{
    const string Columns = "id, account_id, length, sha256, name, expires_at";

    public Task<UploadRow?> Find(long district, Guid id, CancellationToken ct = default) =>
        db.Find<UploadRow>($"select {Columns} from upload where district_code = @district and id = @id", new { district, id }, ct);

    public Task<long> CountOf(long district, Guid accountId) =>
        db.Find<long>("select count(*) from upload where district_code = @district and account_id = @accountId", new { district, accountId });

    public Task Add(long district, UploadRow row) => db.Execute(
        $"insert into upload (district_code, {Columns}) values (@district, @Id, @AccountId, @Length, @Sha256, @Name, @ExpiresAt)",
        new { district, row.Id, row.AccountId, row.Length, row.Sha256, row.Name, row.ExpiresAt });

    public Task<int> Remove(long district, Guid id) => db.Execute("delete from upload where district_code = @district and id = @id", new { district, id });

    public Task<IReadOnlyList<ExpiredUpload>> Expired(DateTimeOffset now, int take, CancellationToken ct) => db.Query<ExpiredUpload>(
        "select district_code, id from upload where expires_at <= @now order by expires_at, id limit @take", new { now, take }, ct);

    public Task<int> RemoveExpired(ExpiredUpload upload, DateTimeOffset now) => db.Execute(
        "delete from upload where district_code = @DistrictCode and id = @Id and expires_at <= @now", new { upload.DistrictCode, upload.Id, now });

    /// <summary>For the sweep, which finds ids alone in a folder: it looks everywhere.</summary>
    public async Task<bool> Exists(Guid id, CancellationToken ct) => await db.Find<long?>("select 1 from upload where id = @id", new { id }, ct) is not null;
}

public sealed record UploadRow
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Bytes, as declared.</summary>
    public required long Length { get; init; }

    /// <summary>Of the whole, as declared; lower-case hexadecimal.</summary>
    public string? Sha256 { get; init; }

    public string? Name { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>An upload whose day is over.</summary>
public sealed record ExpiredUpload
{
    public required long DistrictCode { get; init; }

    public required Guid Id { get; init; }
}
