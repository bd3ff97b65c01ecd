using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Data;

/// <summary>
/// What each dispute adds to the reports of its unit: as it stands now, as it was submitted, as it was sealed. What is counted now and not sealed
/// under a sealed month is a correction of the month that is reported.
/// </summary>
[Scoped]
public sealed class SealedStore(DbSession db)
{
    const string Key = "town_code, village_code, dispute_id, of_month, tier, category";

    const string IsLate =
        "exists (select 1 from late_change where late_change.district_code = {0}.district_code and late_change.dispute_id = {0}.dispute_id)";

    // This month's entries, and the differences of sealed months; these are looked for only where something changed late.
    static readonly string PendingSql =
        $"""
        select {Key}, {CounterRow.Sums}
        from (
            select town_code, village_code, dispute_id, month as of_month, tier, category, {CounterRow.OfEntry}
            from report_entry
            where district_code = @District and village_code >= @First and village_code < @End and month = @Month
            union all
            select town_code, village_code, dispute_id, month as of_month, tier, category, {CounterRow.OfEntry}
            from report_entry
            where district_code = @District and village_code >= @First and village_code < @End and month >= @FirstSealed and month <= @LastSealed
                and {Late("report_entry")}
            union all
            select {Key}, {CounterRow.Negated}
            from sealed_entry
            where district_code = @District and village_code >= @First and village_code < @End and {Late("sealed_entry")}
        ) as entries
        group by {Key}
        having {CounterRow.AnyOfSum}
        order by of_month, dispute_id, village_code, tier, category
        """;

    // A report, those that it took in, and those that they took in.
    const string Taken =
        """
        join monthly_report report on report.district_code = filed_entry.district_code and report.id = filed_entry.report_id
        left join monthly_report parent on parent.district_code = report.district_code and parent.id = report.parent_id
        where filed_entry.district_code = @District and (report.id = @Id or report.parent_id = @Id or parent.parent_id = @Id)
        """;

    /// <summary>What an area's places have to report for a month that is open: its own entries, and corrections of sealed months.</summary>
    public async Task<IReadOnlyList<FiledEntry>> Pending(AreaCode area, int month, (int First, int Last) sealedMonths, CancellationToken ct = default) => [..
        (await db.Query<Row>(PendingSql, new
        {
            District = area.District.Value, First = area.Value, End = area.End.Value, Month = month,
            FirstSealed = sealedMonths.First == 0 ? int.MaxValue : sealedMonths.First, LastSealed = sealedMonths.Last,
        }, ct)).Select(row => row.ToEntry())];

    /// <summary>What was submitted in a report and in those that it took in.</summary>
    public async Task<IReadOnlyList<FiledEntry>> Filed(MonthlyFiling filing, CancellationToken ct = default) => [.. (await db.Query<Row>(
        $"""
        select {Prefixed(Key)}, {Prefixed(CounterRow.Columns)}
        from filed_entry
        {Taken}
        order by filed_entry.of_month, filed_entry.dispute_id, filed_entry.village_code, filed_entry.tier, filed_entry.category
        """, new { District = filing.Area.District.Value, filing.Id }, ct)).Select(row => row.ToEntry())];

    /// <summary>What was sealed in a month for an area's places.</summary>
    public async Task<IReadOnlyList<FiledEntry>> Sealed(AreaCode area, int month, CancellationToken ct = default) => [.. (await db.Query<Row>(
        $"""
        select {Key}, {CounterRow.Columns}
        from sealed_entry
        where district_code = @District and month = @month and village_code >= @First and village_code < @End
        order by of_month, dispute_id, village_code, tier, category
        """, new { District = area.District.Value, month, First = area.Value, End = area.End.Value }, ct)).Select(row => row.ToEntry())];

    /// <summary>The sealed sums of a time by place, under the months to which they belong.</summary>
    public async Task<IReadOnlyList<(AreaCode Place, TallyRow Tally)>> Sums(AreaCode area, int from, int to, CancellationToken ct = default) => [.. (await db.Query<SumRow>(
        $"""
        select village_code, of_month, tier, category, {CounterRow.Sums}
        from sealed_entry
        where district_code = @District and village_code >= @First and village_code < @End and month >= @from and month <= @to
        group by village_code, of_month, tier, category
        order by village_code, of_month, tier, category
        """, new { District = area.District.Value, First = area.Value, End = area.End.Value, from, to }, ct))
        .Select(row => (new AreaCode(row.VillageCode), row.ToTally()))];

    /// <summary>What was sealed in a month for the month itself.</summary>
    public Task<IReadOnlyList<TallyRow>> Regular(AreaCode area, int month, CancellationToken ct = default) => Tallied("of_month = month", area, month, month, ct);

