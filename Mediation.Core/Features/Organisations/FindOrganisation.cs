using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Organisations;

/// <summary>One committee or centre of the viewer's area, or above it: those are where a matter can be sent.</summary>
[Needs(Permission.SignedIn)]
public sealed record FindOrganisation(Guid Id) : IQuery<OrganisationView>;

sealed class FindOrganisationHandler(OrganisationStore organisations, CurrentUser user, TimeProvider clock)
    : IQueryHandler<FindOrganisation, OrganisationView>
{
    public async Task<OrganisationView> Handle(FindOrganisation query, CancellationToken ct)
    {
        if (await organisations.Find(query.Id, ct) is not var (organisation, version)
            || !(user.Account.Area.Holds(organisation.Area) || organisation.Area.Holds(user.Account.Area)))
            throw new NotFoundException("The organisation");
        return OrganisationView.Of(organisation, version, Shanghai.DateOf(clock.GetUtcNow()));
    }
}
