using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Sync;

/// <summary>
/// Pages through what changed, and what left one's sight, since a cursor; without one, open matters and those that changed in the last 90 days. `next` is
/// always there to come back with; `more` says that another page waits at once. A matter that grows old or is closed is put away by the tablet itself. The
/// tablet of an open case's mediator gets its ids, phones and addresses in full, which is logged; everybody else gets them masked.
/// </summary>
[Needs(Permission.ReadMatters)]
public sealed record GetChanges(string? After = null, int Limit = 100, Guid? DeviceId = null) : IQuery<Changes>;

public sealed record Changes(IReadOnlyList<Change> Items, string Next, bool More)
{
    /// <summary>Of these the ids, phones and addresses are in full.</summary>
    [JsonIgnore]
    public IReadOnlyList<Guid> InFull { get; init; } = [];
}

/// <summary>A dispute as it is now, or one that is not to be seen any more.</summary>
public sealed record Change
{
    public required ChangeKind Kind { get; init; }

    public required Guid DisputeId { get; init; }

    public DisputeView? Dispute { get; init; }

    /// <summary>Ids, phones and addresses are in full: the signed-in mediator hosts the open case.</summary>
    public bool Full { get; init; }

    /// <summary>Of a removal.</summary>
    public RemovalReason? Reason { get; init; }
}

public enum ChangeKind { Dispute, Removal }

/// <summary>Why a tablet puts a dispute away. What was lawfully erased or merged comes as a changed dispute.</summary>
public enum RemovalReason { AccessLost }

sealed class GetChangesValidator : AbstractValidator<GetChanges>
{
    public GetChangesValidator() => RuleFor(q => q.Limit).InclusiveBetween(1, 200);
}

sealed class GetChangesHandler(
    CurrentUser user, DeviceDesk devices, DeviceStore tablets, ChangeReader changes, DisputeReader reader, DbSession db, ReferenceData reference, AccessLog log, TimeProvider clock)
    : IQueryHandler<GetChanges, Changes>
{
    static readonly TimeSpan Window = TimeSpan.FromDays(90);

    public async Task<Changes> Handle(GetChanges query, CancellationToken ct)
    {
        if (user.Account.Area.Level < AreaLevel.District)
            throw new ForbiddenException("sync.district-at-most", "Tablets are for a district and what lies below it.");
        if (query.DeviceId is { } device)
            await devices.Require(device, ct);
        var place = await Place(query.After, ct);
        var rows = await changes.After(user.Account, place.Number, place.Bound, clock.GetUtcNow() - Window, query.Limit + 1, ct);
        // A number is one dispute's, so no page cuts between two rows of one number.
        var page = rows.Take(query.Limit).ToList();
        var items = new List<Change>(page.Count);
        foreach (var row in page)
            if (await Show(row, query.DeviceId is not null, ct) is { } change)
                items.Add(change);
        Log(items);
        var more = rows.Count > query.Limit;
        if (!more && query.DeviceId is { } synced)
            tablets.Pulled(synced, clock.GetUtcNow());
        return new Changes(items, Next(place, page).Write(), more) { InFull = [.. items.Where(i => i.Full).Select(i => i.DisputeId)] };
    }

    async Task<Change?> Show(ChangeRow row, bool onDevice, CancellationToken ct)
    {
        var dispute = row.ToDispute();
        if (!DisputeSight.Includes(dispute.File, user.Account))
            return new Change { Kind = ChangeKind.Removal, DisputeId = row.DisputeId, Reason = RemovalReason.AccessLost };
        var full = onDevice && user.Account.MediatorId is { } mediator && dispute.OpenCase?.OwnerId == mediator;
        return new Change
        {
            Kind = ChangeKind.Dispute, DisputeId = row.DisputeId, Full = full,
            Dispute = await reader.ViewPulled(dispute, row.DueOn, full, user.Account, ct),
        };
    }

    async Task<ChangePlace> Place(string? after, CancellationToken ct)
    {
        var epoch = ChangePlace.EpochOf(await reference.Secret(db, "sync-epoch"));
        if (after is null)
            return new ChangePlace
            {
                Epoch = epoch, AccountId = user.Account.Id, OrganisationId = user.Account.OrganisationId, Number = 0,
                Bound = await changes.Last(user.Account.Area.District, ct),
            };
        if (ChangePlace.Read(after) is not { } place || !place.IsOf(user.Account, epoch) || !await IsKnown(place, ct))
            throw new GoneException("The cursor", "cursor.unknown");
        return place;
    }

    async Task<bool> IsKnown(ChangePlace place, CancellationToken ct) => place.Number == 0
        ? place.Bound <= await changes.Last(user.Account.Area.District, ct)
        : await changes.Mark(user.Account.Area.District, place.DisputeId, place.Version, ct) is { } hash && ChangePlace.MarkOf(hash) == place.Mark;

    static ChangePlace Next(ChangePlace place, List<ChangeRow> page) => page is [.., var last]
        ? place with { Number = last.Number, DisputeId = last.DisputeId, Version = last.ChangedVersion, Mark = ChangePlace.MarkOf(last.Hash) }
        : place;

    /// <summary>A pull is one look at many; what goes in full is logged one by one before it is answered.</summary>
    void Log(List<Change> items)
    {
        if (items.Any(item => item.Kind == ChangeKind.Dispute))
            log.Post(new AccessRow
            {
                Id = Guid.CreateVersion7(), At = clock.GetUtcNow(), AccountId = user.Account.Id, OrganisationId = user.Account.OrganisationId, Kind = "Read",
                DistrictCode = user.Account.Area.District.Value, Detail = $"changes: {items.Count} disputes",
            });
    }
}
