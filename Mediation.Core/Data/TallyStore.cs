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

    /// <summary>An area's rows of the months from one to another (yyyyMM).</summary>
    public async Task<IReadOnlyList<TallyRow>> Sum(AreaCode area, int from, int to, CancellationToken ct = default) => [..
        (await db.Query<SumRow>(
            $"""
            select month, tier, category, {CounterRow.Sums}
            from {Of(area.Level)} and month between @from and @to
            group by month, tier, category
            order by month, tier, category
            """, Keys(area, from, to), ct)).Select(row => row.ToTally())];

    /// <summary>What these months add to the open matters of each tier; a tier without any is left out.</summary>
    public async Task<IReadOnlyDictionary<Domain.Tier, int>> StockChange(AreaCode area, int from, int to, CancellationToken ct = default) =>
        (await db.Query<StockRow>(
            $"""
            select tier, cast(sum(registered + moved_in + reopened - moved_out - referred_out - resolved - lawfully_ended) as integer) as change
            from {Of(area.Level)} and month between @from and @to
            group by tier
            order by tier
            """, Keys(area, from, to), ct)).ToDictionary(row => Enum.Parse<Domain.Tier>(row.Tier), row => row.Change);

    /// <summary>
    /// The divisions below, each with the rows of one month, and those of the year before it as one month without tiers: what a column of the
    /// year to date needs. Of provinces it knows no divisions.
    /// </summary>
    public async Task<ILookup<long, TallyRow>> Below(AreaCode area, int from, int month, CancellationToken ct = default)
    {
        var (place, of) = area.Level switch
        {
            AreaLevel.Town => ("village_code", "tally where town_code = @Code and village_code <> @Code"),
            AreaLevel.District => ("town_code", "area_tally where district_code = @Code and town_code not in (0, @Code)"),
            AreaLevel.City => ("district_code", Of(AreaLevel.City)),
            _ => throw new ArgumentException($"{area} has no divisions that are summed.", nameof(area)),
        };
        const string Month = "case when month = @to then month else @from end";
        const string Tier = "case when month = @to then tier else 'Village' end";
        return (await db.Query<SumRow>(
            $"""
            select {place} as place, {Month} as month, {Tier} as tier, category, {CounterRow.Sums}
            from {of} and month between @from and @to
            group by {place}, {Month}, {Tier}, category
            order by 1, 2, 3, 4
            """, Keys(area, from, month), ct)).ToLookup(row => row.Place, row => row.ToTally());
    }

    /// <summary>What stands under an area's own code, not under a division of it.</summary>
    public async Task<IReadOnlyList<TallyRow>> Own(AreaCode area, int from, int to, CancellationToken ct = default) => [..
        (await db.Query<SumRow>(
            $"""
            select month, tier, category, {CounterRow.Sums}
            from tally
            where town_code = @Town and village_code = @Code and month between @from and @to
            group by month, tier, category
            order by month, tier, category
            """, Keys(area, from, to), ct)).Select(row => row.ToTally())];

    /// <summary>Where an area's counts are kept with the fewest rows.</summary>
    static string Of(AreaLevel level) => level switch
    {
        AreaLevel.Village => "tally where town_code = @Town and village_code = @Code",
        AreaLevel.Town => "area_tally where district_code = @District and town_code = @Code",
        AreaLevel.District => "area_tally where district_code = @Code and town_code = 0",
        AreaLevel.City or AreaLevel.Province =>
            "area_tally where district_code in (select district_code from change_counter where district_code >= @Code and district_code < @End) and town_code = 0",
    };

    static object Keys(AreaCode area, int from, int to) => new
    {
        District = area.District.Value, Town = area.Level == AreaLevel.District ? area.Value : area.Town.Value, Code = area.Value, End = area.End.Value, from, to,
    };

    sealed record StockRow
    {
        public required string Tier { get; init; }

        public required int Change { get; init; }
    }

    sealed record SumRow : CounterRow
    {
        public long Place { get; init; }
        public long Month { get; init; }
        public string Tier { get; init; } = "";
        public long Category { get; init; }

        public TallyRow ToTally() => new(new TallyKey((int)Month, Enum.Parse<Domain.Tier>(Tier), (int)Category), Counts);
    }
}
