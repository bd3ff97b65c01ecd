using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Not accepted, for one of the eight reasons (若干规定 22); the party is told which way is the proper one (24).</summary>
[Needs(Permission.Accept)]
public sealed record RejectDispute : DisputeCommand
{
    public RejectionReason? Reason { get; init; }

    public IReadOnlyList<FollowOnChannel>? Channels { get; init; }
}

sealed class RejectDisputeValidator : DisputeCommandValidator<RejectDispute>
{
    public RejectDisputeValidator()
    {
        RuleFor(c => c.Reason).NotNull();
        RuleFor(c => c.Channels).NotEmpty().WithMessage("Say which ways the party was told of.");
    }
}

sealed class RejectDisputeHandler(DisputeDesk desk, CurrentUser user) : DisputeCommandHandler<RejectDispute>(desk)
{
    protected override Task Act(RejectDispute command, Dispute dispute, Step step)
    {
        var rejected = new MediationCase
        {
            Id = Guid.CreateVersion7(), OrganisationId = user.Account.OrganisationId, DeskId = user.Account.OrganisationId, Tier = dispute.File.Tier,
            State = CaseState.Rejected, AcceptedOn = step.On, EndedOn = step.On, EndReason = command.Reason.ToString(), Channels = [.. command.Channels!.Distinct()],
        };
        dispute.Reject(rejected, command.Reason!.Value, step);
        return Task.CompletedTask;
    }
}
