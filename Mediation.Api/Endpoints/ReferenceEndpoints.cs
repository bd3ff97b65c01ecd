using Mediation.Api.Http;
using Mediation.Core.Features.Reference;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

static class ReferenceEndpoints
{
    public static void MapReference(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/reference", Get).WithName("GetReference").WithTags("Reference").Produces(StatusCodes.Status304NotModified);

    static async Task<Results<Ok<ReferenceView>, StatusCodeHttpResult>> Get(HttpContext context, ISender sender, CancellationToken ct) =>
        ETags.Answer(context, await sender.Send(new GetReference(), ct));
}
