using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Asks for a lower level with a reason; the present one stays until a second person agrees. What is marked as violence stays red.</summary>
[Needs(Permission.Mediate, Permission.Direct)]
public sealed record AskLowering : DisputeCommand
{
    public RiskLevel? Level { get; init; }

    public string? Reason { get; init; }
}

sealed class AskLoweringValidator : DisputeCommandValidator<AskLowering>
{
    public AskLoweringValidator()
    {
        RuleFor(c => c.Level).NotNull().WithErrorCode("required");
        Text(RuleFor(c => c.Reason), 500, required: true);
    }
}

sealed class AskLoweringHandler(DisputeDesk desk) : DisputeCommandHandler<AskLowering>(desk)
{
    protected override Task Act(AskLowering command, Dispute dispute, Step step)
    {
        dispute.AskLowering(new LoweringRequest
        {
            Id = command.CommandId, To = command.Level!.Value, On = step.On, By = step.ActorId, Reason = command.Reason!.Trim(),
        }, step);
        return Task.CompletedTask;
    }
}

/// <summary>Decides on the wish to lower a level: not by whoever asked, and by the tier that the local practice names or above.</summary>
[Needs(Permission.Direct)]
public sealed record DecideLowering : DisputeCommand
{
    public bool? Approved { get; init; }

    public string? Reason { get; init; }
}

sealed class DecideLoweringValidator : DisputeCommandValidator<DecideLowering>
{
    public DecideLoweringValidator()
    {
        RuleFor(c => c.Approved).NotNull().WithErrorCode("required");
        Text(RuleFor(c => c.Reason), 500, required: true);
    }
}

sealed class DecideLoweringHandler(DisputeDesk desk, Router router, DbSession db, ReferenceData reference, CurrentUser user) : DisputeCommandHandler<DecideLowering>(desk)
{
    protected override Turn Turn => Turn.InScope;

    protected override async Task Act(DecideLowering command, Dispute dispute, Step step) => dispute.DecideLowering(
        command.Approved!.Value, command.Reason!.Trim(), user.Account.Tier, (await reference.Screening(db)).On(step.Today).LoweredBy(dispute.File.Level),
        await router.LevelCheck(dispute, null), step);
}
