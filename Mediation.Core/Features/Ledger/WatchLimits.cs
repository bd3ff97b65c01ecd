using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Ledger;

/// <summary>
/// The watch's look at the next rows that are open or remind somebody, whoever hosts them. The limit is computed from the journal's own
/// dates, so a note never resets it, and a calendar that arrives late moves it.
/// </summary>
/// <param name="AfterDistrict">With the id: behind which row the look begins.</param>
/// <param name="AfterId">See the district.</param>
/// <param name="OpenOnly">What only reminds, being closed, is left out: it moves with rules and calendar, and not with the day.</param>
/// <param name="PastOnly">Only what a step put behind its day already, as a matter that is entered late.</param>
/// <param name="Take">Rows of one look.</param>
public sealed record FindMovedLimits(long AfterDistrict, Guid AfterId, bool OpenOnly = false, bool PastOnly = false, int Take = 500) : IQuery<MovedLimits>;

/// <summary>Whether there is something to look at.</summary>
public sealed record FindLimitLook : IQuery<LimitLook>;

/// <summary>What limits are computed by now, and what they were computed by when all were last looked at.</summary>
public sealed record LimitLook(LimitBasis Now, LimitBasis? Last);

/// <summary>What all limits are computed by; while it is the same, none moves but by a step of its matter.</summary>
public sealed record LimitBasis
{
    public required DateOnly Day { get; init; }

    /// <summary>A digest.</summary>
    public required string Rules { get; init; }
}

/// <summary>Notes that all were looked at; a process that starts meanwhile, or later on the same day, need not.</summary>
public sealed record NoteLimitLook(LimitBasis Basis) : ICommand<int>;

/// <summary>What differs from the stored index, and where the next look begins; null behind the last row.</summary>
public sealed record MovedLimits(IReadOnlyList<MovedLimit> Items, int Looked, (long District, Guid Id)? Next);

public sealed record MovedLimit(long District, Guid Id, int Version, DateOnly DueOn, DateOnly? LateOn, IReadOnlyList<ReminderRow> Reminders);

/// <summary>Writes what the watch found; a row that has moved on meanwhile is left to the next look.</summary>
public sealed record SetLimits(IReadOnlyList<MovedLimit> Items) : ICommand<int>;

sealed class FindMovedLimitsHandler(DbSession db, ClockIndex clocks, TimeProvider clock) : IQueryHandler<FindMovedLimits, MovedLimits>
{
    const string Sql =
        """
        with open as (
            select dispute.district_code, dispute.id
            from dispute
            where dispute.closed_at is null and (dispute.district_code, dispute.id) > (@AfterDistrict, @AfterId)
                and (not @PastOnly or dispute.due_on < @Today and dispute.late_on is null)
            order by dispute.district_code, dispute.id
            limit @Take
        ), reminding as (
            select distinct clock_reminder.district_code, clock_reminder.dispute_id as id
            from clock_reminder
            where not @OpenOnly and (clock_reminder.district_code, clock_reminder.dispute_id) > (@AfterDistrict, @AfterId)
            order by clock_reminder.district_code, clock_reminder.dispute_id
            limit @Take
        ), watched as (
            select district_code, id from open
            union
            select district_code, id from reminding
        )
        select dispute.district_code, dispute.id, dispute.version, dispute.due_on, dispute.late_on, dispute.closed_at, dispute_file.body
        from watched
        join dispute on dispute.district_code = watched.district_code and dispute.id = watched.id
        join dispute_file on dispute_file.district_code = watched.district_code and dispute_file.id = watched.id
        order by watched.district_code, watched.id
        limit @Take
        """;

    public async Task<MovedLimits> Handle(FindMovedLimits query, CancellationToken ct)
    {
        var today = Shanghai.DateOf(clock.GetUtcNow());
        var rows = await db.Query<WatchedRow>(
            Sql, new { query.AfterDistrict, query.AfterId, query.OpenOnly, query.PastOnly, query.Take, Today = today }, ct);
        var moved = new List<MovedLimit>();
        foreach (var district in rows.GroupBy(row => row.DistrictCode))
        {
            var kept = await clocks.Kept(district.Key, district.First().Id, district.Last().Id, ct);
            foreach (var row in district)
                if (await Moved(row, kept[row.Id], today) is { } limit)
                    moved.Add(limit);
        }
        return new MovedLimits(moved, rows.Count, rows.Count < query.Take ? null : (rows[^1].DistrictCode, rows[^1].Id));
    }

    async Task<MovedLimit?> Moved(WatchedRow row, IEnumerable<ReminderRow> kept, DateOnly today)
    {
        var (due, reminders) = await clocks.Compute(StorageJson.Read<DisputeFile>(row.Body));
        DateOnly? late = row.ClosedAt is not null ? row.LateOn : due >= today ? null : row.DueOn == due ? row.LateOn ?? today : today;
        return due == row.DueOn && late == row.LateOn && reminders.ToHashSet().SetEquals(kept)
            ? null
            : new MovedLimit(row.DistrictCode, row.Id, row.Version, due, late, reminders);
    }

    sealed record WatchedRow
    {
        public required long DistrictCode { get; init; }
        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required DateOnly DueOn { get; init; }
        public DateOnly? LateOn { get; init; }
        public DateTimeOffset? ClosedAt { get; init; }
        public required string Body { get; init; }
    }
}

sealed class FindLimitLookHandler(DbSession db, ReferenceData reference, TimeProvider clock) : IQueryHandler<FindLimitLook, LimitLook>
{
    public async Task<LimitLook> Handle(FindLimitLook query, CancellationToken ct) => new(
        new LimitBasis { Day = Shanghai.DateOf(clock.GetUtcNow()), Rules = await reference.LimitBasis(db, ct) },
        await db.Find<LimitBasis>("select day, rules from limit_look where id = 1", ct: ct));
}

sealed class NoteLimitLookHandler(DbSession db) : ICommandHandler<NoteLimitLook, int>
{
    public Task<int> Handle(NoteLimitLook command, CancellationToken ct) => db.Execute(
        "insert into limit_look (id, day, rules) values (1, @Day, @Rules) on conflict (id) do update set day = excluded.day, rules = excluded.rules", command.Basis, ct);
}

sealed class SetLimitsHandler(ClockIndex clocks) : ICommandHandler<SetLimits, int>
{
    public async Task<int> Handle(SetLimits command, CancellationToken ct)
    {
        var set = 0;
        foreach (var item in command.Items)
            set += await clocks.Set(item.District, item.Id, item.Version, item.DueOn, item.LateOn, item.Reminders) ? 1 : 0;
        return set;
    }
}
