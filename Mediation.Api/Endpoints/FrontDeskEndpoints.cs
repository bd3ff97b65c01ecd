using Mediation.Api.Http;
using Mediation.Core.Domain.FrontDesk;
using Mediation.Core.Features.FrontDesk;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

/// <summary>The visit log, what other offices sent, and the weekly sheet of a village.</summary>
static class FrontDeskEndpoints
{
    const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapFrontDesk(this IEndpointRouteBuilder app)
    {
        var visits = app.MapGroup("/api/front-desk").WithTags("Front desk").RequireAuthorization();

        visits.MapGet("", List).WithName("ListVisits");
        visits.MapPost("/import", Import).WithName("ImportReferrals");
        visits.MapPut("/{id:guid}", Record).WithName("RecordVisit");
        visits.MapGet("/{id:guid}", Find).WithName("FindVisit");
        visits.MapPost("/{id:guid}/closure", Close).WithName("CloseVisit");
        visits.MapPost("/{id:guid}/feedback", Tell).WithName("TellReferrer");
        visits.MapGet("/{id:guid}/feedback.docx", Slip).WithName("MakeFeedbackSlip").Produces<Stream>(StatusCodes.Status200OK, Word).ProducesProblem(422);
        visits.MapPost("/{id:guid}/reveal", Reveal).WithName("RevealVisit");
        visits.MapPost("/{id:guid}/erasure", Erase).WithName("EraseVisit");

        var sheets = app.MapGroup("/api/weekly-sheet").WithTags("Front desk").RequireAuthorization();

        sheets.MapGet("", Sheet).WithName("GetWeeklySheet");
        app.MapGet("/api/weekly-sheet.docx", Print).WithTags("Front desk").RequireAuthorization().WithName("MakeWeeklySheet")
            .Produces<Stream>(StatusCodes.Status200OK, Word);
    }

    static async Task<Ok<Page<VisitView>>> List(
        QueryArea? under, QueryWord<DeskKind>? kind, QueryWord<DeskSource>? source, QueryWord<DeskState>? state, QueryDate? from, QueryDate? to, string? cursor,
        int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListVisits
        {
            Under = under?.Code, Kind = kind?.Value, Source = source?.Value, State = state?.Value, From = from?.Date, To = to?.Date, Cursor = cursor, Limit = limit ?? 50,
        }, ct));

    static async Task<Ok<VisitView>> Find(Guid id, ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new FindVisit(id), ct));

    static async Task<Results<Created<VisitView>, Ok<VisitView>>> Record(Guid id, Body<RecordVisit> body, ISender sender, CancellationToken ct)
    {
        var recorded = await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct);
        return recorded.Created ? TypedResults.Created($"/api/front-desk/{id}", recorded.Visit) : TypedResults.Ok(recorded.Visit);
    }

    static async Task<Ok<ImportedReferrals>> Import(bool? check, Body<ImportReferrals> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { Digest = body.Digest, CheckOnly = check ?? false }, ct));

    static async Task<Ok<VisitView>> Close(Guid id, Body<CloseVisit> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { VisitId = id, Digest = body.Digest }, ct));

    static async Task<Ok<VisitView>> Tell(Guid id, Body<TellReferrer> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { VisitId = id, Digest = body.Digest }, ct));

    static async Task<FileContentHttpResult> Slip(Guid id, ISender sender, CancellationToken ct)
    {
        var slip = await sender.Send(new MakeFeedbackSlip(id), ct);
        return TypedResults.File(slip.Bytes, Word, slip.FileName);
    }

    static async Task<Ok<RevealedVisit>> Reveal(Guid id, Body<RevealVisit> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { VisitId = id }, ct));

    static async Task<Ok<VisitView>> Erase(Guid id, Body<EraseVisit> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { VisitId = id, Digest = body.Digest }, ct));

    static async Task<Ok<WeeklySheet>> Sheet(QueryArea? area, QueryDate? week, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetWeeklySheet(area?.Code, week?.Date), ct));

    static async Task<FileContentHttpResult> Print(QueryArea? area, QueryDate? week, ISender sender, CancellationToken ct)
    {
        var sheet = await sender.Send(new MakeWeeklySheet(area?.Code, week?.Date), ct);
        return TypedResults.File(sheet.Bytes, Word, sheet.FileName);
    }
}
