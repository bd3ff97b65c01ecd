using Mediation.Core.Domain.Routing;

namespace Mediation.Core.Domain.Disputes;

/// <summary>A fact outside the committee's own steps that starts, stops or interrupts a statutory clock; noted with its evidence.</summary>
public sealed record LegalFactRecord(LegalFact Fact, DateOnly On, string? Evidence);

/// <summary>More time for one clock: case clocks by the parties, matter clocks by the office above (domain 12). The date is fixed and does not roll.</summary>
public sealed record ClockExtension(Clock Clock, DateOnly Until, DateOnly On)
{
    /// <summary>The case or handover whose clock it is; null for a clock of the whole matter.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>Which of the matter's limits was extended.</summary>
    public LimitStep? Step { get; init; }

    /// <summary>The parties who said yes.</summary>
    public IReadOnlyList<Guid> AgreedBy { get; init; } = [];

    public string? Evidence { get; init; }
}

/// <summary>The clocks of domain 4.4.</summary>
public enum Clock
{
    OrdinaryMediation, MedicalMediation, HealthDepartmentDecision, HealthDepartmentMediation, LabourMediation, EnterpriseLabourAcceptance,
    EnterpriseLabourMediation, LabourArbitrationLimit, LabourAgreementReview, LabourPaymentOrder, LandContractMediation, LandArbitrationLimit, LandArbitrationAward,
    TrafficPoliceRequest, TrafficPoliceMediation, TrafficAfterMediation, PropertyMediation, CourtDelegationAcceptance, CourtPreFiling, CourtAfterFiling,
    ConfirmationApplication, CourtReview, ConfirmationObjection, ConfirmationThirdPartyObjection, PetitionReply, PetitionHandoverObjection, PetitionHandling,
    PetitionReviewApplication, PetitionReview, PetitionReReviewApplication, PetitionReReview, Handover, Matter, Performance, FollowUp,
}

/// <summary>What a statutory clock may run from when it is no step of ours, and what ends or stops it.</summary>
public enum LegalFact
{
    HealthDepartmentApplied, HealthDepartmentAccepted, HarmKnown, LimitInterrupted, LimitSuspended, LimitResumed, ArbitrationAccepted,
    AccidentFindingReceived, TrafficMediationStart, CourtMessageReceived, CourtDelegated, CourtFiled, CourtFiledSimple, PetitionReceived,
    PetitionTransferred, PetitionAccepted, PetitionReplied, PetitionReviewApplied, PetitionReviewReplied, PetitionReReviewApplied,
    AppraisalStarted, AppraisalEnded, RulingReceived,
    HealthDepartmentEnded, ArbitrationAwarded, ArbitralReviewApplied, PaymentOrderApplied, TrafficMediationRequested, TrafficMediationEnded,
    ObjectionFiled, PetitionObjected, PetitionReReviewReplied, HearingStarted, HearingEnded,
}
