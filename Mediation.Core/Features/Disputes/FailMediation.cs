using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>No agreement; the parties are told which lawful ways remain (人民调解法 26).</summary>
[Needs(Permission.Mediate)]
public sealed record FailMediation : DisputeCommand
{
    public IReadOnlyList<FollowOnChannel>? Channels { get; init; }
}

sealed class FailMediationValidator : DisputeCommandValidator<FailMediation>
{
    public FailMediationValidator()
    {
        RuleFor(c => c.Channels).NotEmpty().WithMessage("Say which ways the parties were told of (人民调解法 26).");
    }
}

sealed class FailMediationHandler(DisputeDesk desk) : DisputeCommandHandler<FailMediation>(desk)
{
    protected override Task Act(FailMediation command, Dispute dispute, Step step)
    {
        dispute.Fail([.. command.Channels!.Distinct()], step);
        return Task.CompletedTask;
    }
}
