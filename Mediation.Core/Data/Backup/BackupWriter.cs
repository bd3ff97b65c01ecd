using System.IO.Compression;
using System.Security.Cryptography;

namespace Mediation.Core.Data.Backup;

/// <summary>Writes an archive beside its place; it gets its name when it is whole and on disk. What is left unfinished is deleted.</summary>
sealed class BackupWriter : IAsyncDisposable
{
    public const string ManifestName = "manifest.json";

    /// <summary>In the folders of the vault, so that an unpacked archive can be read by hand.</summary>
    public const string Contents = "attachments/";

    readonly string path;
    readonly FileStream file;
    readonly ZipArchive archive;
    readonly List<BackupEntry> entries = [];

    public BackupWriter(string path)
    {
        this.path = path;
        file = new FileStream(PartialOf(path), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
    }

    public IReadOnlyList<BackupEntry> Entries => entries;

    public long ContentCount { get; private set; }

    public long ContentBytes { get; private set; }

    public static string PartialOf(string path) => path + ".partial";

    /// <summary>A part of the database.</summary>
    public async Task Put(string name, Func<Stream, Task> write)
    {
        var digest = new DigestStream(await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync());
        await using (digest)
        {
            await write(digest);
            entries.Add(new BackupEntry(name, digest.Count, digest.Sha256));
        }
    }

    /// <summary>Bytes under their digest; pictures and scans are compressed already. False when they are not what the name says.</summary>
    public async Task<bool> PutContent(string sha256, Stream bytes, CancellationToken ct)
    {
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct)) != sha256)
            return false;
        bytes.Position = 0;
        await using var entry = await archive.CreateEntry(Contents + FileVault.Place(sha256), CompressionLevel.NoCompression).OpenAsync(ct);
        await bytes.CopyToAsync(entry, ct);
        (ContentCount, ContentBytes) = (ContentCount + 1, ContentBytes + bytes.Length);
        return true;
    }

    /// <summary>The manifest, the name, the disk: in this order.</summary>
    public async Task Finish(BackupManifest manifest)
    {
        var text = System.Text.Encoding.UTF8.GetBytes(StorageJson.Write(manifest));
        await using (var entry = await archive.CreateEntry(ManifestName, CompressionLevel.Fastest).OpenAsync())
            await entry.WriteAsync(text);
        archive.Comment = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(text))}";
        await archive.DisposeAsync();
        file.Flush(flushToDisk: true);
        await file.DisposeAsync();
        File.Move(PartialOf(path), path, overwrite: true);
        using var named = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        named.Flush(flushToDisk: true);
    }

    public async ValueTask DisposeAsync()
    {
        await file.DisposeAsync();
        File.Delete(PartialOf(path));
    }
}
