namespace Mediation.Core.Domain.Reports;

/// <summary>Fills the 52 rows from tallies of January to the month; the previous month's and the children's rows come from here too.</summary>
public static class ReportRows
{
    public static IReadOnlyList<ReportRow> Of(
        int month, IReadOnlyList<TallyRow> tallies, ReportDefinition definition, IReadOnlyList<CampaignCount>? campaigns = null)
    {
        decimal[] Column(Func<int, Tier?, bool> stands) => Figures(
            [.. tallies.Where(t => stands(t.Key.Month, t.Key.Tier))],
            (campaigns ?? []).Where(c => stands(c.Month, c.Tier)).Sum(c => c.Times),
            definition);

        // The subtotal is counted over the whole month, not added from the columns, so that check B1 can fail.
        var columns = new[]
        {
            Column((m, tier) => m == month && tier == Tier.District),
            Column((m, tier) => m == month && tier == Tier.Town),
            Column((m, tier) => m == month && tier == Tier.Village),
            Column((m, _) => m == month),
            Column((m, _) => m / 100 == month / 100 && m <= month),
        };
        return [.. definition.Rows.Select(row => Row(row, columns, definition))];
    }

    /// <summary>Sets beside every count what arrived late for earlier months that are sealed; rates have no correction of their own.</summary>
    public static IReadOnlyList<ReportRow> Corrected(int month, IReadOnlyList<ReportRow> rows, IReadOnlyList<TallyRow> late, ReportDefinition definition)
    {
        decimal[] Column(Func<TallyKey, bool> stands) => Figures([.. late.Where(t => stands(t.Key))], 0, definition);

        var columns = new[]
        {
            Column(key => key.Tier == Tier.District), Column(key => key.Tier == Tier.Town), Column(key => key.Tier == Tier.Village), Column(_ => true),
            Column(key => key.Month / 100 == month / 100),
        };
        return [.. rows.Select(row => row.Denominator is not null ? row : row with
        {
            Correction = new(columns[0][row.Number - 1], columns[1][row.Number - 1], columns[2][row.Number - 1], columns[3][row.Number - 1], columns[4][row.Number - 1]),
        })];
    }

    /// <summary>Percent, half up to two decimals, 0 without a denominator (domain 5.5, B8).</summary>
    public static decimal Rate(decimal numerator, decimal denominator) =>
        denominator == 0 ? 0 : Math.Round(numerator * 100 / denominator, 2, MidpointRounding.AwayFromZero);

    /// <summary>Percent as published tables print it: half up to one decimal.</summary>
    public static decimal Share(decimal part, decimal whole) =>
        whole == 0 ? 0 : Math.Round(part * 100 / whole, 1, MidpointRounding.AwayFromZero);

    static ReportRow Row(RowLabel row, decimal[][] columns, ReportDefinition definition)
    {
        var i = row.Number - 1;
        var values = new ReportValues(columns[0][i], columns[1][i], columns[2][i], columns[3][i], columns[4][i]);
        var denominator = row.Denominator is { } number ? $"第{number}行 {definition.Rows[number - 1].Label}" : null;
        return new(row.Number, row.Group, row.Item, row.Label, row.LabelEn, values, denominator);
    }

    static decimal[] Figures(IReadOnlyList<TallyRow> tallies, int campaigns, ReportDefinition definition)
    {
        var all = tallies.Select(t => t.Counts).Sum();
        var byCategory = tallies.ToLookup(t => t.Key.Category, t => t.Counts);
        var figures = definition.Rows.Select(row => (decimal)Count(row.Number, all, byCategory, campaigns)).ToArray();
        foreach (var row in definition.Rows)
            if (row is { Numerator: { } numerator, Denominator: { } denominator })
                figures[row.Number - 1] = Rate(figures[numerator - 1], figures[denominator - 1]);
        return figures;
    }

    static int Count(int number, TallyCounts all, ILookup<int, TallyCounts> byCategory, int campaigns) => number switch
    {
        1 => all.Found,
        2 => all.Mediated,
        4 => all.Succeeded,
        >= 6 and <= 43 when number % 2 == 0 => byCategory[(number - 4) / 2].Sum().Found,
        >= 6 and <= 43 => byCategory[(number - 5) / 2].Sum().Mediated,
        44 => all.Under50,
        45 => all.Under100,
        46 => all.Under500,
        47 => all.From500,
        48 => all.MajorFound,
        49 => all.MajorMediated,
        50 => all.MajorSucceeded,
        52 => campaigns,
        _ => 0,   // the rates, filled from their rows
    };
}
