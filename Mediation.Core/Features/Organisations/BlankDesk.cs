using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Organisations;

/// <summary>Whose blanks a person may number or spoil: committees have no hierarchy, so only one's own, or the registry's keeper any.</summary>
[Scoped]
public sealed class BlankDesk(OrganisationStore organisations, CommandLog commands, CurrentUser user)
{
    /// <summary>Locked first: on PostgreSQL the same command may be under way.</summary>
    public async Task<Organisation> Committee(Guid id, CancellationToken ct)
    {
        _ = await organisations.FindForChange(id);
        var committee = await organisations.OfViewer(id, user.Account, ct) ?? throw new NotFoundException("The organisation");
        return user.Account.May(Permission.ManageRegistry) || user.Account.ActsFor(committee) ? committee
            : throw new ForbiddenException("form-serial.other-committee", "These are another committee's blanks.");
    }

    /// <summary>The version that this very command made before; null when it is new.</summary>
    public async Task<int?> Replayed(Guid commandId, byte[] digest)
    {
        if (await commands.Find(commandId) is not { } known)
            return null;
        return known.Is(user.Account.Id, digest) ? known.Version
            : throw new ConflictException("command.reused", "This command id was used for something else.");
    }
}
