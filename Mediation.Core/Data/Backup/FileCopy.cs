namespace Mediation.Core.Data.Backup;

/// <summary>Brings the files of an installation, and its register of erasures, from one attachments folder to another. What is there already stays.</summary>
public sealed class FileCopy(FileVault vault)
{
    /// <summary>Answers which were not to be found. A file gets its name when it is whole; whether it is right is verified afterwards.</summary>
    public async Task<IReadOnlyList<string>> Bring(string fromFolder, IReadOnlyList<string> contents, TellProgress tell, CancellationToken ct)
    {
        var mark = Path.GetFileName(vault.Root);
        var (source, done, missing) = (Path.Combine(fromFolder, mark), 0L, new List<string>());
        foreach (var sha256 in contents)
        {
            tell("attachments", done++, contents.Count);
            if (vault.Has(sha256))
                continue;
            var path = Path.Combine(source, FileVault.Place(sha256));
            if (File.Exists(path))
                await Copy(path, Path.Combine(vault.Root, FileVault.Place(sha256)), ct);
            else
                missing.Add(sha256);
        }
        tell("attachments", done, contents.Count);
        var erasures = Path.Combine(fromFolder, "erasures", mark);
        if (Directory.Exists(erasures))
            foreach (var path in Directory.EnumerateFiles(erasures, "*.json").Where(path => !File.Exists(Path.Combine(vault.Erasures, Path.GetFileName(path)))))
                await Copy(path, Path.Combine(vault.Erasures, Path.GetFileName(path)), ct);
        return missing;
    }

    static async Task Copy(string from, string to, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        var draft = to + ".copying";
        await using (var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read))
        await using (var target = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await source.CopyToAsync(target, ct);
            target.Flush(flushToDisk: true);
        }
        File.Move(draft, to, overwrite: true);
    }
}
