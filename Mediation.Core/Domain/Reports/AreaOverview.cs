using System.Globalization;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Reports;

/// <summary>The figures behind a centre's charts: what is open now, and how the last months went.</summary>
public sealed record AreaOverview
{
    /// <summary>14 months: the present one, and the same one of the year before with the one before it.</summary>
    public const int TrendMonths = 14;

    public required OpenFigures Open { get; init; }

    /// <summary>Open matters past their limit, of all that are open.</summary>
    public required Share Late { get; init; }

    /// <summary>The present month until now.</summary>
    public required SettledShares Month { get; init; }

    /// <summary>The present year until now.</summary>
    public required SettledShares Year { get; init; }

    /// <summary>Oldest first; the last one is the present month until now.</summary>
    public required IReadOnlyList<TrendMonth> Trend { get; init; }

    /// <summary>From the open rows and the tallies of the trend's months and later: the stock is counted backwards from now.</summary>
    public static AreaOverview Of(IReadOnlyList<OpenRow> open, IReadOnlyList<TallyRow> tallies, DateOnly today)
    {
        var now = Tallies.MonthOf(today);
        var total = open.Sum(row => row.Count);
        return new AreaOverview
        {
            Open = OpenFigures.Of(open), Late = new Share(open.Sum(row => row.Late), total),
            Month = SettledShares.Of(tallies.Where(row => row.Key.Month == now)),
            Year = SettledShares.Of(tallies.Where(row => row.Key.Month / 100 == today.Year && row.Key.Month <= now)),
            Trend = [.. Enumerable.Range(1 - TrendMonths, TrendMonths).Select(today.AddMonths).Select(day => TrendMonth.Of(Tallies.MonthOf(day), total, tallies))],
        };
    }
}

/// <summary>Open matters of one tier, type and level, and how many of them are late.</summary>
public sealed record OpenRow(Tier Tier, DisputeType Type, RiskLevel Level, int Count, int Late);

/// <summary>Open matters three ways; every word of a list is there, with 0 where nothing is open.</summary>
public sealed record OpenFigures(
    int Total, int Late, IReadOnlyList<OpenOfTier> ByTier, IReadOnlyList<OpenOfType> ByType, IReadOnlyList<OpenOfLevel> ByLevel)
{
    internal static OpenFigures Of(IReadOnlyList<OpenRow> rows) => new(
        rows.Sum(row => row.Count), rows.Sum(row => row.Late),
        Grouped(rows, row => row.Tier, (tier, count, late) => new OpenOfTier(tier, count, late)),
        Grouped(rows, row => row.Type, (type, count, late) => new OpenOfType(type, count, late)),
        Grouped(rows, row => row.Level, (level, count, late) => new OpenOfLevel(level, count, late)));

    static IReadOnlyList<TOut> Grouped<TKey, TOut>(IReadOnlyList<OpenRow> rows, Func<OpenRow, TKey> key, Func<TKey, int, int, TOut> make) where TKey : struct, Enum
    {
        var groups = rows.ToLookup(key);
        return [.. Enum.GetValues<TKey>().Select(word => make(word, groups[word].Sum(row => row.Count), groups[word].Sum(row => row.Late)))];
    }
}

public sealed record OpenOfTier(Tier Tier, int Count, int Late);

public sealed record OpenOfType(DisputeType Type, int Count, int Late);

public sealed record OpenOfLevel(RiskLevel RiskLevel, int Count, int Late);

/// <summary>A part of a whole; nothing of nothing has no percentage.</summary>
public sealed record Share(int Numerator, int Denominator)
{
    public decimal? Percent => Denominator == 0 ? null : ReportRows.Rate(Numerator, Denominator);
}

/// <summary>
/// 小事不出村、难事不出镇、大事不出区 as numbers (domain 8): settled in the village, in the town or below it, in the district or below it, each of all
/// that came to an end.
/// </summary>
public sealed record SettledShares(Share InVillage, Share InTown, Share InDistrict)
{
    internal static SettledShares Of(IEnumerable<TallyRow> rows)
    {
        var tiers = rows.ToLookup(row => row.Key.Tier, row => row.Counts);
        var (village, town, district) = (tiers[Tier.Village].Sum(), tiers[Tier.Town].Sum(), tiers[Tier.District].Sum());
        var all = village + town + district;
        var ended = all.Resolved + all.ReferredOut + all.LawfullyEnded;
        return new SettledShares(
            new Share(village.Resolved, ended), new Share(village.Resolved + town.Resolved, ended), new Share(all.Resolved, ended));
    }
}

/// <summary>A month of the trend: row 1, 2 and 4 of its report, and what was open at its end.</summary>
public sealed record TrendMonth(string Month, int Registered, int Concluded, int Succeeded, int Open)
{
    internal static TrendMonth Of(int month, int openNow, IReadOnlyList<TallyRow> tallies)
    {
        var counts = tallies.Where(row => row.Key.Month == month).Select(row => row.Counts).Sum();
        return new TrendMonth(
            string.Create(CultureInfo.InvariantCulture, $"{month / 100:D4}-{month % 100:D2}"), counts.Found, counts.Mediated, counts.Succeeded,
            openNow - tallies.Where(row => row.Key.Month > month).Sum(row => row.Counts.StockChange));
    }
}
