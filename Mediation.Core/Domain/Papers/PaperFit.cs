using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Papers;

/// <summary>
/// A paper that suits a matter as it stands; `Item` counts from 1 where several exist (sessions, investigations, agents, performances,
/// follow-ups). An optional one is no consequence of what has happened: a form that may be printed to be written on.
/// </summary>
public sealed record FittingPaper(PaperKind Kind, int? Item, bool Optional);

/// <summary>Which papers suit a matter now, in the order of the dossier (司发通〔2010〕239号; domain 6 as corrected in 12).</summary>
public static class PaperFit
{
    public static IEnumerable<FittingPaper> Of(DisputeFile file, MediationCase? of) =>
        file.Status is DisputeStatus.Merged or DisputeStatus.Voided ? [] : Enum.GetValues<PaperKind>().SelectMany(kind => Of(kind, file, of));

    /// <summary>Settled at the table in one act: one sheet instead of a dossier (domain 12).</summary>
    public static bool IsSpot(MediationCase? of) => of?.OnTheSpot == true;

    /// <summary>The agents of a case's parties, one after the other.</summary>
    public static IReadOnlyList<(Party Party, Agent Agent)> Agents(DisputeFile file) =>
        [.. file.Parties.Where(p => p.IsPresent).SelectMany(p => p.Agents.Where(a => a.RevokedOn is null).Select(a => (p, a)))];

    /// <summary>Every performance of the agreement in the order of its obligations.</summary>
    public static IReadOnlyList<(Obligation Obligation, PerformanceRecord Record)> Performances(MediationCase? of) =>
        [.. (of?.Agreement?.Obligations ?? []).SelectMany(o => o.Performances.Select(p => (o, p)))];

    /// <summary>What was handed in to this committee; another's evidence stays with it (人民调解法 15).</summary>
    public static IReadOnlyList<Attachment> Evidence(DisputeFile file, MediationCase? of) => of is null ? []
        : [.. DossierMatter.FilesOf(file, of).Where(a => a is { Kind: AttachmentKind.Evidence, SupersededBy: null, ErasedOn: null })];

    /// <summary>Visits look after the last agreement, and are papers of its case alone; a former host gets none (人民调解法 15).</summary>
    public static IReadOnlyList<FollowUpRecord> Visits(DisputeFile file, MediationCase? of) =>
        of is not null && file.Cases.LastOrDefault(c => c.IsAgreed)?.Id == of.Id ? file.FollowUps : [];

    static IEnumerable<FittingPaper> Of(PaperKind kind, DisputeFile file, MediationCase? of)
    {
        var accepted = of is not null && !IsRejected(of);
        var open = of is { IsOpen: true };
        var spot = IsSpot(of);
        var agreed = of?.Agreement;
        return kind switch
        {
            PaperKind.Cover or PaperKind.Contents or PaperKind.BackCover => When(kind, accepted, optional: spot),
            PaperKind.Application or PaperKind.ApplicationReceipt => When(kind, file.Source == Source.PartyApplication, optional: spot || of is not null && !accepted),
            // The application or the committee's own registration, never both by duty.
            PaperKind.AcceptanceRegistration => When(kind, of is null || accepted, optional: of is null || spot || file.Source == Source.PartyApplication),
            PaperKind.RightsNotice or PaperKind.PrivacyNotice => When(kind, of is null || accepted, optional: of is null || spot),
            PaperKind.AcceptanceNotice => When(kind, accepted, optional: spot),
            PaperKind.PowerOfAttorney => Each(kind, Agents(file).Count, form: open),
            PaperKind.InvestigationRecord => Each(kind, of?.Investigations.Count ?? 0, form: open),
            PaperKind.EvidenceList => When(kind, Evidence(file, of).Count > 0 || open, optional: Evidence(file, of).Count == 0),
            PaperKind.MediationRecord => Each(kind, spot ? 0 : of?.Sessions.Count ?? 0, form: open),
            PaperKind.WrittenAgreement => When(kind, open || agreed is not null, optional: agreed?.Form != AgreementForm.Written),
            PaperKind.OralAgreement => When(kind, agreed?.Form == AgreementForm.Oral, optional: spot),
            PaperKind.SignatureSheet => When(kind, file.Groups.Count > 0 && accepted, optional: agreed is null),
            PaperKind.PerformanceReceipt => Each(kind, spot ? 0 : Performances(of).Count, form: agreed is { IsPerformed: false }),
            PaperKind.FollowUpRecord => Each(kind, Visits(file, of).Count, form: agreed is not null && !spot),
            PaperKind.ConfirmationApplication or PaperKind.HostingProof => When(kind, agreed is not null, optional: agreed?.Confirmation is null),
            PaperKind.CaseStatement => When(kind, accepted && !open, optional: of?.Dossier is not { Reasons.Count: > 0 }),
            PaperKind.SpotSheet => When(kind, spot, optional: false),
            PaperKind.NonAcceptanceNotice => When(kind, of is not null && IsRejected(of), optional: false),
            PaperKind.TerminationNotice => When(kind, of is not null && IsTerminated(of), optional: false),
            PaperKind.ChannelsNotice => When(kind, accepted && of!.Channels.Count > 0, optional: false),
            PaperKind.ReferralReply => When(kind, file.Source == Source.EntrustedReferral && of is not null, optional: false),
            PaperKind.EntrustmentReply => When(kind, file.Source == Source.EntrustedReferral && accepted && !open, optional: false),
            PaperKind.ClosingReport => When(kind, accepted && !open, optional: spot || file.ClosedOn is null),
        };
    }

    public static bool IsRejected(MediationCase of) => of.State == CaseState.Rejected || Enum.TryParse<RejectionReason>(of.EndReason, out _);

    public static bool IsTerminated(MediationCase of) => of.State == CaseState.Terminated || Enum.TryParse<TerminationReason>(of.EndReason, out _);

    static IEnumerable<FittingPaper> When(PaperKind kind, bool fits, bool optional) => fits ? [new FittingPaper(kind, null, optional)] : [];

    /// <summary>One paper for each, and an empty form while there may be another.</summary>
    static IEnumerable<FittingPaper> Each(PaperKind kind, int count, bool form) =>
        Enumerable.Range(1, count).Select(item => new FittingPaper(kind, item, false)).Concat(form ? [new FittingPaper(kind, null, true)] : []);
}
