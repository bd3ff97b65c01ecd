using Mediation.Api.Http;
using Mediation.Core.Features.Screening;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

/// <summary>Plans for matters that can become mass incidents, and whom to call in a district.</summary>
static class PlanEndpoints
{
    public static void MapPlans(this IEndpointRouteBuilder app)
    {
        var plans = app.MapGroup("/api/special-plans").WithTags("Screening").RequireAuthorization();

        plans.MapGet("", List).WithName("ListPlans");
        plans.MapPut("/contacts", Save).WithName("SavePlanContacts").ProducesProblem(422);
    }

    static async Task<Ok<Page<PlanView>>> List(ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new ListPlans(), ct));

    static async Task<Ok<PlanView>> Save(Body<SavePlanContacts> body, ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(body.Value, ct));
}
