using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Registry;

namespace Mediation.Core.Data;

/// <summary>The mediator registry; workloads are counted from the open disputes, never typed in.</summary>
[Scoped]
public sealed class MediatorStore(DbSession db, ReferenceCache cache)
{
    const string Registered =
        """
        select mediator.id, mediator.body, mediator.version, mediator.area_code, organisation.name as organisation_name,
            (select count(*) from dispute where dispute.host_id = mediator.id and dispute.closed_at is null) as open_cases
        from mediator
        join organisation on organisation.id = mediator.organisation_id
        """;

    public async Task<(Mediator Mediator, int Version)?> Find(Guid id, CancellationToken ct = default) =>
        await db.Find<Row>("select body, version, 0 as open_cases from mediator where id = @id", new { id }, ct) is { } row ? (row.ToMediator(), row.Version) : null;

    /// <summary>A mediator with organisation, area and workload.</summary>
    public Task<RegisteredMediator?> Read(Guid id, CancellationToken ct = default) =>
        db.Find<RegisteredMediator>($"{Registered} where mediator.id = @id", new { id }, ct);

    /// <summary>Loads for a change: on PostgreSQL two commands on one mediator take turns; in the lane they do anyway.</summary>
    public Task<RegisteredMediator?> ReadForChange(Guid id) =>
        db.Find<RegisteredMediator>($"{Registered} where mediator.id = @id {(db.IsSqlite ? "" : "for update of mediator")}", new { id });

    /// <summary>Those under an area whose name holds the text, by area and id; of one organisation alone when it is named.</summary>
    public Task<IReadOnlyList<RegisteredMediator>> Under(
        AreaCode under, Guid? organisationId, string? name, (AreaCode Area, Guid Id)? after, int take, CancellationToken ct) => db.Query<RegisteredMediator>(
        $"""
        {Registered}
        where mediator.area_code >= @From and mediator.area_code < @To
          and (mediator.area_code > @Area or mediator.area_code = @Area and mediator.id > @Id)
          {(organisationId is null ? "" : "and mediator.organisation_id = @Organisation")}
          {(name is null ? "" : "and lower(mediator.name) like @Name escape '!'")}
        order by mediator.area_code, mediator.id
        limit @Take
        """, new
        {
            From = under.Value, To = under.End.Value, Area = after?.Area.Value ?? 0, Id = after?.Id ?? Guid.Empty, Organisation = organisationId ?? Guid.Empty,
            Name = name is null ? "" : $"%{Literal(name.ToLowerInvariant())}%", Take = take,
        }, ct);

    /// <summary>All of an organisation, for an import that asks who is there already.</summary>
    public Task<IReadOnlyList<RegisteredMediator>> OfOrganisation(Guid organisationId, CancellationToken ct = default) => db.Query<RegisteredMediator>(
        $"{Registered} where mediator.organisation_id = @organisationId order by mediator.id", new { organisationId }, ct);

    public async Task<Mediator?> Get(Guid id, CancellationToken ct = default) => await cache.Get(db, new ById(id), async () => (await Find(id, ct))?.Mediator, ct);

    /// <summary>The mediators of an organisation with their open cases, which are counted now.</summary>
    public async Task<IReadOnlyList<(Mediator Mediator, int OpenCases)>> Of(Guid organisationId, CancellationToken ct = default)
    {
        var people = await cache.Get(db, new OfOffice(organisationId), async () => (await db.Query<Row>(
            "select body, version, 0 as open_cases from mediator where organisation_id = @organisationId order by id", new { organisationId }, ct))
            .Select(row => row.ToMediator()).ToList(), ct);
        if (people.Count == 0)
            return [];
        var open = (await db.Query<DeskRow>(
            """
            select dispute.host_id, count(*) as open_cases
            from mediator
            join dispute on dispute.host_id = mediator.id and dispute.closed_at is null
            where mediator.organisation_id = @organisationId
            group by dispute.host_id
            order by dispute.host_id
            """, new { organisationId }, ct)).ToDictionary(row => row.HostId, row => (int)row.OpenCases);
        return [.. people.Select(mediator => (mediator, open.GetValueOrDefault(mediator.Id)))];
    }

    /// <summary>Ids of the open disputes that a mediator hosts.</summary>
    public Task<IReadOnlyList<Guid>> OpenDisputes(Guid mediatorId, CancellationToken ct = default) =>
        db.Query<Guid>("select id from dispute where host_id = @mediatorId and closed_at is null order by id", new { mediatorId }, ct);

    /// <summary>Writes the version after the one that was loaded; false when another command wrote it first.</summary>
    public async Task<bool> Save(Mediator mediator, AreaCode area, int version) => await db.Execute(
        """
        insert into mediator (id, organisation_id, district_code, area_code, name, status, body, version)
        values (@Id, @OrganisationId, @district, @area, @Name, @status, @body, @version)
        on conflict (id) do update set organisation_id = excluded.organisation_id, district_code = excluded.district_code,
            area_code = excluded.area_code, name = excluded.name, status = excluded.status, body = excluded.body, version = excluded.version
        where mediator.version = excluded.version - 1
        """, new
        {
            mediator.Id, mediator.OrganisationId, district = area.District.Value, area = area.Value, mediator.Name, status = mediator.Status.ToString(),
            body = StorageJson.Write(mediator), version,
        }) == 1;

    /// <summary>The same content, lists included, which records compare by reference only.</summary>
    public static bool Same(Mediator one, Mediator other) => StorageJson.Write(one) == StorageJson.Write(other);

    static string Literal(string text) =>
        text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);

    sealed record ById(Guid Id);

    sealed record OfOffice(Guid OrganisationId);

    sealed record DeskRow
    {
        public required Guid HostId { get; init; }

        public required long OpenCases { get; init; }
    }

    sealed record Row
    {
        public required string Body { get; init; }

        public required int Version { get; init; }

        public long OpenCases { get; init; }

        public Mediator ToMediator() => StorageJson.Read<Mediator>(Body);
    }
}

/// <summary>A row of the registry: the mediator with organisation, area and the open cases on the desk.</summary>
public sealed record RegisteredMediator
{
    public required Guid Id { get; init; }

    public required string Body { get; init; }

    public required int Version { get; init; }

    public required long AreaCode { get; init; }

    public required string OrganisationName { get; init; }

    public required long OpenCases { get; init; }

    public AreaCode Area => new(AreaCode);

    public Mediator Mediator => field ??= StorageJson.Read<Mediator>(Body);
}
