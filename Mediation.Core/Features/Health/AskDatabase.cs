using Mediation.Core.Data;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Health;

/// <summary>Asks the database for any answer at all; anybody may, for the answer tells nothing.</summary>
[Uncounted]
public sealed record AskDatabase : IQuery<bool>;

sealed class AskDatabaseHandler(DbSession db) : IQueryHandler<AskDatabase, bool>
{
    public async Task<bool> Handle(AskDatabase query, CancellationToken ct) => await db.Find<long>("select count(*) from (select 1 from area limit 1) as any_area", null, ct) >= 0;
}
