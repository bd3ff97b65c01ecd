using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Ledger;

/// <summary>Watches the disputes of one's area, and those that concern one's organisation, for changes by anybody.</summary>
[Needs(Permission.ReadMatters)]
public sealed record WatchChanges : IQuery<ChangeWatch>;

sealed class WatchChangesHandler(CurrentUser user, IDatabase database, DbSession db) : IQueryHandler<WatchChanges, ChangeWatch>
{
    public async Task<ChangeWatch> Handle(WatchChanges query, CancellationToken ct)
    {
        // A watch lasts for hours, and signing in has taken a connection.
        await db.Release();
        var viewer = user.Account;
        return database.Changes.Watch(change => viewer.SeesArea && change.Areas.Any(viewer.Area.Holds) || change.Concerned.Contains(viewer.OrganisationId));
    }
}
