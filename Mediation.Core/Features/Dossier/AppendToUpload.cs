using System.Security.Cryptography;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Dossier;

/// <summary>How far an upload of one's own has come: the number of bytes on disk.</summary>
[Needs(Permission.Register, Permission.Mediate)]
public sealed record FindUpload(Guid UploadId) : IQuery<UploadState>;

/// <summary>
/// Writes a chunk behind what is there. The bytes go to disk outside of any transaction, so nobody's command waits for a slow line; the length
/// of the part on disk is the offset, whatever becomes of the connection or the process.
/// </summary>
[Needs(Permission.Register, Permission.Mediate)]
[Uncounted]
public sealed record AppendToUpload(Guid UploadId, long Offset, Stream Body, long? ContentLength, (HashAlgorithmName Name, byte[] Digest)? Checksum)
    : IQuery<AppendedChunk>;

/// <summary>`WrongHash`: all bytes are here and are not what was announced; the upload is to be thrown away.</summary>
public sealed record AppendedChunk(UploadState State, bool WrongHash);

/// <summary>Throws an upload of one's own away.</summary>
[Needs(Permission.Register, Permission.Mediate)]
public sealed record EndUpload(Guid UploadId) : ICommand<int>;

/// <summary>Finds an upload of the person who asks: another's is not there, and one whose day is over is gone.</summary>
[Scoped]
public sealed class OwnUploads(CurrentUser user, UploadStore uploads, TimeProvider clock)
{
    public long District => user.Account.Area.District.Value;

    public async Task<UploadRow> Get(Guid id, CancellationToken ct = default) =>
        await uploads.Find(District, id, ct) is not { } row || row.AccountId != user.Account.Id ? throw new NotFoundException("The upload")
        : row.ExpiresAt <= clock.GetUtcNow() ? throw new GoneException("The upload")
        : row;
}

sealed class FindUploadHandler(OwnUploads own, FileVault vault) : IQueryHandler<FindUpload, UploadState>
{
    public async Task<UploadState> Handle(FindUpload query, CancellationToken ct)
    {
        var row = await own.Get(query.UploadId, ct);
        return new UploadState(row.Id, vault.Offset(row.Id) ?? 0, row.Length, row.ExpiresAt);
    }
}

sealed class AppendToUploadHandler(OwnUploads own, FileVault vault, DbSession db) : IQueryHandler<AppendToUpload, AppendedChunk>
{
    public async Task<AppendedChunk> Handle(AppendToUpload query, CancellationToken ct)
    {
        var row = await own.Get(query.UploadId, ct);
        // A slow line holds none of the pool's connections while its bytes trickle in.
        await db.Release();
        if (vault.Offset(row.Id) is null)
            vault.Begin(row.Id);
        if (query.ContentLength > row.Length - query.Offset)
            throw new TooLargeException(row.Length);
        switch (await vault.Append(row.Id, query.Offset, row.Length, query.Body, query.Checksum, ct))
        {
            case AppendOutcome.Busy:
                throw new LockedException("The upload");
            case AppendOutcome.WrongOffset:
                throw new ConflictException("upload.offset", "The upload has come to another offset; ask for it with HEAD.");
            case AppendOutcome.WrongChecksum:
                throw new ChecksumException("The chunk is not what its checksum says; it was not taken.");
            case AppendOutcome.TooLong:
                throw new TooLargeException(row.Length);
            case AppendOutcome.Taken:
            default:
                break;
        }
        var state = new UploadState(row.Id, vault.Offset(row.Id) ?? 0, row.Length, row.ExpiresAt);
        var wrong = state.Offset == row.Length && row.Sha256 is { } announced && await vault.PartHash(row.Id, ct) != announced;
        return new AppendedChunk(state, wrong);
    }
}

sealed class EndUploadHandler(OwnUploads own, UploadStore uploads, FileVault vault) : ICommandHandler<EndUpload, int>
{
    public async Task<int> Handle(EndUpload command, CancellationToken ct)
    {
        var row = await own.Get(command.UploadId, ct);
        var ended = await uploads.Remove(own.District, row.Id);
        vault.Forget(row.Id);
        return ended;
    }
}
