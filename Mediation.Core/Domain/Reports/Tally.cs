namespace Mediation.Core.Domain.Reports;

/// <summary>What one dispute adds to the months' tallies, from its facts alone (domain 5.5 and 12, Report counting).</summary>
public static class Tallies
{
    public static IReadOnlyDictionary<TallyKey, TallyCounts> Of(ReportFacts facts, ReportDefinition definition)
    {
        if (facts.Excluded) return new Dictionary<TallyKey, TallyCounts>();

        var category = definition.CategoryOf(facts.Type, facts.Subtype);
        return Mediated(facts)
            .Append(Found(facts, definition))
            .Concat(StockWalk.Of(facts))
            .GroupBy(c => new TallyKey(MonthOf(c.On), c.Tier, category), c => c.Counts)
            .Select(group => KeyValuePair.Create(group.Key, group.Sum()))
            .Where(entry => !entry.Value.IsZero)
            .ToDictionary();
    }

    /// <summary>What a step changes: add it to the kept tallies in the transaction of the step.</summary>
    public static IReadOnlyDictionary<TallyKey, TallyCounts> Change(ReportFacts? before, ReportFacts? after, ReportDefinition definition)
    {
        var change = after is null ? [] : new Dictionary<TallyKey, TallyCounts>(Of(after, definition));
        foreach (var (key, counts) in before is null ? new Dictionary<TallyKey, TallyCounts>() : Of(before, definition))
            change[key] = change.GetValueOrDefault(key) - counts;

        return change.Where(entry => !entry.Value.IsZero).ToDictionary();
    }

    public static int MonthOf(DateOnly on) => on.Year * 100 + on.Month;

    /// <summary>Row 1: in the month of receipt, in the column of the tier that answers at the cut-off.</summary>
    static Contribution Found(ReportFacts facts, ReportDefinition definition)
    {
        var cutOff = definition.CutOff(facts.ReceivedOn);
        var tier = facts.Moves.LastOrDefault(m => m.On <= cutOff)?.To ?? facts.Tier;
        var bucket = definition.PeopleBuckets.ToList().FindIndex(b => b.Holds(facts.People));
        return new(facts.ReceivedOn, tier, new()
        {
            Found = 1,
            MajorFound = facts.Major ? 1 : 0,
            Under50 = bucket == 0 ? 1 : 0,
            Under100 = bucket == 1 ? 1 : 0,
            Under500 = bucket == 2 ? 1 : 0,
            From500 = bucket == 3 ? 1 : 0,
        });
    }

    /// <summary>Rows 2 and 4: once in every month with a conclusion; the month's last one names column and outcome.</summary>
    static IEnumerable<Contribution> Mediated(ReportFacts facts) =>
        from conclusion in facts.Conclusions
        group conclusion by MonthOf(conclusion.On) into month
        let last = month.Last()
        let succeeded = last.Success ? 1 : 0
        select new Contribution(last.On, last.Tier, new()
        {
            Mediated = 1,
            Succeeded = succeeded,
            MajorMediated = facts.Major ? 1 : 0,
            MajorSucceeded = facts.Major ? succeeded : 0,
            CarriedOverMediated = month.Key > MonthOf(facts.ReceivedOn) ? 1 : 0,
        });
}

readonly record struct Contribution(DateOnly On, Tier Tier, TallyCounts Counts);
