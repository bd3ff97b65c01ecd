using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Supervision;

/// <summary>Takes a card back with a reason; a centre above the holder does.</summary>
[Needs(Permission.Direct), Supervises]
public sealed record CancelCard : DisputeCommand
{
    public Guid? CardId { get; init; }

    public string? Reason { get; init; }
}

sealed class CancelCardValidator : DisputeCommandValidator<CancelCard>
{
    public CancelCardValidator()
    {
        RuleFor(c => c.CardId).NotEmpty().WithErrorCode("required");
        Text(RuleFor(c => c.Reason), 500, required: true);
    }
}

sealed class CancelCardHandler(DisputeDesk desk, SupervisionDesk supervision) : DisputeCommandHandler<CancelCard>(desk)
{
    protected override Turn Turn => Turn.InScope;

    protected override async Task Act(CancelCard command, Dispute dispute, Step step)
    {
        await supervision.RequireAbove(dispute.File);
        dispute.CancelCard(command.CardId!.Value, command.Reason!.Trim(), step);
    }
}
