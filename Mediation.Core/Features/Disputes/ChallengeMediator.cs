using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>A party doubts a mediator of the open case; until it is decided there is no session and no agreement (人民调解法 23, 若干规定 25). Its id is the command's.</summary>
[Needs(Permission.Mediate)]
public sealed record ChallengeMediator : DisputeCommand
{
    public Guid? MediatorId { get; init; }

    public Guid? PartyId { get; init; }

    public RecusalGround? Ground { get; init; }
}

sealed class ChallengeMediatorValidator : DisputeCommandValidator<ChallengeMediator>
{
    public ChallengeMediatorValidator()
    {
        RuleFor(c => c.MediatorId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.PartyId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Ground).NotNull().WithErrorCode("required");
    }
}

sealed class ChallengeMediatorHandler(DisputeDesk desk) : DisputeCommandHandler<ChallengeMediator>(desk)
{
    protected override Task Act(ChallengeMediator command, Dispute dispute, Step step)
    {
        dispute.Challenge(new MediatorChallenge
        {
            Id = command.CommandId, MediatorId = command.MediatorId!.Value, PartyId = command.PartyId!.Value, Ground = command.Ground!.Value, RaisedOn = step.On,
        }, step);
        return Task.CompletedTask;
    }
}
