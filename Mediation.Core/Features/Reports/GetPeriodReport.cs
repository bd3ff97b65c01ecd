using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>
/// A month, quarter, half-year or year of an area with its changes against the period before and the same one last year. What is longer than a month is made
/// of sealed months only (B7); a month that is not sealed is counted now and says so.
/// </summary>
[Needs(Permission.ReadReports)]
public sealed record GetPeriodReport(string? Period, AreaCode? Area) : IQuery<PeriodReport>;

public sealed record PeriodReport
{
    public required AreaCode AreaCode { get; init; }

    public required string AreaName { get; init; }

    public required string Period { get; init; }

    /// <summary>yyyy-MM.</summary>
    public required IReadOnlyList<string> Months { get; init; }

    /// <summary>false: a month that is counted now.</summary>
    public required bool Sealed { get; init; }

    public required string Previous { get; init; }

    public required string LastYear { get; init; }

    public required IReadOnlyList<PeriodRow> Rows { get; init; }
}

/// <summary>A row of the table with what arrived late, and its changes in percent; null where there is no base, or the base is 0.</summary>
public sealed record PeriodRow
{
    public required int Number { get; init; }

    public required string Label { get; init; }

    public required string LabelEn { get; init; }

    public required ReportValues Values { get; init; }

    public ReportValues? Correction { get; init; }

    public decimal? Previous { get; init; }

    public decimal? PreviousChange { get; init; }

    public decimal? LastYear { get; init; }

    public decimal? LastYearChange { get; init; }
}

sealed class GetPeriodReportValidator : AbstractValidator<GetPeriodReport>
{
    public GetPeriodReportValidator() => RuleFor(q => q.Period).Must(period => ReportPeriod.Parse(period) is not null)
        .WithMessage("A period as 2026-11, 2026-Q4, 2026-H2 or 2026, from 2000 on.");
}

sealed class GetPeriodReportHandler(
    CurrentUser user, FilingStore filings, SealedStore books, TallyStore tallies, ReportLedger ledger, DbSession db, ReferenceData reference)
    : IQueryHandler<GetPeriodReport, PeriodReport>
{
    public async Task<PeriodReport> Handle(GetPeriodReport query, CancellationToken ct)
    {
        var (area, period) = (query.Area ?? user.Account.Area, ReportPeriod.Parse(query.Period)!);
        if (!user.Account.SeesArea || !user.Account.Area.Holds(area))
            throw new NotFoundException("The area");
        var seals = await filings.SealedMonths(area.District, ct);
        var open = period.Months.Where(month => !IsSealed(month, seals)).Select(FilingDesk.MonthText).ToList();
        if (open.Count > 0 && period.Length > 1)
            throw new RuleViolationException("report.not-sealed", $"Not sealed: {string.Join(", ", open)}.", "domain 5.5 (B7)", "period");
        var definition = await reference.ReportDefinition(db, ct);
        var rows = await Rows(area, period, seals, definition, ct);
        var (previous, lastYear) = (await Base(area, period.Previous, seals, definition, ct), await Base(area, period.YearBefore, seals, definition, ct));
        return new PeriodReport
        {
            AreaCode = area, AreaName = await ledger.Name(area, ct), Period = period.ToString(), Months = [.. period.Months.Select(FilingDesk.MonthText)],
            Sealed = open.Count == 0, Previous = period.Previous.ToString(), LastYear = period.YearBefore.ToString(),
            Rows = [.. rows.Select(row => Row(row, previous?.GetValueOrDefault(row.Number), lastYear?.GetValueOrDefault(row.Number)))],
        };
    }

    static PeriodRow Row(ReportRow row, decimal? previous, decimal? lastYear) => new()
    {
        Number = row.Number, Label = row.Label, LabelEn = row.LabelEn, Values = row.Values, Correction = row.Correction, Previous = previous, LastYear = lastYear,
        // A rate's change in percent would be a percentage of a percentage.
        PreviousChange = row.Denominator is null ? ReportPeriod.Change(row.Values.Subtotal, previous) : null,
        LastYearChange = row.Denominator is null ? ReportPeriod.Change(row.Values.Subtotal, lastYear) : null,
    };

    /// <summary>The months of the period under its last one, so that they are summed like one month; the year goes on to its end.</summary>
    async Task<IReadOnlyList<ReportRow>> Rows(AreaCode area, ReportPeriod period, (int First, int Last) seals, ReportDefinition definition, CancellationToken ct)
    {
        var (last, january) = (period.Months[^1], period.First.Year * 100 + 1);
        var late = (await books.Late(area, period.Months[0], last, ct)).ToList();
        var rows = ReportRows.Of(last, Under(last, await Counted(area, period.Months, seals, ct)), definition);
        var year = ReportRows.Of(last, Under(last, [
            .. await Counted(area, [.. Enumerable.Range(january, last - january + 1)], seals, ct), .. (await books.Late(area, january, last, ct)).Where(row => row.Key.Month >= january)]), definition);
        return ReportRows.Corrected(
            last, [.. rows.Zip(year, (row, ofYear) => row with { Values = row.Values with { YearToDate = ofYear.Values.Subtotal } })], late, definition);
    }

    /// <summary>Subtotals to compare with; null for a longer period that is not wholly sealed.</summary>
    async Task<Dictionary<int, decimal>?> Base(AreaCode area, ReportPeriod period, (int First, int Last) seals, ReportDefinition definition, CancellationToken ct) =>
        period.Length > 1 && !period.Months.All(month => IsSealed(month, seals))
            ? null
            : ReportRows.Of(period.Months[^1], Under(period.Months[^1], await Counted(area, period.Months, seals, ct)), definition)
                .ToDictionary(row => row.Number, row => row.Values.Subtotal);

    async Task<IReadOnlyList<TallyRow>> Counted(AreaCode area, IReadOnlyList<int> months, (int First, int Last) seals, CancellationToken ct)
    {
        var rows = new List<TallyRow>();
        foreach (var month in months)
            rows.AddRange(IsSealed(month, seals) ? await books.Regular(area, month, ct) : months.Count == 1 || month > seals.Last ? await tallies.Sum(area, month, month, ct) : []);
        return rows;
    }

    static IReadOnlyList<TallyRow> Under(int month, IEnumerable<TallyRow> rows) => [.. rows.Select(row => row with { Key = row.Key with { Month = month } })];

    static bool IsSealed(int month, (int First, int Last) seals) => seals.First != 0 && month >= seals.First && month <= seals.Last;
}
