using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Mediation.Core.Data;

/// <summary>
/// The folder beside the database: parts of uploads under their ids, and what is kept under its SHA-256 (ab/cd/...). Nothing here runs in a
/// transaction; rows say afterwards what is there. The folder of one database is told apart from another's by the database's own mark.
/// </summary>
public sealed class FileVault(VaultSettings settings, IDatabase database)
{
    const int BufferSize = 1 << 16, WouldBlock = 11, SharingViolation = unchecked((int)0x80070020);

    const string DraftEnding = ".draft";

    readonly ConcurrentDictionary<Guid, bool> busy = new();
    string? mark;

    public VaultSettings Settings => settings;

    /// <summary>What is the database's own in the folder, from its secrets; set at start-up.</summary>
    public void Use(byte[] secret) => Use(MarkOf(secret));

    internal void Use(string known)
    {
        mark = known;
        Directory.CreateDirectory(Path.Combine(Root, "parts"));
    }

    internal string Root => Path.Combine(Folder, Mark);

    /// <summary>Beside what it speaks of and not in it: whoever loses the attachments keeps what was erased.</summary>
    internal string Erasures => Path.Combine(settings.Erasures ?? Path.Combine(Folder, "erasures"), Mark);

    /// <summary>Of all databases that keep their files here.</summary>
    public string Folder => settings.Folder ?? Path.Combine(database.Folder ?? settings.Fallback, "attachments");

    string Mark => mark ?? throw new InvalidOperationException("The vault is not opened yet.");

    /// <summary>Where the files of a SQLite database lie when nothing else is said.</summary>
    public static string Beside(string connectionString) => Path.Combine(Path.GetDirectoryName(Backup.SqliteFiles.PathOf(connectionString))!, "attachments");

    internal static string MarkOf(byte[] secret) => Convert.ToHexStringLower(SHA256.HashData(secret).AsSpan(..6));

    /// <summary>An empty part that waits for its bytes.</summary>
    public void Begin(Guid id)
    {
        using var part = new FileStream(PartOf(id), FileMode.CreateNew);
    }

    /// <summary>How many bytes are on disk; null when there is no part.</summary>
    public long? Offset(Guid id) => new FileInfo(PartOf(id)) is { Exists: true } part ? part.Length : null;

    public void Forget(Guid id) => File.Delete(PartOf(id));

    /// <summary>
    /// Writes what comes behind what is there, and answers when it is on disk. What arrived before a cut stays, unless the chunk bears a checksum:
    /// then it counts whole or not at all.
    /// </summary>
    public async Task<AppendOutcome> Append(Guid id, long offset, long length, Stream body, (HashAlgorithmName Name, byte[] Digest)? checksum, CancellationToken ct)
    {
        if (!busy.TryAdd(id, true))
            return AppendOutcome.Busy;
        try
        {
            await using var part = new FileStream(PartOf(id), FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
            if (part.Length != offset)
                return AppendOutcome.WrongOffset;
            part.Position = offset;
            using var hash = checksum is { } asked ? IncrementalHash.CreateHash(asked.Name) : null;
            var complete = false;
            try
            {
                if (!await Copy(body, part, length - offset, hash, ct))
                    return AppendOutcome.TooLong;
                complete = hash is null || CryptographicOperations.FixedTimeEquals(hash.GetHashAndReset(), checksum!.Value.Digest);
                part.Flush(flushToDisk: true);
            }
            finally
            {
                if (hash is not null && !complete)
                    part.SetLength(offset);
            }
            return complete ? AppendOutcome.Taken : AppendOutcome.WrongChecksum;
        }
        finally
        {
            busy.TryRemove(id, out _);
        }
    }

    public async Task<string> PartHash(Guid id, CancellationToken ct)
    {
        await using var part = new FileStream(PartOf(id), FileMode.Open, FileAccess.Read, FileShare.ReadWrite, BufferSize, useAsync: true);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(part, ct));
    }

