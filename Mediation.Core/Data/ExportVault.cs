using System.Security.Cryptography;

namespace Mediation.Core.Data;

/// <summary>
/// The folder of exported files, beside the attachments. A file is written as a draft and gets its name when it is whole and on disk; the name is that of
/// the run that wrote it, so two runs of one job never write over each other.
/// </summary>
public sealed class ExportVault(FileVault vault)
{
    const int BufferSize = 1 << 16;
    const string Draft = ".draft";

    string Folder => Directory.CreateDirectory(Path.Combine(vault.Root, "exports")).FullName;

    public FileStream Begin(Guid lease) =>
        new(PathOf(lease) + Draft, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize);

    /// <summary>Answers the length and the SHA-256 of what is on disk now.</summary>
    public async Task<(long Bytes, string Sha256)> Keep(Guid lease, FileStream draft, CancellationToken ct)
    {
        draft.Flush(flushToDisk: true);
        draft.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(draft, ct));
        var bytes = draft.Length;
        await draft.DisposeAsync();
        File.Move(PathOf(lease) + Draft, PathOf(lease));
        return (bytes, sha256);
    }

    public FileStream? Open(Guid lease) => File.Exists(PathOf(lease))
        ? new(PathOf(lease), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, useAsync: true)
        : null;

    public void Remove(Guid lease)
    {
        File.Delete(PathOf(lease));
        File.Delete(PathOf(lease) + Draft);
    }

    /// <summary>The runs whose files, whole or not, lie here and were not written to since then.</summary>
    public IEnumerable<Guid> Before(DateTimeOffset limit) => Directory.EnumerateFiles(Folder).Where(path => File.GetLastWriteTimeUtc(path) < limit.UtcDateTime)
        .Select(path => Guid.TryParseExact(Path.GetFileNameWithoutExtension(path), "n", out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().ToList();

    string PathOf(Guid lease) => Path.Combine(Folder, lease.ToString("n"));
}
