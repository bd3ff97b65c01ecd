using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Sync;

/// <summary>What is known of a command of one's own: carried out, received late, or nothing.</summary>
[Needs(Permission.SignedIn)]
public sealed record FindEntry(Guid CommandId) : IQuery<KnownEntry>;

public sealed record KnownEntry
{
    /// <summary>The version that it made, when it was carried out.</summary>
    public int? Version { get; init; }

    /// <summary>The digest under which it was carried out or received.</summary>
    public byte[]? Digest { get; init; }

    /// <summary>Received late: who has the matter now.</summary>
    public HolderView? Holder { get; init; }
}

sealed class FindEntryHandler(CurrentUser user, CommandLog commands, LateStore lates, OrganisationStore organisations) : IQueryHandler<FindEntry, KnownEntry>
{
    public async Task<KnownEntry> Handle(FindEntry query, CancellationToken ct)
    {
        // Late first: its id is in the log of commands too, so that nothing else can be made of it.
        if (await lates.Find(query.CommandId, ct) is { } late && late.AccountId == user.Account.Id)
        {
            var holder = (await organisations.Get(late.HolderId, ct))!;
            return new KnownEntry { Digest = late.Digest, Holder = new HolderView(holder.Id, holder.Name, holder.Tier) };
        }
        return await commands.Find(query.CommandId) is { } known && known.AccountId == user.Account.Id
            ? new KnownEntry { Version = known.Version, Digest = known.Digest }
            : new KnownEntry();
    }
}
