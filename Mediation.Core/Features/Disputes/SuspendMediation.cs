using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Waits for an appraisal, a party, or a ruling; a clock stops only where the law says so.</summary>
[Needs(Permission.Mediate)]
public sealed record SuspendMediation : DisputeCommand
{
    public SuspensionReason? Reason { get; init; }

    /// <summary>Default the day of the step.</summary>
    public DateOnly? From { get; init; }
}

sealed class SuspendMediationValidator : DisputeCommandValidator<SuspendMediation>
{
    public SuspendMediationValidator(TimeProvider clock)
    {
        RuleFor(c => c.Reason).NotNull();
        RuleFor(c => c.From).HasHappened(clock);
    }
}

sealed class SuspendMediationHandler(DisputeDesk desk) : DisputeCommandHandler<SuspendMediation>(desk)
{
    protected override Task Act(SuspendMediation command, Dispute dispute, Step step)
    {
        dispute.Suspend(command.Reason!.Value, command.From ?? step.On, step);
        return Task.CompletedTask;
    }
}
