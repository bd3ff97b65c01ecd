namespace Mediation.Core.Domain.Disputes;

/// <summary>The 18 types of the Ministry of Justice's return, in its order.</summary>
public enum DisputeType
{
    MarriageFamily, Neighbor, HousingHomestead, Contract, ProductionBusiness, DamageCompensation, ForestLand, LandExpropriation,
    EnvironmentalPollution, MigrantWageArrears, OtherLabor, Tourism, ECommerce, OtherConsumer, Medical, RoadTraffic,
    PropertyManagement, Other,
}

/// <summary>Where a dispute stands on the ledger.</summary>
public enum DisputeStatus
{
    Registered, HandoverPending, InMediation, Suspended, Agreed, Performing, Performed, Unresolved, ReferredOut, Merged, Voided, Closed,
}

/// <summary>Where one committee's attempt stands.</summary>
public enum CaseState
{
    Accepted, Mediating, Suspended, AgreedOral, AgreedWritten, Failed, Terminated, Withdrawn, Rejected, MovedUp, Performing, Performed,
    FollowedUp, Archived, Voided, PartlyPerformed, Defaulted,
}

/// <summary>How hot a matter is; facts of the matter decide, never labels of a person.</summary>
public enum RiskLevel { Green, Yellow, Red }

/// <summary>Conduct or facts of this matter that raise its level.</summary>
public enum Risk
{
    Death, SeriousInjury, Injury, Threat, Weapon, SelfHarmWords, Crowd, DomesticViolence, ChildHarm, WagesBeforeHoliday, OfficialIsParty,
}

public enum Source { CommitteeInitiated, PartyApplication, EntrustedReferral }

public enum ReferringOrgan { Court, Procuratorate, Police, PetitionOffice, Other }

public enum IntakeChannel { WalkIn, Phone, Patrol, Grid, Hotline12345, Police110, CourtReferral, FromAbove, Import }

public enum PartySide { Applicant, Respondent, ThirdParty }

public enum PartyKind { Person, Organization }

public enum PartyCapacity { Adult, Minor, Under14, Limited }

public enum PartyNeed { Dialect, SignInterpreter, HardOfHearing, CannotRead }

public enum IdentityBasis { CardSeen, NumberGiven, VillageCertificate, KnownToMediator, Unknown }

public enum IdType { ResidentId, UnifiedSocialCreditCode, Passport, ResidencePermit, Other }

public enum NoticeForm { Oral, Signed, TakingPart }

public enum RejectionReason
{
    OnlySpecialOrgan, MediationForbidden, AlreadyAcceptedOrResolved, PartyRefuses, NotCivilDispute, OutsideArea, RespondentUnknown,
    MedicalSuedOrHealthDeptAccepted,
}

public enum TerminationReason { PartyRefusesOrQuits, CommitteeDeemsNoAgreement, EventMakesImpossible, LegallyRequired, TimeLimitExpired }

public enum FollowOnChannel { Arbitration, Suit, LegalAid, Reconsideration, Petition, OtherCommittee, OtherDepartment }

public enum SessionResult { Agreed, NotAgreed, Continue }

public enum AgreementForm { Oral, Written }

public enum SignatureKind { Signed, Fingerprint, Seal, Stroke }

public enum SuspensionReason { Appraisal, PartyUnavailable, AwaitingRuling }

public enum FollowUpForm { Visit, Phone }

public enum SpotPerformance { Immediate, Continuing }

public enum EscalationReason
{
    CrossVillage, CrossTown, CrossDepartment, PeopleInvolved, Amount, FailedAttempts, Overdue, CivilToCriminalRisk, DeathOrSeriousInjury,
    ConflictOfInterest, LeaderInstruction, SectorCompetence, PartyRequest, RedLevel,
}

public enum ReturnReason { NotAttempted, SingleVillage, PerformanceOnly }

public enum HandoverRefusal { OutsideCompetence, NotRipe, MaterialsMissing, Duplicate, HandledByOther }

public enum HandoverState { Pending, Accepted, Refused, Cancelled }

public enum PartyChange { Add, Replace, Remove }

/// <summary>Taking part is voluntary and can be taken back at any time (人民调解法 17, 23).</summary>
public enum Stance { TakesPart, Refuses }

/// <summary>Who may be guardian of a minor or of a person of limited capacity (民法典 27, 28).</summary>
public enum GuardianRelation { Parent, Grandparent, Sibling, Spouse, Child, OtherRelative, Organization }

/// <summary>一般授权 or 特别授权: only the second lets an agent admit, waive or settle.</summary>
public enum AgentScope { General, Special }

/// <summary>Grounds of recusal (domain 3.2).</summary>
public enum RecusalGround { CloseRelative, Interest, OtherRelation }

public enum ChallengeDecision { Replaced, StaysByConsent, Unfounded }

/// <summary>How one of many stands to the joint agreement.</summary>
public enum Binding { Signed, Authorised, NotBound }

/// <summary>Judicial confirmation of an agreement (domain 4.5).</summary>
public enum ConfirmationState { NotApplied, Applied, NotAccepted, UnderReview, ConfirmedValid, Dismissed, WithdrawnByParty, Expired }

/// <summary>What the parties or the court do with a confirmation (民事诉讼法 205-206).</summary>
public enum ConfirmationMove { Apply, Accept, Refuse, Confirm, Dismiss, Withdraw, Receive }

/// <summary>Why a court does not take an application (民事诉讼法解释 355: the first five) or dismisses it (358: the last six).</summary>
public enum ConfirmationGround
{
    OutsideCourts, WrongCourt, StatusRelation, OtherProcedure, TitleConfirmation,
    MandatoryLaw, OthersInterests, PublicMorals, NotVoluntary, UnclearContent, OtherDismissal,
}

/// <summary>What a signature on a screen was drawn for (domain 12).</summary>
public enum StrokePurpose { Notice, Record, Receipt, Agreement }

/// <summary>What the law leaves to the parties of an agreement now.</summary>
public enum LawfulStep
{
    JointConfirmation, UrgePerformance, Enforcement, SuitOnAgreement, PaymentOrder, LabourArbitration, MediateAgain, NewAgreement, LinkedEntry,
}

/// <summary>Whether a pre-printed blank was used, spoilt, or lies in the drawer.</summary>
public enum FormSerialState { Unused, Used, Void }

/// <summary>What a file in the dossier is.</summary>
public enum AttachmentKind
{
    SignedPaper, IdentityProof, PowerOfAttorney, Evidence, PerformanceProof, Roster, RiskReport, CourtPaper, Photo, Recording, Other,
}
