using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Features.Reports;

/// <summary>The figures of a unit's report: its own places as they are counted now or were submitted, and what was submitted below and taken in.</summary>
[Scoped]
sealed class FilingReader(
    UnitReader units, DbSession db, FilingStore filings, SealedStore books, OpeningStore openings, TallyStore tallies, CampaignStore campaigns, ReportLedger ledger,
    OrganisationStore organisations, ReferenceData reference)
{
    const int LastMonth = 999_912;

    /// <summary>The units of a district that report a month: those with a committee or centre on its last day.</summary>
    public Task<ReportUnits> Units(AreaCode district, DateOnly lastDay, CancellationToken ct) => units.Of(district, lastDay, ct);

    /// <summary>The organisation that fills in a unit's report: the centre where there is one.</summary>
    public async Task<Organisation?> Organisation(AreaCode unit, DateOnly lastDay, CancellationToken ct) =>
        (await organisations.Of(unit, ct)).Where(o => UnitReader.Reports(o, lastDay)).OrderBy(o => o.Kind == OrganisationKind.GovernanceCenter ? 0 : 1).FirstOrDefault();

    /// <summary>As it was sealed or submitted; while it is open, as it would be submitted now.</summary>
    public async Task<MonthlyReport> Report(MonthlyFiling filing, CancellationToken ct) => filing.State switch
    {
        FilingState.Sealed => (await filings.Sealed<MonthlyReport>(filing.Area, filing.Month, ct))!,
        FilingState.Submitted or FilingState.Merged => await filings.Figures<MonthlyReport>(filing, ct),
        _ => (await Count(filing, ct)).Report,
    };

    /// <summary>Every entry behind the figures.</summary>
    public async Task<IReadOnlyList<FiledEntry>> Entries(MonthlyFiling filing, CancellationToken ct) => filing.State switch
    {
        FilingState.Sealed => await books.Sealed(filing.Area, filing.Month, ct),
        FilingState.Submitted or FilingState.Merged => await books.Filed(filing, ct),
        _ => [.. await Own(filing, await Units(filing.Area.District, filing.Last, ct), await filings.SealedMonths(filing.Area.District, ct), ct), .. await books.Filed(filing, ct)],
    };

    /// <summary>Counts an open report anew.</summary>
    public async Task<CountedFiling> Count(MonthlyFiling filing, CancellationToken ct)
    {
        var (area, month) = (filing.Area, filing.Month);
        var definition = await reference.ReportDefinition(db, ct);
        var units = await Units(area.District, filing.Last, ct);
        var seals = await filings.SealedMonths(area.District, ct);
        var own = await Own(filing, units, seals, ct);
        var present = FiledEntry.Tally([.. own, .. await books.Filed(filing, ct)]);
        var january = filing.First.Year * 100 + 1;
        var history = await books.Sums(area, january, month - 1, ct);
        var late = present.Where(row => row.Key.Month < month).ToList();
        var first = seals.First == 0 ? month : seals.First;
        IReadOnlyList<TallyRow> before = [.. await tallies.Sum(area, 0, first - 1, ct), .. (await books.Sums(area, first, month - 1, ct)).Select(row => row.Tally), .. late];
        var opening = ReportLedger.ByTier(before);
        var children = await Children(filing, units, own, history, definition, ct);
        var launched = await campaigns.Launched(area, january, month, own: false, ct);
        var input = new MonthlyReportInput
        {
            Month = month, Unit = await ledger.Name(area, ct), Tallies = OfYear([.. history.Select(row => row.Tally), .. present], january), OpeningStock = opening,
            OpenAtEnd = await OpenAtEnd(area, month, opening, present, ct), Corrections = late, FirstMonth = first,
            Previous = month == january ? null : ReportRows.Of(month - 1, OfYear(history.Select(row => row.Tally), january), definition, launched),
            Campaigns = launched,
            Periods = [.. Enumerable.Range(january, month - january).Where(one => one >= seals.First && one <= seals.Last), month], Children = children.Rows,
            Preparer = filing.Preparer?.Name, Reviewer = filing.Reviewer?.Name, FilledAt = filing.Preparer is { } hand ? Shanghai.DateOf(hand.At) : null,
        };
        var report = MonthlyReportBuilder.Build(input, definition);
        if (!report.Checks.All(check => check.Passed))
            report = MonthlyReportBuilder.Build(input with { Faults = await ledger.Faults(area, definition, ct) }, definition);
        var signed = (await openings.Within(area, january, first - 1, ct)).Where(figures => figures.Area == area).ToList();
        report = report with { Rows = OpeningFigures.Beside(report.Rows, signed) };
        return new CountedFiling(report, own, present.All(row => row.Counts.IsZero), children.Missing);
    }

    async Task<IReadOnlyList<FiledEntry>> Own(MonthlyFiling filing, ReportUnits units, (int First, int Last) seals, CancellationToken ct) => [..
        (await books.Pending(filing.Area, filing.Month, seals, ct)).Where(entry => units.UnitOf(entry.Place) == filing.Area)];

    /// <summary>Each report that was taken in, what stands under no unit below, and the earlier months of those that are missing.</summary>
    async Task<(IReadOnlyList<ChildReport>? Rows, IReadOnlyList<AreaCode> Missing)> Children(
        MonthlyFiling filing, ReportUnits units, IReadOnlyList<FiledEntry> own, IReadOnlyList<(AreaCode Place, TallyRow Tally)> history,
        ReportDefinition definition, CancellationToken ct)
    {
        var below = units.ChildrenOf(filing.Area);
        if (below.Count == 0)
            return (null, []);
        var taken = (await filings.Within(filing.Area, filing.Month, ct)).Where(report => report.Filing.ParentId == filing.Id).Select(report => report.Filing).ToList();
        var covered = taken.Select(child => child.Area).ToHashSet();
        var rows = new List<ChildReport>();
        foreach (var child in taken)
            rows.Add(new ChildReport(child.Area.ToString(), (await filings.Figures<MonthlyReport>(child, ct)).Rows));
        // A town that is missing is missing with its villages.
        var rest = history.Where(row => !covered.Any(area => units.UnitOf(row.Place) == area || units.ParentOf(units.UnitOf(row.Place)) == area)).Select(row => row.Tally);
        var missing = below.Where(area => !covered.Contains(area)).ToList();
        var january = filing.First.Year * 100 + 1;
        var launched = (await campaigns.Launched(filing.Area, january, filing.Month, own: true, ct)).ToList();
        foreach (var area in missing)
            launched.AddRange(await campaigns.Launched(area, january, filing.Month, own: false, ct));
        rows.Add(new ChildReport("本级", ReportRows.Of(filing.Month, OfYear([.. rest, .. FiledEntry.Tally(own)], january), definition, launched)));
        return (rows, missing);
    }

    /// <summary>The ledger's own count, less what it holds beyond what is reported: late arrivals and units that are missing (S1).</summary>
    async Task<IReadOnlyDictionary<Tier, int>> OpenAtEnd(
        AreaCode area, int month, IReadOnlyDictionary<Tier, int> opening, IReadOnlyList<TallyRow> present, CancellationToken ct)
    {
        var counted = ReportLedger.ByTier(await tallies.Sum(area, 0, month, ct));
        var open = await ledger.OpenAtEnd(area, ReportLedger.ByTier(await tallies.Sum(area, month + 1, LastMonth, ct)), ct);
        var reported = ReportLedger.ByTier(present.Where(row => row.Key.Month == month));
        return Enum.GetValues<Tier>().ToDictionary(tier => tier, tier => open[tier] - (counted[tier] - opening[tier] - reported[tier]));
    }

    static List<TallyRow> OfYear(IEnumerable<TallyRow> rows, int january) => [.. rows.Where(row => row.Key.Month >= january)];
}

/// <summary>An open report as it is counted now; `nil` when nothing at all happened.</summary>
sealed record CountedFiling(MonthlyReport Report, IReadOnlyList<FiledEntry> Own, bool Nil, IReadOnlyList<AreaCode> Missing)
    : CountedForm(Report, Report.Checks, Nil, Missing);
