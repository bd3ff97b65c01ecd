using Mediation.Core.Domain;
using Mediation.Core.Domain.Clocks;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Registry;

namespace Mediation.Core.Data;

/// <summary>What is kept of the clocks so that lists are fast: the day by which the holder acts, and what reminds whom. A recomputation gives the same.</summary>
[Scoped]
public sealed class ClockIndex(DbSession db, OrganisationStore organisations, ReferenceData reference, TimeProvider clock)
{
    /// <summary>Calendar, rules and day; which of the concerned committees are an enterprise's matters in labour alone.</summary>
    public async Task<ClockContext> Context(ClockFacts facts, CancellationToken ct = default)
    {
        var enterprises = new HashSet<Guid>();
        foreach (var id in facts.IsLabour ? facts.Cases.Select(c => c.OrganisationId).Append(facts.ResponsibleId).Distinct() : [])
            if (await organisations.Get(id, ct) is { Kind: OrganisationKind.EnterpriseCommittee })
                enterprises.Add(id);
        return new ClockContext(await reference.Calendar(db, ct), await reference.RuleSets(db, ct), enterprises, Shanghai.DateOf(clock.GetUtcNow()));
    }

    /// <summary>The clocks by the file as it is now.</summary>
    public async Task<IReadOnlyList<ClockReading>> Clocks(DisputeFile file) => ClockFacts.Of(file) is var facts ? MatterClocks.Of(facts, await Context(facts)) : [];

    public async Task<DateOnly> DueOn(DisputeFile file) => (await Compute(file)).DueOn;

    /// <summary>Both parts of the index for a file.</summary>
    public async Task<(DateOnly DueOn, IReadOnlyList<ReminderRow> Reminders)> Compute(DisputeFile file)
    {
        var facts = ClockFacts.Of(file);
        var context = await Context(facts);
        var clocks = MatterClocks.Of(facts, context);
        return (MatterClocks.DueOn(facts, clocks, context), [.. clocks.Where(c => c.RemindAt.Count > 0).Select(c => ReminderRow.Of(c, file))]);
    }

    /// <summary>Writes what a step changed.</summary>
    public async Task Keep(DisputeFile? before, IReadOnlyList<ReminderRow> now)
    {
        var known = before is null ? [] : (await Compute(before)).Reminders;
        foreach (var gone in known.ExceptBy(now.Select(row => row.Key), row => row.Key))
            await db.Execute(
                "delete from clock_reminder where district_code = @DistrictCode and dispute_id = @DisputeId and clock = @Clock and subject_id = @SubjectId", gone);
        foreach (var row in now.Except(known))
            await Write(row);
    }

    /// <summary>What is kept for disputes of one district, by dispute.</summary>
    public async Task<ILookup<Guid, ReminderRow>> Kept(long district, Guid from, Guid to, CancellationToken ct = default) => (await db.Query<ReminderRow>(
        """
        select district_code, dispute_id, clock, subject_id, holder_id, area_code, due_on, provisional, duty, first_at, last_at
        from clock_reminder
        where district_code = @district and dispute_id >= @from and dispute_id <= @to
        order by dispute_id, clock, subject_id
        """, new { district, from, to }, ct)).ToLookup(row => row.DisputeId);

    /// <summary>Sets what the watch found, unless the matter has moved on meanwhile.</summary>
    public async Task<bool> Set(long district, Guid id, int version, DateOnly dueOn, DateOnly? lateOn, IReadOnlyList<ReminderRow> reminders)
    {
        if (await db.Execute(
            "update dispute set due_on = @dueOn, late_on = @lateOn where district_code = @district and id = @id and version = @version",
            new { dueOn, lateOn, district, id, version }) == 0)
            return false;
        await db.Execute("delete from clock_reminder where district_code = @district and dispute_id = @id", new { district, id });
        foreach (var row in reminders)
            await Write(row);
        return true;
    }

    ValueTask Write(ReminderRow row) => db.Add(
        """
        insert into clock_reminder (district_code, dispute_id, clock, subject_id, holder_id, area_code, due_on, provisional, duty, first_at, last_at)
        values (@DistrictCode, @DisputeId, @Clock, @SubjectId, @HolderId, @AreaCode, @DueOn, @Provisional, @Duty, @FirstAt, @LastAt)
        on conflict (district_code, dispute_id, clock, subject_id) do update set holder_id = excluded.holder_id, area_code = excluded.area_code,
            due_on = excluded.due_on, provisional = excluded.provisional, duty = excluded.duty, first_at = excluded.first_at, last_at = excluded.last_at
        """, row);
}

/// <summary>A running clock that reminds the desk of its matter.</summary>
public sealed record ReminderRow
{
    public required long DistrictCode { get; init; }

    public required Guid DisputeId { get; init; }

    public required string Clock { get; init; }

    /// <summary>The case, handover or obligation; the dispute itself for a clock of the whole matter.</summary>
    public required Guid SubjectId { get; init; }

    public required Guid HolderId { get; init; }

    public required long AreaCode { get; init; }

    public required DateOnly DueOn { get; init; }

    public required int Provisional { get; init; }

    /// <summary>1: it goes on reminding when it is over; a right that is gone does not.</summary>
    public required int Duty { get; init; }

    public required DateTimeOffset FirstAt { get; init; }

    public required DateTimeOffset LastAt { get; init; }

    internal (string, Guid) Key => (Clock, SubjectId);

    internal static ReminderRow Of(ClockReading reading, DisputeFile file) => new()
    {
        DistrictCode = file.Area.District.Value, DisputeId = file.Id, Clock = reading.Rule.Clock.ToString(), SubjectId = reading.Run.SubjectId ?? file.Id,
        HolderId = file.HolderId, AreaCode = file.Area.Value, DueOn = reading.Due!.Value, Provisional = reading.Provisional ? 1 : 0,
        Duty = reading.Rule.WhenOver == ClockState.Red ? 1 : 0, FirstAt = reading.RemindAt[0], LastAt = reading.RemindAt[^1],
    };
}
