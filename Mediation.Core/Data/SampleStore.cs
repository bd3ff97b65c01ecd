using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Data;

/// <summary>What reviewers drew; a draw belongs to the reviewer's office.</summary>
[Scoped]
public sealed class SampleStore(DbSession db, RowHomes homes)
{
    const string Kind = "dossier_sample";

    const string Columns = "id, account_id, organisation_id, under_code, from_date, to_date, asked, candidates, seed, drawn_at";

    /// <summary>Dossiers that were archived in an area within these days, in an order that never changes.</summary>
    public Task<IReadOnlyList<DrawnDossier>> Archived(AreaCode under, DateOnly from, DateOnly to) => db.Query<DrawnDossier>(
        """
        select dossier_archive.dispute_id, dossier_archive.case_id
        from dossier_archive
        join dispute on dispute.district_code = dossier_archive.district_code and dispute.id = dossier_archive.dispute_id
        where dossier_archive.district_code = @District and dossier_archive.archived_on >= @from and dossier_archive.archived_on <= @to
            and dispute.area_code >= @First and dispute.area_code < @End
        order by dossier_archive.dispute_id, dossier_archive.case_id
        """, new { District = under.District.Value, from, to, First = under.Value, End = under.End.Value });

    public async Task Add(long district, SampleRow sample, IReadOnlyList<DrawnDossier> drawn)
    {
        await homes.Add(Kind, sample.Id, district);
        await db.Execute(
            $"""
            insert into dossier_sample (district_code, {Columns})
            values (@district, @Id, @AccountId, @OrganisationId, @UnderCode, @FromDate, @ToDate, @Asked, @Candidates, @Seed, @DrawnAt)
            """, new
            {
                district, sample.Id, sample.AccountId, sample.OrganisationId, sample.UnderCode, sample.FromDate, sample.ToDate, sample.Asked, sample.Candidates,
                sample.Seed, sample.DrawnAt,
            });
        for (var place = 0; place < drawn.Count; place++)
            await db.Execute(
                "insert into dossier_sample_item (district_code, sample_id, place, dispute_id, case_id) values (@district, @Id, @Place, @DisputeId, @CaseId)",
                new { district, sample.Id, Place = place + 1, drawn[place].DisputeId, drawn[place].CaseId });
    }

    public async Task<SampleRow?> Find(Guid id, Guid organisationId, CancellationToken ct = default) => await homes.District(Kind, id, ct) is { } district
        ? await db.Find<SampleRow>(
            $"select {Columns} from dossier_sample where district_code = @district and id = @id and organisation_id = @organisationId",
            new { district, id, organisationId }, ct)
        : null;

    /// <summary>Newest first: ids follow the clients' clocks, so the time of drawing comes before them.</summary>
    public Task<IReadOnlyList<SampleRow>> Of(Guid organisationId, DateTimeOffset before, Guid beforeId, int take, CancellationToken ct) => db.Query<SampleRow>(
        $"""
        select {Columns}
        from dossier_sample
        where organisation_id = @organisationId and (drawn_at < @before or drawn_at = @before and id < @beforeId)
        order by drawn_at desc, id desc
        limit @take
        """, new { organisationId, before, beforeId, take }, ct);

    public async Task<IReadOnlyList<DrawnDossier>> Items(Guid sampleId, CancellationToken ct = default) => await homes.District(Kind, sampleId, ct) is { } district
        ? await db.Query<DrawnDossier>(
            "select dispute_id, case_id from dossier_sample_item where district_code = @district and sample_id = @sampleId order by place",
            new { district, sampleId }, ct)
        : [];

    /// <summary>The cases of a dispute that this office drew; what was not drawn is not there for it. A draw lies in the district of its disputes.</summary>
    public Task<IReadOnlyList<Guid>> Drawn(Guid organisationId, long district, Guid disputeId, CancellationToken ct = default) => db.Query<Guid>(
        """
        select distinct dossier_sample_item.case_id
        from dossier_sample_item
        join dossier_sample on dossier_sample.district_code = dossier_sample_item.district_code and dossier_sample.id = dossier_sample_item.sample_id
        where dossier_sample_item.district_code = @district and dossier_sample_item.dispute_id = @disputeId
            and dossier_sample.organisation_id = @organisationId
        order by dossier_sample_item.case_id
        """, new { organisationId, district, disputeId }, ct);
}

public sealed record DrawnDossier
{
    public required Guid DisputeId { get; init; }

    public required Guid CaseId { get; init; }
}

public sealed record SampleRow
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required long UnderCode { get; init; }
    public required DateOnly FromDate { get; init; }
    public required DateOnly ToDate { get; init; }

    /// <summary>How many were asked for.</summary>
    public required int Asked { get; init; }

    /// <summary>How many there were to draw from.</summary>
    public required int Candidates { get; init; }
    public required int Seed { get; init; }
    public required DateTimeOffset DrawnAt { get; init; }
}
