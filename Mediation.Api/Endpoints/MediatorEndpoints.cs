using Mediation.Api.Http;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Features.Mediators;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

static class MediatorEndpoints
{
    public static void MapMediators(this IEndpointRouteBuilder app)
    {
        var mediators = app.MapGroup("/api/mediators").WithTags("Mediators").RequireAuthorization();

        mediators.MapGet("", List).WithName("ListMediators")
            .WithSummary("Mediators by area, expertise, a part of the name, and availability today.").ProducesProblem(400).ProducesProblem(404);
        mediators.MapGet("/{id:guid}", Find).WithName("FindMediator")
            .WithSummary("One mediator with history and counted workload.").ProducesProblem(404);
        mediators.MapPut("/{id:guid}", Save).WithName("SaveMediator")
            .WithSummary("Enters a mediator or changes him; a new status is added to the history.").ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        mediators.MapPost("/import", Import).WithName("ImportMediators").Accepts<string>("text/csv")
            .WithSummary("Takes a CSV of mediators whole or not at all; known ones are put right, never doubled.").ProducesProblem(400).ProducesProblem(403).ProducesProblem(409)
            .WithDescription(
                """
                UTF-8 with the columns organisation (short name or id) and name and, where wanted, id, gender, employment, grade, certificateNumber,
                certificateFrom, certificateTo, termFrom, termTo, expertise (a;b), languages (a;b), capacity and trainingHours (2025:24;2026:12).
                A mediator is known by id, else by certificate, else by name. Refused rows come as `rows: [{line, field, code}]`.
                """);
        mediators.MapGet("/{id:guid}/desk", Desk).WithName("FindMediatorDesk")
            .WithSummary("What would be left if this mediator went: cases, follow-ups, reminders.").ProducesProblem(403).ProducesProblem(404);
        mediators.MapPost("/{id:guid}/desk-handover", HandOver).WithName("HandOverMediatorDesk")
            .WithSummary("Gives the whole desk to successors, adds the status to the history and blocks the account.").ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    static async Task<Ok<Page<MediatorView>>> List(
        QueryArea? under, QueryWord<DisputeType>? type, string? q, bool? available, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(
            new ListMediators { Under = under?.Code, Type = type?.Value, Q = q, Available = available, Cursor = cursor, Limit = limit ?? 50 }, ct));

    static async Task<Ok<MediatorView>> Find(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new FindMediator(id), ct));

    static async Task<Results<Created<MediatorView>, Ok<MediatorView>>> Save(Guid id, Body<SaveMediator> body, ISender sender, CancellationToken ct)
    {
        var saved = await sender.Send(body.Value with { Id = id }, ct);
        return saved.Created ? TypedResults.Created($"/api/mediators/{id}", saved.Mediator) : TypedResults.Ok(saved.Mediator);
    }

    // Read and checked first, so that a long file does not hold up everybody else's writing.
    static async Task<Ok<ImportedMediators>> Import(HttpRequest request, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(
            await sender.Send(new PrepareMediatorImport(await RequestBytes.Read(request, Limits.Table)), ct), ct));

    static async Task<Ok<MediatorDesk>> Desk(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new FindMediatorDesk(id), ct));

    static async Task<Ok<DeskHandedOver>> HandOver(Guid id, Body<HandOverMediatorDesk> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { MediatorId = id, Digest = body.Digest }, ct));
}
