using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Data;

/// <summary>
/// The one place that turns a person into SQL: the rows of an area, and those that concern the organisation whatever their place.
/// Every list, count, search and queue reads through it.
/// </summary>
public sealed record LedgerScope
{
    /// <summary>A condition on `dispute` for the area's rows; an equality that an index in list order answers.</summary>
    public required string Area { get; init; }

    /// <summary>A condition on `involvement` and `dispute` for the rows that concern the organisation and that it does not see by its area.</summary>
    public required string Concerned { get; init; }

    /// <summary>The area itself; null for a committee that answers for none.</summary>
    public required AreaCode? Place { get; init; }

    public required long First { get; init; }

    public required long End { get; init; }

    public required Guid Organisation { get; init; }

    /// <summary>What the person may see under an area; null when the area lies outside.</summary>
    public static LedgerScope? Of(Account viewer, AreaCode? under)
    {
        if (under is { } asked && !viewer.Area.Holds(asked))
            return null;
        var area = under ?? viewer.Area;
        return new LedgerScope
        {
            Area = viewer.SeesArea ? AreaCondition.Of("dispute", area.Level) : "1 = 0",
            // Without `under` also what was handed over from elsewhere.
            Concerned = under is null
                ? "involvement.organisation_id = @Organisation and involvement.away = 1"
                : "involvement.organisation_id = @Organisation and involvement.away = 1 and dispute.area_code >= @First and dispute.area_code < @End",
            Place = viewer.SeesArea ? area : null,
            First = area.Value, End = area.End.Value, Organisation = viewer.OrganisationId,
        };
    }
}
