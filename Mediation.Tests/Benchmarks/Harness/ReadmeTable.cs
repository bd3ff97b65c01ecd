using System.Globalization;
using Mediation.Tests.Architecture;

namespace Mediation.Benchmarks.Harness;

/// <summary>Writes the measured figures between the two marks of the README's performance section; the words around them are people's.</summary>
static class ReadmeTable
{
    const string From = "<!-- benchmarks -->", To = "<!-- /benchmarks -->";

    public static void Write(IReadOnlyList<Outcome> outcomes)
    {
        var file = Path.Combine(RepositoryRoot.Path, "README.md");
        var text = File.ReadAllText(file);
        var (from, to) = (text.IndexOf(From, StringComparison.Ordinal), text.IndexOf(To, StringComparison.Ordinal));
        if (from < 0 || to < from)
            throw new InvalidOperationException($"README.md lacks the marks {From} and {To}.");
        File.WriteAllText(file, $"{text[..(from + From.Length)]}\n{Table(outcomes)}\n{text[to..]}");
    }

    public static string Table(IReadOnlyList<Outcome> outcomes)
    {
        IEnumerable<string> machines = outcomes.GroupBy(outcome => $"Measured on {outcome.Machine}, {outcome.Day}").Select(group =>
            $"{group.Key}: {string.Join(", ", group.Select(outcome => $"`{outcome.Name}` ({outcome.Engine})"))}.");
        IEnumerable<string> head = ["| benchmark | case | ours | yardstick | ratio | target | |", "|---|---|--:|--:|--:|---|---|"];
        var rows = outcomes.SelectMany(outcome => outcome.Measures.Select(one => Row(outcome, one)));
        return string.Join('\n', [.. machines, "", .. head, .. rows]);
    }

    static string Row(Outcome outcome, Measure one) => string.Create(CultureInfo.InvariantCulture,
        $"| `{outcome.Name}` {outcome.Engine} | {one.What} | {Figure(one.Ours)} {one.Unit} | {(one.Yardstick == 0 ? "" : $"{Figure(one.Yardstick)} {one.Unit}")} | {(one.Yardstick == 0 ? "" : $"{one.Ratio:0.00}")} | {one.Bound} | {(one.Bound is null ? "" : one.Holds ? "met" : "**not met**")} |");

    static string Figure(double value) => value switch
    {
        >= 1_000 => value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
