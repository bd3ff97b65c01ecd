using Mediation.Core.Data.Backup;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Operations;

/// <summary>Reads a backup whole and holds every part against its checksum.</summary>
public sealed record CheckBackup(string File) : IQuery<BackupManifest>;

sealed class CheckBackupHandler : IQueryHandler<CheckBackup, BackupManifest>
{
    public async Task<BackupManifest> Handle(CheckBackup query, CancellationToken ct)
    {
        using var archive = await BackupReader.Open(query.File, ct);
        await archive.Check((_, _, _) => { }, ct);
        return archive.Manifest;
    }
}
