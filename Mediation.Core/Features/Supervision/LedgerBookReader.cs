using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Supervision;

/// <summary>Which matters of the ledger are asked for; for a file those that were registered until its cut-off.</summary>
sealed record BookFilter(AreaCode? Under, RiskLevel? Level, DisputeType? Type, bool Cleared, DateTimeOffset? RegisteredBy = null);

/// <summary>Rows of a book, on the screen or masked for a file that leaves the house.</summary>
[Scoped]
sealed class LedgerBookReader(DbSession db, OrganisationStore organisations, AreaStore areas)
{
    const string Registered =
        """
        exists (
                    select 1 from journal
                    where journal.district_code = dispute.district_code and journal.dispute_id = dispute.id and journal.sequence = 1 and journal.server_time <= @RegisteredBy)
        """;

    public async Task<int> Count(BookFilter filter, Account viewer, CancellationToken ct)
    {
        var scope = OversightScope.Of(viewer, filter.Under) ?? throw new NotFoundException("The area");
        return (int)await db.Find<long>(
            $"""
            select count(*)
            from oversight
            join dispute on dispute.district_code = oversight.district_code and dispute.id = oversight.dispute_id
            where {Filters(scope, filter)}
            """, new { scope.First, scope.End, scope.Own, Level = filter.Level?.ToString(), Type = filter.Type?.ToString(), filter.RegisteredBy }, ct);
    }

    public async Task<IReadOnlyList<(long Since, LedgerBookRow Row)>> Rows(
        LedgerBook book, BookFilter filter, (long Since, Guid Id)? after, int take, bool masked, Account viewer, CancellationToken ct)
    {
        var scope = OversightScope.Of(viewer, filter.Under) ?? throw new NotFoundException("The area");
        var rows = await db.Query<Row>(
            $"""
            select oversight.since_day, dispute_file.body
            from oversight
            join dispute on dispute.district_code = oversight.district_code and dispute.id = oversight.dispute_id
            join dispute_file on dispute_file.district_code = oversight.district_code and dispute_file.id = oversight.dispute_id
            where {Filters(scope, filter)}
                {(after is null ? "" : "and (oversight.since_day > @PlaceSince or oversight.since_day = @PlaceSince and oversight.dispute_id > @PlaceId)")}
            order by oversight.since_day, oversight.dispute_id
            limit @Take
            """, new
            {
                scope.First, scope.End, scope.Own, Level = filter.Level?.ToString(), Type = filter.Type?.ToString(), PlaceSince = after?.Since ?? 0,
                PlaceId = after?.Id ?? Guid.Empty, filter.RegisteredBy, Take = take,
            }, ct);
        var labels = StorageJson.Read<Dictionary<string, Dictionary<string, Label>>>((await ReferenceData.Text(db, ReferenceKind.Labels, ct))!);
        var (names, places) = (new Dictionary<Guid, string>(), new Dictionary<AreaCode, string>());
        var found = new List<(long, LedgerBookRow)>();
        foreach (var row in rows)
        {
            var file = StorageJson.Read<DisputeFile>(row.Body);
            foreach (var id in new[] { file.ResponsibleId, file.HolderId }.Where(id => !names.ContainsKey(id)))
                names[id] = (await organisations.Get(id, ct))?.Name ?? "";
            if (!places.ContainsKey(file.Area))
                places[file.Area] = (await areas.Find(file.Area, ct))?.Name ?? "";
            var sight = new DisputeSight(file, viewer);
            var told = new LedgerNames(places[file.Area], (masked ? sight.Hint : sight.Subject) ?? "", names[file.ResponsibleId], names[file.HolderId]);
            found.Add((row.SinceDay, new LedgerBookRow(file.Id, LedgerBooks.Cells(book, file, told, (list, word) => labels.GetValueOrDefault(list)?.GetValueOrDefault(word)?.Zh))));
        }
        return found;
    }

    static string Filters(OversightScope scope, BookFilter filter) => string.Join(" and ", ((string?[])[
        scope.Rows, filter.Cleared ? "oversight.cleared_on is not null" : "oversight.on_ledger = 1", filter.Level is null ? null : "dispute.level = @Level",
        filter.Type is null ? null : "dispute.type = @Type", filter.RegisteredBy is null ? null : Registered,
    ]).OfType<string>());

    sealed record Label(string Zh);

    sealed record Row
    {
        public required long SinceDay { get; init; }
        public required string Body { get; init; }
    }
}
