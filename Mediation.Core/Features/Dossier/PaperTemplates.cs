using System.Collections.Concurrent;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Papers;

namespace Mediation.Core.Features.Dossier;

/// <summary>Where templates lie: those of the program, and the office's own, of which each takes the place of the one of its name.</summary>
public sealed record PaperFolders(string Default, string? Office);

/// <summary>The templates {Kind}.docx, read again when a file changes; a bad one of the office is refused by name, never passed over.</summary>
sealed class PaperTemplates(PaperFolders folders)
{
    readonly ConcurrentDictionary<string, KnownTemplate> known = new();

    public bool IsOffices(PaperKind kind) => PathOf(kind).Offices;

    public async Task<PaperTemplate> Find(PaperKind kind, CancellationToken ct)
    {
        var read = await Look(kind, ct);
        return read.Template ?? throw new RuleViolationException(read.Problem!.Code, $"{kind}.docx: {read.Problem.Message}", read.Problem.Rule, read.Problem.Field);
    }

    /// <summary>The code of what is wrong with a template; null when it can be used.</summary>
    public async Task<string?> Problem(PaperKind kind, CancellationToken ct) => (await Look(kind, ct)).Problem?.Code;

    async Task<KnownTemplate> Look(PaperKind kind, CancellationToken ct)
    {
        var file = new FileInfo(PathOf(kind).Path);
        if (known.TryGetValue(file.FullName, out var read) && read.Written == file.LastWriteTimeUtc && read.Length == file.Length)
            return read;
        var bytes = file.Length > PaperTemplate.Longest ? [] : await File.ReadAllBytesAsync(file.FullName, ct);
        return known[file.FullName] = new KnownTemplate(file.LastWriteTimeUtc, file.Length, PaperTemplate.TryRead(bytes, out var problem), problem);
    }

    (string Path, bool Offices) PathOf(PaperKind kind) =>
        folders.Office is { Length: > 0 } office && Path.Combine(office, $"{kind}.docx") is var own && File.Exists(own)
            ? (own, true)
            : (Path.Combine(folders.Default, $"{kind}.docx"), false);

    sealed record KnownTemplate(DateTime Written, long Length, PaperTemplate? Template, RuleViolationException? Problem);
}
