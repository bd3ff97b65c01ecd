using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Features.Reports;

/// <summary>The cases and figures of justice returns: sealed ones stand, submitted ones are as they were, and what is open is counted now.</summary>
[Scoped]
sealed class ReturnReader(ReturnStore returns, CaseStore books, ReportFiles files, FilingReader reader, ReportLedger ledger, DbSession db, ReferenceData reference)
{
    /// <summary>As it was sealed or submitted; while it is open, as it would be submitted now.</summary>
    public async Task<JusticePage> Report(MonthlyFiling filing, CancellationToken ct) => filing.State switch
    {
        FilingState.Sealed => (await returns.Sealed<JusticePage>(filing.Area, filing.Month, ct))!,
        FilingState.Submitted or FilingState.Merged => await returns.Figures<JusticePage>(filing, ct),
        _ => (await Count(filing, ct)).Page,
    };

    /// <summary>Every case behind the figures.</summary>
    public async Task<IReadOnlyList<FiledCase>> Cases(MonthlyFiling filing, CancellationToken ct) => filing.State switch
    {
        FilingState.Sealed => await books.Sealed(filing.Area, filing.Month, filing.Month, ct),
        FilingState.Submitted or FilingState.Merged => await books.Filed(filing, ct),
        _ => [.. await Own(filing, ct), .. await books.Filed(filing, ct)],
    };

    public async Task<CountedReturn> Count(MonthlyFiling filing, CancellationToken ct)
    {
        var (area, measures) = (filing.Area, await Measures(ct));
        var own = await Own(filing, ct);
        var present = ((IEnumerable<FiledCase>)[.. own, .. await books.Filed(filing, ct)]).Select(one => one.Case).ToList();
        var period = ReportPeriod.Parse(FilingDesk.MonthText(filing.Month))!;
        var january = filing.First.Year * 100 + 1;
        var parts = new JusticeParts(
            [.. present.Where(one => one.Month == filing.Month)], [.. present.Where(one => one.Month < filing.Month)],
            [.. (await books.Sums(area, january, filing.Month - 1, ct)).Where(one => one.Month >= january)],
            await Regular(area, period.Previous, measures, ct), await Regular(area, period.YearBefore, measures, ct));
        var page = parts.Page(area, await ledger.Name(area, ct), period, isSealed: false, measures) with
        {
            Preparer = filing.Preparer?.Name,
            Reviewer = filing.Reviewer?.Name,
            FilledAt = filing.Preparer is { } hand ? Shanghai.DateOf(hand.At) : null,
        };
        return new CountedReturn(page, own, present.Count == 0, await Missing(filing, ct));
    }

    /// <summary>An area's page of a period, whoever reports what: sealed months are as they were sealed.</summary>
    public async Task<JusticePage> Page(AreaCode area, ReportPeriod period, CancellationToken ct)
    {
        var (measures, seals) = (await Measures(ct), await returns.SealedMonths(area.District, ct));
        var open = period.Months.Where(month => !IsSealed(month, seals)).Select(FilingDesk.MonthText).ToList();
        if (open.Count > 0 && period.Length > 1)
            throw new RuleViolationException("report.not-sealed", $"Not sealed: {string.Join(", ", open)}.", "domain 5.6", "period");
        var (first, january) = (period.Months[0], period.First.Year * 100 + 1);
        IReadOnlyList<JusticeCase> late = open.Count > 0 ? [] : [.. (await books.Sums(area, first, period.Months[^1], ct)).Where(one => one.Month < first)];
        // What was sealed before the period, and what is not sealed yet; months before the first sealed one are on paper.
        IReadOnlyList<JusticeCase> before =
        [
            .. (await books.Sums(area, january, first - 1, ct)).Where(one => one.Month >= january),
            .. (await files.Concluded(area, Math.Max(january, seals.Last + 1), first - 1, measures, ct)).Select(one => one.Case),
        ];
        var parts = new JusticeParts(
            await Regular(area, period, measures, ct) ?? [], late, before, await Regular(area, period.Previous, measures, ct), await Regular(area, period.YearBefore, measures, ct));
        return parts.Page(area, await ledger.Name(area, ct), period, open.Count == 0, measures);
    }

    /// <summary>The cases of the months themselves; null for a longer period that is not wholly sealed.</summary>
    public async Task<IReadOnlyList<JusticeCase>?> Regular(AreaCode area, ReportPeriod period, ReportMeasures measures, CancellationToken ct)
    {
        var seals = await returns.SealedMonths(area.District, ct);
        if (period.Months.All(month => IsSealed(month, seals)))
            return [.. (await books.Sealed(area, period.Months[0], period.Months[^1], ct)).Select(one => one.Case).Where(one => period.Months.Contains(one.Month))];
        return period.Length > 1 ? null : [.. (await files.Concluded(area, period.Months[0], period.Months[0], measures, ct)).Select(one => one.Case)];
    }

    public async Task<ReportMeasures> Measures(CancellationToken ct) => (await reference.ReportDefinition(db, ct)).Measures!;

    /// <summary>The month's own cases of a unit's places, and what changed of sealed months since.</summary>
    async Task<IReadOnlyList<FiledCase>> Own(MonthlyFiling filing, CancellationToken ct)
    {
        var (units, seals, measures) = (await reader.Units(filing.Area.District, filing.Last, ct), await returns.SealedMonths(filing.Area.District, ct), await Measures(ct));
        var own = (await files.Concluded(filing.Area, filing.Month, filing.Month, measures, ct)).ToList();
        if (seals.Last != 0)
            await foreach (var (file, now) in files.Changed(filing.Area, seals, measures, ct))
                own.AddRange(FiledCase.Difference(await books.Sealed(filing.Area.District, file.Id, ct), now).Where(one => one.Case.Month < filing.Month));
        return [.. own.Where(one => units.UnitOf(one.Place) == filing.Area)];
    }

    async Task<IReadOnlyList<AreaCode>> Missing(MonthlyFiling filing, CancellationToken ct)
    {
        var taken = (await returns.Within(filing.Area, filing.Month, ct)).Where(report => report.Filing.ParentId == filing.Id).Select(report => report.Filing.Area).ToHashSet();
        return [.. (await reader.Units(filing.Area.District, filing.Last, ct)).ChildrenOf(filing.Area).Where(area => !taken.Contains(area))];
    }

    static bool IsSealed(int month, (int First, int Last) seals) => seals.First != 0 && month >= seals.First && month <= seals.Last;
}

/// <summary>An open return as it is counted now.</summary>
sealed record CountedReturn(JusticePage Page, IReadOnlyList<FiledCase> Own, bool Nil, IReadOnlyList<AreaCode> Missing) : CountedForm(Page, Page.Checks, Nil, Missing);

/// <summary>The way of the justice return.</summary>
[Scoped]
sealed class ReturnSteps(ReturnStore returns, ReturnReader reader, CaseStore books, FilingDesk desk, FilingTools tools) : FilingSteps<ReturnPage, CountedReturn>(returns, tools)
{
    protected override Task<CountedReturn> Count(MonthlyFiling filing, CancellationToken ct) => reader.Count(filing, ct);

    protected override async Task<ReturnPage> Page(FiledReport filed, CancellationToken ct) => ReturnPage.Of(
        await desk.Way(returns, filed, ct), filed.Filing, await reader.Report(filed.Filing, ct));

    protected override Task File(MonthlyFiling filing, CountedReturn counted) => books.File(filing, counted.Own);

    protected override Task Withdraw(MonthlyFiling filing) => books.Withdraw(filing);

    protected override Task SealEntries(MonthlyFiling district) => books.Seal(district);
}
