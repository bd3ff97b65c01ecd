using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Opens a closed or performed matter again, with both sides' consent (若干规定).</summary>
[Needs(Permission.Direct)]
public sealed record ReopenDispute : DisputeCommand
{
    public string? Reason { get; init; }
}

sealed class ReopenDisputeValidator : DisputeCommandValidator<ReopenDispute>
{
    public ReopenDisputeValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }
}

sealed class ReopenDisputeHandler(DisputeDesk desk) : DisputeCommandHandler<ReopenDispute>(desk)
{
    protected override Task Act(ReopenDispute command, Dispute dispute, Step step)
    {
        dispute.Reopen(command.Reason!, step);
        return Task.CompletedTask;
    }
}
