using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Registry;

namespace Mediation.Core.Data;

/// <summary>The mediator registry; workloads are counted from the open disputes, never typed in.</summary>
[Scoped]
public sealed class MediatorStore(DbSession db)
{
    public async Task<(Mediator Mediator, int Version)?> Find(Guid id, CancellationToken ct = default) =>
        await db.Find<Row>("select body, version, 0 as open_cases from mediator where id = @id", new { id }, ct) is { } row ? (row.ToMediator(), row.Version) : null;

    public async Task<Mediator?> Get(Guid id, CancellationToken ct = default) => (await Find(id, ct))?.Mediator;

    /// <summary>The mediators of an organisation with their open cases.</summary>
    public async Task<IReadOnlyList<(Mediator Mediator, int OpenCases)>> Of(Guid organisationId, CancellationToken ct = default) => [..
        (await db.Query<Row>(
            """
            select mediator.body, mediator.version,
                (select count(*) from dispute where dispute.host_id = mediator.id and dispute.closed_at is null) as open_cases
            from mediator
            where mediator.organisation_id = @organisationId
            order by mediator.id
            """, new { organisationId }, ct)).Select(row => (row.ToMediator(), (int)row.OpenCases))];

    /// <summary>Ids of the open disputes that a mediator hosts.</summary>
    public Task<IReadOnlyList<Guid>> OpenDisputes(Guid mediatorId, CancellationToken ct = default) =>
        db.Query<Guid>("select id from dispute where host_id = @mediatorId and closed_at is null order by id", new { mediatorId }, ct);

    public Task Save(Mediator mediator, AreaCode area, int version) => db.Execute(
        """
        insert into mediator (id, organisation_id, district_code, area_code, name, status, body, version)
        values (@Id, @OrganisationId, @district, @area, @Name, @status, @body, @version)
        on conflict (id) do update set organisation_id = excluded.organisation_id, district_code = excluded.district_code,
            area_code = excluded.area_code, name = excluded.name, status = excluded.status, body = excluded.body, version = excluded.version
        """, new
        {
            mediator.Id, mediator.OrganisationId, district = area.District.Value, area = area.Value, mediator.Name, status = mediator.Status.ToString(),
            body = StorageJson.Write(mediator), version,
        });

    sealed record Row
    {
        public required string Body { get; init; }

        public required int Version { get; init; }

        public long OpenCases { get; init; }

        public Mediator ToMediator() => StorageJson.Read<Mediator>(Body);
    }
}
