using Mediation.Core.Domain.Exports;

namespace Mediation.Core.Data;

/// <summary>Exports that run by themselves. A job is held by a lease: whoever let it run out has lost the job, dead or not.</summary>
[Scoped]
public sealed class ExportJobStore(DbSession db)
{
    const string Columns =
        """
        export_job.id, export_job.district_code, export_job.account_id, export_job.organisation_id, export_job.kind, export_job.format, export_job.parameters,
            export_job.reason, export_job.cut_off, export_job.state, export_job.attempts, export_job.lease_id, export_job.lease_until, export_job.done, export_job.total, export_job.file_name,
            export_job.content_type, export_job.bytes, export_job.sha256, export_job.failure, export_job.failure_text, export_job.finished_at,
            export_job.expires_at, export_job.swept_at
        """;

    public Task<ExportJobRow?> Find(Guid id, CancellationToken ct = default) => db.Find<ExportJobRow>($"select {Columns} from export_job where id = @id", new { id }, ct);

    public Task Add(ExportJobRow row) => db.Execute(
        """
        insert into export_job (id, district_code, account_id, organisation_id, kind, format, parameters, reason, cut_off, state, attempts, done, total)
        values (@Id, @DistrictCode, @AccountId, @OrganisationId, @Kind, @Format, @Parameters, @Reason, @CutOff, @State, 0, 0, 0)
        """, new { row.Id, row.DistrictCode, row.AccountId, row.OrganisationId, row.Kind, row.Format, row.Parameters, row.Reason, row.CutOff, row.State });

    public async Task<int> Unfinished(Guid account) => (int)await db.Find<long>(
        "select count(*) from export_job where account_id = @account and finished_at is null", new { account });

    /// <summary>One person's, latest first.</summary>
    public Task<IReadOnlyList<ExportJobRow>> Of(Guid account, (DateTimeOffset At, Guid Id)? after, int take, CancellationToken ct) => db.Query<ExportJobRow>(
        $"""
        select {Columns}
        from export_job
        where account_id = @account {(after is null ? "" : "and (cut_off < @At or cut_off = @At and id < @Id)")}
        order by cut_off desc, id desc
        limit @take
        """, new { account, At = after?.At ?? default, Id = after?.Id ?? default, take }, ct);

    /// <summary>The oldest one that waits, or whose lease ran out; of several processes that ask at once one gets it.</summary>
    public async Task<ExportJobRow?> Take(Guid lease, DateTimeOffset now, DateTimeOffset until)
    {
        // A lease that reaches much farther than leases do was taken by a clock that has been put back since.
        const string Free = "(state = 'Waiting' or state = 'Running' and (lease_until < @now or lease_until > @beyond))";
        var taken = await db.Execute(
            $"""
            update export_job
            set state = 'Running', lease_id = @lease, lease_until = @until, attempts = attempts + 1, done = 0, total = 0
            where id = (select id from export_job where finished_at is null and {Free} order by cut_off, id limit 1) and finished_at is null and {Free}
            """, new { lease, now, until, beyond = until + (until - now) });
        return taken == 0 ? null : await db.Find<ExportJobRow>($"select {Columns} from export_job where lease_id = @lease and finished_at is null", new { lease });
    }

    /// <summary>false: the lease is another's by now.</summary>
    public async Task<bool> Hold(Guid id, Guid lease, int done, int total, DateTimeOffset until) => await db.Execute(
        "update export_job set done = @done, total = @total, lease_until = @until where id = @id and lease_id = @lease and finished_at is null",
        new { id, lease, done, total, until }) == 1;

    /// <summary>Gives it back as if it had never been taken.</summary>
    public Task Release(Guid id, Guid lease) => db.Execute(
        """
        update export_job
        set state = 'Waiting', lease_id = null, lease_until = null, attempts = attempts - 1, done = 0, total = 0
        where id = @id and lease_id = @lease and finished_at is null
        """, new { id, lease });

    public async Task<bool> Complete(Guid id, Guid lease, WrittenExport file, DateTimeOffset now, DateTimeOffset expires) => await db.Execute(
        """
        update export_job
        set state = 'Complete', done = @Rows, total = @Rows, file_name = @FileName, content_type = @ContentType, bytes = @Bytes, sha256 = @Sha256, finished_at = @now,
            expires_at = @expires
        where id = @id and lease_id = @lease and finished_at is null
        """, new { id, lease, file.Rows, file.FileName, file.ContentType, file.Bytes, file.Sha256, now, expires }) == 1;

    public async Task<bool> Fail(Guid id, Guid lease, string code, string text, DateTimeOffset now, DateTimeOffset expires) => await db.Execute(
        """
        update export_job
        set state = 'Failed', failure = @code, failure_text = @text, finished_at = @now, expires_at = @expires
        where id = @id and lease_id = @lease and finished_at is null
        """, new { id, lease, code, text, now, expires }) == 1;

    public Task<IReadOnlyList<ExportJobRow>> Expired(DateTimeOffset now, int take, CancellationToken ct) => db.Query<ExportJobRow>(
        $"select {Columns} from export_job where swept_at is null and expires_at <= @now order by expires_at, id limit @take", new { now, take }, ct);

    /// <summary>What was asked for may hold a name that was searched; it goes with the file.</summary>
    public Task<int> Sweep(Guid id, DateTimeOffset now) => db.Execute(
        "update export_job set swept_at = @now, parameters = @empty where id = @id and swept_at is null", new { id, now, empty = "{}" });

    /// <summary>Whether a file under this lease is still somebody's: of a job under way, or of one whose days are not over.</summary>
    public async Task<bool> IsNamed(Guid lease, CancellationToken ct) =>
        await db.Find<long?>("select 1 from export_job where lease_id = @lease and swept_at is null", new { lease }, ct) is not null;
}

/// <summary>A file that is whole.</summary>
public sealed record WrittenExport(int Rows, string FileName, string ContentType, long Bytes, string Sha256);

public sealed record ExportJobRow
{
    public required Guid Id { get; init; }
    public required long DistrictCode { get; init; }
    public required Guid AccountId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string Kind { get; init; }
    public required string Format { get; init; }
    public required string Parameters { get; init; }
    public required string Reason { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CutOff { get; init; }
    public required string State { get; init; }
    public int Attempts { get; init; }

    /// <summary>Of the run that is under way, or that ended it; its file bears this name.</summary>
    public Guid? LeaseId { get; init; }
    public DateTimeOffset? LeaseUntil { get; init; }
    public int Done { get; init; }
    public int Total { get; init; }
    public string? FileName { get; init; }
    public string? ContentType { get; init; }
    public long? Bytes { get; init; }
    public string? Sha256 { get; init; }
    public string? Failure { get; init; }
    public string? FailureText { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? SweptAt { get; init; }

    public ExportKind KindWord => Enum.Parse<ExportKind>(Kind);

    public ExportFormat FormatWord => Enum.Parse<ExportFormat>(Format);

    public ExportState StateWord => Enum.Parse<ExportState>(State);

    public ExportParameters Asked => StorageJson.Read<ExportParameters>(Parameters);
}
