using Mediation.Api.Http;
using Mediation.Core.Features.Ledger;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder app) =>
        app.MapGet(EventStream.Path, Watch).WithName("WatchChanges").WithTags("Triage").RequireAuthorization()
            .WithDescription(
                """
                Server-sent events: `change` names a dispute that this account may see and that somebody has just changed, without its content; one without an
                id says that some were missed. `ping` comes every 20 seconds. The stream ends with the session and does not make it last longer.
                """);

    static async Task<ServerSentEventsResult<ChangeNotice>> Watch(HttpContext context, EventStream stream, ISender sender, CancellationToken ct)
    {
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(stream.Read(await sender.Send(new WatchChanges(), ct), context));
    }
}
