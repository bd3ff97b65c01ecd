using System.Diagnostics;
using System.Text.Json.Nodes;
using Mediation.Tests.Architecture;
using Mediation.Tests.Support;

namespace Mediation.Benchmarks;

/// <summary>Lighthouse 12 as it is run everywhere: a middling telephone on a slow line, simulated.</summary>
static class Lighthouse
{
    static readonly string Folder = Path.Combine(RepositoryRoot.Path, "Mediation.Tests", "Benchmarks");

    public static readonly string[] Categories = ["performance", "accessibility", "best-practices"];

    /// <summary>The scores of a page, 0 to 1, by category.</summary>
    public static async Task<IReadOnlyDictionary<string, double>> Score(Uri page)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "lighthouse")))
            await Execute("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        var chromium = Chromium.Best();
        var report = Path.Combine(Directory.CreateTempSubdirectory("mediation-lighthouse-").FullName, "report.json");
        var flags = string.Join(' ', Chromium.Arguments.Append("--headless=new"));
        await Execute(
            "node",
            ["node_modules/lighthouse/cli/index.js", page.AbsoluteUri, "--output=json", $"--output-path={report}", $"--only-categories={string.Join(',', Categories)}",
                "--quiet", $"--chrome-flags={flags}"],
            ("CHROME_PATH", chromium.Program));
        var categories = JsonNode.Parse(await File.ReadAllTextAsync(report))!["categories"]!;
        return Categories.ToDictionary(name => name, name => (double)categories[name]!["score"]!);
    }

    static async Task Execute(string program, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
