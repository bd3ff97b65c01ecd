using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Closes what is performed, lawfully ended, or in another organ's hands.</summary>
[Needs(Permission.Close)]
public sealed record CloseDispute : DisputeCommand;

sealed class CloseDisputeValidator : DisputeCommandValidator<CloseDispute>;

sealed class CloseDisputeHandler(DisputeDesk desk) : DisputeCommandHandler<CloseDispute>(desk)
{
    protected override Task Act(CloseDispute command, Dispute dispute, Step step)
    {
        dispute.Close(step);
        return Task.CompletedTask;
    }
}
