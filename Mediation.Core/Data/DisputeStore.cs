using Mediation.Core.Data.Packing;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Data;

/// <summary>Loads and saves a dispute whole: its row for the lists, its file, its journal lines, its tallies, its search text.</summary>
[Scoped]
public sealed class DisputeStore(DbSession db, JournalStore journal, TallyStore tallies, ReportEntryStore entries, SearchStore search, InvolvementStore involvements,
    DossierStore dossiers, ClockIndex clocks, ReferenceData reference, ChangeFeed changes, OversightStore oversight)
{
    /// <summary>The district of a known id; the id alone finds the partition.</summary>
    public async Task<long?> District(Guid id, CancellationToken ct = default) =>
        await db.Find<long?>("select district_code from dispute_home where id = @id", new { id }, ct);

    public Task<Guid?> OfHandover(Guid handoverId) => db.Find<Guid?>("select dispute_id from handover_home where id = @handoverId", new { handoverId });

    /// <summary>Takes an id for a district; false when it is known already, also to a command that runs at the same time.</summary>
    public async Task<bool> TakeId(Guid id, long district) => await db.Execute(
        "insert into dispute_home (id, district_code) values (@id, @district) on conflict do nothing", new { id, district }) == 1;

    /// <summary>Of what type it is, where it stands and since when it is known: enough to leave most out of a search for look-alikes.</summary>
    public Task<DisputeLook?> Look(long district, Guid id, CancellationToken ct = default) => db.Find<DisputeLook>(
        "select type, status, received_at from dispute where district_code = @district and id = @id", new { district, id }, ct);

    public async Task<Dispute?> Find(Guid id, CancellationToken ct = default)
    {
        if (await District(id, ct) is not { } district)
            return null;
        var row = await db.Find<FileRow>(
            """
            select dispute_file.body, dispute.version
            from dispute_file
            join dispute on dispute.district_code = dispute_file.district_code and dispute.id = dispute_file.id
            where dispute_file.district_code = @district and dispute_file.id = @id
            """, new { district, id }, ct);
        return row is null ? null : new Dispute(StorageJson.Read<DisputeFile>(row.Body), row.Version);
    }

    /// <summary>Loads for a change: on PostgreSQL two commands on one dispute take turns; in the lane they do anyway.</summary>
    public async Task<Dispute?> FindForChange(Guid id)
    {
        // A statement of its own: one that waited for the lock would join the new version with the file as it was before.
        if (!db.IsSqlite && await District(id) is { } district)
            await db.Execute("select 1 from dispute where district_code = @district and id = @id for update", new { district, id });
        return await Find(id);
    }

    /// <summary>Everything about a step in the one transaction of its command. Returns the version it made.</summary>
    public async Task<int> Save(Dispute dispute, Step step)
    {
        await Write(dispute, step);
        return Tell(dispute);
    }

    /// <summary>What a new dispute writes, put together before its transaction: everything but the words to those who watch.</summary>
    internal Task<IReadOnlyList<Statement>> Compose(Dispute dispute, Step step, Func<Task> more) => db.Compose(async () =>
    {
        await Write(dispute, step);
        await more();
    });

    /// <summary>Writes what was composed. Returns the version it made.</summary>
    internal async Task<int> Add(Dispute dispute, IReadOnlyList<Statement> rows)
    {
        foreach (var row in rows)
            await db.Add(row);
        return Tell(dispute);
    }

    /// <summary>Numbers the change and tells it, once it is written. Returns the version it made.</summary>
    int Tell(Dispute dispute)
    {
        var (file, version) = (dispute.File, dispute.Version + dispute.News.Count);
        changes.Note(dispute.Version == 0 ? null : dispute.Before, file, version);
        db.Announce(new DisputeChange(file.Id, [file.Area, dispute.Before.Area], DisputeSight.Concerned(file)));
        return version;
    }

    async Task Write(Dispute dispute, Step step)
    {
        var (file, before) = (dispute.File, dispute.Version == 0 ? null : dispute.Before);
        var (dueOn, reminders) = await clocks.Compute(file);
        var row = Row(file, dispute.Version + dispute.News.Count, dueOn);
        var body = Stored(file, rests: file.ClosedAt is not null);
        if (before is null)
            await Insert(row, body);
        else
            await Update(dispute, row, body, step);
        await journal.Append(dispute, step);
        await Count(before, file);
        await entries.Keep(before, file);
        if (before is null || TextsDiffer(before, file))
            await search.Index(file, isNew: before is null);
        await clocks.Keep(before, reminders);
        await oversight.Keep(before, file);
        await dossiers.Follow(dispute);
        await involvements.Add(file, DisputeSight.Concerned(file).Except(before is null ? [] : DisputeSight.Concerned(before)));
        if (before is not null && (before.Area, before.ReceivedAt) != (file.Area, file.ReceivedAt))
            await involvements.Follow(file);
    }

    /// <summary>The file as it stood before its last step, and what that step was; null when it can no longer be told.</summary>
    public async Task<(DisputeFile File, JournalEvent Event)?> BeforeLastStep(Dispute dispute)
    {
        var row = await db.Find<BeforeRow>(
            """
            select dispute_before.body, journal.event, dispute_before.sequence
            from dispute_before
            join journal on journal.district_code = dispute_before.district_code and journal.dispute_id = dispute_before.dispute_id
                and journal.sequence = dispute_before.sequence
            where dispute_before.district_code = @District and dispute_before.dispute_id = @Id
            order by dispute_before.sequence desc
            limit 1
            """, Key(dispute.File));
        if (row is null)
            return null;
        // A step can be taken back once; the one before it is then the last.
        await db.Execute(
            "delete from dispute_before where district_code = @District and dispute_id = @Id and sequence = @Sequence",
            new { District = dispute.File.Area.District.Value, dispute.File.Id, row.Sequence });
        return (StorageJson.Read<DisputeFile>(row.Body), Enum.Parse<JournalEvent>(row.Event));
    }

    public Task ForgetSteps(DisputeFile file) =>
        db.Execute("delete from dispute_before where district_code = @District and dispute_id = @Id", Key(file));

    /// <summary>The day by which the holder should act: the first of the clocks that bind now.</summary>
    public Task<DateOnly> DueOn(DisputeFile file) => clocks.DueOn(file);

    async Task Count(DisputeFile? before, DisputeFile after)
    {
        var definition = await reference.ReportDefinition(db);
        if (before is not null && before.Area != after.Area)
        {
            await tallies.Add(before.Area, Tallies.Change(before.Report, null, definition));
            await tallies.Add(after.Area, Tallies.Change(null, after.Report, definition));
        }
        else if (!ReferenceEquals(before?.Report, after.Report))
            await tallies.Add(after.Area, Tallies.Change(before?.Report, after.Report, definition));
    }

    async Task Insert(DisputeRow row, object body)
    {
        await db.Add(
            """
            insert into dispute (district_code, id, town_code, village_code, area_code, type, status, tier, level, responsible_id, holder_id, host_id,
                waiting, returned, received_at, due_on, closed_at, occurred_on, source, outcome, version)
            values (@DistrictCode, @Id, @TownCode, @VillageCode, @AreaCode, @Type, @Status, @Tier, @Level, @ResponsibleId, @HolderId, @HostId,
                @Waiting, @Returned, @ReceivedAt, @DueOn, @ClosedAt, @OccurredOn, @Source, @Outcome, @Version)
            """, row);
        await db.Add(
            "insert into dispute_file (district_code, id, body) values (@DistrictCode, @Id, @body)", new { row.DistrictCode, row.Id, body });
    }

    async Task Update(Dispute dispute, DisputeRow row, object body, Step step)
    {
        var updated = await db.Execute(
            """
            update dispute
            set type = @Type, status = @Status, tier = @Tier, level = @Level, responsible_id = @ResponsibleId, holder_id = @HolderId, host_id = @HostId,
                waiting = @Waiting, returned = @Returned, received_at = @ReceivedAt, due_on = @DueOn,
                late_on = case when due_on = @DueOn then late_on end, closed_at = @ClosedAt,
                occurred_on = @OccurredOn, source = @Source, outcome = @Outcome,
                version = @Version, town_code = @TownCode, village_code = @VillageCode, area_code = @AreaCode
            where district_code = @DistrictCode and id = @Id and version = @Before
            """, row with { Before = dispute.Version });
        if (updated == 0)
            throw new InvalidOperationException($"{row.Id} was changed between its load and its save.");
        await db.Execute("update dispute_file set body = @body where district_code = @DistrictCode and id = @Id", new { row.DistrictCode, row.Id, body });
        if (dispute.News.Any(n => n.Event.IsStep))
            await db.Execute(
                "insert into dispute_before (district_code, dispute_id, sequence, body) values (@DistrictCode, @Id, @Sequence, @Body)",
                new { row.DistrictCode, row.Id, Sequence = dispute.Version + dispute.News.Count, Body = Stored(dispute.Before, rests: row.ClosedAt is not null) });
        // Of a closed matter only the closing can be taken back.
        if (row.ClosedAt is not null)
            await db.Execute(
                """
                delete from dispute_before
                where district_code = @DistrictCode and dispute_id = @Id and sequence < (
                    select max(last.sequence) from dispute_before as last where last.district_code = @DistrictCode and last.dispute_id = @Id)
                """, new { row.DistrictCode, row.Id });
        foreach (var handover in dispute.File.Handovers.Skip(dispute.Before.Handovers.Count))
            await db.Execute(
                "insert into handover_home (id, district_code, dispute_id) values (@HandoverId, @DistrictCode, @Id) on conflict do nothing",
                new { HandoverId = handover.Id, row.DistrictCode, row.Id });
    }

    /// <summary>A closed matter is seldom read and is packed; PostgreSQL packs long values itself.</summary>
    object Stored(DisputeFile file, bool rests) => rests && db.IsSqlite ? PackedText.Pack(StorageJson.Write(file)) : StorageJson.Write(file);

    static bool TextsDiffer(DisputeFile one, DisputeFile other) =>
        one.Subject != other.Subject || one.Summary != other.Summary || one.Place != other.Place || one.Area != other.Area
        || !ReferenceEquals(one.Parties, other.Parties);

    /// <summary>Missing lower levels repeat the given code.</summary>
    internal static long TownOf(DisputeFile file) => file.Area.Level == Domain.Areas.AreaLevel.District ? file.Area.Value : file.Area.Town.Value;

    static object Key(DisputeFile file) => new { District = file.Area.District.Value, file.Id };

    static DisputeRow Row(DisputeFile file, int version, DateOnly dueOn) => new()
    {
        DistrictCode = file.Area.District.Value,
        Id = file.Id,
        TownCode = TownOf(file),
        VillageCode = file.Area.Value,
        AreaCode = file.Area.Value,
        Type = file.Type.ToString(),
        Status = file.Status.ToString(),
        Tier = file.Tier.ToString(),
        Level = file.Level.ToString(),
        ResponsibleId = file.ResponsibleId,
        HolderId = file.HolderId,
        HostId = Dispute.CaseOnDesk(file)?.OwnerId,
        Waiting = file.Status == DisputeStatus.HandoverPending ? 1 : 0,
        Returned = file.Handovers.Count > 0 && (file.Handovers[^1].Kind == HandoverKind.Return || file.Handovers[^1].State == HandoverState.Refused) ? 1 : 0,
        ReceivedAt = file.ReceivedAt,
        DueOn = dueOn,
        ClosedAt = file.ClosedAt,
        OccurredOn = file.OccurredOn,
        Source = file.Source.ToString(),
        Outcome = DisputeOutcomes.Of(file).ToString(),
        Version = version,
    };

    sealed record FileRow
    {
        public required string Body { get; init; }

        public required int Version { get; init; }
    }

    sealed record BeforeRow
    {
        public required string Body { get; init; }

        public required string Event { get; init; }

        public required long Sequence { get; init; }
    }
}
