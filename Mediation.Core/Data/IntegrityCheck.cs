namespace Mediation.Core.Data;

/// <summary>
/// Reads the whole SQLite file and fails where it is damaged: table by table, so that the write-ahead log does not grow for long. PostgreSQL looks after
/// its own pages.
/// </summary>
[Scoped]
public sealed class IntegrityCheck(DbSession db)
{
    const string Tables = "select name from sqlite_master where type = 'table' and rootpage > 0 order by name";

    /// <summary>How many tables were read.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        if (!db.IsSqlite)
            return 0;
        var tables = await db.Query<string>(Tables, ct: ct);
        foreach (var table in tables)
        {
            ct.ThrowIfCancellationRequested();
            if (await db.Find<string>($"pragma quick_check('{table}')", ct: ct) is not "ok" and var found)
                throw new DatabaseCorruptException(new InvalidDataException($"{table}: {found}"));
        }
        return tables.Count;
    }
}
