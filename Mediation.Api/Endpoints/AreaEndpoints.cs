using Mediation.Api.Http;
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

        areas.MapGet("", List).WithName("ListAreas").ProducesValidationProblem()
            .WithSummary("Areas by the area they lie under, by level, by a part of the name or the beginning of the code, as of a day (today).");
        areas.MapGet("/{code}", Get).WithName("GetArea").ProducesValidationProblem().ProducesProblem(404)
            .WithSummary("One area with what lies above it, its validity and its successor.");
        areas.MapPost("/import", Import).TakesUpTo(Limits.Areas).WithName("ImportAreas").Accepts<string>("text/csv").ProducesProblem(400).ProducesProblem(413)
            .WithSummary("Takes a CSV of areas whole or not at all.").WithDescription(
                """
                UTF-8, up to 64 MB, with the columns code, name, parent and level and, where wanted, validFrom, validTo, successor and sample.
                A known code is put right; what the file does not say it does not change. Refused rows come as `rows: [{line, field, code}]`, the
                first 1,000 of them, with their `total`.
                """);
    }

    static async Task<Ok<Page<Area>>> List(
        QueryArea? under, QueryWord<AreaLevel>? level, string? q, QueryDate? at, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListAreas(under?.Code, level?.Value, q, at?.Date, cursor, limit ?? 50), ct));

    static async Task<Ok<AreaView>> Get(QueryArea code, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetArea(code.Code), ct));

    // First the file is read and checked, then what came of it is sent as one command.
    static async Task<Ok<AreaImport>> Import(HttpRequest request, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(await sender.Send(new ReadAreaFile(request.Body), ct), ct));
}
