using Mediation.Core.Data;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Health;

/// <summary>Writes one row, always the same, to learn whether the database can be written to again.</summary>
[Uncounted]
public sealed record TryWriting : ICommand<int>;

sealed class TryWritingHandler(DbSession db, TimeProvider clock) : ICommandHandler<TryWriting, int>
{
    public Task<int> Handle(TryWriting command, CancellationToken ct) => db.Execute(
        "insert into write_trial (id, at) values (1, @Now) on conflict (id) do update set at = excluded.at", new { Now = clock.GetUtcNow() }, ct);
}
