using System.Text.Json.Serialization;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Parties;

namespace Mediation.Core.Data;

/// <summary>A page of rows in a scope, by one filter and one order, shown to one person.</summary>
[Scoped]
public sealed partial class LedgerReader(DbSession db, OrganisationStore organisations, TimeProvider clock)
{
    /// <summary>`filter`, `after` and `order` are constants of the callers; values come as parameters.</summary>
    public async Task<IReadOnlyList<LedgerItem>> Page(LedgerScope scope, string filter, string after, string order, object parameters, Account viewer, CancellationToken ct) =>
        [.. (await Rows(scope, filter, after, order, parameters, viewer, masked: false, ct)).Select(row => row.Item)];

    /// <summary>The same for a file that leaves the house: names are masked, and each row says when the matter last changed.</summary>
    public Task<IReadOnlyList<(LedgerItem Item, DateTimeOffset ChangedAt)>> Masked(
        LedgerScope scope, string filter, string after, string order, object parameters, Account viewer, CancellationToken ct) =>
        Rows(scope, filter, after, order, parameters, viewer, masked: true, ct);

    public async Task<int> Count(LedgerScope scope, string filter, object parameters, CancellationToken ct) => (int)await db.Find<long>(
        $"""
        select count(*)
        from (
            select dispute.id from dispute where {scope.Area} and {filter}
            union
            select dispute.id
            from involvement
            join dispute on dispute.district_code = involvement.district_code and dispute.id = involvement.dispute_id
            where {scope.Concerned} and {filter}
        ) as both_sides
        """, parameters, ct);

    async Task<IReadOnlyList<(LedgerItem Item, DateTimeOffset ChangedAt)>> Rows(
        LedgerScope scope, string filter, string after, string order, object parameters, Account viewer, bool masked, CancellationToken ct)
    {
        var heads = await Heads(scope, order, ct);
        var rows = await db.Query<PageRow>(order == NewestFound ? Searched(heads, scope, filter, db.IsSqlite, masked) : Listed(heads, scope, filter, after, order, masked), parameters, ct);
        var today = Shanghai.DateOf(clock.GetUtcNow());
        var names = new Dictionary<Guid, OrganisationRef>();
        var items = new List<(LedgerItem, DateTimeOffset)>();
        foreach (var row in rows)
            items.Add((await Item(row, viewer, today, names, ct, masked), row.ChangedAt));
        return items;
    }

    /// <summary>The disputes of a list that is kept elsewhere; `keys` selects district_code, dispute_id and place, in the order of place and id.</summary>
    public async Task<IReadOnlyList<(long Place, LedgerItem Item)>> Listed(string keys, object parameters, Account viewer, CancellationToken ct)
    {
        var rows = await db.Query<PageRow>(
            $"""
            with listed as ({keys})
            select dispute.id, dispute.holder_id, dispute.host_id, dispute.waiting, dispute.returned, dispute.received_at, dispute.due_on, dispute.late_on,
                dispute.version, dispute_file.body, listed.place
            from listed
            join dispute on dispute.district_code = listed.district_code and dispute.id = listed.dispute_id
            join dispute_file on dispute_file.district_code = listed.district_code and dispute_file.id = listed.dispute_id
            order by listed.place, listed.dispute_id
            """, parameters, ct);
        var today = Shanghai.DateOf(clock.GetUtcNow());
        var names = new Dictionary<Guid, OrganisationRef>();
        var items = new List<(long, LedgerItem)>();
        foreach (var row in rows)
            items.Add((row.Place, await Item(row, viewer, today, names, ct)));
        return items;
    }

    /// <summary>One dispute as a list shows it; null when it is not there. Whoever asks has checked that it is within scope.</summary>
    public async Task<LedgerItem?> Find(Guid id, Account viewer, CancellationToken ct) => await Listed(
        "select dispute_home.district_code, dispute_home.id as dispute_id, 0 as place from dispute_home where dispute_home.id = @id", new { id }, viewer, ct) is [var found]
            ? found.Item
            : null;

