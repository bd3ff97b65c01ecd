using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>The applicant takes the application back.</summary>
[Needs(Permission.Mediate)]
public sealed record WithdrawApplication : DisputeCommand
{
    public Guid? PartyId { get; init; }
}

sealed class WithdrawApplicationValidator : DisputeCommandValidator<WithdrawApplication>
{
    public WithdrawApplicationValidator()
    {
        RuleFor(c => c.PartyId).NotEmpty();
    }
}

sealed class WithdrawApplicationHandler(DisputeDesk desk) : DisputeCommandHandler<WithdrawApplication>(desk)
{
    protected override Task Act(WithdrawApplication command, Dispute dispute, Step step)
    {
        dispute.Withdraw(command.PartyId!.Value, step);
        return Task.CompletedTask;
    }
}
