using System.Globalization;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Features.Reports;

/// <summary>Return A of an area and period: its items with what was sealed late beside them, and its checks A1 to A11.</summary>
public sealed record JusticePage
{
    public required AreaCode AreaCode { get; init; }

    public required string AreaName { get; init; }

    public required string Period { get; init; }

    /// <summary>false: some of it is counted now.</summary>
    public required bool Sealed { get; init; }

    /// <summary>The period before it, and the same one last year.</summary>
    public required string Previous { get; init; }

    public required string LastYear { get; init; }

    /// <summary>Who drafted it, who checked it, and when: of a unit's return.</summary>
    public string? Preparer { get; init; }

    public string? Reviewer { get; init; }

    public DateOnly? FilledAt { get; init; }

    public required IReadOnlyList<JusticeItem> Items { get; init; }

    public required IReadOnlyList<ReportCheck> Checks { get; init; }
}

/// <summary>An item of the return; the fifth is in ten thousand yuan. Changes are in percent, and null where there is no base, or it is 0.</summary>
public sealed record JusticeItem
{
    public required int Number { get; init; }

    public required string Label { get; init; }

    public required decimal Value { get; init; }

    /// <summary>What arrived late for earlier sealed months; null where nothing did.</summary>
    public decimal? Correction { get; init; }

    /// <summary>The year until this period.</summary>
    public required decimal Before { get; init; }

    /// <summary>The year with it, and with what arrived late for months of this year.</summary>
    public required decimal YearToDate { get; init; }

    public decimal? Previous { get; init; }

    public decimal? PreviousChange { get; init; }

    public decimal? LastYear { get; init; }

    public decimal? LastYearChange { get; init; }
}

/// <summary>The cases that a page is made of; `late` are corrections of earlier sealed months.</summary>
sealed record JusticeParts(
    IReadOnlyList<JusticeCase> Present, IReadOnlyList<JusticeCase> Late, IReadOnlyList<JusticeCase> Before, IReadOnlyList<JusticeCase>? Previous, IReadOnlyList<JusticeCase>? LastYear)
{
    public JusticePage Page(AreaCode area, string name, ReportPeriod period, bool isSealed, ReportMeasures measures)
    {
        var january = period.First.Year * 100 + 1;
        var lateOfYear = Late.Where(one => one.Month >= january).ToList();
        var (present, late, before) = (JusticeReturn.Of(Present), JusticeReturn.Of(Late), JusticeReturn.Of(Before));
        var (earlier, year) = (JusticeReturn.Of([.. Before, .. lateOfYear]), JusticeReturn.Of([.. Present, .. Before, .. lateOfYear]));
        var (previous, lastYear) = (Previous is null ? null : JusticeReturn.Of(Previous), LastYear is null ? null : JusticeReturn.Of(LastYear));
        return new JusticePage
        {
            AreaCode = area, AreaName = name, Period = period.ToString(), Sealed = isSealed, Previous = period.Previous.ToString(), LastYear = period.YearBefore.ToString(),
            Items = [.. Enumerable.Range(1, JusticeReturn.ItemCount).Select(item => new JusticeItem
            {
                Number = item, Label = measures.Justice[item.ToString(CultureInfo.InvariantCulture)], Value = present[item],
                Correction = Late.Count == 0 ? null : late[item], Before = before[item], YearToDate = year[item], Previous = previous?[item],
                PreviousChange = ReportPeriod.Change(present[item], previous?[item]), LastYear = lastYear?[item], LastYearChange = ReportPeriod.Change(present[item], lastYear?[item]),
            })],
            Checks = [.. present.Checks(Figures(earlier), Figures(year)).Select(check => check with { Text = measures.JusticeChecks[check.Id] })],
        };
    }

    /// <summary>By their numbers, nothing at 0.</summary>
    static decimal[] Figures(JusticeReturn table) => [0, .. Enumerable.Range(1, JusticeReturn.ItemCount).Select(item => table[item])];
}
