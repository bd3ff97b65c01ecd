using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Screening;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Starts a special plan (专项预案) for a matter that can become a mass incident; its checklist then stands with the matter.</summary>
[Needs(Permission.Direct)]
public sealed record ActivatePlan : DisputeCommand
{
    public SpecialPlanKind? Kind { get; init; }

    public string? Reason { get; init; }
}

sealed class ActivatePlanValidator : DisputeCommandValidator<ActivatePlan>
{
    public ActivatePlanValidator()
    {
        RuleFor(c => c.Kind).NotNull().WithErrorCode("required");
        Text(RuleFor(c => c.Reason), 500, required: true);
    }
}

sealed class ActivatePlanHandler(DisputeDesk desk, DbSession db, ReferenceData reference) : DisputeCommandHandler<ActivatePlan>(desk)
{
    protected override Turn Turn => Turn.InScope;

    protected override async Task Act(ActivatePlan command, Dispute dispute, Step step)
    {
        var practice = (await reference.Screening(db)).On(step.Today);
        dispute.ActivatePlan(practice.Plan(command.Kind!.Value), practice.Version, command.Reason!.Trim(), step);
    }
}

/// <summary>Logs an item of a running plan as done, with who did it and when.</summary>
[Needs(Permission.Mediate, Permission.Direct)]
public sealed record TakePlanStep : DisputeCommand
{
    public SpecialPlanKind? Kind { get; init; }

    /// <summary>Of the plan's checklist.</summary>
    public string? Item { get; init; }

    /// <summary>What was done.</summary>
    public string? Done { get; init; }
}

sealed class TakePlanStepValidator : DisputeCommandValidator<TakePlanStep>
{
    public TakePlanStepValidator()
    {
        RuleFor(c => c.Kind).NotNull().WithErrorCode("required");
        Text(RuleFor(c => c.Item), 60, required: true);
        Text(RuleFor(c => c.Done), 500);
    }
}

sealed class TakePlanStepHandler(DisputeDesk desk, DbSession db, ReferenceData reference) : DisputeCommandHandler<TakePlanStep>(desk)
{
    protected override Turn Turn => Turn.InScope;

    protected override async Task Act(TakePlanStep command, Dispute dispute, Step step)
    {
        // The checklist is the one with which it was activated, whatever the practice has become since.
        var practices = await reference.Screening(db);
        var practice = dispute.RunningPlan(command.Kind!.Value) is { } running ? practices.Of(running.PracticeVersion) : practices.On(step.Today);
        dispute.TakePlanStep(practice.Plan(command.Kind.Value), command.Item!, string.IsNullOrWhiteSpace(command.Done) ? null : command.Done.Trim(), step);
    }
}

/// <summary>Ends a running plan with a reason; what was not done stays visible as not done.</summary>
[Needs(Permission.Direct)]
public sealed record EndPlan : DisputeCommand
{
    public SpecialPlanKind? Kind { get; init; }

    public string? Reason { get; init; }
}

sealed class EndPlanValidator : DisputeCommandValidator<EndPlan>
{
    public EndPlanValidator()
    {
        RuleFor(c => c.Kind).NotNull().WithErrorCode("required");
        Text(RuleFor(c => c.Reason), 500, required: true);
    }
}

sealed class EndPlanHandler(DisputeDesk desk) : DisputeCommandHandler<EndPlan>(desk)
{
    protected override Turn Turn => Turn.InScope;

    protected override Task Act(EndPlan command, Dispute dispute, Step step)
    {
        dispute.EndPlan(command.Kind!.Value, command.Reason!.Trim(), step);
        return Task.CompletedTask;
    }
}
