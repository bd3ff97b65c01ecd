using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Routing;
using Mediation.Core.Domain.Screening;
using Mediation.Core.Domain.Supervision;

namespace Mediation.Core.Domain.Disputes;

/// <summary>A dispute as one person may see it: masked, and without another committee's case notes.</summary>
public sealed record DisputeView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required DisputeStatus Status { get; init; }
    public required Tier Tier { get; init; }
    public required DisputeType Type { get; init; }
    public string? Subtype { get; init; }
    public required AreaCode AreaCode { get; init; }
    public string? AreaName { get; init; }
    public required RiskLevel RiskLevel { get; init; }
    public required IReadOnlyList<Risk> Risks { get; init; }
    public string? Subject { get; init; }
    public string? Summary { get; init; }
    public string? Place { get; init; }
    public required DateOnly OccurredOn { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required Source Source { get; init; }
    public ReferringOrgan? ReferredBy { get; init; }
    public string? ReferralNumber { get; init; }
    public required IntakeChannel Channel { get; init; }

    /// <summary>Yuan; null is unknown.</summary>
    public decimal? Amount { get; init; }
    public required int PeopleInvolved { get; init; }
    public Guid? PerformedBy { get; init; }
    public required OrganisationRef Responsible { get; init; }

    /// <summary>The desk of the next action.</summary>
    public required OrganisationRef Holder { get; init; }
    public required DateOnly LastStepOn { get; init; }

    /// <summary>The day by which the holder should act.</summary>
    public required DateOnly DueOn { get; init; }
    public required bool Late { get; init; }
    public required RoutingView Routing { get; init; }
    public required IReadOnlyList<PartyView> Parties { get; init; }
    public required IReadOnlyList<CaseView> Cases { get; init; }
    public required IReadOnlyList<HandoverView> Handovers { get; init; }
    public required IReadOnlyList<FollowUpView> FollowUps { get; init; }
    public Referral? Referral { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public Guid? MergedInto { get; init; }
    public required IReadOnlyList<Guid> Duplicates { get; init; }
    public string? VoidReason { get; init; }

    /// <summary>Signatures drawn on a screen; null for whoever does not host a case of it.</summary>
    public IReadOnlyList<DrawnSignature>? Strokes { get; init; }

    /// <summary>Texts that were lawfully erased (已依法删除), with the date.</summary>
    public required IReadOnlyDictionary<string, DateOnly> Erased { get; init; }
    public required IReadOnlyList<Warning> Warnings { get; init; }

    /// <summary>Files of the viewer's own desk; another committee's are not told of.</summary>
    public IReadOnlyList<AttachmentView> Attachments { get; init; } = [];

    /// <summary>Hints at registration; nothing is merged by itself.</summary>
    public IReadOnlyList<DuplicateHint> PossibleDuplicates { get; init; } = [];

    /// <summary>Sides too numerous to be listed one by one.</summary>
    public IReadOnlyList<GroupView> Groups { get; init; } = [];
    public IReadOnlyList<RiskReportView> RiskReports { get; init; } = [];

    /// <summary>The settled matter that broke out again here.</summary>
    public Guid? RelapseOf { get; init; }

    /// <summary>Later matters in which this one broke out again.</summary>
    public IReadOnlyList<Guid> Relapses { get; init; } = [];

    /// <summary>Signs found on screening rounds that became this matter.</summary>
    public IReadOnlyList<Guid> Leads { get; init; } = [];

    /// <summary>The visit at a front desk that became this matter.</summary>
    public Guid? VisitId { get; init; }

    /// <summary>Every judgement of the level since registration, oldest first.</summary>
    public IReadOnlyList<LevelAssessmentView> LevelHistory { get; init; } = [];

    /// <summary>The last wish to lower the level; null when there was none.</summary>
    public LoweringView? Lowering { get; init; }

    /// <summary>Special plans that run or ran for it.</summary>
    public IReadOnlyList<ActivePlanView> Plans { get; init; } = [];

    /// <summary>Plans that suit it and were not activated.</summary>
    public IReadOnlyList<SpecialPlanKind> SuggestedPlans { get; init; } = [];

    /// <summary>What those above did about it; null where nothing is told and nothing may be done.</summary>
    public OversightView? Oversight { get; init; }
}

public sealed record OrganisationRef(Guid Id, string Name, Tier Tier);

public sealed record PersonRef(Guid Id, string Name);

/// <summary>Accepted, but worth a second look.</summary>
public sealed record Warning(string Field, string Code, string Text);

/// <summary>What the rules propose, for whom, and why; an override stands beside the proposal it replaced.</summary>
public sealed record RoutingView
{
    public required Tier Tier { get; init; }
    public required RoutingTarget Target { get; init; }
    public ReasonedOrganisation? Organisation { get; init; }
    public required IReadOnlyList<ReasonedMediator> Mediators { get; init; }
    public IReadOnlyList<ReasonedMediator> Excluded { get; init; } = [];
    public required IReadOnlyList<ReasonView> Reasons { get; init; }
    public required IReadOnlyList<ReasonView> Offers { get; init; }
    public required RiskLevel RiskLevel { get; init; }
    public IReadOnlyList<ReasonView> RiskReasons { get; init; } = [];
    public required string RuleSetVersion { get; init; }
    public RoutingOverride? Override { get; init; }
}

public sealed record ReasonView(string Rule, string Text, string TextEn, string? Basis)
{
    public static ReasonView Of(RoutingReason reason) => new(reason.Rule, reason.Text, reason.TextEn, reason.Basis);
}

public sealed record ReasonedOrganisation(Guid Id, string Name, Tier Tier, IReadOnlyList<ReasonView> Reasons);

public sealed record ReasonedMediator(Guid Id, string Name, IReadOnlyList<ReasonView> Reasons)
{
    public IReadOnlyList<ReasonView> Warnings { get; init; } = [];

    /// <summary>Points of the ranking; excluded ones have none.</summary>
    public decimal? Score { get; init; }

    public int OpenCases { get; init; }
}

public sealed record PartyView
{
    public required Guid Id { get; init; }
    public required PartySide Side { get; init; }
    public required PartyKind Kind { get; init; }
    public string? Name { get; init; }
    public string? Description { get; init; }
    public required IdentityBasis IdentityBasis { get; init; }
    public IdType? IdType { get; init; }
    public string? IdNumber { get; init; }

    /// <summary>False when the number's own check digit fails; null without a number that can be checked.</summary>
    public bool? IdVerified { get; init; }
    public string? Contact { get; init; }
    public string? Phone { get; init; }
    public string? Address { get; init; }
    public AreaCode? AreaCode { get; init; }
    public required PartyCapacity Capacity { get; init; }
    public string? GuardianName { get; init; }
    public required IReadOnlyList<PartyNeed> Needs { get; init; }
    public PartyNotice? Notice { get; init; }
    public PartyRemoval? Removal { get; init; }

    /// <summary>Participation and refusal, oldest first; the last one holds.</summary>
    public IReadOnlyList<PartyStance> Stances { get; init; } = [];
    public GuardianView? Guardian { get; init; }
    public IReadOnlyList<AgentView> Agents { get; init; } = [];

    /// <summary>Victim of violence: address and phone stay off everything the other side sees.</summary>
    public bool Protected { get; init; }
}

/// <summary>A case; `record`s, terms and obligations only for the hosting committee (人民调解法 15(4)).</summary>
public sealed record CaseView
{
    public required Guid Id { get; init; }
    public required OrganisationRef Organisation { get; init; }
    public required Tier Tier { get; init; }
    public PersonRef? Host { get; init; }

    /// <summary>Sees to performance and follow-ups since the host left.</summary>
    public PersonRef? Successor { get; init; }
    public required IReadOnlyList<PersonRef> Assistants { get; init; }

    /// <summary>（2026）海口村人调字第1号; null for a rejected one.</summary>
    public string? Number { get; init; }
    public required CaseState State { get; init; }
    public required DateOnly AcceptedOn { get; init; }
    public DateOnly? EndedOn { get; init; }
    public string? EndReason { get; init; }
    public required IReadOnlyList<FollowOnChannel> Channels { get; init; }
    public required int SessionCount { get; init; }

    /// <summary>Settled at the table in one act: one sheet instead of a dossier (domain 12).</summary>
    public bool OnTheSpot { get; init; }

    /// <summary>Null when the case is another committee's.</summary>
    public IReadOnlyList<MediationSession>? Sessions { get; init; }
    public IReadOnlyList<Suspension>? Suspensions { get; init; }
    public AgreementView? Agreement { get; init; }

    /// <summary>Parties who chose the host themselves.</summary>
    public IReadOnlyList<Guid> ChosenBy { get; init; } = [];

    /// <summary>Null when the case is another committee's, like challenges and investigations.</summary>
    public IReadOnlyList<InterestDeclaration>? Declarations { get; init; }
    public IReadOnlyList<MediatorChallenge>? Challenges { get; init; }
    public IReadOnlyList<Investigation>? Investigations { get; init; }
}

public sealed record HandoverView
{
    public required Guid Id { get; init; }
    public required HandoverKind Kind { get; init; }
    public required OrganisationRef From { get; init; }
    public required OrganisationRef To { get; init; }

    /// <summary>A member of the escalation or return reasons; null for an override at intake.</summary>
    public string? Reason { get; init; }
    public string? Note { get; init; }
    public required DateOnly SentOn { get; init; }
    public required HandoverState State { get; init; }
    public DateOnly? DecidedOn { get; init; }
    public HandoverRefusal? Refusal { get; init; }

    /// <summary>What the refuser wrote.</summary>
    public string? RefusalNote { get; init; }
}

public sealed record FollowUpView(DateOnly On, FollowUpForm By, bool Performed, bool Relapse, int? Satisfaction, string? Record);

/// <summary>Something alike is on the ledger; of another village's no more than that (不出村不泄露).</summary>
public sealed record DuplicateHint
{
    /// <summary>Null when it is another village's.</summary>
    public Guid? Id { get; init; }
    public string? Subject { get; init; }
    public DateOnly? ReceivedOn { get; init; }
    public DisputeStatus? Status { get; init; }
    public required string Text { get; init; }
    public required IReadOnlyList<string> Reasons { get; init; }
}
