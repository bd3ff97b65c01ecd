using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Domain.Routing;
using Mediation.Core.Domain.Supervision;

namespace Mediation.Core.Domain.Disputes;

/// <summary>Everything that is known of a dispute now; its history is the journal.</summary>
public sealed record DisputeFile
{
    public required Guid Id { get; init; }

    public required AreaCode Area { get; init; }

    public required DisputeType Type { get; init; }

    public string? Subtype { get; init; }

    public required IReadOnlyList<Risk> Risks { get; init; }

    public required RiskLevel Level { get; init; }

    public required IReadOnlyList<Party> Parties { get; init; }

    public string? Subject { get; init; }

    public string? Summary { get; init; }

    public string? Place { get; init; }

    public required DateOnly OccurredOn { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required Source Source { get; init; }

    public ReferringOrgan? ReferredBy { get; init; }

    public string? ReferralNumber { get; init; }

    public required IntakeChannel Channel { get; init; }

    /// <summary>Yuan; null is unknown, which 0 is not.</summary>
    public decimal? Amount { get; init; }

    public required int PeopleInvolved { get; init; }

    /// <summary>The real mediator when a clerk entered it.</summary>
    public Guid? PerformedBy { get; init; }

    public required RoutingRecord Routing { get; init; }

    public required Guid RegisteredBy { get; init; }

    /// <summary>The tier of the responsible organisation.</summary>
    public required Tier Tier { get; init; }

    /// <summary>The organisation that answers; until a handover is accepted the sender (首问负责).</summary>
    public required Guid ResponsibleId { get; init; }

    /// <summary>The desk of the next action.</summary>
    public required Guid HolderId { get; init; }

    public required DisputeStatus Status { get; init; }

    /// <summary>The event date of the last step; the next one is not before it.</summary>
    public required DateOnly LastStepOn { get; init; }

    /// <summary>The event date on which the present status was reached; limits run from it, whatever is noted later.</summary>
    public required DateOnly StatusSince { get; init; }

    public IReadOnlyList<MediationCase> Cases { get; init; } = [];

    public IReadOnlyList<Handover> Handovers { get; init; } = [];

    public IReadOnlyList<FollowUpRecord> FollowUps { get; init; } = [];

    public Referral? Referral { get; init; }

    public DateOnly? ClosedOn { get; init; }

    /// <summary>The day of the last reopening: limits of the law begin anew with it.</summary>
    public DateOnly? ReopenedOn { get; init; }

    /// <summary>Entry time of closing, UTC; open matters have none.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    public Guid? MergedInto { get; init; }

    /// <summary>Entries of the same matter that were merged into this one.</summary>
    public IReadOnlyList<Guid> Duplicates { get; init; } = [];

    public string? VoidReason { get; init; }

    /// <summary>Sides too numerous to be listed one by one.</summary>
    public IReadOnlyList<PartyGroup> Groups { get; init; } = [];

    /// <summary>Reports of domestic violence or child harm to the police or another organ.</summary>
    public IReadOnlyList<RiskReport> RiskReports { get; init; } = [];

    /// <summary>The settled matter that broke out again here (domain 12).</summary>
    public Guid? RelapseOf { get; init; }

    /// <summary>Later matters in which this one broke out again.</summary>
    public IReadOnlyList<Guid> Relapses { get; init; } = [];

    /// <summary>Signs found on screening rounds that became this matter.</summary>
    public IReadOnlyList<Guid> Leads { get; init; } = [];

    /// <summary>The visit at a front desk that became this matter.</summary>
    public Guid? VisitId { get; init; }

    /// <summary>Every judgement of the level since registration, oldest first.</summary>
    public IReadOnlyList<LevelAssessment> LevelHistory { get; init; } = [];

    public IReadOnlyList<LoweringRequest> Lowerings { get; init; } = [];

    /// <summary>Special plans that run or ran for it.</summary>
    public IReadOnlyList<ActivePlan> Plans { get; init; } = [];

    /// <summary>Facts outside the committee's own steps from which a statutory clock runs.</summary>
    public IReadOnlyList<LegalFactRecord> LegalFacts { get; init; } = [];

    public IReadOnlyList<ClockExtension> ClockExtensions { get; init; } = [];

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Who drew a signature when and for what; the vectors lie beside the file.</summary>
    public IReadOnlyList<DrawnSignature> Strokes { get; init; } = [];

    /// <summary>Marks, sponsor, cards, listings: what those above did about it.</summary>
    public Oversight Oversight { get; init; } = Oversight.None;

    public required ReportFacts Report { get; init; }

    /// <summary>Who took the last step, and when it was entered: within a day the author may take it back.</summary>
    public required Guid LastActor { get; init; }

    public required DateTimeOffset LastEntryAt { get; init; }

    /// <summary>Names of texts that were lawfully erased, with the date.</summary>
    public IReadOnlyDictionary<string, DateOnly> Erased { get; init; } = new Dictionary<string, DateOnly>();
}

/// <summary>What the rules proposed at intake and what was decided, kept together.</summary>
public sealed record RoutingRecord
{
    public required Tier Tier { get; init; }

    public required RoutingTarget Target { get; init; }

    public Guid? OrganisationId { get; init; }

    public required string RuleSetVersion { get; init; }

    /// <summary>Ids of the rules that carried the proposal; their words are in the rule set of that version.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    public IReadOnlyList<string> Offers { get; init; } = [];

    public IReadOnlyList<Guid> MediatorIds { get; init; } = [];

    public RoutingOverride? Override { get; init; }
}

public sealed record RoutingOverride(Tier Tier, Guid OrganisationId, string Reason);
