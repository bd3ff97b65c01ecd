using Mediation.Api.Http;
using Mediation.Core.Data;
using Mediation.Core.Features.Dossier;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

/// <summary>Resumable uploads by the tus protocol 1.0.0; what is finished is attached to a dispute with `POST /api/disputes/{id}/attachments`.</summary>
static class UploadEndpoints
{
    public static void MapUploads(this IEndpointRouteBuilder app)
    {
        var uploads = app.MapGroup("/api/uploads").WithTags("Uploads").RequireAuthorization()
            .AddEndpointFilter((context, next) => { Tus.Begin(context.HttpContext); return next(context); });

        uploads.MapMethods("", ["OPTIONS"], Describe).WithName("DescribeUploads").Produces(204)
            .WithSummary("What is spoken here: version, extensions, checksums and the largest file.");
        uploads.MapPost("", Create).WithName("CreateUpload").ProducesProblem(400).ProducesProblem(409).ProducesProblem(412).ProducesProblem(413)
            .ProducesProblem(507).WithSummary("Announces a file; `Location` says where its bytes go.").WithDescription(
                """
                `Upload-Length` is the number of bytes. `Upload-Metadata` may hold `filename` and `sha256`: the hash of the whole as hexadecimal text, against
                which it is checked when the last byte is there. Values are Base64, as the protocol has it. An upload ends after a day.
                """);
        uploads.MapMethods("/{uploadId:guid}", ["HEAD"], Find).WithName("FindUpload").Produces(200).ProducesProblem(410).ProducesProblem(412)
            .WithSummary("How many bytes are on disk; go on from there.");
        uploads.MapPatch("/{uploadId:guid}", Append).WithName("AppendToUpload").Accepts<Stream>(Tus.Chunk).Produces(204).ProducesProblem(400).ProducesProblem(409)
            .ProducesProblem(410).ProducesProblem(412).ProducesProblem(413).ProducesProblem(415).ProducesProblem(423).ProducesProblem(460).ProducesProblem(507)
            .WithSummary("Writes a chunk behind what is there; answered when it is on disk.").WithDescription(
                """
                What arrived before a cut connection stays, and HEAD says how much that is. A chunk with `Upload-Checksum` counts whole or not at all. When
                the last byte is there and the whole is not what was announced, the upload is thrown away.
                """);
        uploads.MapDelete("/{uploadId:guid}", End).WithName("EndUpload").Produces(204).ProducesProblem(410).ProducesProblem(412)
            .WithSummary("Throws an upload away.");
    }

    static NoContent Describe(HttpContext context, VaultSettings settings)
    {
        Tus.Describe(context.Response, settings.MaxBytes);
        return TypedResults.NoContent();
    }

    static async Task<Created<UploadState>> Create(HttpContext context, ISender sender, CancellationToken ct)
    {
        var state = await sender.Send(Tus.Creation(context.Request), ct);
        Tus.Tell(context.Response, state);
        return TypedResults.Created($"/api/uploads/{state.Id}", state);
    }

    static async Task<Ok> Find(Guid uploadId, HttpContext context, ISender sender, CancellationToken ct)
    {
        Tus.Tell(context.Response, await sender.Send(new FindUpload(uploadId), ct));
        return TypedResults.Ok();
    }

    static async Task<NoContent> Append(Guid uploadId, HttpContext context, VaultSettings settings, ISender sender, CancellationToken ct)
    {
        // Here the limit is the file's, which is configured.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = settings.MaxBytes;
        var appended = await sender.Send(Tus.Append(context.Request, uploadId), ct);
        if (appended.WrongHash)
        {
            await sender.Send(new EndUpload(uploadId), CancellationToken.None);
            throw new ChecksumException("The whole is not what was announced; the upload was thrown away.");
        }
        Tus.Tell(context.Response, appended.State);
        return TypedResults.NoContent();
    }

    static async Task<NoContent> End(Guid uploadId, ISender sender, CancellationToken ct)
    {
        await sender.Send(new EndUpload(uploadId), ct);
        return TypedResults.NoContent();
    }
}
