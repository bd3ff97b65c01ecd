using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Papers;
using Mediation.Core.Domain.Papers.Contents;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Dossier;

/// <summary>Says who takes a dossier away and why; nothing is written before this is on disk.</summary>
[Needs(Permission.Mediate)]
public sealed record LogDossierExport(Guid DisputeId, Guid? CaseId, string? Reason) : ICommand<Guid>;

/// <summary>
/// The whole dossier as one file: catalogue, papers, files, the journal and what its verification says. It is written to a draft on disk first and
/// each file is compared with its hash, so that what is sent is complete or was never begun.
/// </summary>
[Needs(Permission.Mediate)]
public sealed record WriteDossierZip(Guid DisputeId, Guid CaseId, object Journal, object Verification) : IQuery<DossierZip>;

/// <summary>The draft, gone when it is closed.</summary>
public sealed record DossierZip(Stream Content, string FileName);

sealed class LogDossierExportValidator : AbstractValidator<LogDossierExport>
{
    public LogDossierExportValidator() => RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(500).WithErrorCode("length");
}

sealed class LogDossierExportHandler(DossierAccess access) : ICommandHandler<LogDossierExport, Guid>
{
    public async Task<Guid> Handle(LogDossierExport command, CancellationToken ct)
    {
        var file = await access.File(command.DisputeId, ct);
        var of = access.Hosted(file, command.CaseId);
        await access.Log(file, "Export", $"dossier of case {of.Id}: {command.Reason}");
        return of.Id;
    }
}

sealed class WriteDossierZipHandler(DossierAccess access, DossierReader reader, PaperWriter papers, FileVault vault, DbSession db)
    : IQueryHandler<WriteDossierZip, DossierZip>
{
    static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(), new AreaCodeJson() },
    };

    public async Task<DossierZip> Handle(WriteDossierZip query, CancellationToken ct)
    {
        var file = await access.File(query.DisputeId, ct);
        var of = access.Hosted(file, query.CaseId);
        var view = await reader.View(file, of, ct);
        var draft = vault.Draft();
        var complete = false;
        try
        {
            using (var zip = new ZipArchive(draft, ZipArchiveMode.Create, leaveOpen: true))
                await Write(zip, view, file, of, query, ct);
            draft.Position = 0;
            // However long the client takes to read it, the connection is somebody else's by then.
            await db.Release();
            complete = true;
        }
        finally
        {
            if (!complete)
                await draft.DisposeAsync();
        }
        return new DossierZip(draft, $"卷宗-{of.Number ?? of.Id.ToString()}.zip");
    }

    async Task Write(ZipArchive zip, DossierView view, DisputeFile file, MediationCase of, WriteDossierZip query, CancellationToken ct)
    {
        await Add(zip, "catalogue.json", JsonSerializer.SerializeToUtf8Bytes(view, Readable), ct);
        await Add(zip, "catalogue.html", CataloguePage.Write(view), ct);
        await Add(zip, "journal.json", JsonSerializer.SerializeToUtf8Bytes(query.Journal, Readable), ct);
        await Add(zip, "journal-verification.json", JsonSerializer.SerializeToUtf8Bytes(query.Verification, Readable), ct);
        foreach (var (kind, item) in PaperWriter.Fitting(file, of))
        {
            var paper = await papers.Write(kind, file, of, item, ct);
            await Add(zip, $"papers/{(int)kind:00}{(item is { } number ? $"-{number}" : "")}-{paper.FileName}", paper.Bytes, ct);
        }
        foreach (var attachment in DossierMatter.FilesOf(file, of).Where(a => a.ErasedOn is null))
            await Add(zip, attachment, ct);
    }

    /// <summary>The bytes as they are compared with their hash: what was changed behind our back is no evidence, and then there is no file at all.</summary>
    async Task Add(ZipArchive zip, Attachment attachment, CancellationToken ct)
    {
        var name = $"files/{attachment.On:yyyyMMdd}-{attachment.Kind}-{attachment.Id:n}.{ContentType.ExtensionOf(attachment.MediaType)}";
        // Pictures and sound are compressed already.
        await using var target = await zip.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(ct);
        await using var source = vault.Open(attachment.Sha256);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        int count;
        while ((count = await source.ReadAsync(buffer, ct)) > 0)
        {
            hash.AppendData(buffer, 0, count);
            await target.WriteAsync(buffer.AsMemory(..count), ct);
        }
        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != attachment.Sha256)
            throw new InvalidDataException($"The kept bytes of {attachment.Id} are not those that were attached.");
    }

    static async Task Add(ZipArchive zip, string name, byte[] bytes, CancellationToken ct)
    {
        await using var target = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
        await target.WriteAsync(bytes, ct);
    }
}
