using Dapper;
using Npgsql;

namespace Mediation.Core.Data.Backup;

/// <summary>
/// Copies an installation from SQLite to PostgreSQL, beside the place where it is wanted. How far it is stands beside it too, in tables that go when it is
/// whole: ended at any moment, it goes on where it was, unless somebody wrote to the source meanwhile; then it begins anew.
/// </summary>
public sealed class EngineCopy : IDisposable
{
    readonly SqliteHold source;
    readonly PostgresStaging staging;

    EngineCopy(SqliteHold source, PostgresStaging staging) => (this.source, this.staging) = (source, staging);

    public string ConnectionString => staging.ConnectionString;

    /// <summary>Of what an earlier run had copied.</summary>
    public long Resumed { get; private set; }

    /// <summary>It was copied, verified and switched to before.</summary>
    public bool IsDone { get; private set; }

    public static async Task<EngineCopy> Begin(string from, string to, CancellationToken ct)
    {
        TypeHandlers.Register();
        if (Engines.IsPostgres(from) || !Engines.IsPostgres(to))
            throw new RefusedException("It leads from SQLite (Data Source=...) to PostgreSQL (Host=...).");
        var copy = new EngineCopy(SqliteHold.Take(from), new PostgresStaging(to));
        if (copy.source.Connection.Query<string>("select scriptname from schemaversions order by scriptname").Except(Migrations.Names(SqliteDatabase.Name)).Any()
            || Migrations.Names(SqliteDatabase.Name).Except(copy.source.Connection.Query<string>("select scriptname from schemaversions")).Any())
            throw new RefusedException("The source's schema is not that of this program; run the verb migrate on it first.");
        copy.IsDone = await copy.IsThere(ct);
        if (!copy.IsDone && !await copy.Resume(ct))
            await copy.BeginAnew(ct);
        return copy;
    }

    /// <summary>Every table; then every table is counted on both sides.</summary>
    public async Task Copy(TellProgress tell, CancellationToken ct)
    {
        await using var connection = await staging.Open(ct);
        var tables = (await connection.QueryAsync<(string Name, long Rows, bool Done)>("select name, rows, done from engine_copy_table order by name")).AsList();
        var counts = tables.ToDictionary(table => table.Name, table => source.Connection.ExecuteScalar<long>($"select count(*) from {table.Name}"));
        var (copied, total) = (tables.Sum(table => table.Rows), counts.Values.Sum());
        foreach (var (name, rows, _) in tables.Where(table => !table.Done))
            await new TableCopy(source.Connection, connection, name).Run(rows, more => tell("rows", copied += more, total), ct);
        tell("rows", copied, total);
        await connection.ExecuteAsync("analyze");
        foreach (var (name, count) in counts)
            if (await connection.ExecuteScalarAsync<long>($"select count(*) from {name}") is var there && there != count)
                throw new InvalidDataException($"{name} has {count} rows in the source and {there} in the copy. Drop the schema mediation_beside and begin anew.");
    }

    /// <summary>The digests of the files that the source names.</summary>
    public IReadOnlyList<string> Contents() => [.. source.Connection.Query<string>("select distinct sha256 from content_use order by sha256")];

    public Task Switch(CancellationToken ct) => staging.Switch("drop table engine_copy, engine_copy_table;", ct);

    public void Dispose() => source.Dispose();

    /// <summary>Whether the place holds this very installation; any other is refused.</summary>
    async Task<bool> IsThere(CancellationToken ct)
    {
        await using var connection = await staging.Open(ct, schema: "public");
        if (await connection.ExecuteScalarAsync<bool>("select to_regclass('public.secret') is not null")
            && await connection.ExecuteScalarAsync<string>("select value from secret where name = 'attachments'") is { } known
            && known == await source.Connection.ExecuteScalarAsync<string>("select value from secret where name = 'attachments'"))
            return true;
        await staging.RequireEmpty(ct);
        return false;
    }

    async Task<bool> Resume(CancellationToken ct)
    {
        if (!await staging.IsThere(ct))
            return false;
        await using var connection = await staging.Open(ct);
        if (!await connection.ExecuteScalarAsync<bool>("select to_regclass('engine_copy') is not null")
            || await connection.ExecuteScalarAsync<string>("select fingerprint from engine_copy") != source.Fingerprint)
            return false;
        Resumed = await connection.ExecuteScalarAsync<long>("select coalesce(sum(rows), 0)::bigint from engine_copy_table");
        return true;
    }

    /// <summary>That it has begun is written last: a schema without it is thrown away.</summary>
    async Task BeginAnew(CancellationToken ct)
    {
        await staging.Clear(ct);
        await staging.Create(null, ct);
        await using var connection = await staging.Open(ct);
        var names = await Names(connection);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        // What a migration put into the empty schema comes with the data.
        foreach (var name in names)
            if (await connection.ExecuteScalarAsync<long?>($"select 1 from {name} limit 1") is not null)
                await connection.ExecuteAsync($"delete from {name}");
        await connection.ExecuteAsync(
            """
            create table engine_copy (fingerprint text not null);
            create table engine_copy_table (name text not null primary key, rows bigint not null, done boolean not null);
            insert into engine_copy (fingerprint) values (@Fingerprint);
            """, new { source.Fingerprint });
        await connection.ExecuteAsync("insert into engine_copy_table (name, rows, done) values (@name, 0, false)", names.Select(name => new { name }));
        await transaction.CommitAsync(ct);
    }

    async Task<IReadOnlyList<string>> Names(NpgsqlConnection connection)
    {
        var there = await PostgresTables.Names(connection);
        var here = await source.Connection.QueryAsync<string>(
            "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'search_index%' and lower(name) <> 'schemaversions'");
        return here.FirstOrDefault(name => !there.Contains(name)) is { } lost ? throw new InvalidDataException($"The table {lost} has no place on PostgreSQL.")
            : [.. here.Order(StringComparer.Ordinal)];
    }
}
