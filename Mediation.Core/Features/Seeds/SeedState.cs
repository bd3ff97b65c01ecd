using Mediation.Core.Data;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Seeds;

/// <summary>What a database holds before anything is seeded.</summary>
public sealed record ReadSeedState : IQuery<SeedState>;

public sealed record SeedState
{
    public required long Accounts { get; init; }

    public required long Organisations { get; init; }
}

sealed class ReadSeedStateHandler(DbSession db) : IQueryHandler<ReadSeedState, SeedState>
{
    const string Sql = "select (select count(*) from account) as accounts, (select count(*) from organisation) as organisations";

    public async Task<SeedState> Handle(ReadSeedState query, CancellationToken ct) => (await db.Find<SeedState>(Sql, ct: ct))!;
}
