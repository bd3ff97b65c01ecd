using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Data;

/// <summary>The rows of an area as an equality on one column, which an index in list order answers; only what is broader than a district is a range.</summary>
static class AreaCondition
{
    /// <summary>Wants the parameters First and, for cities and provinces, End.</summary>
    public static string Of(string table, AreaLevel level) => level switch
    {
        AreaLevel.Village => $"{table}.village_code = @First",
        AreaLevel.Town => $"{table}.town_code = @First",
        AreaLevel.District => $"{table}.district_code = @First",
        AreaLevel.City or AreaLevel.Province => $"{table}.district_code >= @First and {table}.district_code < @End",
    };
}