    async Task<LedgerItem> Item(PageRow row, Account viewer, DateOnly today, Dictionary<Guid, OrganisationRef> names, CancellationToken ct, bool masked = false)
    {
        var file = StorageJson.Read<DisputeFile>(row.Body);
        var sight = new DisputeSight(file, viewer);
        return new LedgerItem
        {
            Id = file.Id, Number = row.Number, Version = row.Version, Status = file.Status, Tier = file.Tier, Type = file.Type, RiskLevel = file.Level, AreaCode = file.Area,
            Subject = masked ? sight.Hint is { } hint ? Masking.FreeText(hint) : null : sight.Subject, ReceivedAt = file.ReceivedAt, OccurredOn = file.OccurredOn, PeopleInvolved = file.PeopleInvolved, Amount = file.Amount,
            Responsible = await Name(file.ResponsibleId, names, ct), Holder = await Name(file.HolderId, names, ct), HostId = row.HostId,
            Parties = [.. file.Parties.Where(p => p.IsPresent).Select(p => sight.Party(p, today)).Select(p =>
                new LedgerParty(p.Side, !masked ? p.Name ?? p.Description : p.Name is { } name ? Masking.Name(name) : null))],
            DueOn = row.DueOn, Late = file.ClosedOn is null && row.DueOn < today, LateSince = row.LateOn, ClosedOn = file.ClosedOn,
            PendingHandoverId = file.Handovers.LastOrDefault(h => h.State == HandoverState.Pending)?.Id,
            Flags = file.ClosedOn is null ? [.. Flags(file, row, today)] : [],
        };
    }

    static IEnumerable<TriageFlag> Flags(DisputeFile file, PageRow row, DateOnly today)
    {
        if (row.Waiting == 1)
            yield return TriageFlag.Waiting;
        if (row.DueOn < today)
            yield return TriageFlag.Late;
        if (file.Level == RiskLevel.Red)
            yield return TriageFlag.Red;
        if (row is { HostId: null, Waiting: 0 })
            yield return TriageFlag.Unassigned;
        if (row.Returned == 1)
            yield return TriageFlag.Returned;
    }

    async Task<OrganisationRef> Name(Guid id, Dictionary<Guid, OrganisationRef> known, CancellationToken ct)
    {
        if (known.TryGetValue(id, out var name))
            return name;
        var organisation = await organisations.Get(id, ct);
        return known[id] = new OrganisationRef(id, organisation?.Name ?? "", organisation?.Tier ?? Tier.Village);
    }

    sealed record PageRow
    {
        public required Guid Id { get; init; }
        public required Guid HolderId { get; init; }
        public Guid? HostId { get; init; }
        public required int Waiting { get; init; }
        public required int Returned { get; init; }
        public required DateTimeOffset ReceivedAt { get; init; }
        public required DateOnly DueOn { get; init; }
        public DateOnly? LateOn { get; init; }
        public required int Version { get; init; }
        public required string Body { get; init; }
        public long Place { get; init; }
        public long Number { get; init; }
        public DateTimeOffset ChangedAt { get; init; }
    }
}

/// <summary>A dispute in a list.</summary>
public sealed record LedgerItem
{
    public required Guid Id { get; init; }

    /// <summary>Of its entry in the search index, in a list of what was found.</summary>
    [JsonIgnore]
    public long Number { get; init; }
    public required int Version { get; init; }
    public required DisputeStatus Status { get; init; }
    public required Tier Tier { get; init; }
    public required DisputeType Type { get; init; }
    public required RiskLevel RiskLevel { get; init; }
    public required AreaCode AreaCode { get; init; }
    public string? Subject { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required DateOnly OccurredOn { get; init; }
    public required int PeopleInvolved { get; init; }

    /// <summary>Yuan.</summary>
    public decimal? Amount { get; init; }
    public required OrganisationRef Responsible { get; init; }
    public required OrganisationRef Holder { get; init; }
    public Guid? HostId { get; init; }
    public required IReadOnlyList<LedgerParty> Parties { get; init; }
    public required DateOnly DueOn { get; init; }
    public required bool Late { get; init; }

    /// <summary>The day on which the watch first saw it late.</summary>
    public DateOnly? LateSince { get; init; }
    public DateOnly? ClosedOn { get; init; }

    /// <summary>The handover that waits to be accepted or refused.</summary>
    public Guid? PendingHandoverId { get; init; }
    public required IReadOnlyList<TriageFlag> Flags { get; init; }
}

public sealed record LedgerParty(PartySide Side, string? Name);

/// <summary>Why a matter stands in the centre's queue.</summary>
public enum TriageFlag { Waiting, Late, Red, Unassigned, Returned }
