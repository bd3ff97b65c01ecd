using Mediation.Api.Http;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Features.Assessment;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

/// <summary>The register of stability risk assessments (稳评).</summary>
static class StabilityEndpoints
{
    public static void MapStability(this IEndpointRouteBuilder app)
    {
        var assessments = app.MapGroup("/api/stability-assessments").WithTags("Assessment").RequireAuthorization();

        assessments.MapGet("", List).WithName("ListStabilityItems");
        assessments.MapPut("/{id:guid}", Register).WithName("RegisterStabilityItem");
        assessments.MapPost("/{id:guid}/conclusion", Conclude).WithName("ConcludeStabilityItem");
        assessments.MapPost("/{id:guid}/entries", Note).WithName("NoteStabilityEntry");
        assessments.MapPost("/{id:guid}/withdrawal", Withdraw).WithName("WithdrawStabilityItem");

        app.MapGet("/api/indicators/assessments", OfIndicator).WithName("ListIndicatorAssessments").WithTags("Reports").RequireAuthorization();
    }

    static async Task<Ok<Page<StabilityView>>> List(
        QueryArea? under, QueryWord<StabilityState>? state, QueryWord<StabilityGrade>? grade, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListStabilityItems
        {
            Under = under?.Code, State = state?.Value, Grade = grade?.Value, Cursor = cursor, Limit = limit ?? 50,
        }, ct));

    static async Task<Results<Created<StabilityView>, Ok<StabilityView>>> Register(Guid id, Body<RegisterStabilityItem> body, ISender sender, CancellationToken ct)
    {
        var registered = await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct);
        return registered.Created ? TypedResults.Created($"/api/stability-assessments/{id}", registered.Assessment) : TypedResults.Ok(registered.Assessment);
    }

    static async Task<Ok<StabilityView>> Conclude(Guid id, Body<ConcludeStabilityItem> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct));

    static async Task<Ok<StabilityView>> Note(Guid id, Body<NoteStabilityEntry> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct));

    static async Task<Ok<StabilityView>> Withdraw(Guid id, Body<WithdrawStabilityItem> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct));

    static async Task<Ok<AssessmentCell>> OfIndicator(string? period, QueryArea? area, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListIndicatorAssessments(period, area?.Code), ct));
}
