using System.Globalization;

namespace Mediation.Core.Domain.Reports;

/// <summary>Everything one month's report is built from; nothing here is fetched, all of it is handed in.</summary>
public sealed record MonthlyReportInput
{
    /// <summary>yyyyMM.</summary>
    public required int Month { get; init; }

    public required string Unit { get; init; }

    /// <summary>The unit's tallies of January to the month.</summary>
    public required IReadOnlyList<TallyRow> Tallies { get; init; }

    /// <summary>Open matters per tier before the month: the sum of all earlier tallies.</summary>
    public required IReadOnlyDictionary<Tier, int> OpeningStock { get; init; }

    /// <summary>Open matters per tier at the end of the month, counted without the tallies (S1).</summary>
    public required IReadOnlyDictionary<Tier, int> OpenAtEnd { get; init; }

    /// <summary>The previous month's rows, sealed or counted; none in January (B6).</summary>
    public IReadOnlyList<ReportRow>? Previous { get; init; }

    /// <summary>The months (yyyyMM) of this year for which the unit has a report, one entry each, this one included (B7).</summary>
    public required IReadOnlyList<int> Periods { get; init; }

    /// <summary>The children's rows and the unit's own; null where there is nothing below (B10).</summary>
    public IReadOnlyList<ChildReport>? Children { get; init; }

    /// <summary>Campaigns launched, January to the month (row 52).</summary>
    public IReadOnlyList<CampaignCount> Campaigns { get; init; } = [];

    /// <summary>What arrived late for earlier months that are sealed; null for a report that is counted anew every time and knows no seals.</summary>
    public IReadOnlyList<TallyRow>? Corrections { get; init; }

    /// <summary>The first month that was ever reported here; the table of the year begins with it (B7).</summary>
    public int? FirstMonth { get; init; }

    public string? Preparer { get; init; }

    public string? Reviewer { get; init; }

    public DateOnly? FilledAt { get; init; }

    /// <summary>What single disputes break, see <see cref="FactFaults"/>; a failed check names them.</summary>
    public IReadOnlyList<DisputeFault> Faults { get; init; } = [];
}

public sealed record TallyRow(TallyKey Key, TallyCounts Counts);

public sealed record ChildReport(string Unit, IReadOnlyList<ReportRow> Rows);

public sealed record CampaignCount(int Month, Tier Tier, int Times);

public sealed record DisputeFault(string CheckId, string Dispute, string Text);

public static class MonthlyReportBuilder
{
    public static MonthlyReport Build(MonthlyReportInput input, ReportDefinition definition)
    {
        var rows = ReportRows.Of(input.Month, input.Tallies, definition, input.Campaigns);
        if (input.Corrections is { } late)
            rows = ReportRows.Corrected(input.Month, rows, late, definition);
        var stock = StockFlow.Of(input.Month, input.Tallies, input.OpeningStock);
        var (year, month) = (input.Month / 100, input.Month % 100);
        return new()
        {
            Header = new(
                input.Unit, string.Create(CultureInfo.InvariantCulture, $"{year}年{month}月"), input.Preparer, input.Reviewer, input.FilledAt),
            Period = string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}"),
            DefinitionVersion = definition.Version,
            Rows = rows,
            Memo = Memo(input, definition),
            StockFlow = stock,
            Checks = ReportChecks.Of(rows, stock, input, definition),
        };
    }

    static List<ReportMemo> Memo(MonthlyReportInput input, ReportDefinition definition)
    {
        var month = input.Tallies.Where(t => t.Key.Month == input.Month).ToList();
        int SentUp(Tier tier) => month.Where(t => t.Key.Tier == tier).Sum(t => t.Counts.SentUp);
        int[] values = [month.Sum(t => t.Counts.SentUp), SentUp(Tier.Village), SentUp(Tier.Town), month.Sum(t => t.Counts.CarriedOverMediated)];
        return [.. ReportMemo.Keys.Zip(values, (key, value) => new ReportMemo(key, definition.Memo[key], value))];
    }
}
