using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Sends a dispute up. The sender answers for it until the receiver accepts; a red one any mediator sends at once.</summary>
[Needs(Permission.Escalate, Permission.EscalateRed)]
public sealed record EscalateDispute : DisputeCommand
{
    public EscalationReason? Reason { get; init; }

    /// <summary>Default the governance centre of the next tier, or the sector committee for SectorCompetence.</summary>
    public Guid? ToOrganisationId { get; init; }
}

sealed class EscalateDisputeValidator : DisputeCommandValidator<EscalateDispute>
{
    public EscalateDisputeValidator() => RuleFor(c => c.Reason).NotNull();
}

sealed class EscalateDisputeHandler(DisputeDesk desk, CurrentUser user, HandoverDesk handovers) : DisputeCommandHandler<EscalateDispute>(desk)
{
    protected override async Task Act(EscalateDispute command, Dispute dispute, Step step)
    {
        if (command.Reason != EscalationReason.RedLevel && !user.Account.May(Permission.Escalate))
            throw new ForbiddenException("escalation.via-director", "A village sends up through its director; only a red matter goes at once.");
        _ = DisputeLifecycle.After(dispute.File.Status, DisputeAction.Escalate);
        var from = await handovers.Responsible(dispute);
        var to = command.ToOrganisationId is { } chosen ? await handovers.RequireAbove(chosen, dispute) : await handovers.Above(dispute, from, command.Reason!.Value);
        dispute.Escalate(Guid.CreateVersion7(), from, to, command.Reason!.Value, await handovers.Rules(step), step);
    }
}
