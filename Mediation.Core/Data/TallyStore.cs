using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Data;

/// <summary>Keeps the report's numbers in the transaction of the step that changes them.</summary>
[Scoped]
public sealed class TallyStore(DbSession db)
{
    public async Task Add(AreaCode area, IReadOnlyDictionary<TallyKey, TallyCounts> change)
    {
        // In key order, so that two transactions never wait for each other crosswise.
        foreach (var (key, counts) in change.OrderBy(c => (c.Key.Month, c.Key.Tier, c.Key.Category)))
            await db.Add(
                $"""
                insert into tally (district_code, town_code, village_code, month, tier, category, {CounterRow.Columns})
                values (@District, @Town, @Village, @Month, @Tier, @Category, @Found, @Mediated, @Succeeded, @MajorFound, @MajorMediated, @MajorSucceeded,
                    @Under50, @Under100, @Under500, @From500, @Registered, @MovedIn, @MovedOut, @ReferredOut, @Resolved, @LawfullyEnded, @Reopened,
                    @SentUp, @CarriedOverMediated)
                on conflict (district_code, month, village_code, tier, category) do update set
                    found = tally.found + excluded.found, mediated = tally.mediated + excluded.mediated,
                    succeeded = tally.succeeded + excluded.succeeded, major_found = tally.major_found + excluded.major_found,
                    major_mediated = tally.major_mediated + excluded.major_mediated, major_succeeded = tally.major_succeeded + excluded.major_succeeded,
                    under50 = tally.under50 + excluded.under50, under100 = tally.under100 + excluded.under100,
                    under500 = tally.under500 + excluded.under500, from500 = tally.from500 + excluded.from500,
                    registered = tally.registered + excluded.registered, moved_in = tally.moved_in + excluded.moved_in,
                    moved_out = tally.moved_out + excluded.moved_out, referred_out = tally.referred_out + excluded.referred_out,
                    resolved = tally.resolved + excluded.resolved, lawfully_ended = tally.lawfully_ended + excluded.lawfully_ended,
                    reopened = tally.reopened + excluded.reopened, sent_up = tally.sent_up + excluded.sent_up,
                    carried_over_mediated = tally.carried_over_mediated + excluded.carried_over_mediated
                """, new
                {
                    District = area.District.Value, Town = area.Level == AreaLevel.District ? area.Value : area.Town.Value, Village = area.Value,
                    key.Month, Tier = key.Tier.ToString(), key.Category,
                    counts.Found, counts.Mediated, counts.Succeeded, counts.MajorFound, counts.MajorMediated, counts.MajorSucceeded, counts.Under50,
                    counts.Under100, counts.Under500, counts.From500, counts.Registered, counts.MovedIn, counts.MovedOut, counts.ReferredOut,
                    counts.Resolved, counts.LawfullyEnded, counts.Reopened, counts.SentUp, counts.CarriedOverMediated,
                });
    }

    /// <summary>An area's rows of the months from one to another (yyyyMM), summed over its villages.</summary>
    public async Task<IReadOnlyList<TallyRow>> Sum(AreaCode area, int from, int to, CancellationToken ct = default) => [..
        (await db.Query<SumRow>(
            $"""
            select month, tier, category, {CounterRow.Sums}
            from tally
            where district_code >= @FirstDistrict and district_code < @EndDistrict and village_code >= @First and village_code < @End
                and month between @from and @to
            group by month, tier, category
            order by month, tier, category
            """, Between(AreaRange.Of(area), from, to), ct)).Select(row => row.ToTally())];

    static object Between(AreaRange range, int from, int to) => new { range.FirstDistrict, range.EndDistrict, range.First, range.End, from, to };

    /// <summary>What stands under an area's own code, not under a division of it.</summary>
    public async Task<IReadOnlyList<TallyRow>> Own(AreaCode area, int from, int to, CancellationToken ct = default) => [..
        (await db.Query<SumRow>(
            $"""
            select month, tier, category, {CounterRow.Sums}
            from tally
            where district_code = @District and village_code = @Village and month between @from and @to
            group by month, tier, category
            order by month, tier, category
            """, new { District = area.District.Value, Village = area.Value, from, to }, ct)).Select(row => row.ToTally())];

    sealed record SumRow : CounterRow
    {
        public long Month { get; init; }
        public string Tier { get; init; } = "";
        public long Category { get; init; }

        public TallyRow ToTally() => new(new TallyKey((int)Month, Enum.Parse<Domain.Tier>(Tier), (int)Category), Counts);
    }
}
