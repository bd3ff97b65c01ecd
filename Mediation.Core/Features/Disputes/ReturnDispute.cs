using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Sends a dispute down or back to a lower tier, where the rules allow it (domain 7).</summary>
[Needs(Permission.SendDown)]
public sealed record ReturnDispute : DisputeCommand
{
    public ReturnReason? Reason { get; init; }

    public Guid? ToOrganisationId { get; init; }
}

sealed class ReturnDisputeValidator : DisputeCommandValidator<ReturnDispute>
{
    public ReturnDisputeValidator()
    {
        RuleFor(c => c.Reason).NotNull();
        RuleFor(c => c.ToOrganisationId).NotEmpty();
    }
}

sealed class ReturnDisputeHandler(DisputeDesk desk, HandoverDesk handovers) : DisputeCommandHandler<ReturnDispute>(desk)
{
    protected override async Task Act(ReturnDispute command, Dispute dispute, Step step)
    {
        _ = DisputeLifecycle.After(dispute.File.Status, command.Reason == ReturnReason.PerformanceOnly ? DisputeAction.ReturnForPerformance : DisputeAction.Return);
        var from = await handovers.Responsible(dispute);
        var to = await handovers.RequireBelow(command.ToOrganisationId!.Value, from, dispute);
        dispute.Return(Guid.CreateVersion7(), from, to, command.Reason!.Value, await handovers.Rules(step), step);
    }
}
