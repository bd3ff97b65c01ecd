using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Papers;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Dossier;

/// <summary>The dossier of a case: its catalogue with what is there and what is missing, its term, the reviewers' remarks and the supplements.</summary>
[Needs(Permission.ReadMatters)]
public sealed record GetDossier(Guid DisputeId, Guid? CaseId = null) : IQuery<DossierView>;

/// <summary>One case, one number, one dossier.</summary>
public sealed record DossierView
{
    public required Guid DisputeId { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>（2026）海口村人调字第1号; null for a rejected one.</summary>
    public string? Number { get; init; }
    public required string Committee { get; init; }

    /// <summary>The thirteen positions of 司发通〔2010〕239号, in order.</summary>
    public required IReadOnlyList<DossierPosition> Positions { get; init; }

    /// <summary>Positions that are archived with a reason only.</summary>
    public required IReadOnlyList<int> Missing { get; init; }
    public required int Pages { get; init; }

    /// <summary>The last day for archiving by local rule; null while the matter is open.</summary>
    public DateOnly? ArchivingDue { get; init; }
    public DateOnly? ArchivedOn { get; init; }

    /// <summary>短期, 长期 or 永久; null until archived.</summary>
    public string? Term { get; init; }

    /// <summary>The last day of keeping; null for ever or not yet archived.</summary>
    public DateOnly? KeepUntil { get; init; }

    /// <summary>The terms to choose from, by local rule.</summary>
    public required IReadOnlyList<RetentionTerm> Terms { get; init; }

    /// <summary>What reviewers found, oldest first.</summary>
    public required IReadOnlyList<DossierReview> Reviews { get; init; }

    /// <summary>Files that are pages of the archived dossier, replaced and erased ones included.</summary>
    public required IReadOnlyList<AttachmentView> Files { get; init; }

    /// <summary>Files that were added after archiving, with their dates.</summary>
    public required IReadOnlyList<AttachmentView> Supplements { get; init; }
}

/// <summary>Puts the view of a dossier together.</summary>
[Scoped]
public sealed class DossierReader(DbSession db, OrganisationStore organisations, ReferenceData reference)
{
    public async Task<DossierView> View(DisputeFile file, MediationCase of, CancellationToken ct)
    {
        var positions = DossierCatalogue.Of(file, of);
        var files = DossierMatter.FilesOf(file, of).Select(AttachmentView.Of).ToList();
        var rules = (await reference.RetentionTerms(db, ct)).On(file.ClosedOn ?? file.LastStepOn);
        return new DossierView
        {
            DisputeId = file.Id, CaseId = of.Id, Number = of.Number, Committee = (await organisations.Get(of.OrganisationId, ct))?.Name ?? "",
            Positions = positions, Missing = DossierCatalogue.Missing(positions), Pages = of.Dossier?.Pages ?? positions.Sum(p => p.Pages),
            ArchivingDue = file.ClosedOn is { } closed ? rules.ArchivingDue(closed) : null, ArchivedOn = of.Dossier?.ArchivedOn, Term = of.Dossier?.Term,
            KeepUntil = of.Dossier?.EndsOn, Terms = rules.Terms, Reviews = of.Dossier?.Reviews ?? [], Files = [.. files.Where(f => !f.Supplement)],
            Supplements = [.. files.Where(f => f.Supplement)],
        };
    }
}

sealed class GetDossierHandler(DossierAccess access, DossierReader reader) : IQueryHandler<GetDossier, DossierView>
{
    public async Task<DossierView> Handle(GetDossier query, CancellationToken ct)
    {
        var file = await access.File(query.DisputeId, ct);
        return await reader.View(file, access.Hosted(file, query.CaseId), ct);
    }
}
