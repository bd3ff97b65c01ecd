using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Screening;

namespace Mediation.Core.Messaging;

/// <summary>Lets a sign in for a change: in sight, and once only.</summary>
[Scoped]
public sealed class LeadDesk(CurrentUser user, LeadStore leads)
{
    public async Task<LeadRow> Load(Guid id) => await leads.FindForChange(user.Account.Area.District, id) is { } lead && Sees(lead)
        ? lead : throw new NotFoundException("The sign");

    public bool Sees(LeadRow lead) => lead.OrganisationId == user.Account.OrganisationId && (user.Account.May(Permission.ReadMatters) || lead.AccountId == user.Account.Id)
        || user.Account.SeesArea && user.Account.May(Permission.ReadMatters) && user.Account.Area.Holds(new AreaCode(lead.AreaCode));

    public static void RequireOpen(LeadRow lead, string field)
    {
        if (lead.Outcome is { } outcome)
            throw new RuleViolationException("lead.decided", $"It ended as {outcome}.", "domain 5.1", field);
    }

    /// <summary>Ends a sign by the dispute that was just made of it.</summary>
    public async Task Turn(Guid id, Guid disputeId, DateTimeOffset at)
    {
        if (await leads.FindForChange(user.Account.Area.District, id) is not { } lead || !Sees(lead))
            throw new RuleViolationException("lead.unknown", "There is no such sign.", "domain 5.1", "leadId");
        RequireOpen(lead, "leadId");
        await leads.Decide(user.Account.Area.District, id, LeadOutcome.TurnedIntoDispute, null, disputeId, user.Account.Id, at);
    }
}
