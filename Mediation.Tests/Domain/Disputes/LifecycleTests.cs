using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using NUnit.Framework;
using static Mediation.Core.Domain.Disputes.DisputeStatus;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>
/// Every status with every step, against a table written from domain 4.1 and 12 and contract 2, not from the code: one row per status,
/// naming each step that is lawful there and where it leads. What a row does not name is refused.
/// </summary>
sealed class LifecycleTests
{
    const string Stay = "";

    static readonly Dictionary<DisputeStatus, string> Table = new()
    {
        [Registered] =
            """
            Accept InMediation, Reject Unresolved, ReferOut ReferredOut, SettleOnTheSpot Closed, Escalate HandoverPending, Return HandoverPending,
            ChangeParties, Correct, LinkDuplicate, Merge Merged, Void Voided,
            DeclareStance, NameGuardian, ChangeAgents, ChangeGroup,
            ReportRisk, LinkRelapse, NoteLegalFact, ExtendClock, DrawSignature, Attach, LinkLead, AssessLevel, RunPlan, Supervise
            """,
        [HandoverPending] =
            """
            AcceptHandover Registered, RefuseHandover Registered, AcceptPerformance Performing, RefusePerformance Performing, ForwardHandover,
            ChangeParties, Correct, LinkDuplicate, Merge Merged, Void Voided,
            DeclareStance, NameGuardian, ChangeAgents, ChangeGroup,
            ReportRisk, LinkRelapse, NoteLegalFact, ExtendClock, DrawSignature, Attach, LinkLead, AssessLevel, RunPlan, Supervise
            """,
        [InMediation] =
            """
            AppointMediators, GiveNotice, HoldSession, Agree Agreed, Fail Unresolved, Terminate Unresolved, Withdraw Unresolved, Suspend Suspended,
            SettleOnTheSpot Closed, Escalate HandoverPending, Return HandoverPending, ChangeParties, Correct, LinkDuplicate, Merge Merged, Void Voided,
            DeclareStance, NameGuardian, ChangeAgents, ChangeGroup, DeclareInterest, ChallengeMediator, DecideChallenge, Investigate,
            ReportRisk, LinkRelapse, NoteLegalFact, ExtendClock, DrawSignature, Attach, LinkLead, AssessLevel, RunPlan, Supervise
            """,
        [Suspended] =
            """
            AppointMediators, GiveNotice, Resume InMediation, Terminate Unresolved, Withdraw Unresolved, Escalate HandoverPending,
            Return HandoverPending, ChangeParties, Correct, LinkDuplicate, Merge Merged, Void Voided,
            DeclareStance, NameGuardian, ChangeAgents, ChangeGroup, DeclareInterest, ChallengeMediator, DecideChallenge, Investigate,
            ReportRisk, LinkRelapse, NoteLegalFact, ExtendClock, DrawSignature, Attach, LinkLead, AssessLevel, RunPlan, Supervise
            """,
        [Agreed] =
            """
            CompleteAgreement, Perform Performing, PerformLast Performed, FollowUp, Close Closed, Reopen Registered,
            ReturnForPerformance HandoverPending, ChangeParties, Correct, LinkDuplicate, Void Voided,
            NameGuardian, ChangeAgents, ChangeGroup, MoveConfirmation, RecordBreach Performing,
            ReportRisk, LinkRelapse, NoteLegalFact, ExtendClock, DrawSignature, Attach, LinkLead, AssessLevel, RunPlan, Supervise
            """,
        [Performing] =
            """
            CompleteAgreement, Perform Performing, PerformLast Performed, FollowUp, Close Closed, Reopen Registered,
            ReturnForPerformance HandoverPending, ChangeParties, Correct, LinkDuplicate, Void Voided,
            NameGuardian, ChangeAgents, ChangeGroup, MoveConfirmation, RecordBreach,
            ReportRisk, LinkRelapse, NoteLegalFact, ExtendClock, DrawSignature, Attach, LinkLead, AssessLevel, RunPlan, Supervise
            """,
        [Performed] =
            """
            FollowUp, Close Closed, Reopen Registered, Correct, LinkDuplicate, Void Voided,
            MoveConfirmation, RecordBreach Performing,
            ReportRisk, LinkRelapse, NoteLegalFact, ExtendClock, DrawSignature, Attach, LinkLead, AssessLevel, RunPlan, Supervise
            """,
        [Unresolved] =
            """
            Accept InMediation, Reject Unresolved, ReferOut ReferredOut, SettleOnTheSpot Closed, Close Closed, Escalate HandoverPending,
            Return HandoverPending, ChangeParties, Correct, LinkDuplicate, Merge Merged, Void Voided,
            DeclareStance, NameGuardian, ChangeAgents, ChangeGroup,
            ReportRisk, LinkRelapse, NoteLegalFact, ExtendClock, DrawSignature, Attach, LinkLead, AssessLevel, RunPlan, Supervise
            """,
        [ReferredOut] =
            """
            Close Closed, Reopen Registered, Correct, LinkDuplicate, Merge Merged, Void Voided,
            ReportRisk, LinkRelapse, NoteLegalFact, ExtendClock, DrawSignature, Attach, LinkLead, AssessLevel, RunPlan, Supervise
            """,
        [Closed] =
            """
            FollowUp, Reopen Registered, Correct, LinkDuplicate, Merge Merged, Void Voided,
            MoveConfirmation, ArchiveDossier, ReviewDossier,
            ReportRisk, LinkRelapse, NoteLegalFact, ExtendClock, DrawSignature, Attach, LinkLead, AssessLevel, RunPlan, Supervise
            """,
        [Merged] = Stay,
        [Voided] = Stay,
    };

