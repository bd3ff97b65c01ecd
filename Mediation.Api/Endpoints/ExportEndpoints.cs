using Mediation.Api.Http;
using Mediation.Api.Jobs;
using Mediation.Core.Features.Exports;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

/// <summary>Exports that are written in the background: asked for with a reason, looked at, fetched.</summary>
static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder app)
    {
        var jobs = app.MapGroup("/api/export-jobs").WithTags("Exports").RequireAuthorization();

        jobs.MapGet("", List).WithName("ListExportJobs");
        jobs.MapPut("/{id:guid}", Ask).WithName("AskExport");
        jobs.MapGet("/{id:guid}", Get).WithName("GetExportJob");
        jobs.MapGet("/{id:guid}/file", Fetch).WithName("GetExportFile").Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream")
            .ProducesProblem(403).ProducesProblem(404).ProducesProblem(410).ProducesProblem(422)
            .WithSummary("The file of one's own export; each fetch is logged.");
    }

    static async Task<Ok<Page<ExportJobView>>> List(string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListExportJobs(cursor, limit ?? 50), ct));

    static async Task<Results<Created<ExportJobView>, Ok<ExportJobView>>> Ask(Guid id, Body<AskExport> body, ISender sender, CancellationToken ct)
    {
        var command = body.Value with { Id = id, Digest = body.Digest };
        await ExportCheck.Require(command, sender, ct);
        var asked = await sender.Send(command, ct);
        return asked.Created ? TypedResults.Created($"/api/export-jobs/{id}", asked.Job) : TypedResults.Ok(asked.Job);
    }

    static async Task<Ok<ExportJobView>> Get(Guid id, ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new GetExportJob(id), ct));

    static async Task<FileStreamHttpResult> Fetch(Guid id, ISender sender, CancellationToken ct)
    {
        var file = await sender.Send(new GetExportFile(id), ct);
        await sender.Send(new LogExportDownload(id), ct);
        return TypedResults.Stream(file.Bytes, file.ContentType, file.FileName);
    }
}
