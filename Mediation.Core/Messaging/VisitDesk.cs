using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.FrontDesk;

namespace Mediation.Core.Messaging;

/// <summary>Lets a visit in: of one's own desk, or of a desk below one's office; never for the place that it is about.</summary>
[Scoped]
public sealed class VisitDesk(CurrentUser user, DeskStore visits)
{
    public async Task<VisitRow> Load(Guid id) => await visits.FindForChange(user.Account.Area.District, id) is { } visit && Sees(visit)
        ? visit : throw new NotFoundException("The visit");

    public async Task<VisitRow> Read(Guid id, CancellationToken ct) => await visits.Find(user.Account.Area.District, id, ct) is { } visit && Sees(visit)
        ? visit : throw new NotFoundException("The visit");

    bool Sees(VisitRow visit) => user.Account.May(Permission.ReadMatters)
        && (visit.OrganisationId == user.Account.OrganisationId || user.Account.SeesArea && user.Account.Area.Holds(new AreaCode(visit.OfficeCode)));

    /// <summary>Ends a visit by the dispute that was just made of it.</summary>
    public async Task Turn(Guid id, Guid disputeId, DateTimeOffset at)
    {
        if (await visits.FindForChange(user.Account.Area.District, id) is not { } visit || !Sees(visit))
            throw new RuleViolationException("desk.unknown", "There is no such visit.", "front desk", "visitId");
        FrontDeskRules.RequireOpen(visit.StateWord, "visitId");
        await visits.End(user.Account.Area.District, id, DeskState.TurnedIntoDispute, null, disputeId, user.Account.Id, at);
    }
}
