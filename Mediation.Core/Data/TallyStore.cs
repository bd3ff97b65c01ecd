using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Data;

/// <summary>Keeps the report's numbers in the transaction of the step that changes them.</summary>
[Scoped]
public sealed class TallyStore(DbSession db)
{
    const string Counters =
        """
        found, mediated, succeeded, major_found, major_mediated, major_succeeded, under50, under100, under500, from500,
        registered, moved_in, moved_out, referred_out, resolved, lawfully_ended, reopened, sent_up, carried_over_mediated
        """;

    const string Sums =
        """
        cast(sum(found) as integer) as found, cast(sum(mediated) as integer) as mediated, cast(sum(succeeded) as integer) as succeeded,
        cast(sum(major_found) as integer) as major_found, cast(sum(major_mediated) as integer) as major_mediated,
        cast(sum(major_succeeded) as integer) as major_succeeded, cast(sum(under50) as integer) as under50,
        cast(sum(under100) as integer) as under100, cast(sum(under500) as integer) as under500, cast(sum(from500) as integer) as from500,
        cast(sum(registered) as integer) as registered, cast(sum(moved_in) as integer) as moved_in, cast(sum(moved_out) as integer) as moved_out,
        cast(sum(referred_out) as integer) as referred_out, cast(sum(resolved) as integer) as resolved,
        cast(sum(lawfully_ended) as integer) as lawfully_ended, cast(sum(reopened) as integer) as reopened, cast(sum(sent_up) as integer) as sent_up,
        cast(sum(carried_over_mediated) as integer) as carried_over_mediated
        """;

    public async Task Add(AreaCode area, IReadOnlyDictionary<TallyKey, TallyCounts> change)
    {
        // In key order, so that two transactions never wait for each other crosswise.
        foreach (var (key, counts) in change.OrderBy(c => (c.Key.Month, c.Key.Tier, c.Key.Category)))
            await db.Execute(
                $"""
                insert into tally (district_code, town_code, village_code, month, tier, category, {Counters})
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
            select month, tier, category, {Sums}
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
            select month, tier, category, {Sums}
            from tally
            where district_code = @District and village_code = @Village and month between @from and @to
            group by month, tier, category
            order by month, tier, category
            """, new { District = area.District.Value, Village = area.Value, from, to }, ct)).Select(row => row.ToTally())];

    sealed record SumRow
    {
        public long Month { get; init; }
        public string Tier { get; init; } = "";
        public long Category { get; init; }
        public int Found { get; init; }
        public int Mediated { get; init; }
        public int Succeeded { get; init; }
        public int MajorFound { get; init; }
        public int MajorMediated { get; init; }
        public int MajorSucceeded { get; init; }
        public int Under50 { get; init; }
        public int Under100 { get; init; }
        public int Under500 { get; init; }
        public int From500 { get; init; }
        public int Registered { get; init; }
        public int MovedIn { get; init; }
        public int MovedOut { get; init; }
        public int ReferredOut { get; init; }
        public int Resolved { get; init; }
        public int LawfullyEnded { get; init; }
        public int Reopened { get; init; }
        public int SentUp { get; init; }
        public int CarriedOverMediated { get; init; }

        public TallyRow ToTally() => new(
            new TallyKey((int)Month, Enum.Parse<Domain.Tier>(Tier), (int)Category), new TallyCounts
            {
                Found = Found, Mediated = Mediated, Succeeded = Succeeded, MajorFound = MajorFound, MajorMediated = MajorMediated,
                MajorSucceeded = MajorSucceeded, Under50 = Under50, Under100 = Under100, Under500 = Under500, From500 = From500,
                Registered = Registered, MovedIn = MovedIn, MovedOut = MovedOut, ReferredOut = ReferredOut, Resolved = Resolved,
                LawfullyEnded = LawfullyEnded, Reopened = Reopened, SentUp = SentUp, CarriedOverMediated = CarriedOverMediated,
            });
    }
}
