using Mediation.Api.Http;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Features.Assessment;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

/// <summary>The training ledger: what was held, who attended, and whose hours are complete.</summary>
static class TrainingEndpoints
{
    public static void MapTrainings(this IEndpointRouteBuilder app)
    {
        var trainings = app.MapGroup("/api/trainings").WithTags("Assessment").RequireAuthorization();

        trainings.MapGet("", List).WithName("ListTrainings");
        trainings.MapPut("/{id:guid}", Record).WithName("RecordTraining");
        trainings.MapPost("/{id:guid}/voiding", Void).WithName("VoidTraining");
        trainings.MapGet("/hours", Hours).WithName("ListTrainingHours");
    }

    static async Task<Ok<Page<TrainingView>>> List(
        QueryArea? under, int? year, QueryWord<TrainingKind>? kind, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListTrainings { Under = under?.Code, Year = year, Kind = kind?.Value, Cursor = cursor, Limit = limit ?? 50 }, ct));

    static async Task<Results<Created<TrainingView>, Ok<TrainingView>>> Record(Guid id, Body<RecordTraining> body, ISender sender, CancellationToken ct)
    {
        var recorded = await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct);
        return recorded.Created ? TypedResults.Created($"/api/trainings/{id}", recorded.Training) : TypedResults.Ok(recorded.Training);
    }

    static async Task<Ok<TrainingView>> Void(Guid id, Body<VoidTraining> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct));

    static async Task<Ok<TrainingHoursPage>> Hours(string? period, QueryArea? under, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListTrainingHours(period, under?.Code, cursor, limit ?? 50), ct));
}
