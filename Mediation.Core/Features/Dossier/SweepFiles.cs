using Mediation.Core.Data;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Dossier;

/// <summary>What is due: uploads whose day is over, and bytes that nobody names and nobody asked for since.</summary>
public sealed record FindLeftFiles : IQuery<LeftFiles>;

public sealed record LeftFiles(IReadOnlyList<ExpiredUpload> Uploads, IReadOnlyList<string> Contents);

/// <summary>Takes away what is still due when its turn comes; answers how many uploads and files went.</summary>
public sealed record SweepFiles(LeftFiles Left) : ICommand<int>;

/// <summary>
/// Deletes what stands in the folder of parts without a row, after its day: the part of an attached file outlives its row that long, should a power
/// cut take the kept bytes. Drafts that a crash left go with it.
/// </summary>
public sealed record DropLeftParts : IQuery<int>;

sealed class FindLeftFilesHandler(UploadStore uploads, ContentStore contents, TimeProvider clock) : IQueryHandler<FindLeftFiles, LeftFiles>
{
    const int AtATime = 200;

    public async Task<LeftFiles> Handle(FindLeftFiles query, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return new LeftFiles(await uploads.Expired(now, AtATime, ct), await contents.Unnamed(now - CreateUploadHandler.Lifetime, AtATime, ct));
    }
}

sealed class SweepFilesHandler(UploadStore uploads, ContentStore contents, FileVault vault, TimeProvider clock) : ICommandHandler<SweepFiles, int>
{
    public async Task<int> Handle(SweepFiles command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var swept = 0;
        foreach (var upload in command.Left.Uploads)
            swept += await uploads.RemoveExpired(upload, now);
        foreach (var sha256 in command.Left.Contents)
            if (await contents.Release(sha256, now - CreateUploadHandler.Lifetime))
            {
                // Inside the transaction: whoever wants these bytes again waits for its end and then writes them anew.
                vault.Remove(sha256);
                swept++;
            }
        return swept;
    }
}

sealed class DropLeftPartsHandler(UploadStore uploads, FileVault vault, TimeProvider clock) : IQueryHandler<DropLeftParts, int>
{
    public async Task<int> Handle(DropLeftParts query, CancellationToken ct)
    {
        var limit = clock.GetUtcNow() - CreateUploadHandler.Lifetime;
        var dropped = vault.DropDrafts(limit);
        foreach (var id in vault.PartsBefore(limit))
            if (!await uploads.Exists(id, ct))
            {
                vault.Forget(id);
                dropped++;
            }
        return dropped;
    }
}
