namespace Mediation.Core.Domain.Disputes;

/// <summary>A fact outside the committee's own steps that starts, stops or interrupts a statutory clock; noted with its evidence.</summary>
public sealed record LegalFactRecord(LegalFact Fact, DateOnly On, string? Evidence);

/// <summary>More time for one clock: case clocks by the parties, matter clocks by the office above (domain 12).</summary>
public sealed record ClockExtension(Clock Clock, DateOnly Until, DateOnly On);

/// <summary>The clocks of domain 4.4.</summary>
public enum Clock
{
    OrdinaryMediation, MedicalMediation, HealthDepartmentDecision, HealthDepartmentMediation, LabourMediation, EnterpriseLabourAcceptance,
    EnterpriseLabourMediation, LabourArbitrationLimit, LabourAgreementReview, LabourPaymentOrder, LandContractMediation, LandArbitrationLimit, LandArbitrationAward,
    TrafficPoliceRequest, TrafficPoliceMediation, TrafficAfterMediation, PropertyMediation, CourtDelegationAcceptance, CourtPreFiling, CourtAfterFiling,
    ConfirmationApplication, CourtReview, ConfirmationObjection, ConfirmationThirdPartyObjection, PetitionReply, PetitionHandoverObjection, PetitionHandling,
    PetitionReviewApplication, PetitionReview, PetitionReReviewApplication, PetitionReReview, Handover, Matter, Performance, FollowUp,
}

/// <summary>What a statutory clock may run from when it is no step of ours.</summary>
public enum LegalFact
{
    HealthDepartmentApplied, HealthDepartmentAccepted, HarmKnown, LimitInterrupted, LimitSuspended, LimitResumed, ArbitrationAccepted,
    AccidentFindingReceived, TrafficMediationStart, CourtMessageReceived, CourtDelegated, CourtFiled, CourtFiledSimple, PetitionReceived,
    PetitionTransferred, PetitionAccepted, PetitionReplied, PetitionReviewApplied, PetitionReviewReplied, PetitionReReviewApplied,
    AppraisalStarted, AppraisalEnded, RulingReceived,
}