    /// <summary>What was sealed in these months as corrections of earlier ones, under the months that they correct.</summary>
    public Task<IReadOnlyList<TallyRow>> Late(AreaCode area, int from, int to, CancellationToken ct = default) => Tallied("of_month < month", area, from, to, ct);

    async Task<IReadOnlyList<TallyRow>> Tallied(string part, AreaCode area, int from, int to, CancellationToken ct) => [.. (await db.Query<SumRow>(
        $"""
        select cast(0 as bigint) as village_code, of_month, tier, category, {CounterRow.Sums}
        from sealed_entry
        where district_code = @District and village_code >= @First and village_code < @End and month >= @from and month <= @to and {part}
        group by of_month, tier, category
        order by of_month, tier, category
        """, new { District = area.District.Value, First = area.Value, End = area.End.Value, from, to }, ct)).Select(row => row.ToTally())];

    public async Task File(MonthlyFiling filing, IReadOnlyList<FiledEntry> entries)
    {
        await Withdraw(filing);
        foreach (var entry in entries)
            await db.Execute(
                $"""
                insert into filed_entry (district_code, report_id, {Key}, {CounterRow.Columns})
                values (@District, @Report, @Town, @Village, @DisputeId, @Month, @Tier, @Category, {CounterRow.Values})
                """, new
                {
                    District = filing.Area.District.Value, Report = filing.Id,
                    Town = entry.Place.Level == AreaLevel.District ? entry.Place.Value : entry.Place.Town.Value, Village = entry.Place.Value, entry.DisputeId,
                    entry.Key.Month, Tier = entry.Key.Tier.ToString(), entry.Key.Category, entry.Counts.Found, entry.Counts.Mediated, entry.Counts.Succeeded,
                    entry.Counts.MajorFound, entry.Counts.MajorMediated, entry.Counts.MajorSucceeded, entry.Counts.Under50, entry.Counts.Under100,
                    entry.Counts.Under500, entry.Counts.From500, entry.Counts.Registered, entry.Counts.MovedIn, entry.Counts.MovedOut,
                    entry.Counts.ReferredOut, entry.Counts.Resolved, entry.Counts.LawfullyEnded, entry.Counts.Reopened, entry.Counts.SentUp,
                    entry.Counts.CarriedOverMediated,
                });
    }

    /// <summary>A returned report has nothing submitted.</summary>
    public Task Withdraw(MonthlyFiling filing) => db.Execute(
        "delete from filed_entry where district_code = @District and report_id = @Id", new { District = filing.Area.District.Value, filing.Id });

    /// <summary>Seals what a district's report holds, and marks what is counted now and did not come in.</summary>
    public async Task Seal(MonthlyFiling district)
    {
        var parameters = new { District = district.Area.District.Value, district.Id, district.Month };
        await db.Execute(
            $"""
            insert into sealed_entry (district_code, month, {Key}, {CounterRow.Columns})
            select filed_entry.district_code, @Month, {Prefixed(Key)}, {Prefixed(CounterRow.Columns)}
            from filed_entry
            {Taken}
            """, parameters);
        await db.Execute(
            $"""
            insert into late_change (district_code, dispute_id)
            select distinct @District, dispute_id
            from (
                select dispute_id
                from (
                    select {Key.Replace("of_month", "month as of_month")}, {CounterRow.OfEntry} from report_entry where district_code = @District and month = @Month
                    union all
                    select {Key}, {CounterRow.Negated} from sealed_entry where district_code = @District and month = @Month and of_month = @Month
                ) as entries
                group by {Key}
                having {CounterRow.AnyOfSum}
            ) as late
            where true
            on conflict do nothing
            """, parameters);
    }

    static string Late(string table) => IsLate.Replace("{0}", table, StringComparison.Ordinal);

    static string Prefixed(string names) => string.Join(", ", names.Split(',').Select(name => $"filed_entry.{name.Trim()}"));

    sealed record Row : CounterRow
    {
        public required long VillageCode { get; init; }
        public required Guid DisputeId { get; init; }
        public required long OfMonth { get; init; }
        public required string Tier { get; init; }
        public required long Category { get; init; }

        public FiledEntry ToEntry() => new(new AreaCode(VillageCode), DisputeId, new TallyKey((int)OfMonth, Enum.Parse<Domain.Tier>(Tier), (int)Category), Counts);
    }

    sealed record SumRow : CounterRow
    {
        public required long VillageCode { get; init; }
        public required long OfMonth { get; init; }
        public required string Tier { get; init; }
        public required long Category { get; init; }

        public TallyRow ToTally() => new(new TallyKey((int)OfMonth, Enum.Parse<Domain.Tier>(Tier), (int)Category), Counts);
    }
}
