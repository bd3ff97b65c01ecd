using Mediation.Benchmarks.Harness;
using Mediation.Benchmarks.Volume;

namespace Mediation.Benchmarks;

/// <summary>The page that a centre opens in the morning: does it take longer where there is more behind it?</summary>
static class QueueBenchmark
{
    const string Page = "/api/triage?limit=50";
    const int Requests = 60;

    public static async Task<IReadOnlyList<Measure>> Run(Options options)
    {
        using var installations = new Installations(options);
        var smallest = options.Sizes.Min();
        var measures = new List<Measure>();
        foreach (var size in options.Sizes.Where(size => size > smallest).Order())
            foreach (var desk in (string[])["town", "district", "city"])
            {
                using var few = await installations.Visitor(smallest, desk);
                using var many = await installations.Visitor(size, desk);
                measures.Add(await Rounds.Alternate(
                    $"page of 50 of a {desk} at {size:#,0}, as at {smallest:#,0}, p50", "ms", () => many.Median(Page, Requests), () => few.Median(Page, Requests),
                    Bound.Most(1.5), options.Rounds));
            }
        return measures;
    }
}
