namespace Mediation.Core.Domain.Reports;

/// <summary>The official monthly table of one unit (矛盾纠纷排查调处情况月报表, domain 5.5).</summary>
public sealed record MonthlyReport
{
    public required ReportHeader Header { get; init; }

    /// <summary>yyyy-MM.</summary>
    public required string Period { get; init; }

    public required string DefinitionVersion { get; init; }

    public required IReadOnlyList<ReportRow> Rows { get; init; }

    public required IReadOnlyList<ReportMemo> Memo { get; init; }

    public required StockFlow StockFlow { get; init; }

    public required IReadOnlyList<ReportCheck> Checks { get; init; }
}

/// <summary>填报单位, 填报月份, 制表人, 审核人, 填报时间; what is not known yet is left blank for the pen.</summary>
public sealed record ReportHeader(string Unit, string Period, string? Preparer = null, string? Reviewer = null, DateOnly? FilledAt = null);

public enum ReportColumn { District, Town, Village, Subtotal, YearToDate }

public static class ReportColumns
{
    /// <summary>Whether what a tier did stands in the column.</summary>
    public static bool Holds(this ReportColumn column, Tier tier) => column switch
    {
        ReportColumn.District => tier == Tier.District,
        ReportColumn.Town => tier == Tier.Town,
        ReportColumn.Village => tier == Tier.Village,
        ReportColumn.Subtotal or ReportColumn.YearToDate => true,
    };
}

/// <summary>
/// A row of the table; a rate is in percent and names its denominator. Correction: what arrived late for months that are sealed, its last column for those
/// of the same year. Opening: 期初, signed once and never mixed with what was counted.
/// </summary>
public sealed record ReportRow(
    int Number, string Group, string Item, string Label, string LabelEn, ReportValues Values, string? Denominator = null,
    ReportValues? Correction = null, ReportValues? Opening = null);

public sealed record ReportValues(decimal District, decimal Town, decimal Village, decimal Subtotal, decimal YearToDate)
{
    public decimal this[ReportColumn column] => column switch
    {
        ReportColumn.District => District,
        ReportColumn.Town => Town,
        ReportColumn.Village => Village,
        ReportColumn.Subtotal => Subtotal,
        ReportColumn.YearToDate => YearToDate,
    };
}

public sealed record ReportMemo(string Key, string Label, int Value)
{
    internal static readonly IReadOnlyList<string> Keys = ["sentUp", "sentUpByVillage", "sentUpByTown", "carriedOverMediated"];
}

/// <summary>One of B1 to B11 or S1; a failed one lists what differs and blocks the seal, never entry (domain 12).</summary>
public sealed record ReportCheck(string Id, bool Passed, string Text, IReadOnlyList<string> Details);
