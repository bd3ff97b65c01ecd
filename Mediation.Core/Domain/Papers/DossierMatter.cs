using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Papers;

/// <summary>A case with the files of its dossier, as the rules of the catalogue ask about it.</summary>
sealed record DossierMatter(DisputeFile File, MediationCase Case)
{
    public bool OnTheSpot => Case.OnTheSpot;

    public bool IsRejected => Case.State == CaseState.Rejected;

    /// <summary>Parties sat down, or came to terms.</summary>
    public bool WasMediated => Case.Sessions.Count > 0 || Case.IsAgreed;

    public CaseState Outcome => Case.State;

    public IReadOnlyList<Party> Parties { get; } = [.. File.Parties.Where(p => p.IsIdentified)];

    public bool HasAgents => Parties.Any(p => p.Agents.Count > 0);

    public int FollowUps => PaperFit.Visits(File, Case).Count;

    /// <summary>What counts as a page of this dossier: of this case or of its desk's part of the matter, neither replaced, erased nor added later.</summary>
    public IReadOnlyList<Attachment> Pages { get; } = [.. FilesOf(File, Case).Where(a => a is { SupersededBy: null, ErasedOn: null, Supplement: false })];

    /// <summary>Every file of the dossier, replaced ones and supplements included.</summary>
    public static IEnumerable<Attachment> FilesOf(DisputeFile file, MediationCase of) =>
        file.Attachments.Where(a => a.CaseId == of.Id || a.CaseId is null && IsOfDesk(of, a.OrganisationId));

    /// <summary>The committee whose case it is, or the desk that opened it for the committee.</summary>
    public static bool IsOfDesk(MediationCase of, Guid organisation) => organisation == of.OrganisationId || organisation == of.DeskId;

    /// <summary>Must be there: by its scan, or by `entered` sheets that the entries hold in its place.</summary>
    public DossierPosition Must(
        int number, string title, string basis, IReadOnlyList<PaperKind> papers, int entered, string substitute, params AttachmentKind[] kinds)
    {
        var position = Filled(number, title, basis, DossierNeed.Must, papers, kinds);
        return position.State == DossierState.Present ? position
            : entered > 0 ? position with { State = DossierState.Substituted, Reason = substitute, Pages = entered }
            : position with { State = DossierState.Missing };
    }

    public DossierPosition IfNeeded(int number, string title, string basis, IReadOnlyList<PaperKind> papers, params AttachmentKind[] kinds) =>
        Filled(number, title, basis, DossierNeed.IfNeeded, papers, kinds);

    /// <summary>A position of files alone; `noted` stands in for them where it is given.</summary>
    public DossierPosition Files(int number, string title, string basis, AttachmentKind kind, DossierNeed need, string? noted)
    {
        var position = Filled(number, title, basis, need, [], [kind]);
        return position.State == DossierState.Present || need == DossierNeed.IfNeeded ? position
            : position with { State = noted is null ? DossierState.Missing : DossierState.Substituted, Reason = noted };
    }

    DossierPosition Filled(int number, string title, string basis, DossierNeed need, IReadOnlyList<PaperKind> papers, AttachmentKind[] kinds)
    {
        var names = papers.Select(p => p.ToString()).ToHashSet();
        // A scan goes where its paper belongs; what names no paper goes by its kind.
        var files = Pages.Where(a => a.Paper is { } paper ? names.Contains(paper) : kinds.Contains(a.Kind)).ToList();
        return new DossierPosition
        {
            Number = number, Papers = papers, Title = title, Need = need, Basis = basis, State = files.Count > 0 ? DossierState.Present : DossierState.NotNeeded,
            Pages = files.Sum(a => a.Pages), AttachmentIds = [.. files.Select(a => a.Id)],
        };
    }
}
