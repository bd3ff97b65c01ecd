using System.Text.Json.Nodes;
using Mediation.Benchmarks.Harness;

namespace Mediation.Benchmarks.Volume;

/// <summary>Makes the installations that the benchmarks read, so that it is done before anything is measured, and has the product itself check the small ones.</summary>
static class VolumeCommand
{
    const int Checked = 20_000;

    public static async Task<int> Run(Options options)
    {
        using var postgres = options.Engine == "postgres" ? new PostgresVolumes() : null;
        foreach (var shape in options.Sizes.Select(size => new VolumeShape(size)))
        {
            var connection = postgres is null ? $"Data Source={await Volumes.Sqlite(shape)}" : await postgres.Connection(shape);
            Console.WriteLine(connection);
            if (shape.Disputes <= Checked)
                await Check(connection, shape);
        }
        return 0;
    }

    /// <summary>The tallies against the journal, and every chain of a page of disputes.</summary>
    static async Task Check(string connection, VolumeShape shape)
    {
        using var service = await RunningApi.Start(connection);
        using var city = await service.SignIn("city", Volumes.Password);
        using var district = await service.SignIn("district", Volumes.Password);
        var tallies = JsonNode.Parse(await city.Get("/api/reports/tallies/verification"))!;
        Require((bool)tallies["matches"]! && (int)tallies["disputes"]! == shape.Disputes, $"Tallies: {tallies.ToJsonString()[..Math.Min(2_000, tallies.ToJsonString().Length)]}");
        var page = JsonNode.Parse(await district.Get("/api/disputes?limit=200"))!["items"]!.AsArray();
        Require(page.Count == 200, "A district has more than a page.");
        foreach (var id in page.Select(item => (string)item!["id"]!))
        {
            var journal = JsonNode.Parse(await district.Get($"/api/disputes/{id}/journal/verification"))!;
            Require((bool)journal["valid"]!, journal.ToJsonString());
            Require((string?)JsonNode.Parse(await district.Get($"/api/disputes/{id}"))!["id"] == id, id);
        }
        Console.Error.WriteLine($"{shape.Key}: {tallies["keys"]} keys of the tallies and {page.Count} journals hold.");
    }

    static void Require(bool holds, string what)
    {
        if (!holds)
            throw new InvalidOperationException(what);
    }
}
