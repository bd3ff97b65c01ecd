using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Mediation.Core.Domain.Reports;

/// <summary>How the counted facts stand in the journal, so that a recount reads what a report counted.</summary>
public static class ReportFactsJson
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static JsonNode Write(ReportFacts facts) => JsonSerializer.SerializeToNode(facts, Options)!;

    public static ReportFacts Read(JsonElement json) => json.Deserialize<ReportFacts>(Options)!;
}
