using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Domain.Reports;

/// <summary>What one dispute adds to a report under one key, at its place; under an earlier month it is a correction, and may be less than nothing.</summary>
public sealed record FiledEntry(AreaCode Place, Guid DisputeId, TallyKey Key, TallyCounts Counts)
{
    public static IReadOnlyList<TallyRow> Tally(IEnumerable<FiledEntry> entries) => [.. entries
        .GroupBy(entry => entry.Key, entry => entry.Counts)
        .Select(group => new TallyRow(group.Key, group.Sum()))];

    /// <summary>How often it stands in a row of the table: once, not at all, or taken out of it again.</summary>
    public int In(int row) => row switch
    {
        1 => Counts.Found,
        2 => Counts.Mediated,
        4 => Counts.Succeeded,
        >= 6 and <= 43 when row % 2 == 0 => Key.Category == (row - 4) / 2 ? Counts.Found : 0,
        >= 6 and <= 43 => Key.Category == (row - 5) / 2 ? Counts.Mediated : 0,
        44 => Counts.Under50,
        45 => Counts.Under100,
        46 => Counts.Under500,
        47 => Counts.From500,
        48 => Counts.MajorFound,
        49 => Counts.MajorMediated,
        50 => Counts.MajorSucceeded,
        _ => 0,
    };
}
