using System.Globalization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>The monthly screening report of an area, read from the tallies; its checks run on every call.</summary>
[Needs(Permission.ReadReports)]
public sealed record GetMonthlyReport(string Month, AreaCode? Area) : IQuery<MonthlyReport>;

sealed class GetMonthlyReportValidator : AbstractValidator<GetMonthlyReport>
{
    public GetMonthlyReportValidator() =>
        RuleFor(q => q.Month).Must(month => MonthOf(month) is not null).WithMessage("A month as yyyy-MM, from 2000-01 on.");

    public static DateOnly? MonthOf(string? month) =>
        DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is >= 2000 and < 9999 ? first : null;
}

sealed class GetMonthlyReportHandler(CurrentUser user, DbSession db, TallyStore tallies, CampaignStore campaigns, ReferenceData reference, TimeProvider clock)
    : IQueryHandler<GetMonthlyReport, MonthlyReport>
{
    public async Task<MonthlyReport> Handle(GetMonthlyReport query, CancellationToken ct)
    {
        var first = GetMonthlyReportValidator.MonthOf(query.Month)!.Value;
        var area = query.Area ?? user.Account.Area;
        if (!user.Account.SeesArea || !user.Account.Area.Holds(area))
            throw new NotFoundException("The area");
        var definition = await reference.ReportDefinition(db, ct);
        var (month, january) = (Tallies.MonthOf(first), first.Year * 100 + 1);
        var rows = await tallies.Sum(area, january, month, ct);
        var opening = ByTier(await tallies.Sum(area, 0, month - 1, ct));
        var later = ByTier(await tallies.Sum(area, month + 1, 999_912, ct));
        var launched = await campaigns.Launched(area, january, month, own: false, ct);
        var input = new MonthlyReportInput
        {
            Month = month, Unit = await Name(area, ct), Tallies = rows, OpeningStock = opening, OpenAtEnd = await OpenAtEnd(area, later, ct),
            Previous = month == january ? null : ReportRows.Of(month - 1, [.. rows.Where(r => r.Key.Month < month)], definition, launched),
            Campaigns = launched,
            Periods = [.. Enumerable.Range(january, month - january + 1)], Children = await Children(area, january, month, definition, ct),
            Preparer = user.Account.DisplayName, FilledAt = Shanghai.DateOf(clock.GetUtcNow()),
        };
        var report = MonthlyReportBuilder.Build(input, definition);
        // Only a failed check is worth reading the files again, to name the disputes.
        return report.Checks.All(c => c.Passed)
            ? report
            : MonthlyReportBuilder.Build(input with { Faults = await Faults(area, definition, ct) }, definition);
    }

    /// <summary>Counted in the ledger, not in the tallies: the open rows of now, less what later months changed.</summary>
    async Task<IReadOnlyDictionary<Tier, int>> OpenAtEnd(AreaCode area, IReadOnlyDictionary<Tier, int> later, CancellationToken ct)
    {
        var open = (await db.Query<OpenRow>(
            """
            select tier, count(*) as open_rows
            from dispute
            where district_code >= @FirstDistrict and district_code < @EndDistrict and area_code >= @First and area_code < @End
                and closed_at is null and status <> 'ReferredOut'
            group by tier
            order by tier
            """, AreaRange.Of(area), ct)).ToDictionary(row => Enum.Parse<Tier>(row.Tier), row => (int)row.OpenRows);
        return Enum.GetValues<Tier>().ToDictionary(tier => tier, tier => open.GetValueOrDefault(tier) - later.GetValueOrDefault(tier));
    }

    /// <summary>The divisions below, and what stands under this one's own code.</summary>
    async Task<IReadOnlyList<ChildReport>?> Children(AreaCode area, int january, int month, ReportDefinition definition, CancellationToken ct)
    {
        if (area.Level == AreaLevel.Village)
            return null;
        var below = await db.Query<AreaRow>("select code, name from area where parent = @Parent order by code", new { Parent = area.Value }, ct);
        var children = new List<ChildReport>();
        foreach (var child in below)
            children.Add(new ChildReport(child.Name, ReportRows.Of(month, await tallies.Sum(new AreaCode(child.Code), january, month, ct), definition,
                await campaigns.Launched(new AreaCode(child.Code), january, month, own: false, ct))));
        children.Add(new ChildReport("本级", ReportRows.Of(month, await tallies.Own(area, january, month, ct), definition,
            await campaigns.Launched(area, january, month, own: true, ct))));
        return children;
    }

    async Task<IReadOnlyList<DisputeFault>> Faults(AreaCode area, ReportDefinition definition, CancellationToken ct) => [..
        (await db.Query<string>(
            """
            select dispute_file.body
            from dispute
            join dispute_file on dispute_file.district_code = dispute.district_code and dispute_file.id = dispute.id
            where dispute.district_code >= @FirstDistrict and dispute.district_code < @EndDistrict and dispute.area_code >= @First and dispute.area_code < @End
            order by dispute.received_at desc, dispute.id
            limit 5000
            """, AreaRange.Of(area), ct))
        .Select(StorageJson.Read<Domain.Disputes.DisputeFile>).SelectMany(file => FactFaults.Of(file.Id.ToString(), file.Report, definition))];

    async Task<string> Name(AreaCode area, CancellationToken ct) =>
        await db.Find<string>("select name from area where code = @Code", new { Code = area.Value }, ct) ?? area.ToString();

    static Dictionary<Tier, int> ByTier(IEnumerable<TallyRow> rows) =>
        rows.GroupBy(r => r.Key.Tier).ToDictionary(g => g.Key, g => g.Sum(r => r.Counts.StockChange)) is var sums
            ? Enum.GetValues<Tier>().ToDictionary(tier => tier, tier => sums.GetValueOrDefault(tier))
            : [];

    sealed record OpenRow
    {
        public required string Tier { get; init; }

        public required long OpenRows { get; init; }
    }

    sealed record AreaRow
    {
        public required long Code { get; init; }

        public required string Name { get; init; }
    }
}
