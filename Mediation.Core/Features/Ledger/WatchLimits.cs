using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Ledger;

/// <summary>
/// The watch's look at the next open rows: every one of them, whoever hosts it. The limit is computed from the journal's own dates,
/// so a note never resets it, and a calendar that arrives late moves it.
/// </summary>
public sealed record FindMovedLimits(long AfterDistrict, Guid AfterId, int Take = 500) : IQuery<MovedLimits>;

/// <summary>What differs from the stored index, and where the next look begins; null behind the last row.</summary>
public sealed record MovedLimits(IReadOnlyList<MovedLimit> Items, int Looked, (long District, Guid Id)? Next);

public sealed record MovedLimit(long District, Guid Id, int Version, DateOnly DueOn, DateOnly? LateOn);

/// <summary>Writes what the watch found; a row that has moved on meanwhile is left to the next look.</summary>
public sealed record SetLimits(IReadOnlyList<MovedLimit> Items) : ICommand<int>;

sealed class FindMovedLimitsHandler(DbSession db, DisputeStore disputes, TimeProvider clock) : IQueryHandler<FindMovedLimits, MovedLimits>
{
    const string Sql =
        """
        select dispute.district_code, dispute.id, dispute.version, dispute.due_on, dispute.late_on, dispute_file.body
        from dispute
        join dispute_file on dispute_file.district_code = dispute.district_code and dispute_file.id = dispute.id
        where dispute.closed_at is null
            and (dispute.district_code > @AfterDistrict or dispute.district_code = @AfterDistrict and dispute.id > @AfterId)
        order by dispute.district_code, dispute.id
        limit @Take
        """;

    public async Task<MovedLimits> Handle(FindMovedLimits query, CancellationToken ct)
    {
        var today = Shanghai.DateOf(clock.GetUtcNow());
        var rows = await db.Query<OpenRow>(Sql, query, ct);
        var moved = new List<MovedLimit>();
        foreach (var row in rows)
        {
            var due = await disputes.DueOn(StorageJson.Read<DisputeFile>(row.Body));
            DateOnly? late = due >= today ? null : row.DueOn == due ? row.LateOn ?? today : today;
            if (due != row.DueOn || late != row.LateOn)
                moved.Add(new MovedLimit(row.DistrictCode, row.Id, row.Version, due, late));
        }
        return new MovedLimits(moved, rows.Count, rows.Count < query.Take ? null : (rows[^1].DistrictCode, rows[^1].Id));
    }

    sealed record OpenRow
    {
        public required long DistrictCode { get; init; }
        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required DateOnly DueOn { get; init; }
        public DateOnly? LateOn { get; init; }
        public required string Body { get; init; }
    }
}

sealed class SetLimitsHandler(DbSession db) : ICommandHandler<SetLimits, int>
{
    public async Task<int> Handle(SetLimits command, CancellationToken ct)
    {
        var set = 0;
        foreach (var item in command.Items)
            set += await db.Execute(
                "update dispute set due_on = @DueOn, late_on = @LateOn where district_code = @District and id = @Id and version = @Version",
                new { item.DueOn, item.LateOn, item.District, item.Id, item.Version }, ct);
        return set;
    }
}
