using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Registry;

namespace Mediation.Core.Data;

/// <summary>Committees and centres, and the look-ups that routing and handovers need.</summary>
[Scoped]
public sealed class OrganisationStore(DbSession db, ReferenceCache cache)
{
    public async Task<(Organisation Organisation, int Version)?> Find(Guid id, CancellationToken ct = default) =>
        await db.Find<Row>("select body, version from organisation where id = @id", new { id }, ct) is { } row ? (row.ToOrganisation(), row.Version) : null;

    /// <summary>Loads for a change: on PostgreSQL two commands on one organisation take turns; in the lane they do anyway.</summary>
    public async Task<(Organisation Organisation, int Version)?> FindForChange(Guid id) => await db.Find<Row>(
        $"select body, version from organisation where id = @id {(db.IsSqlite ? "" : "for update")}", new { id }) is { } row ? (row.ToOrganisation(), row.Version) : null;

    public async Task<Organisation?> Get(Guid id, CancellationToken ct = default) =>
        await cache.Get(db, new ById(id), async () => (await Find(id, ct))?.Organisation, ct);

    /// <summary>The viewer's own organisation, or one of the area that the viewer's answers for; null for any other.</summary>
    public async Task<Organisation?> OfViewer(Guid id, Account viewer, CancellationToken ct) =>
        await Get(id, ct) is { } organisation && (id == viewer.OrganisationId || viewer.SeesArea && viewer.Area.Holds(organisation.Area)) ? organisation : null;

    /// <summary>The committees and centres whose area is exactly this one.</summary>
    public async Task<IReadOnlyList<Organisation>> Of(AreaCode area, CancellationToken ct = default) => await cache.Get(db, new OfArea(area), async () =>
        Organisations(await db.Query<Row>("select body, version from organisation where area_code = @area order by kind, id", new { area = area.Value }, ct)), ct);

    public async Task<IReadOnlyList<Organisation>> Sectors(AreaCode district, CancellationToken ct = default) => await cache.Get(db, new SectorsOf(district), async () => Organisations(await db.Query<Row>(
        "select body, version from organisation where area_code = @area and kind = 'SectorCommittee' order by id", new { area = district.Value }, ct)), ct);

    /// <summary>All whose area lies within this one.</summary>
    public async Task<IReadOnlyList<Organisation>> Within(AreaCode area, CancellationToken ct = default) => Organisations(await db.Query<Row>(
        "select body, version from organisation where area_code >= @From and area_code < @To order by area_code, id",
        new { From = area.Value, To = area.End.Value }, ct));

    /// <summary>The governance centre of a tier for a place; null where there is none.</summary>
    public async Task<Organisation?> Centre(AreaCode place, Tier tier, CancellationToken ct = default) =>
        (await Of(AreaAt(place, tier), ct)).FirstOrDefault(o => o.Kind == OrganisationKind.GovernanceCenter && o.DissolvedOn is null);

    /// <summary>The committee of a place at a tier, which at the district is a sector's.</summary>
    public async Task<Organisation?> Committee(AreaCode place, Tier tier, DisputeType type, CancellationToken ct = default) => tier == Tier.District
        ? await Sector(place, type, ct)
        : (await Of(AreaAt(place, tier), ct)).FirstOrDefault(o => o.Kind is not (OrganisationKind.GovernanceCenter or OrganisationKind.EnterpriseCommittee)
            && o.DissolvedOn is null);

    public async Task<Organisation?> Sector(AreaCode place, DisputeType type, CancellationToken ct = default) =>
        (await Sectors(place.District, ct)).FirstOrDefault(o => o.Types.Contains(type) && o.DissolvedOn is null);

    public async Task<bool> ShortNameTaken(Organisation organisation) => await db.Find<long?>(
        "select 1 from organisation where district_code = @district and short_name = @ShortName and id <> @Id",
        new { district = organisation.Area.District.Value, organisation.ShortName, organisation.Id }) is not null;

    /// <summary>Those within an area that this viewer's area holds or lies in, by area and id.</summary>
    public async Task<IReadOnlyList<(Organisation Organisation, int Version)>> Seen(
        AreaCode own, AreaCode under, OrganisationKind? kind, (AreaCode Area, Guid Id)? after, int take, CancellationToken ct) => [..
        (await db.Query<Row>(
            $"""
            select body, version
            from organisation
            where area_code >= @From and area_code < @To
              and (area_code >= @OwnFrom and area_code < @OwnTo or area_code in (@Town, @District, @City, @Province))
              and (area_code > @Area or area_code = @Area and id > @Id)
              {(kind is null ? "" : "and kind = @Kind")}
            order by area_code, id
            limit @Take
            """, new
            {
                From = under.Value, To = under.End.Value, OwnFrom = own.Value, OwnTo = own.End.Value, Town = own.Town.Value, District = own.District.Value,
                City = own.City.Value, Province = own.Province.Value, Area = after?.Area.Value ?? 0, Id = after?.Id ?? Guid.Empty,
                Kind = kind?.ToString(), Take = take,
            }, ct)).Select(row => (row.ToOrganisation(), row.Version))];

    /// <summary>Writes the version after the one that was loaded; false when another command wrote it first. Its mediators follow it to a new area.</summary>
    public async Task<bool> Save(Organisation organisation, int version)
    {
        var written = await db.Execute(
            """
            insert into organisation (id, district_code, area_code, kind, tier, name, short_name, body, version)
            values (@Id, @district, @area, @kind, @tier, @Name, @ShortName, @body, @version)
            on conflict (id) do update set area_code = excluded.area_code, kind = excluded.kind, tier = excluded.tier, name = excluded.name,
                short_name = excluded.short_name, body = excluded.body, version = excluded.version
            where organisation.version = excluded.version - 1
            """, new
            {
                organisation.Id, district = organisation.Area.District.Value, area = organisation.Area.Value, kind = organisation.Kind.ToString(),
                tier = organisation.Tier.ToString(), organisation.Name, organisation.ShortName, body = StorageJson.Write(organisation), version,
            }) == 1;
        if (written && version > 1)
        {
            await db.Execute("update mediator set area_code = @area where organisation_id = @Id", new { organisation.Id, area = organisation.Area.Value });
            await InvolvementStore.Follow(db, organisation.Id);
        }
        return written;
    }

    public async Task<bool> KnowsArea(AreaCode area) => await db.Find<long?>("select 1 from area where code = @area", new { area = area.Value }) is not null;

    /// <summary>The same content, lists included, which records compare by reference only.</summary>
    public static bool Same(Organisation one, Organisation other) => StorageJson.Write(one) == StorageJson.Write(other);

    static AreaCode AreaAt(AreaCode place, Tier tier) => tier switch
    {
        Tier.Village => place,
        Tier.Town => place.Level == AreaLevel.District ? place : place.Town,
        Tier.District => place.District,
    };

    static IReadOnlyList<Organisation> Organisations(IEnumerable<Row> rows) => [.. rows.Select(row => row.ToOrganisation())];

    sealed record ById(Guid Id);

    sealed record OfArea(AreaCode Area);

    sealed record SectorsOf(AreaCode District);

    sealed record Row
    {
        public required string Body { get; init; }

        public required int Version { get; init; }

        public Organisation ToOrganisation() => StorageJson.Read<Organisation>(Body);
    }
}
