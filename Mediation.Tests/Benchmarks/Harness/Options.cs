using System.Globalization;

namespace Mediation.Benchmarks.Harness;

/// <summary>How a benchmark is to run: `--engine sqlite|postgres`, `--sizes 10000,1000000,5000000`, `--rounds 5`.</summary>
sealed record Options(string Engine, IReadOnlyList<int> Sizes, int Rounds)
{
    /// <summary>Throws <see cref="ArgumentException"/> with a sentence on what it does not know.</summary>
    public static Options Read(IReadOnlyList<string> arguments)
    {
        var options = new Options("sqlite", [10_000, 1_000_000, 5_000_000], 5);
        for (var at = 0; at < arguments.Count; at += 2)
        {
            var value = at + 1 < arguments.Count ? arguments[at + 1] : throw new ArgumentException($"{arguments[at]} wants a value.");
            options = arguments[at] switch
            {
                "--engine" when value is "sqlite" or "postgres" => options with { Engine = value },
                "--sizes" => options with { Sizes = [.. value.Split(',').Select(Number)] },
                "--rounds" => options with { Rounds = Number(value) },
                _ => throw new ArgumentException($"{arguments[at]} {value} is no option of a benchmark."),
            };
        }
        return options;
    }

    static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw new ArgumentException($"{text} is no number above 0.");
}