    public Task<byte[]> ReadPart(Guid id, CancellationToken ct) => File.ReadAllBytesAsync(PartOf(id), ct);

    /// <summary>Puts bytes under their hash, whole or not at all; known ones are left as they are.</summary>
    public async Task Keep(string sha256, byte[] bytes, CancellationToken ct)
    {
        var path = ContentOf(sha256);
        if (File.Exists(path))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = NewDraft();
        try
        {
            await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true))
            {
                await file.WriteAsync(bytes, ct);
                file.Flush(flushToDisk: true);
            }
            File.Move(draft, path, overwrite: true);
            // The new name is on disk too before a row says that the bytes are there.
            await using var moved = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);
            moved.Flush(flushToDisk: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>What is kept under a hash, to be read; the bytes are checked against it by whoever passes them on as evidence.</summary>
    public FileStream Open(string sha256) => new(ContentOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, useAsync: true);

    public bool Has(string sha256) => File.Exists(ContentOf(sha256));

    public void Remove(string sha256) => File.Delete(ContentOf(sha256));

    /// <summary>Another process is writing to it.</summary>
    public static bool IsTaken(Exception failure) => failure is IOException { HResult: WouldBlock or SharingViolation };

    /// <summary>A file that is gone when it is closed, on the disk of the vault.</summary>
    public FileStream Draft() => new(
        NewDraft(), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize,
        FileOptions.Asynchronous | FileOptions.DeleteOnClose);

    /// <summary>Parts that nothing was written to since then: mostly their rows are gone, or never came to be.</summary>
    public IEnumerable<Guid> PartsBefore(DateTimeOffset limit) => Directory.EnumerateFiles(Path.Combine(Root, "parts"))
        .Where(path => File.GetLastWriteTimeUtc(path) < limit.UtcDateTime)
        .Select(path => Guid.TryParseExact(Path.GetFileName(path), "n", out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty);

    /// <summary>Deletes drafts that nothing was written to since then: their process died over them. Answers how many.</summary>
    public int DropDrafts(DateTimeOffset limit)
    {
        var left = Directory.EnumerateFiles(Path.Combine(Root, "parts"), $"*{DraftEnding}").Where(path => File.GetLastWriteTimeUtc(path) < limit.UtcDateTime).ToList();
        left.ForEach(File.Delete);
        return left.Count;
    }

    static async Task<bool> Copy(Stream body, FileStream part, long room, IncrementalHash? hash, CancellationToken ct)
    {
        var buffer = new byte[BufferSize];
        int count;
        while ((count = await body.ReadAsync(buffer, ct)) > 0)
        {
            if (count > room)
                return false;
            // What was read is written, even when the client is gone by now.
            await part.WriteAsync(buffer.AsMemory(..count), CancellationToken.None);
            hash?.AppendData(buffer, 0, count);
            room -= count;
        }
        return true;
    }

    // In the folder of parts, so that a sweep finds what a crash left without walking through everything that is kept.
    string NewDraft() => Path.Combine(Root, "parts", $"{Guid.CreateVersion7():n}{DraftEnding}");

    string PartOf(Guid id) => Path.Combine(Root, "parts", id.ToString("n"));

    // Only hashes come here, so no name can lead out of the folder.
    internal static string Place(string sha256) => $"{sha256[..2]}/{sha256[2..4]}/{sha256}";

    string ContentOf(string sha256) => Path.Combine(Root, Place(sha256));
}

/// <summary>
/// Where files lie and how large they may be. Without a folder of their own they lie beside the SQLite file; a PostgreSQL server has no such
/// place, so there the fallback, the program's working folder, serves until one is configured.
/// </summary>
public sealed record VaultSettings(string? Folder, string Fallback, long MaxBytes)
{
    /// <summary>Where the register of erasures lies; by default beside the files.</summary>
    public string? Erasures { get; init; }
}

/// <summary>What became of a chunk.</summary>
public enum AppendOutcome { Taken, WrongOffset, WrongChecksum, TooLong, Busy }
