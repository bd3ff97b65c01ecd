using System.Globalization;
using Mediation.Benchmarks.Harness;
using Mediation.Benchmarks.Volume;

namespace Mediation.Benchmarks;

/// <summary>The monthly report as JSON, against the same month counted out of what each dispute adds to it.</summary>
static class ReportBenchmark
{
    const int Requests = 15;

    public static async Task<IReadOnlyList<Measure>> Run(Options options)
    {
        using var installations = new Installations(options);
        // The last whole month.
        var month = TimeProvider.System.GetUtcNow().AddHours(8).AddMonths(-1);
        var path = string.Create(CultureInfo.InvariantCulture, $"/api/reports/monthly/{month:yyyy-MM}");
        var sizes = options.Sizes.Order().TakeLast(2).ToList();
        var measures = new List<Measure>();
        foreach (var size in sizes)
        {
            using var count = await MonthCount.Of(await installations.Connection(size), month.Year * 100 + month.Month);
            foreach (var desk in (string[])["district", "city"])
            {
                using var visitor = await installations.Visitor(size, desk);
                var (from, to) = desk == "city" ? (City.Code, City.Code + 100_000_000) : (City.DistrictCode(0), City.DistrictCode(0) + 1);
                var direct = await Rounds.Alternate(
                    $"the month of a {desk} at {size:#,0}, over its direct count", "ms", () => count.Median(from, to, Requests), () => visitor.Median(path, Requests),
                    size == sizes[^1] ? Bound.Least(5) : null, options.Rounds);
                // How many times faster: ours stands first in the table.
                measures.Add(direct with { Ours = direct.Yardstick, Yardstick = direct.Ours });
            }
        }
        if (sizes.Count == 2)
        {
            using var few = await installations.Visitor(sizes[0], "district");
            using var many = await installations.Visitor(sizes[1], "district");
            measures.Add(await Rounds.Alternate(
                $"the month of a district at {sizes[1]:#,0}, as at {sizes[0]:#,0}", "ms", () => many.Median(path, Requests), () => few.Median(path, Requests),
                Bound.Most(1.3), options.Rounds));
        }
        return measures;
    }
}
