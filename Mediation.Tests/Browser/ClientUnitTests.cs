using System.Diagnostics;
using System.Text.Json.Nodes;
using Mediation.Tests.Architecture;
using NUnit.Framework;

namespace Mediation.Tests.Browser;

/// <summary>The client's own unit tests; each file of theirs is a case here, so that a failure tells where.</summary>
sealed class ClientUnitTests
{
    static readonly string Client = Path.Combine(RepositoryRoot.Path, "Mediation.Api", "ClientApp");

    static readonly Lazy<Task<JsonNode>> Results = new(() => Task.Run(Run));

    static IEnumerable<string> Files() => Directory.GetFiles(Path.Combine(Client, "tests"), "*.test.ts").Select(file => Path.GetFileName(file)!).Order();

    [TestCaseSource(nameof(Files))]
    public async Task The_clients_rules_hold(string file)
    {
        var suite = (await Results.Value)["testResults"]!.AsArray().Single(one => Path.GetFileName((string)one!["name"]!) == file)!;
        var tests = suite["assertionResults"]!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)suite["status"], Is.EqualTo("passed"), (string?)suite["message"]);
            Assert.That(tests, Is.Not.Empty);
            foreach (var test in tests)
                Assert.That((string?)test!["status"], Is.EqualTo("passed"), $"{test["fullName"]}: {test["failureMessages"]}");
        }
    }

    static async Task<JsonNode> Run()
    {
        var results = Path.Combine(Directory.CreateTempSubdirectory("mediation-vitest-").FullName, "results.json");
        using var process = Process.Start(new ProcessStartInfo("node", ["node_modules/vitest/vitest.mjs", "run", "--reporter=json", $"--outputFile={results}"])
        {
            WorkingDirectory = Client, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var told = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));
        if (!File.Exists(results))
            throw new InvalidOperationException($"The client's tests did not run: {string.Concat(told)}");
        return JsonNode.Parse(await File.ReadAllTextAsync(results))!;
    }
}
