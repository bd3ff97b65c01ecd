using System.Security.Cryptography;
using System.Text;

namespace Mediation.Core.Data;

/// <summary>
/// What was lawfully erased (个人信息保护法 47), kept outside the database so that no old backup brings it back: ids, names of fields and days, nothing
/// personal. One small file for each erasure, so that several processes never write to the same one; none is ever changed.
/// </summary>
public sealed class ErasureRegister(FileVault vault)
{
    const string Draft = ".draft", Ending = ".json";

    public string Folder => vault.Erasures;

    public bool Exists => Directory.Exists(Folder);

    public async Task Add(RegisteredErasure erasure, CancellationToken ct)
    {
        var text = StorageJson.Write(erasure);
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{erasure.Kind} {erasure.Id} {string.Join(' ', erasure.Fields.Order(StringComparer.Ordinal))}")).AsSpan(..6));
        var path = Path.Combine(Directory.CreateDirectory(Folder).FullName, $"{erasure.Id:n}-{mark}{Ending}");
        if (File.Exists(path))
            return;
        var draft = $"{path}-{Guid.CreateVersion7():n}{Draft}";
        await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
            file.Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite: true);
    }

    public async Task<IReadOnlyList<RegisteredErasure>> Read(CancellationToken ct)
    {
        var read = new List<RegisteredErasure>();
        if (Exists)
            foreach (var path in Directory.EnumerateFiles(Folder, $"*{Ending}").Order(StringComparer.Ordinal))
                read.Add(StorageJson.Read<RegisteredErasure>(await File.ReadAllTextAsync(path, ct)));
        return [.. read.OrderBy(erasure => erasure.On)];
    }

    /// <summary>That there is a register says that nothing else was erased.</summary>
    public void Begin() => Directory.CreateDirectory(Folder);
}

/// <summary>One erasure: of which texts of a dispute (by their names in the journal), of a sign, of a visit; when, and by whose order.</summary>
public sealed record RegisteredErasure
{
    public required ErasedKind Kind { get; init; }

    public required long District { get; init; }

    public required Guid Id { get; init; }

    public IReadOnlyList<string> Fields { get; init; } = [];

    public required DateOnly On { get; init; }

    public Guid By { get; init; }

    public Guid Office { get; init; }
}

public enum ErasedKind { Dispute, Lead, Visit }
