using Mediation.Core.Domain.Areas;
using Mediation.Core.Features.Areas;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

static class AreaEndpoints
{
    public static void MapAreas(this IEndpointRouteBuilder app)
    {
        var areas = app.MapGroup("/api/areas").WithTags("Areas");

        areas.MapGet("", List).WithName("ListAreas").ProducesValidationProblem();
        areas.MapGet("/{code}", Get).WithName("GetArea").ProducesValidationProblem().ProducesProblem(404);
        areas.MapPost("/import", Import).WithName("ImportAreas").Accepts<string>("text/csv").ProducesProblem(400).ProducesProblem(413);
    }

    static async Task<Ok<Page<Area>>> List(
        string? under, string? level, string? q, string? at, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListAreas(under, level, q, at, cursor, limit), ct));

    static async Task<Ok<AreaView>> Get(string code, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetArea(code), ct));

    // First the file is read and checked, then what came of it is sent as one command.
    static async Task<Ok<AreaImport>> Import(HttpRequest request, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(await sender.Send(new ReadAreaFile(request.Body), ct), ct));
}
