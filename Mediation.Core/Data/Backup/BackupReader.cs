using System.IO.Compression;
using System.Security.Cryptography;

namespace Mediation.Core.Data.Backup;

/// <summary>Reads an archive. What is damaged is an InvalidDataException that says where.</summary>
sealed class BackupReader : IDisposable
{
    readonly ZipArchive archive;

    BackupReader(ZipArchive archive, BackupManifest manifest) => (this.archive, Manifest) = (archive, manifest);

    public BackupManifest Manifest { get; }

    public IEnumerable<string> Contents => archive.Entries.Where(IsContent).Select(entry => Path.GetFileName(entry.FullName));

    public static async Task<BackupReader> Open(string path, CancellationToken ct)
    {
        if (!File.Exists(path))
            throw new RefusedException($"There is no file {path}.");
        var archive = await ZipFile.OpenReadAsync(path, ct);
        var entry = archive.GetEntry(BackupWriter.ManifestName) ?? throw new InvalidDataException("The file is no backup: it has no manifest.");
        using var text = new MemoryStream();
        await using (var stream = await entry.OpenAsync(ct))
            await stream.CopyToAsync(text, ct);
        if (archive.Comment != $"sha256:{Convert.ToHexStringLower(SHA256.HashData(text.ToArray()))}")
            throw new InvalidDataException("The backup's manifest is not what its checksum says.");
        var manifest = StorageJson.Read<BackupManifest>(System.Text.Encoding.UTF8.GetString(text.ToArray()));
        if (manifest.Format != BackupManifest.KnownFormat)
            throw new RefusedException($"The backup has the format {manifest.Format}; this program reads {BackupManifest.KnownFormat}.");
        return new BackupReader(archive, manifest);
    }

    /// <summary>Reads everything once and holds it against its digest, before anything is done with it.</summary>
    public async Task Check(TellProgress tell, CancellationToken ct)
    {
        var listed = Manifest.Entries.ToDictionary(entry => entry.Name);
        var (done, contents, databases) = (0L, 0L, 0);
        foreach (var entry in archive.Entries.Where(entry => entry.FullName != BackupWriter.ManifestName))
        {
            await using var stream = await entry.OpenAsync(ct);
            var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
            var expected = IsContent(entry) ? Path.GetFileName(entry.FullName) : listed.GetValueOrDefault(entry.FullName)?.Sha256;
            if (sha256 != expected)
                throw new InvalidDataException($"The backup's part {entry.FullName} is not what its checksum says.");
            (contents, databases) = IsContent(entry) ? (contents + 1, databases) : (contents, databases + 1);
            tell("checksums", done += entry.Length, null);
        }
        if (contents != Manifest.Contents || databases != listed.Count)
            throw new InvalidDataException("Parts of the backup are missing.");
    }

    public Task<Stream> Open(string name, bool content, CancellationToken ct) =>
        (archive.GetEntry(content ? BackupWriter.Contents + FileVault.Place(name) : name) ?? throw new InvalidDataException($"The backup has no part {name}.")).OpenAsync(ct);

    public void Dispose() => archive.Dispose();

    static bool IsContent(ZipArchiveEntry entry) => entry.FullName.StartsWith(BackupWriter.Contents, StringComparison.Ordinal);
}
