using System.Collections.ObjectModel;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mediation.Core.Data;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Papers;

namespace Mediation.Core.Features.Dossier;

/// <summary>A paper as a Word file; the digest tells whether a later one would say something else.</summary>
public sealed record Paper(string FileName, byte[] Bytes, string Digest);

/// <summary>A paper before it is made: a digest of what it would say, its blanks, and the code of what is wrong with its template, which then says nothing.</summary>
sealed record PaperPreview(string Digest, IReadOnlyList<string> Blanks, string? Problem);

/// <summary>Writes the papers of a matter; whoever asks has checked who may see them, and logs it.</summary>
[Scoped]
sealed class PaperWriter(
    DbSession db, PaperTemplates templates, ReferenceData reference, OrganisationStore organisations, MediatorStore mediators, AreaStore areas, TimeProvider clock)
{
    /// <summary>What belongs to the dossier by what has happened: no empty forms, no optional papers.</summary>
    public static IEnumerable<(PaperKind Kind, int? Item)> Fitting(DisputeFile file, MediationCase? of) =>
        PaperFit.Of(file, of).Where(paper => !paper.Optional).Select(paper => (paper.Kind, paper.Item));

    /// <summary>One paper; `item` counts from 1 where several exist, and null is an empty form.</summary>
    public Task<Paper> Write(PaperKind kind, DisputeFile file, MediationCase? of, int? item, CancellationToken ct) => Write(kind, file, of, item, null, ct);

    /// <summary>The same, with the version of the file in its foot.</summary>
    public async Task<Paper> Write(PaperKind kind, DisputeFile file, MediationCase? of, int? item, int? version, CancellationToken ct)
    {
        var names = await Names(file, of, ct);
        var content = new PaperBuilder(names, file, of, clock.GetUtcNow()).Build(kind, item);
        content["made"] = Made(version);
        var template = await templates.Find(kind, ct);
        return new Paper(FileName(names.Word(kind), of?.Number ?? content.Find("subject") as string, item), template.Fill(content), await Digest(template.Told(content)));
    }

    /// <summary>What a paper would say now, what would be left to a pen, and why its template cannot be used, if so.</summary>
    public async Task<PaperPreview> Preview(PaperKind kind, DisputeFile file, MediationCase? of, int? item, PaperNames names, CancellationToken ct)
    {
        var content = new PaperBuilder(names, file, of, clock.GetUtcNow()).Build(kind, item);
        content["made"] = Made(null);
        if (await templates.Problem(kind, ct) is { } problem)
            return new PaperPreview("", [], problem);
        var template = await templates.Find(kind, ct);
        return new PaperPreview(await Digest(template.Told(content)), template.Blanks(content), null);
    }

    public async Task<PaperNames> Names(DisputeFile file, MediationCase? of, CancellationToken ct)
    {
        var people = new Dictionary<Guid, string>();
        foreach (var id in new[] { of?.HostId }.OfType<Guid>().Concat(of?.AssistantIds ?? []).Distinct())
            if (await mediators.Get(id, ct) is { } mediator)
                people[id] = mediator.Name;
        return new PaperNames
        {
            Committee = (await organisations.Get(of?.OrganisationId ?? file.ResponsibleId, ct))?.Name ?? "", People = people,
            Area = (await areas.Find(file.Area, ct))?.Name, Words = Words(await ReferenceData.Text(db, ReferenceKind.Labels, ct)),
        };
    }

    /// <summary>Chinese labels of the vocabulary as they are stored.</summary>
    public static ReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Words(string? labels) =>
        StorageJson.Read<Dictionary<string, Dictionary<string, Label>>>(labels ?? throw new InvalidOperationException("The database holds no labels."))
            .ToDictionary(list => list.Key, list => (IReadOnlyDictionary<string, string>)list.Value.ToDictionary(word => word.Key, word => word.Value.Zh)).AsReadOnly();

    /// <summary>Keyed, so that the log of makings tells nothing of what was written.</summary>
    async Task<string> Digest(string told) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(await reference.Secret(db, "papers"), Encoding.UTF8.GetBytes(told)).AsSpan(0, 8));

    string Made(int? version)
    {
        var now = clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return version is { } known ? $"制作于 {now}　第{known.ToString(CultureInfo.InvariantCulture)}版" : $"制作于 {now}";
    }

    static string FileName(string kind, string? which, int? item)
    {
        var name = $"{kind}{(item is { } number ? $"-{number.ToString(CultureInfo.InvariantCulture)}" : "")}{(which is null ? "" : $"-{which}")}";
        return string.Concat(name.Where(c => char.IsLetterOrDigit(c) || c is '-' or '（' or '）')) + ".docx";
    }

    sealed record Label(string Zh);
}
