using System.Text.Json.Nodes;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Domain.Papers;

namespace Mediation.Core.Domain.Disputes;

public sealed partial class Dispute
{
    /// <summary>
    /// Puts a file into the dossier; no step, so no date moves and nothing is taken back with it. Sound needs every side's recorded yes
    /// (domain 12); what is archived stays as it is, and what comes later is a dated supplement.
    /// </summary>
    public void Attach(Attachment added, Guid? replaces, bool isAudio, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.Attach);
        RefuseFuture(step.On, step, "on");
        if (added.CaseId is { } caseId && File.Cases.All(c => c.Id != caseId))
            throw new RuleViolationException("case.unknown", "The dispute has no such case.", "domain 6", "caseId");
        if (isAudio != (added.Kind == AttachmentKind.Recording))
            throw new RuleViolationException("attachment.recording", "A recording is sound, and sound is a recording.", "domain 12", "kind");
        if (isAudio && PresentParties.Where(p => p.Side != PartySide.ThirdParty).Any(p => !added.AgreedBy.Contains(p.Id)))
            throw new RuleViolationException("recording.without-consent", "A talk is recorded only with the yes of both sides.", "个人信息保护法 13", "agreedBy");
        foreach (var party in added.AgreedBy)
            _ = RequireParty(party, "agreedBy");
        var placed = added with { CaseId = CaseOf(added, replaces) };
        // What replaces a supplement is one, whatever case is open by now.
        var supplement = IsSupplement(placed, File.Cases) || File.Attachments.Any(a => a.Id == replaces && a.Supplement);
        var kept = placed with { Supplement = supplement, On = step.On };
        if (replaces is { } old)
            RefuseImpossibleReplacement(old, kept);
        Write(JournalEvent.FileAttached, step, File with
        {
            Attachments = [.. File.Attachments.Select(a => a.Id == replaces ? a with { SupersededBy = kept.Id } : a), kept],
        }, new JsonObject
        {
            ["attachment"] = kept.Id.ToString(), ["case"] = kept.CaseId?.ToString(), ["kind"] = kept.Kind.ToString(), ["paper"] = kept.Paper,
            ["sha256"] = kept.Sha256, ["length"] = kept.Length, ["mediaType"] = kept.MediaType, ["pages"] = kept.Pages, ["supplement"] = kept.Supplement,
            ["replaces"] = replaces?.ToString(), ["agreedBy"] = Names(kept.AgreedBy),
        }, new() { [$"attachment.{kept.Id}.name"] = kept.Name, [$"attachment.{kept.Id}.origin"] = kept.Origin });
    }

    /// <summary>Archives a closed case's dossier: every must is there, or its absence has a reason in the 卷宗情况说明 (domain 12).</summary>
    public void ArchiveDossier(Guid caseId, RetentionTerm term, IReadOnlyDictionary<int, string> reasons, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.ArchiveDossier);
        var of = File.Cases.FirstOrDefault(c => c.Id == caseId) ?? throw new RuleViolationException("case.unknown", "The dispute has no such case.", "domain 6", "caseId");
        if (of.Dossier is not null)
            throw new RuleViolationException("dossier.archived", "This dossier is archived; what comes later is a supplement.", "domain 6", "caseId");
        var positions = DossierCatalogue.Of(File, of);
        var missing = DossierCatalogue.Missing(positions);
        if (missing.FirstOrDefault(number => string.IsNullOrWhiteSpace(reasons.GetValueOrDefault(number))) is > 0 and var first)
            throw new RuleViolationException(
                "dossier.must-missing", $"Position {first}, {positions[first - 1].Title}, is missing: attach it, or give the reason.",
                positions[first - 1].Basis, $"reasons.{first}");
        if (reasons.Keys.FirstOrDefault(number => !missing.Contains(number)) is > 0 and var idle)
            throw new RuleViolationException("dossier.not-missing", $"Position {idle} is not missing; it needs no reason.", "domain 12", $"reasons.{idle}");
        var record = new DossierRecord { ArchivedOn = step.On, Term = term.Zh, EndsOn = term.EndsOn(step.On), Reasons = reasons, Pages = positions.Sum(p => p.Pages) };
        // The statement that the reasons make is a page too.
        var kept = DossierCatalogue.Of(File, of with { Dossier = record });
        record = record with { Pages = kept.Sum(p => p.Pages), Positions = DossierCatalogue.Kept(kept) };
        Take(DisputeAction.ArchiveDossier, JournalEvent.DossierArchived, step, file => WithCase(file, of with { Dossier = record }), new JsonObject
        {
            ["case"] = caseId.ToString(), ["term"] = term.Id, ["endsOn"] = record.EndsOn?.ToString("yyyy-MM-dd", null), ["pages"] = record.Pages,
            ["missing"] = Names(missing),
        }, reasons.ToDictionary(r => $"dossier.{r.Key}", r => (string?)r.Value));
    }

    /// <summary>A reviewer's remarks on a drawn dossier; a note, for it changes nothing of what was done (domain 8).</summary>
    public void ReviewDossier(Guid caseId, DossierReview review, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.ReviewDossier);
        if (File.Cases.FirstOrDefault(c => c.Id == caseId) is not { Dossier: { } dossier } of)
            throw new RuleViolationException("dossier.not-archived", "Only an archived dossier is reviewed.", "domain 8", "caseId");
        RefuseFuture(step.On, step, "on");
        Write(JournalEvent.DossierReviewed, step, WithCase(File, of with { Dossier = dossier with { Reviews = [.. dossier.Reviews, review] } }), new JsonObject
        {
            ["case"] = caseId.ToString(), ["sample"] = review.SampleId.ToString(), ["verdict"] = review.Verdict.ToString(), ["items"] = Names(review.Items),
            ["position"] = review.Position,
        }, new() { ["dossier.remark"] = review.Remark });
    }

    /// <summary>What names no case belongs where the file it replaces lies, or to the case that its desk has open or has not archived yet.</summary>
    Guid? CaseOf(Attachment added, Guid? replaces)
    {
        if (added.CaseId is not null)
            return added.CaseId;
        if (replaces is { } old && File.Attachments.FirstOrDefault(a => a.Id == old) is { } replaced && IsOfOneDesk(replaced, added))
            return replaced.CaseId;
        var unarchived = File.Cases.Where(c => c.Dossier is null && DossierMatter.IsOfDesk(c, added.OrganisationId)).ToList();
        return (unarchived.LastOrDefault(c => c.IsOpen) ?? unarchived.LastOrDefault())?.Id;
    }

    /// <summary>It comes after the archiving of its case; what is the matter's comes after it when every case of its desk is archived (domain 12).</summary>
    static bool IsSupplement(Attachment file, IReadOnlyList<MediationCase> cases) => file.CaseId is { } caseId
        ? cases.Any(c => c.Id == caseId && c.Dossier is not null)
        : cases.Where(c => DossierMatter.IsOfDesk(c, file.OrganisationId)).ToList() is [_, ..] own && own.All(c => c.Dossier is not null);

    /// <summary>A centre's desk and the committee for which it opened a case are one.</summary>
    bool IsOfOneDesk(Attachment one, Attachment other) => one.OrganisationId == other.OrganisationId
        || File.Cases.Any(c => DossierMatter.IsOfDesk(c, one.OrganisationId) && DossierMatter.IsOfDesk(c, other.OrganisationId));

    void RefuseImpossibleReplacement(Guid old, Attachment added)
    {
        var replaced = File.Attachments.FirstOrDefault(a => a.Id == old)
            ?? throw new RuleViolationException("attachment.unknown", "There is no such file to replace.", "domain 6", "replaces");
        if (replaced.SupersededBy is not null || replaced.CaseId != added.CaseId)
            throw new RuleViolationException("attachment.replaced", "This file was replaced already, or belongs to another case.", "domain 6", "replaces");
        if (!IsOfOneDesk(replaced, added))
            throw new RuleViolationException("attachment.not-yours", "A file is replaced by the desk that put it there.", "domain 12", "replaces");
        var archived = File.Cases.Any(c => c.Dossier is not null && DossierMatter.FilesOf(File, c).Contains(replaced));
        if ((added.Supplement || archived) && !replaced.Supplement)
            throw new RuleViolationException("dossier.archived", "The pages of an archived dossier stay unchanged; add a supplement.", "domain 6", "replaces");
    }
}
