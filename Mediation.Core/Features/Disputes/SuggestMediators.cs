using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>The mediators of the responsible organisation, ranked with reasons; who was excluded, and why.</summary>
[Needs(Permission.ReadMatters)]
public sealed record SuggestMediators(Guid DisputeId) : IQuery<SuggestedMediators>;

public sealed record SuggestedMediators(IReadOnlyList<ReasonedMediator> Items, IReadOnlyList<ReasonedMediator> Excluded);

sealed class SuggestMediatorsHandler(CurrentUser user, DisputeStore disputes, OrganisationStore organisations, Router router)
    : IQueryHandler<SuggestMediators, SuggestedMediators>
{
    public async Task<SuggestedMediators> Handle(SuggestMediators query, CancellationToken ct)
    {
        if (await disputes.Find(query.DisputeId, ct) is not { } dispute || !DisputeSight.Includes(dispute.File, user.Account))
            throw new NotFoundException("The dispute");
        var ranking = await router.Rank(dispute.File, (await organisations.Get(dispute.File.ResponsibleId, ct))!);
        return new SuggestedMediators(Router.Ranked(ranking), Router.Excluded(ranking));
    }
}