    static readonly DisputeStatus[] Statuses = Enum.GetValues<DisputeStatus>();

    static IEnumerable<TestCaseData> Matrix =>
        from status in Statuses from action in Enum.GetValues<DisputeAction>() select new TestCaseData(status, action);

    [TestCaseSource(nameof(Matrix))]
    public void A_step_leads_where_the_law_says_or_is_refused(DisputeStatus from, DisputeAction action)
    {
        if (Expected(from).TryGetValue(action, out var to))
        {
            Assert.That(DisputeLifecycle.After(from, action), Is.EqualTo(to));
            Assert.That(DisputeLifecycle.Allows(from, action), Is.True);
            return;
        }
        Assert.That(DisputeLifecycle.Allows(from, action), Is.False);
        var refused = Assert.Throws<RuleViolationException>(() => DisputeLifecycle.After(from, action));
        Assert.That((refused.Code, refused.Rule), Is.EqualTo(("dispute.illegal-move", "lifecycle")));
    }

    [Test]
    public void Only_what_is_merged_or_voided_is_at_an_end()
    {
        var dead = Statuses.Where(status => Next(status).All(to => to == status));

        Assert.That(dead, Is.EquivalentTo([Merged, Voided]));
    }

    [Test]
    public void Every_status_is_reached_from_registration() => Assert.That(ReachedFrom(Registered), Is.EquivalentTo(Statuses));

    [Test]
    public void Whatever_is_alive_can_be_closed()
    {
        var stuck = Statuses.Where(status => status is not (Merged or Voided) && !ReachedFrom(status).Contains(Closed));

        Assert.That(stuck, Is.Empty);
    }

    static Dictionary<DisputeAction, DisputeStatus> Expected(DisputeStatus from) => Table[from]
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(cell => cell.Split(' '))
        .ToDictionary(cell => Enum.Parse<DisputeAction>(cell[0]), cell => cell.Length > 1 ? Enum.Parse<DisputeStatus>(cell[1]) : from);

    static IEnumerable<DisputeStatus> Next(DisputeStatus from) =>
        Enum.GetValues<DisputeAction>().Where(action => DisputeLifecycle.Allows(from, action)).Select(action => DisputeLifecycle.After(from, action));

    static HashSet<DisputeStatus> ReachedFrom(DisputeStatus start)
    {
        var reached = new HashSet<DisputeStatus> { start };
        var open = new Queue<DisputeStatus>([start]);
        while (open.TryDequeue(out var from))
            foreach (var to in Next(from).Where(reached.Add))
                open.Enqueue(to);
        return reached;
    }
}
