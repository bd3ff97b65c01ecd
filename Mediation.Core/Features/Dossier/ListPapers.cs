using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Papers;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Dossier;

/// <summary>Every kind of paper: whether it suits the matter now, what a person must still write, and which copies are out of date.</summary>
[Needs(Permission.ReadMatters)]
public sealed record ListPapers(Guid DisputeId, Guid? CaseId) : IQuery<PaperList>;

/// <summary>The papers of one case, or of the matter before there is one.</summary>
public sealed record PaperList(Guid? CaseId, IReadOnlyList<PaperItem> Items);

public sealed record PaperItem
{
    public required PaperKind Kind { get; init; }

    /// <summary>The Chinese name of the paper.</summary>
    public required string Title { get; init; }

    /// <summary>Counts from 1 where several exist; null is the only one, or an empty form.</summary>
    public int? Item { get; init; }

    /// <summary>It suits the matter as it stands and can be made.</summary>
    public required bool Fits { get; init; }

    /// <summary>A form that may be printed, no consequence of what has happened.</summary>
    public required bool Optional { get; init; }

    /// <summary>Placeholders that nobody can fill from the file; lines to write on.</summary>
    public required IReadOnlyList<string> Blanks { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<PaperCopy> Made { get; init; }

    /// <summary>The template cannot be used: the code of the problem that making it is answered with.</summary>
    public string? Problem { get; init; }
}

/// <summary>A copy that was made; superseded when the paper would say something else now.</summary>
public sealed record PaperCopy(DateTimeOffset At, string? By, int Version, string Format, bool Superseded);

sealed class ListPapersHandler(CurrentUser user, DisputeStore disputes, PaperWriter writer, PaperLog log) : IQueryHandler<ListPapers, PaperList>
{
    public async Task<PaperList> Handle(ListPapers query, CancellationToken ct)
    {
        var dispute = await disputes.Find(query.DisputeId, ct) ?? throw new NotFoundException("The dispute");
        var file = dispute.File;
        var of = PaperSight.Require(file, user.Account, query.CaseId);
        var names = await writer.Names(file, of, ct);
        var makings = (await log.Of(file.Id, ct)).Select(line => (Line: line, Making: PaperMaking.Read(line.Detail))).Where(m => m.Making?.CaseId == of?.Id).ToList();
        var fitting = PaperFit.Of(file, of).ToList();
        var items = new List<PaperItem>();
        foreach (var paper in fitting)
        {
            var (digest, blanks, problem) = await writer.Preview(paper.Kind, file, of, paper.Item, names, ct);
            items.Add(new PaperItem
            {
                Kind = paper.Kind, Title = names.Word(paper.Kind), Item = paper.Item, Fits = true, Optional = paper.Optional, Blanks = blanks, Problem = problem,
                Made = Copies(makings, paper.Kind, paper.Item, digest),
            });
        }
        // A copy of what is no more (a reversed session, say) is listed, and superseded.
        var gone = makings.Select(m => (m.Making!.Kind, m.Making.Item)).Distinct().Where(m => !fitting.Any(f => f.Kind == m.Kind && f.Item == m.Item));
        var others = Enum.GetValues<PaperKind>().Where(kind => fitting.All(f => f.Kind != kind)).Select(kind => (Kind: kind, Item: (int?)null));
        foreach (var (kind, item) in gone.Concat(others).Distinct())
            items.Add(new PaperItem
            {
                Kind = kind, Title = names.Word(kind), Item = item, Fits = false, Optional = false, Blanks = [], Made = Copies(makings, kind, item, ""),
            });
        return new PaperList(of?.Id, [.. items.OrderBy(i => i.Kind).ThenBy(i => i.Item ?? int.MaxValue)]);
    }

    static IReadOnlyList<PaperCopy> Copies(List<(PaperLine Line, PaperMaking? Making)> makings, PaperKind kind, int? item, string digest) =>
        [.. makings.Where(m => m.Making!.Kind == kind && m.Making.Item == item)
            .Select(m => new PaperCopy(m.Line.At, m.Line.DisplayName, m.Making!.Version, m.Making.Format, m.Making.Digest != digest))];
}
