using Dapper;
using Npgsql;

namespace Mediation.Core.Data.Backup;

/// <summary>A schema beside the one where the tables are wanted; in the end they move in one transaction.</summary>
sealed class PostgresStaging(string connectionString) : Staging
{
    const string Schema = "mediation_beside", Place = "public";

    public override string Engine => PostgresDatabase.Name;

    public override string ConnectionString => new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = Schema }.ConnectionString;

    public async Task<NpgsqlConnection> Open(CancellationToken ct, string? schema = Schema)
    {
        var connection = new NpgsqlConnection(PostgresTables.Patient(connectionString, schema));
        await connection.OpenAsync(ct);
        // The sums that triggers keep are copied like everything else.
        await connection.ExecuteAsync("set mediation.copying = 'on'");
        return connection;
    }

    public override async Task RequireEmpty(CancellationToken ct)
    {
        await using var connection = await Open(ct, Place);
        if (await connection.ExecuteScalarAsync<bool>("select exists (select 1 from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p'))"))
            throw new RefusedException($"The database {connection.Database} has tables; this is done only where nothing is. Make an empty one first.");
    }

    public async Task<bool> IsThere(CancellationToken ct)
    {
        await using var connection = await Open(ct, Place);
        return await connection.ExecuteScalarAsync<bool>($"select exists (select 1 from pg_namespace where nspname = '{Schema}')");
    }

    /// <summary>Table by table: the locks of a thousand partitions in one transaction are more than a server has by default.</summary>
    public override async Task Clear(CancellationToken ct)
    {
        if (!await IsThere(ct))
            return;
        await using var connection = await Open(ct);
        foreach (var name in (await PostgresTables.Names(connection)).Append("schemaversions"))
            await connection.ExecuteAsync($"drop table if exists {name} cascade");
        await connection.ExecuteAsync($"drop schema {Schema} cascade");
    }

    /// <summary>The schema as it was when these migrations had run; what came later runs over the data as it would have then.</summary>
    public async Task Create(IReadOnlyCollection<string>? migrations, CancellationToken ct)
    {
        await using (var connection = await Open(ct, Place))
            await connection.ExecuteAsync($"create schema {Schema}");
        Migrations.Run(DbUp.DeployChanges.To.PostgresqlDatabase(ConnectionString), Engine, migrations);
    }

    public override async Task Load(BackupReader archive, TellProgress tell, CancellationToken ct)
    {
        await Create([.. archive.Manifest.Migrations], ct);
        await using var connection = await Open(ct);
        var done = 0;
        foreach (var table in archive.Manifest.Tables)
        {
            tell("tables", done++, archive.Manifest.Tables.Count);
            // What a migration put into the empty schema comes with the data.
            if (await connection.ExecuteScalarAsync<long?>($"select 1 from {table.Name} limit 1") is not null)
                await connection.ExecuteAsync($"delete from {table.Name}");
            await using (var rows = await archive.Open(PostgresSnapshot.EntryOf(table.Name), content: false, ct))
            await using (var copy = await connection.BeginRawBinaryCopyAsync($"copy {table.Name} ({string.Join(", ", table.Columns)}) from stdin (format binary)", ct))
                await rows.CopyToAsync(copy, ct);
            await PostgresTables.SetCounters(connection, table.Name, await PostgresTables.Columns(connection, table.Name));
        }
        tell("tables", done, archive.Manifest.Tables.Count);
        await connection.ExecuteAsync("analyze");
    }

    public override Task Switch(CancellationToken ct) => Switch("", ct);

    /// <summary>What is said first happens in the same transaction.</summary>
    public async Task Switch(string first, CancellationToken ct)
    {
        await using var connection = await Open(ct, Place);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(
            $"""
            set local search_path = {Schema};
            {first}
            set local search_path = {Place};
            do $$
            declare
                it record;
            begin
                for it in select oid::regclass as name from pg_class where relnamespace = '{Schema}'::regnamespace and relkind in ('r', 'p', 'v', 'm') loop
                    execute format('alter table %s set schema {Place}', it.name);
                end loop;
                for it in select oid::regclass as name from pg_class where relnamespace = '{Schema}'::regnamespace and relkind = 'S' loop
                    execute format('alter sequence %s set schema {Place}', it.name);
                end loop;
                for it in select oid::regprocedure as name from pg_proc where pronamespace = '{Schema}'::regnamespace loop
                    execute format('alter function %s set schema {Place}', it.name);
                end loop;
            end $$;
            drop schema {Schema};
            """);
        await transaction.CommitAsync(ct);
    }
}
