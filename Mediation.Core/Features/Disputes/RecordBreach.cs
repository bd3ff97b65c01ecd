using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>What was due was not done; the answer shows which lawful ways are open now (人民调解法 31-33).</summary>
[Needs(Permission.Mediate)]
public sealed record RecordBreach : DisputeCommand
{
    public Guid? ObligationId { get; init; }

    /// <summary>A day after the due one; default the day of the step.</summary>
    public DateOnly? BreachedOn { get; init; }

    public string? Record { get; init; }
}

sealed class RecordBreachValidator : DisputeCommandValidator<RecordBreach>
{
    public RecordBreachValidator(TimeProvider clock)
    {
        RuleFor(c => c.ObligationId).NotEmpty();
        RuleFor(c => c.BreachedOn).HasHappened(clock);
        RuleFor(c => c.Record).MaximumLength(5_000).WithErrorCode("length");
    }
}

sealed class RecordBreachHandler(DisputeDesk desk) : DisputeCommandHandler<RecordBreach>(desk)
{
    protected override Task Act(RecordBreach command, Dispute dispute, Step step)
    {
        dispute.RecordBreach(command.ObligationId!.Value, command.BreachedOn ?? step.On, command.Record, step);
        return Task.CompletedTask;
    }
}
