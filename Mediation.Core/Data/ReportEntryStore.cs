using Mediation.Core.Domain;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Data;

/// <summary>Which dispute stands behind which number of the month; kept beside the tallies, in the transaction of the step that changes them.</summary>
[Scoped]
public sealed class ReportEntryStore(DbSession db, ReferenceData reference, TimeProvider clock)
{
    /// <summary>A condition on `report_entry` for an area's rows, by the parameters First and End.</summary>
    public static string In(AreaLevel level) => AreaCondition.Of("report_entry", level);

    public async Task Keep(DisputeFile? before, DisputeFile after)
    {
        if (before is not null && before.Area == after.Area && ReferenceEquals(before.Report, after.Report))
            return;
        var definition = await reference.ReportDefinition(db);
        var (old, now) = (before is null ? [] : ReportEntry.Of(before.Report, definition), ReportEntry.Of(after.Report, definition));
        if (before is not null && (before.Area != after.Area || !old.SequenceEqual(now)))
            await db.Execute("delete from report_entry where district_code = @District and dispute_id = @Id", Key(before));
        if (before is null || before.Area != after.Area || !old.SequenceEqual(now))
            await Add(after, now);
        var changed = before is null || before.Area == after.Area ? old.Except(now).Concat(now.Except(old)) : old.Concat(now);
        var present = Tallies.MonthOf(Shanghai.DateOf(clock.GetUtcNow()));
        // Sealed or not: whether the month is, is another transaction's word at this moment.
        if (changed.Any(entry => entry.Key.Month < present))
            await db.Add("insert into late_change (district_code, dispute_id) values (@District, @Id) on conflict do nothing", Key(after));
    }

    /// <summary>Counts one anew that was stored before there were entries, or before they held all that they hold now.</summary>
    public async Task Renew(DisputeFile file)
    {
        await db.Execute("delete from report_entry where district_code = @District and dispute_id = @Id", Key(file));
        await Add(file, ReportEntry.Of(file.Report, await reference.ReportDefinition(db)));
        await db.Execute(
            "update dispute set occurred_on = @OccurredOn, source = @Source, outcome = @Outcome where district_code = @District and id = @Id",
            new
            {
                file.OccurredOn, Source = file.Source.ToString(), Outcome = DisputeOutcomes.Of(file).ToString(), District = file.Area.District.Value, file.Id,
            });
    }

    async Task Add(DisputeFile file, IReadOnlyList<ReportEntry> entries)
    {
        foreach (var entry in entries)
            await db.Add(
                """
                insert into report_entry (district_code, town_code, village_code, dispute_id, month, tier, category,
                    found, mediated, succeeded, major_found, major_mediated, major_succeeded, people, registered, moved_in, moved_out, referred_out,
                    resolved, lawfully_ended, reopened, sent_up, carried_over_mediated)
                values (@District, @Town, @Village, @Id, @Month, @Tier, @Category,
                    @Found, @Mediated, @Succeeded, @MajorFound, @MajorMediated, @MajorSucceeded, @People, @Registered, @MovedIn, @MovedOut, @ReferredOut,
                    @Resolved, @LawfullyEnded, @Reopened, @SentUp, @CarriedOverMediated)
                """, new
                {
                    District = file.Area.District.Value, Town = file.Area.Level == AreaLevel.District ? file.Area.Value : file.Area.Town.Value,
                    Village = file.Area.Value, file.Id, entry.Key.Month, Tier = entry.Key.Tier.ToString(), entry.Key.Category, entry.Counts.Found,
                    entry.Counts.Mediated, entry.Counts.Succeeded, entry.Counts.MajorFound, entry.Counts.MajorMediated, entry.Counts.MajorSucceeded, entry.People,
                    entry.Counts.Registered, entry.Counts.MovedIn, entry.Counts.MovedOut, entry.Counts.ReferredOut, entry.Counts.Resolved,
                    entry.Counts.LawfullyEnded, entry.Counts.Reopened, entry.Counts.SentUp, entry.Counts.CarriedOverMediated,
                });
    }

    static object Key(DisputeFile file) => new { District = file.Area.District.Value, file.Id };
}
