using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>Counts the next disputes that were stored before there were report entries; null when there is nothing left, ever.</summary>
public sealed record FillReportEntries(long AfterDistrict, Guid AfterId, int Take = 200) : ICommand<FilledEntries>;

/// <summary>How many were counted, and where the next slice begins.</summary>
public sealed record FilledEntries(int Disputes, (long District, Guid Id)? Next);

sealed class FillReportEntriesHandler(
    DbSession db, DisputeStore disputes, ReportEntryStore entries, ReferenceData reference, TimeProvider clock) : ICommandHandler<FillReportEntries, FilledEntries>
{
    const string Sql =
        """
        select dispute_file.district_code, dispute_file.id
        from dispute_file
        where dispute_file.district_code > @AfterDistrict or dispute_file.district_code = @AfterDistrict and dispute_file.id > @AfterId
        order by dispute_file.district_code, dispute_file.id
        limit @Take
        """;

    public async Task<FilledEntries> Handle(FillReportEntries command, CancellationToken ct)
    {
        if (await ReferenceData.Text(db, ReferenceKind.ReportEntries, ct) is not null)
            return new FilledEntries(0, null);
        var rows = await db.Query<Row>(Sql, command, ct);
        foreach (var row in rows)
            // For a change: on PostgreSQL a step may be under way.
            if (await disputes.FindForChange(row.Id) is { } dispute)
                await entries.Renew(dispute.File);
        if (rows.Count == command.Take)
            return new FilledEntries(rows.Count, (rows[^1].DistrictCode, rows[^1].Id));
        await reference.Store(db, ReferenceKind.ReportEntries, "filled", Shanghai.DateOf(clock.GetUtcNow()), "");
        return new FilledEntries(rows.Count, null);
    }

    sealed record Row
    {
        public required long DistrictCode { get; init; }
        public required Guid Id { get; init; }
    }
}
