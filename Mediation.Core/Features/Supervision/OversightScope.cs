using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Features.Supervision;

/// <summary>Which rows of the lists of supervision a person may see: the area's, and of one who answers for no area the own ones.</summary>
sealed record OversightScope(string Rows, string Cards, long First, long End, Guid Own)
{
    /// <summary>Null when the area lies outside.</summary>
    public static OversightScope? Of(Account viewer, AreaCode? under)
    {
        var area = under ?? viewer.Area;
        if (!viewer.Area.Holds(area))
            return null;
        return viewer.SeesArea
            ? new OversightScope(OversightStore.In(area.Level), OversightStore.CardsIn(area.Level), area.Value, area.End.Value, viewer.OrganisationId)
            : new OversightScope("(oversight.responsible_id = @Own or oversight.holder_id = @Own)", "supervision_card.to_id = @Own", area.Value, area.End.Value, viewer.OrganisationId);
    }
}
