using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mediation.Tests.Architecture;

namespace Mediation.Benchmarks.Harness;

/// <summary>What one benchmark measured on one engine; kept in a file so that the README's table can be written from the last run of each.</summary>
sealed record Outcome(string Name, string Engine, string Day, string Machine, IReadOnlyList<Measure> Measures)
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Outcome Of(string name, string engine, IReadOnlyList<Measure> measures) =>
        new(name, engine, TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Harness.Machine.Describe(), measures);

    public bool Holds => Measures.All(measure => measure.Holds);

    static string Folder => Path.Combine(RepositoryRoot.Path, "TestResults", "benchmarks");

    public void Print()
    {
        Console.WriteLine(JsonSerializer.Serialize(this, Options));
        foreach (var one in Measures)
            Console.WriteLine(string.Format(
                CultureInfo.InvariantCulture, "{0,-10} {1,-9} {2,-52} {3,12:0.###} {4,12:0.###} {5,-8} {6,9:0.###} {7,-8} {8}", Name, Engine, one.What, one.Ours,
                one.Yardstick, one.Unit, one.Ratio, one.Bound, one.Bound is null ? "" : one.Holds ? "holds" : "FAILS"));
    }

    public void Save()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, $"{Name}-{Engine}.json"), JsonSerializer.Serialize(this, Options));
    }

    public static IReadOnlyList<Outcome> Saved() => Directory.Exists(Folder)
        ? [.. Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal).Select(file => JsonSerializer.Deserialize<Outcome>(File.ReadAllText(file), Options)!)]
        : [];
}
