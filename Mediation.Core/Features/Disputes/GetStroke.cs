using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>A drawn signature as a picture for papers, for the hosting committee alone; the look is logged.</summary>
[Needs(Permission.ReadMatters)]
public sealed record GetStroke(Guid DisputeId, Guid StrokeId) : IQuery<string>;

sealed class GetStrokeHandler(CurrentUser user, DisputeStore disputes, StrokeStore strokes, AccessLog log, TimeProvider clock) : IQueryHandler<GetStroke, string>
{
    public async Task<string> Handle(GetStroke query, CancellationToken ct)
    {
        if (await disputes.Find(query.DisputeId, ct) is not { File: var file } || !DisputeSight.Includes(file, user.Account)
            || !file.Strokes.Any(s => s.Id == query.StrokeId && new DisputeSight(file, user.Account).Sees(s)))
            throw new NotFoundException("The signature");
        // Erased ones are gone, whoever asks.
        if (await strokes.Find(file.Area.District.Value, file.Id, query.StrokeId, ct) is not { } found)
            throw new NotFoundException("The signature");
        log.Post(new AccessRow
        {
            Id = Guid.CreateVersion7(), At = clock.GetUtcNow(), AccountId = user.Account.Id, OrganisationId = user.Account.OrganisationId, Kind = "Read",
            DistrictCode = file.Area.District.Value, DisputeId = file.Id, Detail = $"stroke {query.StrokeId}",
        });
        return StrokeVectors.Svg(found.Strokes);
    }
}
