namespace Mediation.Core.Domain.Reports;

/// <summary>What one dispute adds under one key: the tallies are the sums of these.</summary>
public sealed record ReportEntry(TallyKey Key, TallyCounts Counts)
{
    /// <summary>1 to 4: the row among 44 to 47 that it stands in by its people; 0 where it was not found.</summary>
    public int People => Counts.Under50 + 2 * Counts.Under100 + 3 * Counts.Under500 + 4 * Counts.From500;

    public static IReadOnlyList<ReportEntry> Of(ReportFacts facts, ReportDefinition definition) => [..
        from tally in Tallies.Of(facts, definition)
        orderby tally.Key.Month, tally.Key.Tier, tally.Key.Category
        select new ReportEntry(tally.Key, tally.Value)];
}
