using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mediation.Core.Features.Seeds;

/// <summary>Adds what a seed file has and the database's own text lacks; null when there is nothing to add.</summary>
static class ReferenceMerge
{
    static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Versions of the routing rules, told apart by their names.</summary>
    public static string? Versions(string known, string seed)
    {
        var merged = JsonNode.Parse(known)!;
        var versions = merged["versions"]!.AsArray();
        var names = versions.Select(Name).ToHashSet();
        var missing = JsonNode.Parse(seed)!["versions"]!.AsArray().Where(version => !names.Contains(Name(version))).ToList();
        foreach (var version in missing)
            versions.Add(version!.DeepClone());
        return missing.Count == 0 ? null : merged.ToJsonString(AsWritten);

        static string Name(JsonNode? version) => version!["version"]!.GetValue<string>();
    }

    /// <summary>Years of the work calendar; one without days off waits for its notice and is filled.</summary>
    public static string? Years(string known, string seed)
    {
        var merged = JsonNode.Parse(known)!;
        var years = merged["years"]!.AsObject();
        var missing = JsonNode.Parse(seed)!["years"]!.AsObject()
            .Where(year => IsPublished(year.Value) && !IsPublished(years[year.Key])).ToList();
        foreach (var (year, notice) in missing)
            years[year] = notice!.DeepClone();
        return missing.Count == 0 ? null : merged.ToJsonString(AsWritten);
    }

    static bool IsPublished(JsonNode? notice) => notice?["off"] is JsonArray { Count: > 0 };
}
