using System.Text.Json;
using System.Text.Json.Serialization;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Reports;

/// <summary>Reads the definition and refuses one that could not fill the official table.</summary>
static class ReportDefinitionFile
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static ReportDefinition Parse(string json)
    {
        var definition = JsonSerializer.Deserialize<ReportDefinition>(json, Json) ?? throw new FormatException("The report definition is empty.");
        var faults = Faults(definition).ToList();
        return faults.Count == 0 ? definition : throw new FormatException($"Report definition {definition.Version}: {string.Join("; ", faults)}.");
    }

    static IEnumerable<string> Faults(ReportDefinition definition)
    {
        if (!Counts(definition.Categories.Select(c => c.Number), ReportDefinition.CategoryCount)) yield return "the categories are not 1 to 19";
        if (!Counts(definition.Rows.Select(r => r.Number), ReportDefinition.RowCount)) yield return "the rows are not 1 to 52";
        if (definition.Columns.Count != Enum.GetValues<ReportColumn>().Length) yield return "the columns are not five";
        if (definition.PeopleBuckets.Count != 4) yield return "the people buckets are not four";
        if (definition.CutOffDay is < 1 or > 28) yield return "the cut-off day is not in every month";
        if (definition.EffectiveTo < definition.EffectiveFrom) yield return "it ends before it begins";

        var types = definition.Types.Select(t => t.Type).Order();
        if (!types.SequenceEqual(Enum.GetValues<DisputeType>())) yield return "the types are not mapped once each";
        if (definition.Subtypes.DistinctBy(s => s.Prefix).Count() != definition.Subtypes.Count) yield return "a code prefix is mapped twice";

        var targets = definition.Types.Select(t => t.Category).Concat(definition.Subtypes.Select(s => s.Category));
        if (targets.Any(c => c is < 1 or > ReportDefinition.CategoryCount)) yield return "a category does not exist";
        if (definition.Rows.Any(r => (r.Numerator is null) != (r.Denominator is null))) yield return "a rate names only one of its rows";

        foreach (var id in ReportChecks.Ids.Where(id => !definition.Checks.ContainsKey(id))) yield return $"check {id} has no text";
        foreach (var key in StockLine.Keys.Where(key => !definition.StockFlow.ContainsKey(key))) yield return $"stock flow {key} has no label";
        foreach (var key in ReportMemo.Keys.Where(key => !definition.Memo.ContainsKey(key))) yield return $"memo {key} has no label";
    }

    static bool Counts(IEnumerable<int> numbers, int last) => numbers.SequenceEqual(Enumerable.Range(1, last));
}
