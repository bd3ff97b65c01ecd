using static Mediation.Core.Domain.Disputes.DisputeAction;
using static Mediation.Core.Domain.Disputes.DisputeStatus;

namespace Mediation.Core.Domain.Disputes;

/// <summary>Every step that can be taken with a dispute.</summary>
public enum DisputeAction
{
    Accept, Reject, AppointMediators, GiveNotice, HoldSession, Agree, CompleteAgreement, Fail, Terminate, Withdraw, Suspend, Resume, Perform,
    PerformLast, FollowUp, Close, Reopen, SettleOnTheSpot, Escalate, Return, ReturnForPerformance, AcceptHandover, AcceptPerformance,
    RefuseHandover, RefusePerformance, ForwardHandover, ReferOut, ChangeParties, Correct, Merge, LinkDuplicate, Void,
    DeclareStance, NameGuardian, ChangeAgents, ChangeGroup, DeclareInterest, ChallengeMediator, DecideChallenge, Investigate, ReportRisk, LinkRelapse,
    NoteLegalFact, ExtendClock, DrawSignature, RecordBreach, MoveConfirmation, Attach, ArchiveDossier, ReviewDossier,
    LinkLead, AssessLevel, RunPlan, Supervise,
}

/// <summary>The whole state machine (domain 4.1 as corrected in 12). Every legal move is a line here; there are no others.</summary>
public static class DisputeLifecycle
{
    public static DisputeStatus After(DisputeStatus from, DisputeAction action) => Next(from, action)
        ?? throw new RuleViolationException("dispute.illegal-move", $"A dispute that is {from} cannot take the step {action}.", "lifecycle");

    public static bool Allows(DisputeStatus from, DisputeAction action) => Next(from, action) is not null;

    /// <summary>Every legal move, for whoever draws or checks them elsewhere.</summary>
    public static IReadOnlyList<LifecycleMove> Moves { get; } =
    [
        .. from status in Enum.GetValues<DisputeStatus>()
           from action in Enum.GetValues<DisputeAction>()
           let to = Next(status, action)
           where to is not null
           select new LifecycleMove(status, action, to.Value),
    ];

    static DisputeStatus? Next(DisputeStatus from, DisputeAction action) => (from, action) switch
    {
        (Registered or Unresolved, Accept) => InMediation,
        (Registered or Unresolved, Reject) => Unresolved,
        (Registered or Unresolved, ReferOut) => ReferredOut,
        (Registered or InMediation or Unresolved, SettleOnTheSpot) => Closed,

        (InMediation, AppointMediators or GiveNotice or HoldSession) => InMediation,
        (InMediation, Agree) => Agreed,
        (InMediation, Fail) => Unresolved,
        (InMediation or Suspended, Terminate or Withdraw) => Unresolved,
        (InMediation, Suspend) => Suspended,
        (Suspended, Resume) => InMediation,
        (Suspended, AppointMediators or GiveNotice) => Suspended,

        (Agreed or Performing, CompleteAgreement) => from,
        (Agreed or Performing, Perform) => Performing,
        (Agreed or Performing, PerformLast) => Performed,
        (Agreed or Performing or Performed or Closed, FollowUp) => from,
        // Guarded further: only what is performed, lawfully ended or sent to another organ is closed.
        (Agreed or Performing or Performed or Unresolved or ReferredOut, Close) => Closed,
        // A default leaves it agreed when nothing was ever performed.
        (Agreed or Performing or Performed or Closed or ReferredOut, Reopen) => Registered,

        (Registered or InMediation or Suspended or Unresolved, Escalate or Return) => HandoverPending,
        (Agreed or Performing, ReturnForPerformance) => HandoverPending,
        (HandoverPending, AcceptHandover or RefuseHandover) => Registered,
        (HandoverPending, AcceptPerformance or RefusePerformance) => Performing,
        (HandoverPending, ForwardHandover) => HandoverPending,

        (Registered or HandoverPending or InMediation or Suspended or Agreed or Performing or Unresolved, ChangeParties) => from,
        (Merged or Voided, Correct) => null,
        (_, Correct) => from,
        (Merged or Voided, LinkDuplicate) => null,
        (_, LinkDuplicate) => from,
        // What is agreed stays until it is performed; of two entries that are both settled one still counts twice.
        (Registered or HandoverPending or InMediation or Suspended or Unresolved or ReferredOut or Closed, Merge) => Merged,
        (Merged or Voided, DisputeAction.Void) => null,
        (_, DisputeAction.Void) => Voided,

        // A refusal while a case is open ends it: that is Terminate.
        (Registered or HandoverPending or InMediation or Suspended or Unresolved, DeclareStance) => from,
        (Registered or HandoverPending or InMediation or Suspended or Agreed or Performing or Unresolved, NameGuardian or ChangeAgents or ChangeGroup) => from,
        (InMediation or Suspended, DeclareInterest or ChallengeMediator or DecideChallenge or Investigate) => from,
        (Agreed or Performing or Performed or Closed, MoveConfirmation) => from,
        // A duty that goes on can be broken after its first act; what breaks out again after closing is a new entry, linked to this one.
        (Agreed or Performing or Performed, RecordBreach) => Performing,
        (Closed, ArchiveDossier or ReviewDossier) => Closed,
        (Merged or Voided, ReportRisk or LinkRelapse or NoteLegalFact or ExtendClock or DrawSignature or Attach
            or LinkLead or AssessLevel or RunPlan or Supervise) => null,
        (_, ReportRisk or LinkRelapse or NoteLegalFact or ExtendClock or DrawSignature or Attach
            or LinkLead or AssessLevel or RunPlan or Supervise) => from,

        _ => null,
    };
}

/// <summary>In this status this step leads to that status.</summary>
public sealed record LifecycleMove(DisputeStatus Status, DisputeAction Action, DisputeStatus To);
