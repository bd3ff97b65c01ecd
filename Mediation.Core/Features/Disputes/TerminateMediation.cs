using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Ended before a result: a party refuses or quits, the law requires it, or an event makes it impossible (domain 4.3).</summary>
[Needs(Permission.Mediate)]
public sealed record TerminateMediation : DisputeCommand
{
    public TerminationReason? Reason { get; init; }

    public IReadOnlyList<FollowOnChannel>? Channels { get; init; }
}

sealed class TerminateMediationValidator : DisputeCommandValidator<TerminateMediation>
{
    public TerminateMediationValidator()
    {
        RuleFor(c => c.Reason).NotNull();
        RuleFor(c => c.Channels).NotEmpty().WithMessage("Say which ways the parties were told of (人民调解法 26).");
    }
}

sealed class TerminateMediationHandler(DisputeDesk desk, ClockIndex clocks) : DisputeCommandHandler<TerminateMediation>(desk)
{
    protected override async Task Act(TerminateMediation command, Dispute dispute, Step step)
    {
        var limit = (await clocks.Clocks(dispute.File)).LastOrDefault(c => c.Rule.Clock == Clock.MedicalMediation && !c.IsMet);
        dispute.Terminate(command.Reason!.Value, [.. command.Channels!.Distinct()], step, limit?.Due);
    }
}
