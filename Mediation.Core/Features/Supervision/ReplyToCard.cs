using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Supervision;

/// <summary>The desk to which a card was issued says what it has done.</summary>
[Needs(Permission.Register), Supervises]
public sealed record ReplyToCard : DisputeCommand
{
    public Guid? CardId { get; init; }

    public string? Reply { get; init; }
}

sealed class ReplyToCardValidator : DisputeCommandValidator<ReplyToCard>
{
    public ReplyToCardValidator()
    {
        RuleFor(c => c.CardId).NotEmpty().WithErrorCode("required");
        Text(RuleFor(c => c.Reply), 2_000, required: true);
    }
}

sealed class ReplyToCardHandler(DisputeDesk desk) : DisputeCommandHandler<ReplyToCard>(desk)
{
    readonly DisputeDesk turns = desk;

    protected override Turn Turn => Turn.InScope;

    protected override async Task Act(ReplyToCard command, Dispute dispute, Step step)
    {
        if (dispute.File.Oversight.Cards.FirstOrDefault(c => c.Id == command.CardId) is { } card && !await turns.ActsFor(card.ToId) && !await turns.ActsFor(dispute.File.HolderId))
            throw new ForbiddenException("dispute.not-your-turn", "The card was issued to another organisation.");
        dispute.ReplyToCard(command.CardId!.Value, command.Reply!.Trim(), step);
    }
}
