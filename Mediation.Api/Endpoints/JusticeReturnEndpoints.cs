using Mediation.Api.Http;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Features.Reports;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

/// <summary>Return A of the justice bureau on its way up, as the monthly report goes.</summary>
static class JusticeReturnEndpoints
{
    public static void MapJusticeReturns(this IEndpointRouteBuilder app)
    {
        var returns = app.MapGroup("/api/justice-returns").WithTags("Reports").RequireAuthorization();

        returns.MapGet("", List).WithName("ListJusticeReturns").WithSummary("The justice returns of units below and one's own, latest month first.");
        returns.MapGet("/chase", Chase).WithName("ListReturnChase").WithSummary("How far the justice return of each unit is, those without one included.");
        returns.MapPut("/{id:guid}", Open).WithName("OpenJusticeReturn");
        returns.MapGet("/{id:guid}", Get).WithName("GetReturn");
        returns.MapPost("/{id:guid}/steps", Move).WithName("MoveJusticeReturn");
        returns.MapGet("/{id:guid}/disputes", Cell).WithName("ListReturnDisputes");
        returns.MapGet("/{id:guid}.xlsx", Workbook).WithName("GetReturnWorkbook").ProducesProblem(403)
            .Produces<Stream>(StatusCodes.Status200OK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            .WithSummary("A unit's return as a workbook, with the column of corrections.");
        returns.MapGet("/{id:guid}.csv", Csv).WithName("GetReturnCsv").ProducesProblem(403)
            .Produces<Stream>(StatusCodes.Status200OK, "text/csv").WithSummary("A unit's return as CSV.");
    }

    static async Task<Ok<Page<FilingItem>>> List(
        QueryArea? under, string? month, QueryWord<FilingState>? state, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListMonthlyFilings
        {
            Form = ReportForm.Justice, Under = under?.Code, Month = month, State = state?.Value, Cursor = cursor, Limit = limit ?? 50,
        }, ct));

    static async Task<Ok<ChaseList>> Chase(string? month, QueryArea? under, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListReportChase(month, under?.Code, ReportForm.Justice), ct));

    static async Task<Results<Created<ReturnPage>, Ok<ReturnPage>>> Open(Guid id, Body<OpenJusticeReturn> body, ISender sender, CancellationToken ct)
    {
        var opened = await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct);
        return opened.Created ? TypedResults.Created($"/api/justice-returns/{id}", opened.Return) : TypedResults.Ok(opened.Return);
    }

    static async Task<Ok<ReturnPage>> Get(Guid id, ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new GetReturn(id), ct));

    static async Task<Ok<ReturnPage>> Move(Guid id, Body<MoveJusticeReturn> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct));

    static async Task<Ok<FilingCell>> Cell(Guid id, int? item, bool? correction, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListReturnDisputes { Id = id, Item = item, Correction = correction ?? false, Cursor = cursor, Limit = limit ?? 50 }, ct));

    static Task<FileContentHttpResult> Workbook(Guid id, string? reason, ISender sender, CancellationToken ct) => Export(id, ReportFormat.Xlsx, reason, sender, ct);

    static Task<FileContentHttpResult> Csv(Guid id, string? reason, ISender sender, CancellationToken ct) => Export(id, ReportFormat.Csv, reason, sender, ct);

    static async Task<FileContentHttpResult> Export(Guid id, ReportFormat format, string? reason, ISender sender, CancellationToken ct)
    {
        var page = await sender.Send(new GetReturn(id), ct);
        var file = await sender.Send(new WriteJusticeReturn(page.Report, format, reason), ct);
        await sender.Send(new LogExport($"justice return {page.Summary.Month} {format}: {reason!.Trim()}", page.Summary.AreaCode), ct);
        return TypedResults.File(file.Bytes, file.ContentType, file.FileName);
    }
}
