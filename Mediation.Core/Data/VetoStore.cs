using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Assessment;

namespace Mediation.Core.Data;

/// <summary>The register of vetoes.</summary>
[Scoped]
public sealed class VetoStore(DbSession db)
{
    public async Task<VetoFlag?> Find(AreaCode district, Guid id, CancellationToken ct = default) => await db.Find<string>(
        "select body from veto_flag where district_code = @district and id = @id", new { district = district.Value, id }, ct) is { } body ? StorageJson.Read<VetoFlag>(body) : null;

    /// <summary>On PostgreSQL two commands on one flag take turns; in the lane they do anyway.</summary>
    public async Task<VetoFlag?> FindForChange(AreaCode district, Guid id)
    {
        if (!db.IsSqlite)
            await db.Execute("select 1 from veto_flag where district_code = @district and id = @id for update", new { district = district.Value, id });
        return await Find(district, id);
    }

    /// <summary>What happened in an area from one day to another, taken back or not.</summary>
    public async Task<IReadOnlyList<VetoFlag>> Of(AreaCode area, DateOnly from, DateOnly to, CancellationToken ct = default) => [.. (await db.Query<string>(
        """
        select body
        from veto_flag
        where district_code = @district and area_code >= @First and area_code < @End and happened_on >= @from and happened_on <= @to
        order by happened_on, id
        """, new { district = area.District.Value, First = area.Value, End = area.End.Value, from, to }, ct)).Select(StorageJson.Read<VetoFlag>)];

    public Task Add(VetoFlag flag) => db.Execute(
        "insert into veto_flag (district_code, id, area_code, happened_on, body) values (@district, @Id, @area, @HappenedOn, @body)",
        new { district = flag.Area.District.Value, flag.Id, area = flag.Area.Value, flag.HappenedOn, body = StorageJson.Write(flag) });

    public Task Save(VetoFlag flag) => db.Execute(
        "update veto_flag set body = @body where district_code = @district and id = @Id", new { body = StorageJson.Write(flag), district = flag.Area.District.Value, flag.Id });
}
