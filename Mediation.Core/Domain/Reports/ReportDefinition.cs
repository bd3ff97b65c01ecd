using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Reports;

/// <summary>The one counting definition of the monthly report, as data: what counts where, under which label (domain 12, Report counting).</summary>
public sealed record ReportDefinition
{
    public const int CategoryCount = 19;
    public const int RowCount = 52;

    public required string Version { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    public DateOnly? EffectiveTo { get; init; }

    public required string Title { get; init; }

    public required string TitleEn { get; init; }

    /// <summary>Day of the next month on which the responsible tier is read: the county's report is due then (domain 5.5).</summary>
    public required int CutOffDay { get; init; }

    public required IReadOnlyList<ColumnLabel> Columns { get; init; }

    public required IReadOnlyList<ReportCategory> Categories { get; init; }

    public required IReadOnlyList<TypeMapping> Types { get; init; }

    public required IReadOnlyList<SubtypeMapping> Subtypes { get; init; }

    public required IReadOnlyList<PeopleBucket> PeopleBuckets { get; init; }

    public required IReadOnlyList<RowLabel> Rows { get; init; }

    public required IReadOnlyDictionary<string, string> StockFlow { get; init; }

    public required IReadOnlyDictionary<string, string> Memo { get; init; }

    public required IReadOnlyDictionary<string, string> Checks { get; init; }

    /// <summary>Local limits and words of the justice return and the indicators; a definition of before they were counted has none.</summary>
    public ReportMeasures? Measures { get; init; }

    /// <summary>The definition in words, printed in the workbook's notes.</summary>
    public required IReadOnlyList<string> Sentences { get; init; }

    public static ReportDefinition Parse(string json) => ReportDefinitionFile.Parse(json);

    /// <summary>The longest matching prefix of the platform's code decides; without one, the type does.</summary>
    public int CategoryOf(DisputeType type, string? subtype) =>
        Subtypes.Where(s => subtype?.StartsWith(s.Prefix, StringComparison.Ordinal) == true).MaxBy(s => s.Prefix.Length)?.Category
        ?? Types.Single(t => t.Type == type).Category;

    public DateOnly CutOff(DateOnly receivedOn) => new DateOnly(receivedOn.Year, receivedOn.Month, CutOffDay).AddMonths(1);
}

public sealed record ColumnLabel(string Zh, string En);

public sealed record ReportCategory(int Number, string Zh, string En);

public sealed record TypeMapping(DisputeType Type, string Zh, int Category);

public sealed record SubtypeMapping(string Prefix, string Zh, int Category);

/// <summary>Half-open: the lower border belongs to it, the upper one does not (domain 5.5, B11).</summary>
public sealed record PeopleBucket(int From, int? Below)
{
    public bool Holds(int people) => people >= From && (Below is null || people < Below);
}

/// <summary>One of the 52 rows; a rate names the rows it divides.</summary>
public sealed record RowLabel(int Number, string Group, string Item, string GroupEn, string ItemEn, int? Numerator = null, int? Denominator = null)
{
    public string Label => $"{Group} {Item}";

    public string LabelEn => $"{GroupEn}: {ItemEn}";
}
