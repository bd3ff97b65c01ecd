namespace Mediation.Core.Data;

/// <summary>The schema as the database itself tells it.</summary>
[Scoped]
public sealed class SchemaReader(DbSession db, IDatabase database)
{
    const string SqliteParts = "select type as kind, name, case when type = 'table' then '' else tbl_name end as on_table from sqlite_master where type in ('table', 'index', 'trigger')";

    // A trigger that is switched off guards nothing.
    const string PostgresParts =
        """
        select 'table' as kind, cast(relname as text) as name, '' as on_table from pg_class
        where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
        union all
        select 'index', cast(named.relname as text), cast(pg_class.relname as text) from pg_index
        join pg_class named on named.oid = indexrelid join pg_class on pg_class.oid = indrelid
        where named.relnamespace = current_schema()::regnamespace and indisvalid
        union all
        select 'trigger', cast(tgname as text), cast(relname as text) from pg_trigger join pg_class on pg_class.oid = tgrelid
        where relnamespace = current_schema()::regnamespace and tgenabled in ('O', 'A')
        """;

    internal IReadOnlyList<string> Migrations => Data.Migrations.Names(database.Engine);

    internal IReadOnlyCollection<SchemaPart> Expected => ExpectedSchema.Of(database.Engine);

    public Task<IReadOnlyList<string>> Ran(CancellationToken ct) => db.Query<string>("select scriptname from schemaversions order by scriptname", ct: ct);

    internal async Task<IReadOnlyList<SchemaPart>> Parts(CancellationToken ct) =>
        [.. (await db.Query<PartRow>(db.IsSqlite ? SqliteParts : PostgresParts, ct: ct)).Select(row => new SchemaPart(row.Kind, row.Name, row.OnTable))];

    /// <summary>What SQLite finds wrong in its own file; a server looks after its pages itself.</summary>
    public async Task<IReadOnlyList<string>> Damage(CancellationToken ct) => db.IsSqlite
        ? [.. (await db.Query<string>($"pragma quick_check({CheckOutcome.Shown})", ct: ct)).Where(line => line != "ok")]
        : [];

    sealed record PartRow
    {
        public required string Kind { get; init; }
        public required string Name { get; init; }
        public required string OnTable { get; init; }
    }
}
