using Mediation.Core.Data;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Health;

/// <summary>Looks for damage in what is stored; finding some is a failure.</summary>
[Uncounted]
public sealed record FindDamage : IQuery<int>;

sealed class FindDamageHandler(IntegrityCheck check) : IQueryHandler<FindDamage, int>
{
    public Task<int> Handle(FindDamage query, CancellationToken ct) => check.Run(ct);
}
