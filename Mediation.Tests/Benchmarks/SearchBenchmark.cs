using Mediation.Benchmarks.Harness;
using Mediation.Benchmarks.Volume;

namespace Mediation.Benchmarks;

/// <summary>Words of two and three characters, of all frequencies, over a million narratives: the first page within what a desk sees.</summary>
static class SearchBenchmark
{
    const int Narratives = 1_000_000;
    const int RareTerms = 5;

    public static async Task<IReadOnlyList<Measure>> Run(Options options)
    {
        var size = options.Sizes.Contains(Narratives) ? Narratives : options.Sizes.Max();
        using var installations = new Installations(options);
        using var texts = await Texts.Open(await installations.Connection(size));
        var terms = await texts.Terms();
        var measures = new List<Measure>();
        foreach (var desk in (string[])["village", "town", "district", "city"])
        {
            using var visitor = await installations.Visitor(size, desk);
            foreach (var frequency in Enum.GetValues<Frequency>())
            {
                var asked = terms.Where(term => term.Frequency == frequency).ToList();
                var times = new List<double>();
                for (var round = 0; round <= options.Rounds; round++)
                    foreach (var term in asked)
                        if (await visitor.Time(Path(term.Text)) is var time && round > 0)
                            times.Add(time.Server);
                measures.Add(Measure.Alone(
                    $"{frequency} words in a {desk} at {size:#,0}, server time, p95", "ms", Rounds.Quantile(times, 0.95), Bound.Most(5)));
            }
        }
        measures.Add(await AgainstLike(installations, texts, size, [.. terms.Where(term => term.Frequency == Frequency.Rare).Take(RareTerms)], options.Rounds));
        return measures;
    }

    static async Task<Measure> AgainstLike(Installations installations, Texts texts, int size, IReadOnlyList<Term> rare, int rounds)
    {
        using var visitor = await installations.Visitor(size, "city");
        var measure = await Rounds.Alternate(
            $"rare words in the whole city at {size:#,0}, over LIKE", "ms",
            async () =>
            {
                var times = new List<double>();
                foreach (var term in rare)
                    times.Add(await Rounds.Time(() => texts.Like(term.Text)));
                return Rounds.Median(times);
            },
            async () =>
            {
                var times = new List<double>();
                foreach (var term in rare)
                    times.Add((await visitor.Time(Path(term.Text))).Server);
                return Rounds.Median(times);
            },
            Bound.Least(100), rounds);
        return measure with { Ours = measure.Yardstick, Yardstick = measure.Ours };
    }

    static string Path(string term) => $"/api/disputes?limit=50&q={Uri.EscapeDataString(term)}";
}
