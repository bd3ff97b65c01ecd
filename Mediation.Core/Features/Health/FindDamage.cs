using Mediation.Core.Data;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Health;

/// <summary>
/// Reads the whole SQLite file and fails where it is damaged. Table by table, so that the write-ahead log does not grow for long. PostgreSQL looks after
/// its own pages.
/// </summary>
[Uncounted]
public sealed record FindDamage : IQuery<int>;

sealed class FindDamageHandler(DbSession db) : IQueryHandler<FindDamage, int>
{
    const string Tables = "select name from sqlite_master where type = 'table' and rootpage > 0 order by name";

    public async Task<int> Handle(FindDamage query, CancellationToken ct)
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
