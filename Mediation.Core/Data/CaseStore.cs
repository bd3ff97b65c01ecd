using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Data;

/// <summary>The cases behind the justice returns: as they were submitted, and as they were sealed, which never changes.</summary>
[Scoped]
public sealed class CaseStore(DbSession db)
{
    const string Facts = "type, source, referred_by, committee, people, success, difficult, form, performed, applied, confirmed";
    const string Columns = $"town_code, village_code, dispute_id, of_month, times, version, fen, {Facts}";

    // A return, those that it took in, and those that they took in.
    const string Taken =
        """
        filed_case.district_code = @District and filed_case.report_id in (
            select report.id
            from justice_return report
            left join justice_return parent on parent.district_code = report.district_code and parent.id = report.parent_id
            where report.district_code = @District and (report.id = @Id or report.parent_id = @Id or parent.parent_id = @Id))
        """;

    const string Order = "of_month, dispute_id, times";

    /// <summary>What was submitted in a return and in those that it took in.</summary>
    public async Task<IReadOnlyList<FiledCase>> Filed(MonthlyFiling filing, CancellationToken ct = default) => [.. (await db.Query<Row>(
        $"select {Columns} from filed_case where {Taken} order by {Order}", new { District = filing.Area.District.Value, filing.Id }, ct)).Select(row => row.ToCase())];

    /// <summary>What was sealed in these months for an area's places.</summary>
    public async Task<IReadOnlyList<FiledCase>> Sealed(AreaCode area, int from, int to, CancellationToken ct = default) => [.. (await db.Query<Row>(
        $"""
        select {Columns}
        from sealed_case
        where district_code = @District and month >= @from and month <= @to and village_code >= @First and village_code < @End
        order by {Order}
        """, new { District = area.District.Value, from, to, First = area.Value, End = area.End.Value }, ct)).Select(row => row.ToCase())];

    /// <summary>All that was ever sealed for a dispute.</summary>
    public async Task<IReadOnlyList<FiledCase>> Sealed(AreaCode district, Guid disputeId, CancellationToken ct = default) => [.. (await db.Query<Row>(
        $"select {Columns} from sealed_case where district_code = @District and dispute_id = @disputeId order by month, {Order}",
        new { District = district.Value, disputeId }, ct)).Select(row => row.ToCase())];

    /// <summary>The same as sums of cases that are alike, so that a district's year is not in memory.</summary>
    public async Task<IReadOnlyList<JusticeCase>> Sums(AreaCode area, int from, int to, CancellationToken ct = default) => [.. (await db.Query<Row>(
        $"""
        select of_month, {Facts}, sum(times) as times, cast(sum(times * fen) as bigint) as fen
        from sealed_case
        where district_code = @District and month >= @from and month <= @to and village_code >= @First and village_code < @End
        group by of_month, {Facts}
        order by of_month, {Facts}
        """, new { District = area.District.Value, from, to, First = area.Value, End = area.End.Value }, ct)).Select(row => row.ToCase().Case)];

    public async Task File(MonthlyFiling filing, IReadOnlyList<FiledCase> cases)
    {
        await Withdraw(filing);
        foreach (var (place, version, one) in cases)
            await db.Execute(
                $"""
                insert into filed_case (district_code, report_id, {Columns})
                values (@District, @Report, @Town, @Village, @DisputeId, @Month, @Times, @version, @Fen, @Type, @Source, @ReferredBy, @Committee, @People, @Success,
                    @Difficult, @Form, @Performed, @Applied, @Confirmed)
                """, new
                {
                    District = filing.Area.District.Value, Report = filing.Id, Town = place.Level == AreaLevel.District ? place.Value : place.Town.Value,
                    Village = place.Value, one.DisputeId, one.Month, one.Times, version, Fen = (long)(one.Amount * 100) * Math.Sign(one.Times), Type = one.Type.ToString(),
                    Source = one.Source.ToString(), ReferredBy = one.ReferredBy?.ToString(), one.Committee, one.People, Success = Bit(one.Success),
                    Difficult = Bit(one.Difficult), Form = one.Form?.ToString(), Performed = Bit(one.Performed), Applied = Bit(one.Applied), Confirmed = Bit(one.Confirmed),
                });
    }

    /// <summary>A returned return has nothing submitted.</summary>
    public Task Withdraw(MonthlyFiling filing) => db.Execute(
        "delete from filed_case where district_code = @District and report_id = @Id", new { District = filing.Area.District.Value, filing.Id });

    /// <summary>Seals what a district's return holds.</summary>
    public Task Seal(MonthlyFiling district) => db.Execute(
        $"insert into sealed_case (district_code, month, {Columns}) select district_code, @Month, {Columns} from filed_case where {Taken}",
        new { District = district.Area.District.Value, district.Id, district.Month });

    static int Bit(bool value) => value ? 1 : 0;

    sealed record Row
    {
        public long VillageCode { get; init; }
        public Guid DisputeId { get; init; }
        public required long OfMonth { get; init; }
        public required long Times { get; init; }
        public int Version { get; init; }
        public required string Type { get; init; }
        public required string Source { get; init; }
        public string? ReferredBy { get; init; }
        public required int Committee { get; init; }
        public required int People { get; init; }
        public required int Success { get; init; }
        public required int Difficult { get; init; }

        /// <summary>Of one case what it is about; of a sum with its sign.</summary>
        public required long Fen { get; init; }
        public string? Form { get; init; }
        public required int Performed { get; init; }
        public required int Applied { get; init; }
        public required int Confirmed { get; init; }

        public FiledCase ToCase() => new(new AreaCode(VillageCode), Version, new JusticeCase
        {
            DisputeId = DisputeId, Month = (int)OfMonth, Times = (int)Times, Type = Enum.Parse<DisputeType>(Type), Source = Enum.Parse<Source>(Source),
            ReferredBy = ReferredBy is null ? null : Enum.Parse<ReferringOrgan>(ReferredBy), Committee = Committee, People = People, Success = Success == 1,
            Difficult = Difficult == 1, Amount = Version == 0 ? Fen / 100m : Fen * Times / 100m, Form = Form is null ? null : Enum.Parse<AgreementForm>(Form),
            Performed = Performed == 1, Applied = Applied == 1, Confirmed = Confirmed == 1,
        });
    }
}
