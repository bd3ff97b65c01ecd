using Mediation.Api.Http;
using Mediation.Core.Features.Screening;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

/// <summary>What the committees report when they went round.</summary>
static class ScreeningEndpoints
{
    public static void MapScreening(this IEndpointRouteBuilder app)
    {
        var returns = app.MapGroup("/api/screening-returns").WithTags("Screening").RequireAuthorization();

        returns.MapGet("", List).WithName("ListScreeningReturns");
        returns.MapPut("/{id:guid}", File).WithName("FileScreeningReturn");
    }

    static async Task<Ok<Page<ScreeningReturnView>>> List(
        QueryArea? under, QueryDate? from, QueryDate? to, bool? replaced, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(
            new ListScreeningReturns { Under = under?.Code, From = from?.Date, To = to?.Date, Replaced = replaced ?? false, Cursor = cursor, Limit = limit ?? 50 }, ct));

    static async Task<Results<Created<ScreeningReturnView>, Ok<ScreeningReturnView>>> File(Guid id, Body<FileScreeningReturn> body, ISender sender, CancellationToken ct)
    {
        var filed = await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct);
        return filed.Created ? TypedResults.Created($"/api/screening-returns/{id}", filed.Return) : TypedResults.Ok(filed.Return);
    }
}
