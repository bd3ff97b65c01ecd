using Mediation.Core.Data;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Supervision;

/// <summary>Lets those in who may supervise: the centre of the place, and for cards and time one above the holder.</summary>
[Scoped]
public sealed class SupervisionDesk(CurrentUser user, OrganisationStore organisations)
{
    public void RequireGoverning(DisputeFile file)
    {
        if (!SupervisionRights.Governs(file, user.Account))
            throw new ForbiddenException("supervision.not-governing", "The centre of the town or the district does this, for the matters of its area.");
    }

    public async Task<Organisation> RequireAbove(DisputeFile file)
    {
        var holder = (await organisations.Get(file.HolderId))!;
        return SupervisionRights.IsAbove(file, user.Account, holder) ? holder
            : throw new ForbiddenException("supervision.not-above", "A centre of a higher tier than the holder does this.");
    }
}
