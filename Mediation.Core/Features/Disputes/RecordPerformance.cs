using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Something that was agreed was done, with its evidence (人民调解法 31).</summary>
[Needs(Permission.Mediate)]
public sealed record RecordPerformance : DisputeCommand
{
    public Guid? ObligationId { get; init; }

    /// <summary>Default the day of the step.</summary>
    public DateOnly? PerformedOn { get; init; }

    /// <summary>Yuan; instalments add up to what is owed.</summary>
    public decimal? Amount { get; init; }

    public string? Evidence { get; init; }

    /// <summary>The file of the dispute that proves it.</summary>
    public Guid? AttachmentId { get; init; }

    /// <summary>The creditor's receipt, drawn on a screen.</summary>
    public Guid? StrokeId { get; init; }
}

sealed class RecordPerformanceValidator : DisputeCommandValidator<RecordPerformance>
{
    public RecordPerformanceValidator(TimeProvider clock)
    {
        RuleFor(c => c.ObligationId).NotEmpty();
        RuleFor(c => c.PerformedOn).HasHappened(clock);
        RuleFor(c => c.Amount).Must(IntakeValidator.IsMoney).WithMessage("Yuan from 0 to below 10^12 with at most two decimals.");
        RuleFor(c => c.Evidence).MaximumLength(500);
    }
}

sealed class RecordPerformanceHandler(DisputeDesk desk) : DisputeCommandHandler<RecordPerformance>(desk)
{
    protected override Task Act(RecordPerformance command, Dispute dispute, Step step)
    {
        dispute.Perform(command.ObligationId!.Value, new PerformanceRecord(
            command.PerformedOn ?? step.On, command.Amount, command.Evidence, command.AttachmentId, command.StrokeId), step);
        return Task.CompletedTask;
    }
}
