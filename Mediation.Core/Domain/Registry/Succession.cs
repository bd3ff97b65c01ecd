using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Registry;

/// <summary>Who may take over a leaving mediator's desk.</summary>
public static class Succession
{
    /// <summary>In office on the date, and of the same organisation or of a committee of the same area and tier.</summary>
    public static void Check(Mediator successor, Organisation joins, Mediator leaver, Organisation left, IEnumerable<DateOnly> dates)
    {
        if (successor.Id == leaver.Id)
            throw Refused("succession.to-self", "Nobody hands a desk over to himself.");
        if (dates.Any(date => successor.StatusOn(date) != MediatorStatus.Active))
            throw Refused("succession.not-active", $"{successor.Name} is not in office on that date.");
        // A sector committee is bound to its types and an enterprise committee to its firm; a centre hosts no case.
        var neighbour = joins.Area == left.Area && joins.Tier == left.Tier && joins.DissolvedOn is null && !IsBound(joins) && !IsBound(left)
            && joins.Kind != OrganisationKind.GovernanceCenter;
        if (joins.Id != left.Id && !neighbour)
            throw Refused("succession.other-area", $"{successor.Name} is of another area or tier; send the matter there instead.");
    }

    /// <summary>A party must stand aside (回避).</summary>
    public static void CheckParties(Mediator successor, AreaCode area, IEnumerable<Party> parties)
    {
        if (parties.Any(party => successor.IsLike(party, area)))
            throw Refused("succession.is-party", $"{successor.Name} bears the name of a party; assign this matter to another mediator.");
    }

    static bool IsBound(Organisation organisation) =>
        organisation.Kind is OrganisationKind.SectorCommittee or OrganisationKind.EnterpriseCommittee;

    static RuleViolationException Refused(string code, string message) => new(code, message, "desk handover", "toMediatorId");
}
