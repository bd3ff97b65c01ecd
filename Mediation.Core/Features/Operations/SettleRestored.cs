using Mediation.Core.Data;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Operations;

/// <summary>
/// Ends what of the old day must not go on: everybody is signed out, uploads that were on their way begin again, and bytes that nobody named are not
/// promised any more.
/// </summary>
public sealed record SettleRestored : ICommand<int>;

sealed class SettleRestoredHandler(DbSession db) : ICommandHandler<SettleRestored, int>
{
    public async Task<int> Handle(SettleRestored command, CancellationToken ct)
    {
        // The keys of the tickets: what was closed with them opens nowhere.
        await db.Execute("delete from secret where name >= 'ticket-key/' and name < 'ticket-key/~'", ct: ct);
        await db.Execute("delete from content where not exists (select 1 from content_use where content_use.sha256 = content.sha256)", ct: ct);
        return await db.Execute("delete from upload", ct: ct);
    }
}
