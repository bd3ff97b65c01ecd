using Mediation.Core.Features.Reference;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

static class ReferenceEndpoints
{
    public static void MapReference(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/reference", Get).WithName("GetReference").WithTags("Reference")
            .WithSummary("The vocabulary with its Chinese and English labels, and the rules, report definition and calendar years in force.");

    static async Task<Ok<ReferenceView>> Get(ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new GetReference(), ct));
}
