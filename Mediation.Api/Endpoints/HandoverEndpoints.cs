using Mediation.Api.Http;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Features.Disputes;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

static class HandoverEndpoints
{
    public static void MapHandovers(this IEndpointRouteBuilder app)
    {
        var handovers = app.MapGroup("/api/handovers").WithTags("Handovers").RequireAuthorization();

        handovers.MapPost("/{handoverId:guid}/acceptance", Send<AcceptHandover>).WithName("AcceptHandover");
        handovers.MapPost("/{handoverId:guid}/refusal", Send<RefuseHandover>).WithName("RefuseHandover");
    }

    static async Task<Ok<DisputeView>> Send<TCommand>(Guid handoverId, Body<TCommand> body, ISender sender, CancellationToken ct) where TCommand : HandoverCommand =>
        TypedResults.Ok(await sender.Send((HandoverCommand)(body.Value with { HandoverId = handoverId, Digest = body.Digest }), ct));
}
