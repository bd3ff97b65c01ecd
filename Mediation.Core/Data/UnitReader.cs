using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Data;

/// <summary>Which units of a district report, and are scored.</summary>
[Scoped]
public sealed class UnitReader(DbSession db, OrganisationStore organisations)
{
    /// <summary>Those with a committee or centre on a day, in areas that still exist on it.</summary>
    public async Task<ReportUnits> Of(AreaCode district, DateOnly lastDay, CancellationToken ct)
    {
        var gone = (await db.Query<long>(
            "select code from area where code >= @First and code < @End and valid_to < @lastDay order by code",
            new { First = district.Value, End = district.End.Value, lastDay }, ct)).ToHashSet();
        return new ReportUnits(district, (await organisations.Within(district, ct)).Where(o => Reports(o, lastDay) && !gone.Contains(o.Area.Value)).Select(o => o.Area));
    }

    public async Task<IReadOnlyDictionary<AreaCode, string>> Names(AreaCode under, CancellationToken ct) => (await db.Query<NameRow>(
        "select code, name from area where code >= @First and code < @End order by code", new { First = under.Value, End = under.End.Value }, ct))
        .ToDictionary(row => new AreaCode(row.Code), row => row.Name);

    public static bool Reports(Organisation organisation, DateOnly lastDay) =>
        organisation.Kind is not (OrganisationKind.SectorCommittee or OrganisationKind.EnterpriseCommittee) && !(organisation.DissolvedOn <= lastDay);

    sealed record NameRow
    {
        public required long Code { get; init; }
        public required string Name { get; init; }
    }
}
