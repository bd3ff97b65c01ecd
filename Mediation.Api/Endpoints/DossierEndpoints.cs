using Mediation.Api.Http;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Features.Dossier;
using Mediation.Core.Features.Journal;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

/// <summary>The dossier of a case: its files, its catalogue, its archiving, its review and the end of its term.</summary>
static class DossierEndpoints
{
    public static void MapDossiers(this IEndpointRouteBuilder app)
    {
        var disputes = app.MapGroup("/api/disputes/{disputeId:guid}").WithTags("Dossiers").RequireAuthorization();
        var samples = app.MapGroup("/api/dossier-samples").WithTags("Reviews").RequireAuthorization();

        disputes.MapPost("/attachments", Attach).WithName("AttachFile").ProducesProblem(410).ProducesProblem(460).ProducesProblem(507);
        disputes.MapGet("/attachments/{attachmentId:guid}", Open).WithName("OpenAttachment").ProducesProblem(410)
            .Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream").Produces<Stream>(StatusCodes.Status206PartialContent, "application/octet-stream");
        disputes.MapGet("/dossier", Get).WithName("GetDossier");
        disputes.MapPost("/archiving", Archive).WithName("ArchiveDossier");
        disputes.MapGet("/dossier.zip", Export).WithName("ExportDossier").Produces<Stream>(StatusCodes.Status200OK, "application/zip").ProducesProblem(403).ProducesProblem(507)
            .WithSummary("The whole dossier: catalogue, papers, files, the journal with its verification; for a written reason, which is logged.");
        app.MapGet("/api/retention", Retention).WithName("ListRetention").WithTags("Dossiers").RequireAuthorization();

        samples.MapPost("", Draw).WithName("DrawSample").ProducesProblem(404);
        samples.MapGet("", Samples).WithName("ListSamples");
        samples.MapGet("/{sampleId:guid}", Sample).WithName("GetSample");
        samples.MapGet("/{sampleId:guid}/disputes/{disputeId:guid}", OpenSampled).WithName("OpenSampledDossier");
        samples.MapPost("/{sampleId:guid}/disputes/{disputeId:guid}/remarks", Review).WithName("ReviewDossier");
    }

    // The file is looked at and stored before the transaction of the command that names it.
    static async Task<Ok<DisputeView>> Attach(Guid disputeId, Body<AttachFile> body, ISender sender, CancellationToken ct)
    {
        var cleaned = await sender.Send(new CleanUpload(body.Value.UploadId ?? Guid.Empty), ct);
        if (cleaned is not null)
            await sender.Send(new WantContent(cleaned.Sha256), ct);
        var kept = cleaned is null ? null : await sender.Send(new StoreContent(cleaned), ct);
        return TypedResults.Ok(await sender.Send<DisputeView>(body.Value with { DisputeId = disputeId, Digest = body.Digest, Content = kept }, ct));
    }

    static async Task<FileStreamHttpResult> Open(Guid disputeId, Guid attachmentId, ISender sender, CancellationToken ct)
    {
        var opened = await sender.Send(new OpenAttachment(disputeId, attachmentId), ct);
        return TypedResults.File(await sender.Send(new ReadAttachment(opened), ct), opened.MediaType, opened.FileName, enableRangeProcessing: true);
    }

    static async Task<Ok<DossierView>> Get(Guid disputeId, Guid? caseId, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetDossier(disputeId, caseId), ct));

    static async Task<Ok<DisputeView>> Archive(Guid disputeId, Body<ArchiveDossier> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send<DisputeView>(body.Value with { DisputeId = disputeId, Digest = body.Digest }, ct));

    static async Task<FileStreamHttpResult> Export(Guid disputeId, string? reason, Guid? caseId, ISender sender, CancellationToken ct)
    {
        var exported = await sender.Send(new LogDossierExport(disputeId, caseId, reason), ct);
        var zip = await sender.Send(new WriteDossierZip(
            disputeId, exported, await sender.Send(new GetJournal(disputeId), ct), await sender.Send(new VerifyJournal(disputeId), ct)), ct);
        return TypedResults.File(zip.Content, "application/zip", zip.FileName);
    }

    static async Task<Ok<Page<RetentionItem>>> Retention(QueryArea? under, QueryDate? on, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListRetention(under?.Code, on?.Date, cursor, limit ?? 50), ct));

    static async Task<Ok<SampleView>> Draw(Body<DrawSample> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { Digest = body.Digest }, ct));

    static async Task<Ok<Page<SampleItem>>> Samples(string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListSamples(cursor, limit ?? 50), ct));

    static async Task<Ok<SampleView>> Sample(Guid sampleId, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetSample(sampleId), ct));

    static async Task<Ok<SampledDossierView>> OpenSampled(Guid sampleId, Guid disputeId, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new OpenSampledDossier(sampleId, disputeId), ct));

    static async Task<Ok<DisputeView>> Review(Guid sampleId, Guid disputeId, Body<ReviewDossier> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send<DisputeView>(body.Value with { SampleId = sampleId, DisputeId = disputeId, Digest = body.Digest }, ct));
}
