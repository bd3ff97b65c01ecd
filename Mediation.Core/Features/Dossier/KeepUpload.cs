using System.Security.Cryptography;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Papers.Contents;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Dossier;

/// <summary>
/// Looks at a finished upload before any transaction: what it is by content, without its metadata, under which hash. Null when there is no such
/// upload of this person, which a replayed command knows better.
/// </summary>
[Needs(Permission.Register, Permission.Mediate)]
public sealed record CleanUpload(Guid UploadId) : IQuery<CleanedUpload?>;

/// <summary>The bytes as they will be kept.</summary>
public sealed record CleanedUpload(string Sha256, ContentType Type, byte[] Bytes, int? Pages, string? Name);

/// <summary>Says that these bytes are wanted, so that no sweep takes them while they are written and attached.</summary>
[Needs(Permission.Register, Permission.Mediate)]
public sealed record WantContent(string Sha256) : ICommand<bool>;

/// <summary>Writes the bytes under their hash, outside of any transaction.</summary>
[Needs(Permission.Register, Permission.Mediate)]
public sealed record StoreContent(CleanedUpload Content) : IQuery<KeptContent>;

/// <summary>What the command that attaches needs to know of the bytes.</summary>
public sealed record KeptContent(string Sha256, string MediaType, long Length, int? Pages, string? Name, bool IsAudio);

sealed class CleanUploadHandler(CurrentUser user, UploadStore uploads, OwnUploads own, FileVault vault) : IQueryHandler<CleanUpload, CleanedUpload?>
{
    // A file is in memory while it is cleaned; two at a time is what a small machine holds beside its work.
    static readonly SemaphoreSlim Turns = new(2);

    public async Task<CleanedUpload?> Handle(CleanUpload query, CancellationToken ct)
    {
        if (await uploads.Find(own.District, query.UploadId, ct) is not { } found || found.AccountId != user.Account.Id)
            return null;
        var row = await own.Get(query.UploadId, ct);
        if (vault.Offset(row.Id) != row.Length)
            throw new ConflictException("upload.unfinished", "Not all bytes are here yet.");
        await Turns.WaitAsync(ct);
        try
        {
            return Clean(row, await vault.ReadPart(row.Id, ct));
        }
        finally
        {
            Turns.Release();
        }
    }

    static CleanedUpload Clean(UploadRow row, byte[] bytes)
    {
        if (row.Sha256 is { } announced && Hash(bytes) != announced)
            throw new ChecksumException("The bytes are not those that were announced.");
        var type = ContentType.Of(bytes) ?? throw new RuleViolationException(
            "attachment.type", "Pictures (JPEG, PNG, WebP), PDF and sound are taken, by their content.", "domain 12", "uploadId");
        var kept = !type.IsPicture ? bytes : PictureCleaner.Clean(type, bytes)
            ?? throw new RuleViolationException("attachment.broken", "The picture is broken or cut short.", "domain 12", "uploadId");
        int? pages = type.IsPicture ? 1 : type.IsAudio ? 0 : PdfPages.Count(kept);
        return new CleanedUpload(Hash(kept), type, kept, pages, row.Name);
    }

    static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

sealed class WantContentHandler(ContentStore contents, TimeProvider clock) : ICommandHandler<WantContent, bool>
{
    public async Task<bool> Handle(WantContent command, CancellationToken ct)
    {
        await contents.Renew(command.Sha256, clock.GetUtcNow());
        return true;
    }
}

sealed class StoreContentHandler(FileVault vault) : IQueryHandler<StoreContent, KeptContent>
{
    public async Task<KeptContent> Handle(StoreContent query, CancellationToken ct)
    {
        var content = query.Content;
        await vault.Keep(content.Sha256, content.Bytes, ct);
        return new KeptContent(content.Sha256, content.Type.MediaType, content.Bytes.LongLength, content.Pages, content.Name, content.Type.IsAudio);
    }
}
