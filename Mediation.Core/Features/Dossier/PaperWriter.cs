using Mediation.Core.Data;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Papers;

namespace Mediation.Core.Features.Dossier;

/// <summary>A paper as a Word file.</summary>
public sealed record Paper(string FileName, byte[] Bytes);

/// <summary>Writes the papers of a matter; whoever asks has checked who may see them, and logs it.</summary>
[Scoped]
public sealed class PaperWriter
{
    /// <summary>What belongs to the dossier by what has happened: no empty forms, no optional papers.</summary>
    public static IEnumerable<(PaperKind Kind, int? Item)> Fitting(DisputeFile file, MediationCase? of) =>
        PaperFit.Of(file, of).Where(paper => !paper.Optional).Select(paper => (paper.Kind, paper.Item));

    /// <summary>One paper; `item` counts from 1 where several exist, and null is an empty form.</summary>
    public Task<Paper> Write(PaperKind kind, DisputeFile file, MediationCase? of, int? item, CancellationToken ct) =>
        throw new NotSupportedException($"{kind}: the templates come with the next commit.");
}
