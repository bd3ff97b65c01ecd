namespace Mediation.Core.Domain.Papers;

/// <summary>Every statutory and local paper of a case (司发通〔2010〕239号; domain 6).</summary>
public enum PaperKind
{
    Cover, Contents, Application, AcceptanceRegistration, RightsNotice, PowerOfAttorney, InvestigationRecord, EvidenceList, MediationRecord,
    WrittenAgreement, OralAgreement, SignatureSheet, PerformanceReceipt, FollowUpRecord, ConfirmationApplication, HostingProof, CaseStatement, BackCover,
    SpotSheet, ApplicationReceipt, AcceptanceNotice, NonAcceptanceNotice, TerminationNotice, ChannelsNotice, PrivacyNotice, ReferralReply, EntrustmentReply,
    ClosingReport,
}

/// <summary>How a position of the catalogue stands: there, there in another form with its reason, not asked, or missing.</summary>
public enum DossierState { Present, Substituted, NotNeeded, Missing }

/// <summary>Whether the dossier must have it, by form and outcome (domain 12).</summary>
public enum DossierNeed { Must, IfNeeded }
