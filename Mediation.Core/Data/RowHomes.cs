namespace Mediation.Core.Data;

/// <summary>The districts of rows that are asked for by their id alone; `kind` is the name of their table.</summary>
[Scoped]
public sealed class RowHomes(DbSession db)
{
    public Task<long?> District(string kind, Guid id, CancellationToken ct = default) =>
        db.Find<long?>("select district_code from row_home where id = @id and kind = @kind", new { id, kind }, ct);

    public Task Add(string kind, Guid id, long district) => db.Execute(
        "insert into row_home (id, kind, district_code) values (@id, @kind, @district) on conflict do nothing", new { id, kind, district });
}
