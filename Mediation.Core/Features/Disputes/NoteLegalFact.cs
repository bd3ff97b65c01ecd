using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>A fact of a court, the police, a petition, the health department, arbitration or an appraisal from which a statutory clock runs or stops.</summary>
[Needs(Permission.Mediate, Permission.Correct)]
public sealed record NoteLegalFact : DisputeCommand
{
    public LegalFact? Fact { get; init; }

    /// <summary>The day of the fact itself; default the day of the note.</summary>
    public DateOnly? FactOn { get; init; }

    /// <summary>The paper that shows it, to 500 characters.</summary>
    public string? Evidence { get; init; }
}

sealed class NoteLegalFactValidator : DisputeCommandValidator<NoteLegalFact>
{
    public NoteLegalFactValidator(TimeProvider clock)
    {
        RuleFor(c => c.Fact).NotNull();
        RuleFor(c => c.FactOn).HasHappened(clock);
        RuleFor(c => c.Evidence).NotEmpty().MaximumLength(500);
    }
}

sealed class NoteLegalFactHandler(DisputeDesk desk) : DisputeCommandHandler<NoteLegalFact>(desk)
{
    protected override Task Act(NoteLegalFact command, Dispute dispute, Step step)
    {
        dispute.NoteLegalFact(new LegalFactRecord(command.Fact!.Value, command.FactOn ?? step.On, command.Evidence), step);
        return Task.CompletedTask;
    }
}
