using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mediation.Core.Domain.Assessment;

/// <summary>Reads seeds/scoring-schemes.json strictly: schemes of years, the points placeholders that a district sets itself.</summary>
public static class SchemeFile
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    };

    public static IReadOnlyList<ScoringScheme> Parse(string json)
    {
        var file = JsonSerializer.Deserialize<SchemeFileText>(json, Json) ?? throw new FormatException("There are no scoring schemes.");
        var faults = file.Schemes.SelectMany(scheme => SchemeFaults.Of(scheme).Select(fault => $"{scheme.Year} {fault.Field}: {fault.Message}")).ToList();
        if (file.Schemes.DistinctBy(scheme => scheme.Year).Count() != file.Schemes.Count)
            faults.Add("a year stands there twice");
        return faults.Count == 0 ? [.. file.Schemes.OrderBy(scheme => scheme.Year)] : throw new FormatException($"Scoring schemes: {string.Join("; ", faults)}.");
    }

    /// <summary>`local` says that no official text fixes these points.</summary>
    sealed record SchemeFileText(string Version, DateOnly EffectiveFrom, bool Local, IReadOnlyList<ScoringScheme> Schemes);
}
