using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Mediators;

/// <summary>One mediator of the viewer's area.</summary>
[Needs(Permission.SignedIn)]
public sealed record FindMediator(Guid Id) : IQuery<MediatorView>;

sealed class FindMediatorHandler(MediatorStore mediators, CurrentUser user, TimeProvider clock) : IQueryHandler<FindMediator, MediatorView>
{
    public async Task<MediatorView> Handle(FindMediator query, CancellationToken ct) =>
        await mediators.Read(query.Id, ct) is { } row && user.Account.Sees(row)
            ? MediatorView.Of(row, Shanghai.DateOf(clock.GetUtcNow()))
            : throw new NotFoundException("The mediator");
}
