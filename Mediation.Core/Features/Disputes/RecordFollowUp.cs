using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>A visit or a call after the agreement; a photo is never required (domain 12).</summary>
[Needs(Permission.Mediate)]
public sealed record RecordFollowUp : DisputeCommand
{
    public FollowUpForm? By { get; init; }

    public bool? Performed { get; init; }

    public bool? Relapse { get; init; }

    /// <summary>1 to 5; null when nobody answered.</summary>
    public int? Satisfaction { get; init; }

    public string? Record { get; init; }
}

sealed class RecordFollowUpValidator : DisputeCommandValidator<RecordFollowUp>
{
    public RecordFollowUpValidator()
    {
        RuleFor(c => c.By).NotNull();
        RuleFor(c => c.Performed).NotNull();
        RuleFor(c => c.Satisfaction).InclusiveBetween(1, 5);
        RuleFor(c => c.Record).MaximumLength(5_000);
    }
}

sealed class RecordFollowUpHandler(DisputeDesk desk) : DisputeCommandHandler<RecordFollowUp>(desk)
{
    protected override Task Act(RecordFollowUp command, Dispute dispute, Step step)
    {
        dispute.FollowUp(new FollowUpRecord(
            step.On, command.By!.Value, command.Performed!.Value, command.Relapse ?? false, command.Satisfaction, command.Record), step);
        return Task.CompletedTask;
    }
}
