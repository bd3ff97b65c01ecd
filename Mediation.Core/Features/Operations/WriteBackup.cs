using Mediation.Core.Data;
using Mediation.Core.Data.Backup;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Operations;

/// <summary>
/// Writes the installation, as it is at this moment, into one archive while others go on writing: every table in one state of the database, and every
/// file that a row of that state names. Sent by the operator's verb and by the schedule, never over HTTP.
/// </summary>
public sealed record WriteBackup(string ConnectionString, string File, bool Force, TellProgress Tell) : IQuery<WrittenBackup>;

/// <summary>What is in it; `damaged` are files that rows name and that are not, or not rightly, on disk.</summary>
public sealed record WrittenBackup(DateTimeOffset TakenAt, long Rows, long Contents, IReadOnlyList<string> Damaged);

sealed class WriteBackupHandler(FileVault vault, TimeProvider clock) : IQueryHandler<WriteBackup, WrittenBackup>
{
    public async Task<WrittenBackup> Handle(WriteBackup query, CancellationToken ct)
    {
        var path = Path.GetFullPath(query.File);
        if (File.Exists(path) && !query.Force)
            throw new RefusedException($"{path} is there already; --force writes over it.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var archive = new BackupWriter(path);
        // After it began, so that all that was acknowledged before is in it.
        var takenAt = clock.GetUtcNow();
        await using var snapshot = await Snapshot.Open(query.ConnectionString, BackupWriter.PartialOf(path) + "-db", query.Tell, ct);
        var secret = await snapshot.VaultSecret();
        vault.Use(secret);
        var tables = await snapshot.Write(archive, query.Tell, ct);
        var damaged = await WriteContents(snapshot, archive, query, ct);
        await archive.Finish(new BackupManifest
        {
            Format = BackupManifest.KnownFormat, Engine = snapshot.Engine, Mark = FileVault.MarkOf(secret), TakenAt = takenAt, Migrations = await snapshot.Migrations(), Tables = tables,
            Entries = archive.Entries, Contents = archive.ContentCount, ContentBytes = archive.ContentBytes, Damaged = damaged,
        });
        return new WrittenBackup(takenAt, tables.Sum(table => table.Rows), archive.ContentCount, damaged);
    }

    async Task<IReadOnlyList<string>> WriteContents(Snapshot snapshot, BackupWriter archive, WriteBackup query, CancellationToken ct)
    {
        var (done, total, damaged) = (0L, await snapshot.CountNamed(), new List<string>());
        await foreach (var sha256 in snapshot.Named())
        {
            if (!await Write(sha256, archive, ct) && await Snapshot.IsNamedNow(query.ConnectionString, sha256))
                damaged.Add(sha256);
            query.Tell("attachments", ++done, total);
        }
        return damaged;
    }

    async Task<bool> Write(string sha256, BackupWriter archive, CancellationToken ct)
    {
        if (!vault.Has(sha256))
            return false;
        await using var bytes = vault.Open(sha256);
        return await archive.PutContent(sha256, bytes, ct);
    }
}
