using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>One of many gives up claims by an own yes, which no representative can give (民事诉讼法 56; domain 12).</summary>
[Needs(Permission.Mediate)]
public sealed record RecordWaiver : DisputeCommand
{
    public Guid? GroupId { get; init; }

    public Guid? MemberId { get; init; }

    /// <summary>Default the day of the step.</summary>
    public DateOnly? WaivedOn { get; init; }
}

sealed class RecordWaiverValidator : DisputeCommandValidator<RecordWaiver>
{
    public RecordWaiverValidator(TimeProvider clock)
    {
        RuleFor(c => c.GroupId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.MemberId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.WaivedOn).HasHappened(clock);
    }
}

sealed class RecordWaiverHandler(DisputeDesk desk) : DisputeCommandHandler<RecordWaiver>(desk)
{
    protected override Task Act(RecordWaiver command, Dispute dispute, Step step)
    {
        dispute.Waive(command.GroupId!.Value, command.MemberId!.Value, command.WaivedOn ?? step.On, step);
        return Task.CompletedTask;
    }
}
