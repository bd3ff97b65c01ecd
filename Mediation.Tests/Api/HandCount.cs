namespace Mediation.Tests.Api;

/// <summary>A month of the table counted by hand from what happened to each matter (domain 12, contract 3), without any of the product's counting.</summary>
sealed class HandCount(IEnumerable<Matter> ledger, DateOnly month)
{
    static readonly string[] Tiers = ["District", "Town", "Village"];

    readonly List<Matter> matters = [.. ledger.Where(m => m.Counts)];
    readonly DateOnly end = month.AddMonths(1);

    /// <summary>District, town, village of one of the rows 1, 2, 4 and 44 to 50.</summary>
    public int[] Row(int number) => [.. Tiers.Select(tier => number switch
    {
        1 => Found(tier).Count(),
        2 => Concluded(tier).Count(),
        4 => Concluded(tier).Count(c => c.Success),
        44 => Found(tier).Count(m => m.People < 50),
        45 => Found(tier).Count(m => m.People is >= 50 and < 100),
        46 => Found(tier).Count(m => m.People is >= 100 and < 500),
        47 => Found(tier).Count(m => m.People >= 500),
        48 => Found(tier).Count(m => m.Major),
        49 => Concluded(tier).Count(c => c.Matter.Major),
        50 => Concluded(tier).Count(c => c.Matter.Major && c.Success),
        _ => throw new ArgumentOutOfRangeException(nameof(number)),
    })];

    /// <summary>The eight figures of one column's stock line, by their names in the JSON.</summary>
    public Dictionary<string, int> Stock(string tier)
    {
        var line = new Dictionary<string, int>
        {
            ["carriedOver"] = 0, ["received"] = 0, ["movedIn"] = 0, ["reopened"] = 0, ["resolved"] = 0, ["movedOut"] = 0, ["lawfullyEnded"] = 0, ["openAtEnd"] = 0,
        };
        foreach (var (on, name, change) in matters.SelectMany(Movements).Where(m => m.Tier == tier && m.On < end).Select(m => (m.On, m.Name, m.Change)))
        {
            line["openAtEnd"] += change;
            line[on < month ? "carriedOver" : name] += on < month ? change : 1;
        }
        return line;
    }

    public int SentUp(string tier) => matters.SelectMany(Movements).Count(m => m is { Name: "movedOut", Up: true } && m.Tier == tier && m.On >= month && m.On < end);

    public int CarriedOverMediated => matters.Count(m => Last(m) is not null && m.ReceivedOn < month);

    /// <summary>In the column of the tier that answered on the fifth of the next month.</summary>
    IEnumerable<Matter> Found(string tier) => matters.Where(m => m.ReceivedOn >= month && m.ReceivedOn < end
        && (m.Happened.LastOrDefault(h => h.What == "moved" && h.On <= end.AddDays(4))?.Tier ?? m.FirstTier) == tier);

    IEnumerable<(Matter Matter, bool Success)> Concluded(string tier) =>
        from matter in matters
        let last = Last(matter)
        where last?.Tier == tier
        select (matter, last.What == "success");

    Happening? Last(Matter matter) => matter.Happened.LastOrDefault(h => h.What is "success" or "failed" && h.On >= month && h.On < end);

    static IEnumerable<(DateOnly On, string Tier, string Name, int Change, bool Up)> Movements(Matter matter)
    {
        var tier = matter.FirstTier;
        yield return (matter.ReceivedOn, tier, "received", 1, false);
        foreach (var happening in matter.Happened)
        {
            switch (happening.What)
            {
                case "moved":
                    yield return (happening.On, tier, "movedOut", -1, Array.IndexOf(Tiers, happening.Tier) < Array.IndexOf(Tiers, tier));
                    yield return (happening.On, tier = happening.Tier, "movedIn", 1, false);
                    break;
                case "resolved":
                    yield return (happening.On, tier, "resolved", -1, false);
                    break;
                case "referred":
                    yield return (happening.On, tier, "movedOut", -1, false);
                    break;
                case "ended":
                    yield return (happening.On, tier, "lawfullyEnded", -1, false);
                    break;
                case "reopened":
                    yield return (happening.On, tier, "reopened", 1, false);
                    break;
                default:
                    break;
            }
        }
    }
}
