using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>A party takes part or refuses, and may change its mind at any time (人民调解法 17, 23). A side's refusal ends an open case, with the ways that remain told.</summary>
[Needs(Permission.Mediate)]
public sealed record DeclareStance : DisputeCommand
{
    public Guid? PartyId { get; init; }

    public Stance? Stance { get; init; }

    /// <summary>A refusal is told or signed.</summary>
    public NoticeForm? Form { get; init; }

    /// <summary>Default the day of the step.</summary>
    public DateOnly? StanceOn { get; init; }

    /// <summary>Ways that were told; for a refusal while a case is open.</summary>
    public IReadOnlyList<FollowOnChannel>? Channels { get; init; }
}

sealed class DeclareStanceValidator : DisputeCommandValidator<DeclareStance>
{
    public DeclareStanceValidator(TimeProvider clock)
    {
        RuleFor(c => c.PartyId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Stance).NotNull().WithErrorCode("required");
        RuleFor(c => c.Form).NotNull().WithErrorCode("required");
        RuleFor(c => c.Form).NotEqual(NoticeForm.TakingPart).When(c => c.Stance == Domain.Disputes.Stance.Refuses).WithErrorCode("range")
            .WithMessage("Nobody refuses by taking part.");
        RuleFor(c => c.StanceOn).HasHappened(clock);
        RuleFor(c => c.Channels).Must(c => c is null || c.Count <= 20).WithErrorCode("length").WithMessage("At most 20.");
    }
}

sealed class DeclareStanceHandler(DisputeDesk desk) : DisputeCommandHandler<DeclareStance>(desk)
{
    protected override Task Act(DeclareStance command, Dispute dispute, Step step)
    {
        dispute.DeclareStance(
            command.PartyId!.Value, new PartyStance(command.Stance!.Value, command.Form!.Value, command.StanceOn ?? step.On), [.. (command.Channels ?? []).Distinct()], step);
        return Task.CompletedTask;
    }
}
