using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Domain.Reports;

/// <summary>The units that report a month, and which of them answers for a place: what has no unit of its own is counted by the one above it.</summary>
public sealed class ReportUnits(AreaCode district, IEnumerable<AreaCode> units)
{
    readonly HashSet<AreaCode> units = [.. units];

    public bool Has(AreaCode area) => units.Contains(area);

    /// <summary>An abolished village, or one without a committee, is its town's own.</summary>
    public AreaCode UnitOf(AreaCode place) =>
        units.Contains(place) ? place : place.Level == AreaLevel.Village && units.Contains(place.Town) ? place.Town : district;

    public AreaCode? ParentOf(AreaCode unit) =>
        unit == district ? null : unit.Level == AreaLevel.Village && units.Contains(unit.Town) ? unit.Town : district;

    public IReadOnlyList<AreaCode> ChildrenOf(AreaCode unit) => [.. units.Where(one => ParentOf(one) == unit).Order()];

    /// <summary>It and all that is below it.</summary>
    public IReadOnlyList<AreaCode> Under(AreaCode area) => [.. units.Where(area.Holds).Order()];
}
