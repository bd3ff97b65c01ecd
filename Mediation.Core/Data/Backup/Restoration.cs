using Dapper;

namespace Mediation.Core.Data.Backup;

/// <summary>
/// A backup on its way back: read and checked whole, loaded beside its place, put right there, and switched to in one step. Whatever ends it before
/// leaves the place empty.
/// </summary>
public sealed class Restoration : IAsyncDisposable
{
    readonly BackupReader archive;
    readonly Staging staging;

    Restoration(BackupReader archive, Staging staging) => (this.archive, this.staging) = (archive, staging);

    public BackupManifest Manifest => archive.Manifest;

    /// <summary>Of the database beside, until it is switched to.</summary>
    public string ConnectionString => staging.ConnectionString;

    public static async Task<Restoration> Open(string connectionString, string file, CancellationToken ct) =>
        new(await BackupReader.Open(file, ct), Staging.Beside(connectionString));

    /// <summary>Without a register what was erased after the backup would come back, and nobody would know.</summary>
    public void RequireRegister(FileVault vault, ErasureRegister register)
    {
        vault.Use(Manifest.Mark);
        if (!register.Exists)
            throw new RefusedException(
                $"There is no register of erasures in {register.Folder}: what was lawfully erased after {Manifest.TakenAt:yyyy-MM-dd} would come back. " +
                "Bring the old installation's folder there (or name it by Erasures:Folder), or say --without-erasures.");
    }

    public async Task Load(TellProgress tell, CancellationToken ct)
    {
        await Require(tell, ct);
        await staging.Clear(ct);
        await staging.Load(archive, tell, ct);
    }

    /// <summary>Everything that can be refused, before anything is touched.</summary>
    async Task Require(TellProgress tell, CancellationToken ct)
    {
        if (Manifest.Engine != staging.Engine)
            throw new RefusedException($"The backup was taken from {Manifest.Engine}, and this is {staging.Engine}. Restore it there; migrate-engine leads from SQLite to PostgreSQL.");
        if (Manifest.Migrations.Except(Migrations.Names(staging.Engine)).FirstOrDefault() is { } unknown)
            throw new RefusedException($"The backup is of a newer version of the program: this one does not know {unknown}.");
        await staging.RequireEmpty(ct);
        await archive.Check(tell, ct);
    }

    /// <summary>Lays the files that rows still name into a folder beside their own; what was erased anew is not among them.</summary>
    public async Task Unpack(FileVault vault, TellProgress tell, CancellationToken ct)
    {
        var beside = BesideOf(vault);
        if (Directory.Exists(beside))
            Directory.Delete(beside, recursive: true);
        Directory.CreateDirectory(beside);
        await using var connection = Engines.Connection(ConnectionString);
        await connection.OpenAsync(ct);
        var (done, names) = (0L, archive.Contents.ToList());
        foreach (var sha256 in names)
        {
            tell("attachments", done++, names.Count);
            if (await connection.ExecuteScalarAsync<long?>("select 1 from content_use where sha256 = @sha256 limit 1", new { sha256 }) is not null)
                await Unpack(sha256, Path.Combine(beside, FileVault.Place(sha256)), ct);
        }
        tell("attachments", done, names.Count);
    }

    /// <summary>The files first, for they change nothing until a database names them.</summary>
    public async Task Switch(FileVault vault, CancellationToken ct)
    {
        var beside = BesideOf(vault);
        foreach (var path in Directory.EnumerateFiles(beside, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(vault.Root, Path.GetRelativePath(beside, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(path, target, overwrite: true);
        }
        Directory.Delete(beside, recursive: true);
        await staging.Switch(ct);
    }

    /// <summary>What was not switched to goes.</summary>
    public async ValueTask DisposeAsync()
    {
        archive.Dispose();
        await staging.Clear(CancellationToken.None);
    }

    async Task Unpack(string sha256, string path, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var bytes = await archive.Open(sha256, content: true, ct);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await bytes.CopyToAsync(file, ct);
        file.Flush(flushToDisk: true);
    }

    static string BesideOf(FileVault vault) => vault.Root + ".restoring";
}
