using System.Text.Json.Nodes;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Domain.Screening;

namespace Mediation.Core.Domain.Disputes;

/// <summary>A plan that runs for a matter: which version of the practice it was taken from, and what was done when by whom.</summary>
public sealed record ActivePlan
{
    public required SpecialPlanKind Kind { get; init; }

    /// <summary>The version of the screening practice whose checklist holds for it.</summary>
    public required string PracticeVersion { get; init; }

    public required DateTimeOffset ActivatedAt { get; init; }

    public required Guid ActivatedBy { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<PlanStep> Steps { get; init; } = [];

    public DateTimeOffset? EndedAt { get; init; }

    public Guid? EndedBy { get; init; }

    public string? EndReason { get; init; }
}

/// <summary>An item of the checklist that was done.</summary>
public sealed record PlanStep(string Item, DateTimeOffset At, Guid By, string? Note);

/// <summary>Special plans: activated on a matter, each step logged, ended with a reason. None of it is a step of the mediation.</summary>
public sealed partial class Dispute
{
    public ActivePlan? RunningPlan(SpecialPlanKind kind) => File.Plans.LastOrDefault(plan => plan.Kind == kind && plan.EndedAt is null);

    public void ActivatePlan(SpecialPlan plan, string practiceVersion, string reason, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.RunPlan);
        if (File.Status is DisputeStatus.Closed)
            throw new RuleViolationException("plan.closed", "The matter is closed.", "domain 5", "kind");
        if (RunningPlan(plan.Kind) is not null)
            throw new RuleViolationException("plan.running", "This plan runs already.", "domain 5", "kind");
        var activated = new ActivePlan { Kind = plan.Kind, PracticeVersion = practiceVersion, ActivatedAt = step.Now, ActivatedBy = step.ActorId, Reason = reason };
        Write(JournalEvent.PlanActivated, step, File with { Plans = [.. File.Plans, activated] },
            new JsonObject { ["plan"] = plan.Kind.ToString(), ["practice"] = practiceVersion }, new() { ["plan.reason"] = reason });
    }

    public void TakePlanStep(SpecialPlan plan, string item, string? note, Step step)
    {
        var running = RequirePlan(plan.Kind);
        if (plan.Checklist.All(one => one.Id != item))
            throw new RuleViolationException("plan.unknown-item", "The plan has no such item.", "domain 5", "item");
        if (running.Steps.Any(done => done.Item == item))
            throw new RuleViolationException("plan.item-done", "It was done before.", "domain 5", "item");
        Write(JournalEvent.PlanStepTaken, step, WithPlan(running, running with { Steps = [.. running.Steps, new PlanStep(item, step.Now, step.ActorId, note)] }),
            new JsonObject { ["plan"] = plan.Kind.ToString(), ["item"] = item }, new() { ["plan.note"] = note });
    }

    public void EndPlan(SpecialPlanKind kind, string reason, Step step)
    {
        var running = RequirePlan(kind);
        Write(JournalEvent.PlanEnded, step, WithPlan(running, running with { EndedAt = step.Now, EndedBy = step.ActorId, EndReason = reason }),
            new JsonObject { ["plan"] = kind.ToString() }, new() { ["plan.endReason"] = reason });
    }

    ActivePlan RequirePlan(SpecialPlanKind kind)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.RunPlan);
        return RunningPlan(kind) ?? throw new RuleViolationException("plan.not-running", "This plan does not run for the matter.", "domain 5", "kind");
    }

    DisputeFile WithPlan(ActivePlan before, ActivePlan after) => File with { Plans = [.. File.Plans.Select(plan => plan == before ? after : plan)] };
}
