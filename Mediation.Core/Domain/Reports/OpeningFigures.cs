using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Domain.Reports;

/// <summary>期初: what a unit's paper report of a month said before this register was kept; signed once, shown beside what is counted, never mixed with it.</summary>
public sealed record OpeningFigures
{
    public required Guid Id { get; init; }

    public required AreaCode Area { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>yyyyMM.</summary>
    public required int Month { get; init; }

    public required IReadOnlyList<OpeningCell> Cells { get; init; }

    public required FilingHand SignedBy { get; init; }

    public string? Note { get; init; }

    /// <summary>Sets the sums of the year's signed months beside every count; nothing where none was signed.</summary>
    public static IReadOnlyList<ReportRow> Beside(IReadOnlyList<ReportRow> rows, IReadOnlyList<OpeningFigures> ofYear)
    {
        if (ofYear.Count == 0)
            return rows;
        var cells = ofYear.SelectMany(figures => figures.Cells).ToLookup(cell => cell.Row);
        return [.. rows.Select(row => row.Denominator is not null ? row : row with { Opening = Sum([.. cells[row.Number]]) })];
    }

    static ReportValues Sum(IReadOnlyList<OpeningCell> cells)
    {
        int Of(ReportColumn column) => cells.Where(cell => cell.Column == column).Sum(cell => cell.Value);

        var all = cells.Sum(cell => cell.Value);
        return new(Of(ReportColumn.District), Of(ReportColumn.Town), Of(ReportColumn.Village), all, all);
    }
}

/// <summary>A count of the table in one of the three tiers' columns.</summary>
public sealed record OpeningCell(int Row, ReportColumn Column, int Value);
