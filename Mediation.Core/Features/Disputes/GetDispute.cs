using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>The whole file as the person may see it; the look is logged for the auditor.</summary>
[Needs(Permission.ReadMatters)]
public sealed record GetDispute(Guid DisputeId) : IQuery<DisputeView>;

sealed class GetDisputeHandler(CurrentUser user, DisputeStore disputes, DisputeReader reader, AccessLog log, TimeProvider clock) : IQueryHandler<GetDispute, DisputeView>
{
    public async Task<DisputeView> Handle(GetDispute query, CancellationToken ct)
    {
        if (await disputes.Find(query.DisputeId, ct) is not { } dispute || !DisputeSight.Includes(dispute.File, user.Account))
            throw new NotFoundException("The dispute");
        log.Post(new AccessRow
        {
            Id = Guid.CreateVersion7(), At = clock.GetUtcNow(), AccountId = user.Account.Id, OrganisationId = user.Account.OrganisationId, Kind = "Read",
            DistrictCode = dispute.File.Area.District.Value, DisputeId = dispute.File.Id,
        });
        return await reader.View(dispute, user.Account, ct);
    }
}
