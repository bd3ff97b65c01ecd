using System.Text.Json;
using System.Text.Json.Nodes;
using Mediation.Api.Http;
using Mediation.Core.Features.Mediators;
using Mediation.Core.Features.Organisations;

namespace Mediation.Api.Seeding;

/// <summary>The folder seeds/ beside the program, wherever it was started from.</summary>
static class SeedFolder
{
    public static Task<string> Text(string file, CancellationToken ct) => File.ReadAllTextAsync(PathOf(file), ct);

    public static FileStream Open(string file) => File.OpenRead(PathOf(file));

    public static async Task<IReadOnlyList<T>> List<T>(string file, CancellationToken ct)
    {
        await using var stream = Open(file);
        return await JsonSerializer.DeserializeAsync<IReadOnlyList<T>>(stream, Json.Options, ct) ?? [];
    }

    /// <summary>Organisations as the commands that enter them.</summary>
    public static async Task<IReadOnlyList<SaveOrganisation>> Organisations(CancellationToken ct) =>
        [.. (await List<JsonObject>("organisations.json", ct)).Select(entry => Read<SaveOrganisation>(entry) with { Id = IdOf(entry) })];

    /// <summary>Mediators as the commands that enter them.</summary>
    public static async Task<IReadOnlyList<SaveMediator>> Mediators(CancellationToken ct) =>
        [.. (await List<JsonObject>("mediators.json", ct)).Select(entry => Read<SaveMediator>(entry) with { Id = IdOf(entry) })];

    static T Read<T>(JsonObject entry) => entry.Deserialize<T>(Json.Options)!;

    // Over HTTP the id stands in the path, so the commands do not read it.
    static Guid IdOf(JsonObject entry) => entry["id"]!.GetValue<Guid>();

    static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "seeds", file);
}
