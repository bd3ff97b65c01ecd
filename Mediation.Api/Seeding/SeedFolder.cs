using System.Text.Json;
using Mediation.Api.Http;

namespace Mediation.Api.Seeding;

/// <summary>The folder seeds/ beside the program, wherever it was started from.</summary>
static class SeedFolder
{
    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "seeds", file);

    public static Task<string> Text(string file, CancellationToken ct) => File.ReadAllTextAsync(PathOf(file), ct);

    public static async Task<IReadOnlyList<T>> List<T>(string file, CancellationToken ct)
    {
        await using var stream = File.OpenRead(PathOf(file));
        return await JsonSerializer.DeserializeAsync<IReadOnlyList<T>>(stream, Json.Options, ct) ?? [];
    }
}
