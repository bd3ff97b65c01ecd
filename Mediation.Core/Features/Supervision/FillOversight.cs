using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Supervision;

/// <summary>Enters the next disputes that were stored before there were lists of supervision; null when there is nothing left, ever.</summary>
public sealed record FillOversight(long AfterDistrict, Guid AfterId, int Take = 200) : ICommand<FilledOversight>;

/// <summary>How many were looked at, and where the next slice begins.</summary>
public sealed record FilledOversight(int Disputes, (long District, Guid Id)? Next);

sealed class FillOversightHandler(DbSession db, DisputeStore disputes, OversightStore oversight, ReferenceData reference, TimeProvider clock)
    : ICommandHandler<FillOversight, FilledOversight>
{
    const string Sql =
        """
        select dispute_file.district_code, dispute_file.id
        from dispute_file
        where dispute_file.district_code > @AfterDistrict or dispute_file.district_code = @AfterDistrict and dispute_file.id > @AfterId
        order by dispute_file.district_code, dispute_file.id
        limit @Take
        """;

    public async Task<FilledOversight> Handle(FillOversight command, CancellationToken ct)
    {
        if (await ReferenceData.Text(db, ReferenceKind.OversightRows, ct) is not null)
            return new FilledOversight(0, null);
        var rows = await db.Query<Row>(Sql, command, ct);
        foreach (var row in rows)
            // For a change: on PostgreSQL a step may be under way.
            if (await disputes.FindForChange(row.Id) is { } dispute)
                await oversight.Renew(dispute.File);
        if (rows.Count == command.Take)
            return new FilledOversight(rows.Count, (rows[^1].DistrictCode, rows[^1].Id));
        await reference.Store(db, ReferenceKind.OversightRows, "filled", Shanghai.DateOf(clock.GetUtcNow()), "");
        return new FilledOversight(rows.Count, null);
    }

    sealed record Row
    {
        public required long DistrictCode { get; init; }
        public required Guid Id { get; init; }
    }
}
