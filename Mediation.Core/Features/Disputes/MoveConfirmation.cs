using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Applied for, taken or not, confirmed or dismissed, withdrawn, received: what happens to the judicial confirmation of the agreement (人民调解法 33).</summary>
[Needs(Permission.Mediate)]
public sealed record MoveConfirmation : DisputeCommand
{
    public ConfirmationMove? Move { get; init; }

    /// <summary>Default the day of the step.</summary>
    public DateOnly? MovedOn { get; init; }

    /// <summary>Those who apply: all parties of the agreement, in person or by their agents.</summary>
    public IReadOnlyList<Guid>? ApplicantIds { get; init; }

    public string? Court { get; init; }

    /// <summary>（2026）皖0803民特1号</summary>
    public string? CaseNumber { get; init; }

    /// <summary>Why it was not accepted or dismissed.</summary>
    public ConfirmationGround? Ground { get; init; }
}

sealed class MoveConfirmationValidator : DisputeCommandValidator<MoveConfirmation>
{
    public MoveConfirmationValidator(TimeProvider clock)
    {
        RuleFor(c => c.Move).NotNull();
        RuleFor(c => c.MovedOn).HasHappened(clock);
        RuleFor(c => c.ApplicantIds).Must(ids => ids is null || ids.Count <= 400).WithErrorCode("length").WithMessage("At most 400.");
        RuleFor(c => c.Court).MaximumLength(100).WithErrorCode("length");
        RuleFor(c => c.CaseNumber).MaximumLength(60).WithErrorCode("length");
    }
}

sealed class MoveConfirmationHandler(DisputeDesk desk, ReferenceData reference, DbSession db) : DisputeCommandHandler<MoveConfirmation>(desk)
{
    protected override async Task Act(MoveConfirmation command, Dispute dispute, Step step) => dispute.MoveConfirmation(new ConfirmationStep
    {
        Move = command.Move!.Value, On = command.MovedOn ?? step.On, ApplicantIds = [.. (command.ApplicantIds ?? []).Distinct()], Court = command.Court,
        CaseNumber = command.CaseNumber, Ground = command.Ground,
    }, await reference.Calendar(db), step);
}
