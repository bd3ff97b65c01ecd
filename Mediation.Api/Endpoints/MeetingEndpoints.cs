using Mediation.Api.Http;
using Mediation.Core.Features.Meetings;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

/// <summary>The monthly meetings of towns and the district, and their minutes.</summary>
static class MeetingEndpoints
{
    public static void MapMeetings(this IEndpointRouteBuilder app)
    {
        var meetings = app.MapGroup("/api/meetings").WithTags("Meetings").RequireAuthorization();

        meetings.MapGet("", List).WithName("ListMeetings");
        meetings.MapPut("/{id:guid}", Open).WithName("OpenMeeting");
        meetings.MapGet("/{id:guid}", Get).WithName("GetMeeting");
        meetings.MapPost("/{id:guid}/conclusion", Conclude).WithName("ConcludeMeeting");
        meetings.MapPost("/{id:guid}/completions", Complete).WithName("CompleteDecision");
        meetings.MapGet("/{id:guid}/minutes.docx", Minutes).WithName("GetMinutes")
            .Produces<Stream>(StatusCodes.Status200OK, MinutesFile.ContentType).ProducesProblem(403)
            .WithSummary("The minutes as a Word file, with the names of parties masked; who takes it away is logged.");
    }

    static async Task<Ok<Page<MeetingItem>>> List(QueryArea? under, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListMeetings { Under = under?.Code, Cursor = cursor, Limit = limit ?? 50 }, ct));

    static async Task<Results<Created<MeetingView>, Ok<MeetingView>>> Open(Guid id, Body<OpenMeeting> body, ISender sender, CancellationToken ct)
    {
        var opened = await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct);
        return opened.Created ? TypedResults.Created($"/api/meetings/{id}", opened.Meeting) : TypedResults.Ok(opened.Meeting);
    }

    static async Task<Ok<MeetingView>> Get(Guid id, ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new GetMeeting(id), ct));

    static async Task<Ok<MeetingView>> Conclude(Guid id, Body<ConcludeMeeting> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct));

    static async Task<Ok<MeetingView>> Complete(Guid id, Body<CompleteDecision> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct));

    static async Task<FileContentHttpResult> Minutes(Guid id, ISender sender, CancellationToken ct)
    {
        var minutes = await sender.Send(new WriteMinutes(id), ct);
        await sender.Send(new LogMinutes(id), ct);
        return TypedResults.File(minutes.Bytes, MinutesFile.ContentType, minutes.FileName);
    }
}
