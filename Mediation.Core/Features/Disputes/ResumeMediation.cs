using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Goes on after a suspension.</summary>
[Needs(Permission.Mediate)]
public sealed record ResumeMediation : DisputeCommand
{
    /// <summary>Default the day of the step.</summary>
    public DateOnly? To { get; init; }
}

sealed class ResumeMediationValidator : DisputeCommandValidator<ResumeMediation>
{
    public ResumeMediationValidator(TimeProvider clock)
    {
        RuleFor(c => c.To).HasHappened(clock);
    }
}

sealed class ResumeMediationHandler(DisputeDesk desk) : DisputeCommandHandler<ResumeMediation>(desk)
{
    protected override Task Act(ResumeMediation command, Dispute dispute, Step step)
    {
        dispute.Resume(command.To ?? step.On, step);
        return Task.CompletedTask;
    }
}
